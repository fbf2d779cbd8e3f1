"""XSLT by lxml: shut off from files and the network, its errors told in Russian."""

from __future__ import annotations

from runtime.errors import OnecError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Stylesheet:
    """A stylesheet that was read once and is applied many times."""

    __slots__ = ("_etree", "_transform")

    def __init__(self, data: bytes, encoding: str | None) -> None:
        self._etree = etree = _lxml()
        try:
            self._transform = etree.XSLT(
                _parsed(etree, data, encoding), access_control=etree.XSLTAccessControl.DENY_ALL
            )
        except etree.XSLTParseError as error:
            raise OnecError(f"Ошибка в таблице стилей XSL: {_reason(error)}") from error

    def apply(self, data: bytes, encoding: str | None, parameters: dict[str, Any]) -> str:
        """What the stylesheet makes of a document."""
        etree = self._etree
        document = _parsed(etree, data, encoding)
        given = {name: _literal(etree, value) for name, value in parameters.items()}
        try:
            result = self._transform(document, **given)
        except etree.XSLTApplyError as error:
            raise OnecError(f"Ошибка преобразования XSL: {_reason(error)}") from error
        return str(result)


def _lxml() -> Any:
    try:
        from lxml import etree
    except ImportError as error:
        raise OnecError(
            "Преобразование XSL недоступно: не установлена библиотека lxml",
            hint='Установите её: pip install "1cs[xml]"',
        ) from error
    return etree


def _parsed(etree: Any, data: bytes, encoding: str | None) -> Any:
    """A tree of lxml; nothing outside the document is fetched, growing entities are refused."""
    parser = etree.XMLParser(
        encoding=encoding, resolve_entities="internal", no_network=True, load_dtd=False, huge_tree=False
    )
    parser.resolvers.add(_refusing(etree))
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise _malformed(data, encoding) from error


def _refusing(etree: Any) -> Any:
    class Refusing(etree.Resolver):  # type: ignore[misc]
        """Asked for every file and address that a document or a stylesheet names."""

        def resolve(self, url: str, public_id: str, context: Any) -> Any:
            return self.resolve_string("", context)

    return Refusing()


def _literal(etree: Any, value: Any) -> Any:
    if isinstance(value, bool):
        return "true()" if value else "false()"
    if isinstance(value, float):
        return format(value, "f") if value != int(value) else str(int(value))
    return etree.XSLT.strparam(value)


def _malformed(data: bytes, encoding: str | None) -> OnecError:
    """The error in the words of ЧтениеXML, which reads the document once more up to it."""
    from io import BytesIO

    from stdlib.enterprise.xml.events import Events

    events = Events(BytesIO(data).read, encoding, cdata_as_text=True, preserve=True)
    try:
        while events.next() is not None:
            pass
    except OnecError as error:
        return error
    return OnecError("Ошибка разбора XML: документ слишком велик или слишком глубок")


def _reason(error: Any) -> str:
    text = str(error).split("\n")[0]
    if "Cannot resolve URI" in text or "xsl:import" in text or "xsl:include" in text:
        return "таблице стилей запрещено читать файлы и обращаться к сети"
    return text

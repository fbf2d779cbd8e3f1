"""XSLT by lxml: shut off from files and the network, its errors told in Russian."""

from __future__ import annotations

import re

from runtime.errors import BadArgument, OnecError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_WARNINGS_OF_NAMESPACES = frozenset({"WAR_NS_URI", "WAR_NS_URI_RELATIVE"})
_NOT_XML = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_REASONS = (
    (re.compile(r"read rights for .* denied|file read for .* refused"), "чтение файлов и обращение к сети запрещены"),
    (re.compile(r"write rights for .* denied"), "запись файлов запрещена"),
    (re.compile(r"infinite template recursion"), "бесконечная рекурсия шаблонов"),
    (re.compile(r"document is not a stylesheet"), "документ не является таблицей стилей"),
    (re.compile(r"unknown (\S+) element|unknown element (\S+)"), "неизвестный элемент {0}"),
    (re.compile(r"(\S+) ?: could not compile \S+ expression '(.*)'"), "неверное выражение XPath в {0}: {1}"),
)


class Stylesheet:
    """A stylesheet that was read once and is applied many times."""

    __slots__ = ("_etree", "_transform")

    def __init__(self, data: bytes, encoding: str | None) -> None:
        self._etree = etree = _lxml()
        document = _parsed(etree, data, encoding)
        try:
            # Regular expressions are no part of XSLT 1.0; those that lxml would add may take years.
            self._transform = etree.XSLT(document, access_control=etree.XSLTAccessControl.DENY_ALL, regexp=False)
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
    """A tree of lxml."""
    parser = _parser(etree, encoding)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if {entry.type_name for entry in parser.error_log} <= _WARNINGS_OF_NAMESPACES:
            # A namespace in Russian letters is no reason to refuse a document.
            return etree.fromstring(data, _parser(etree, encoding, recover=True))
        raise _malformed(data, encoding) from error


def _parser(etree: Any, encoding: str | None, *, recover: bool = False) -> Any:
    """Nothing outside the document is fetched, growing entities are refused."""
    parser = etree.XMLParser(
        encoding=encoding,
        resolve_entities="internal",
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=recover,
    )
    parser.resolvers.add(_refusing(etree))
    return parser


def _refusing(etree: Any) -> Any:
    class Refusing(etree.Resolver):  # type: ignore[misc]
        """Asked for every file and address that a document or a stylesheet names."""

        def resolve(self, url: str, public_id: str, context: Any) -> Any:
            raise OnecError(f"Чтение файлов и обращение к сети запрещены ({url})")

    return Refusing()


def check_parameter(name: str, value: Any) -> None:
    """OnecError for what no document can say, and for names that lxml keeps to itself."""
    if name in ("_input", "profile_run"):
        raise BadArgument(1, hint=f"Параметр не может называться {name}")
    for number, text in enumerate((name, value), 1):
        if isinstance(text, str) and _NOT_XML.search(text):
            raise BadArgument(number, hint="В тексте есть символы, недопустимые в XML")


def _literal(etree: Any, value: Any) -> Any:
    if isinstance(value, bool):
        return "true()" if value else "false()"
    if isinstance(value, float):
        return str(int(value)) if value == int(value) else format(value, "f")
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
    return OnecError("Документ слишком велик, слишком глубок или ссылается на внешние сущности")


def _reason(error: Any) -> str:
    """In Russian where the message of the library is known."""
    messages = [str(error).split("\n")[0], *(entry.message.split("\n")[0] for entry in error.error_log)]
    for message in messages:
        for pattern, text in _REASONS:
            found = pattern.search(message)
            if found:
                return text.format(*(group for group in found.groups() if group))
    return str(messages[0])

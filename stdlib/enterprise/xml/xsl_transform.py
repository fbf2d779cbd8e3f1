"""ПреобразованиеXSL."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, constructor, method, onec_type
from runtime.errors import BadArgument, OnecError
from stdlib.enterprise.files.disk import read_bytes
from stdlib.enterprise.xml.xml_writer import XMLWriter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.enterprise.xml.dom.dom_node import DOMNode
    from stdlib.enterprise.xml.transformation import Stylesheet


@onec_type("ПреобразованиеXSL", "XSLTransform", presentation="Преобразование XSL")
class XSLTransform(OnecObject):
    """Преобразует документы XML таблицей стилей XSLT 1.0.

    Таблица стилей не читает файлы и не обращается к сети: document(), xsl:import и xsl:include в ней не действуют.
    """

    __slots__ = ("_parameters", "_stylesheet")

    @constructor("()", "()")
    def __init__(self) -> None:
        self._parameters: dict[str, str | int | float | bool] = {}
        self._stylesheet: Stylesheet | None = None

    @method("ЗагрузитьТаблицуСтилейXSLИзСтроки(СтрокаXML)", "LoadXSLStylesheetFromString(XMLString)")
    def load_xsl_stylesheet_from_string(self, text: str) -> None:
        """Берёт таблицу стилей из строки."""
        self._load(text.encode("utf-8", "surrogatepass"), "utf-8")

    @method("ЗагрузитьТаблицуСтилейXSLИзФайла(ИмяФайла)", "LoadXSLStylesheetFromFile(FileName)")
    def load_xsl_stylesheet_from_file(self, path: str) -> None:
        """Берёт таблицу стилей из файла."""
        self._load(read_bytes(path), None)

    @method("ЗагрузитьТаблицуСтилейXSLИзУзла(УзелDOM)", "LoadXSLStylesheetFromNode(DOMNode)")
    def load_xsl_stylesheet_from_node(self, node: DOMNode) -> None:
        """Берёт таблицу стилей из узла: документа или элемента xsl:stylesheet."""
        self._load(_text_of(node).encode("utf-8"), "utf-8")

    def _load(self, data: bytes, encoding: str | None) -> None:
        from stdlib.enterprise.xml.transformation import Stylesheet

        self._stylesheet = Stylesheet(data, encoding)

    @method("ПреобразоватьИзСтроки(СтрокаXML, [ЗаписьXML]): Строка", "TransformFromString(XMLString, [XMLWriter])")
    def transform_from_string(self, text: str, writer: XMLWriter | None = None) -> str:
        """Преобразует документ из строки; результат возвращает строкой или записывает в ЗаписьXML."""
        return self._transform(text.encode("utf-8", "surrogatepass"), "utf-8", writer)

    @method("ПреобразоватьИзФайла(ИмяФайла, [ЗаписьXML]): Строка", "TransformFromFile(FileName, [XMLWriter])")
    def transform_from_file(self, path: str, writer: XMLWriter | None = None) -> str:
        """Преобразует документ из файла; результат возвращает строкой или записывает в ЗаписьXML."""
        return self._transform(read_bytes(path), None, writer)

    @method("ПреобразоватьИзУзла(УзелDOM, [ЗаписьXML]): Строка", "TransformFromNode(DOMNode, [XMLWriter])")
    def transform_from_node(self, node: DOMNode, writer: XMLWriter | None = None) -> str:
        """Преобразует документ или элемент DOM; результат возвращает строкой или записывает в ЗаписьXML."""
        return self._transform(_text_of(node).encode("utf-8"), "utf-8", writer)

    def _transform(self, data: bytes, encoding: str | None, writer: XMLWriter | None) -> str:
        if self._stylesheet is None:
            raise OnecError(
                "Таблица стилей XSL не загружена", hint="Сначала вызовите ЗагрузитьТаблицуСтилейXSLИзСтроки или ИзФайла"
            )
        result = self._stylesheet.apply(data, encoding, self._parameters)
        if writer is None:
            return result
        if result.startswith("<?xml ") and writer.has_begun():
            # The declaration stands at the start of a document only.
            result = result.partition("?>")[2].lstrip("\n")
        writer.write_raw(result)
        return ""

    @method("ДобавитьПараметр(ПолноеИмя, Значение)", "AddParameter(QualifiedName, Value)")
    def add_parameter(self, name: str, value: str | int | bool | object) -> None:
        """Задаёт значение параметра xsl:param: строку, число или Булево."""
        from runtime.enterprise.convert import is_number, to_string
        from stdlib.enterprise.xml.transformation import check_parameter

        known: str | float | bool
        if isinstance(value, bool):
            known = value
        elif is_number(value):
            try:
                known = float(value)  # type: ignore[arg-type]
            except OverflowError:
                raise BadArgument(2, hint="Слишком большое число") from None
        else:
            known = to_string(value)
        check_parameter(name, known)
        self._parameters[name] = known

    @method("УдалитьПараметр(ПолноеИмя)", "RemoveParameter(QualifiedName)")
    def remove_parameter(self, name: str) -> None:
        """Убирает параметр: действует значение из таблицы стилей."""
        self._parameters.pop(name, None)

    @method("ОчиститьПараметры()", "ClearParameters()")
    def clear_parameters(self) -> None:
        """Убирает все параметры."""
        self._parameters.clear()


def _text_of(node: DOMNode) -> str:
    from stdlib.enterprise.xml.dom.dom_writer import DOMWriter
    from stdlib.enterprise.xml.xml_writer_settings import XMLWriterSettings

    writer = XMLWriter()
    writer.set_string(XMLWriterSettings("UTF-8", indent=False))
    DOMWriter().write(node, writer)
    return writer.close()

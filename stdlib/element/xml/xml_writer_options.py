"""НастройкиЗаписиXml."""

from __future__ import annotations

from runtime.element.declare import constructor, field, onec_type
from runtime.element.objects import ElementObject


@onec_type("НастройкиЗаписиXml", "XmlWriterOptions")
class XmlWriterOptions(ElementObject):
    """Как выглядит документ XML (имена не подтверждены)."""

    __slots__ = ("_declaration", "_indent", "_lines")

    lines = field(
        "ПереносСтрок", "LineBreaks", "bool", False, "Стоит ли каждый элемент на своей строке.", type_="Булево"
    )
    indent = field("СимволыОтступа", "IndentChars", "str", "  ", "Отступ одного уровня.", type_="Строка")
    declaration = field("ПисатьОбъявление", "WriteDeclaration", "bool", True, "Пишется ли <?xml …?>.", type_="Булево")

    @constructor(
        '(ПереносСтрок: Булево = Ложь, СимволыОтступа: Строка = "  ", ПисатьОбъявление: Булево = Истина)',
        "(LineBreaks, IndentChars, WriteDeclaration)",
    )
    def __init__(self, lines: bool = False, indent: str = "  ", declaration: bool = True) -> None:
        """Создаёт настройки."""
        self._lines, self._indent, self._declaration = lines, indent, declaration

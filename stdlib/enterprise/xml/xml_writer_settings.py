"""ПараметрыЗаписиXML."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, constructor, field, onec_type
from runtime.errors import BadArgument


@onec_type("ПараметрыЗаписиXML", "XMLWriterSettings", presentation="Параметры записи XML")
class XMLWriterSettings(OnecObject):
    """Как ЗаписьXML оформляет документ."""

    __slots__ = ("_encoding", "_indent", "_indent_attributes", "_indent_chars", "_version")

    version = field("Версия", "Version", "str", "1.0", "Версия XML.", writable=False)
    encoding = field("Кодировка", "Encoding", "str", "UTF-8", "Имя кодировки.", writable=False)
    indent = field("Отступ", "Indent", "bool", True, "Каждый элемент с новой строки.", writable=False)
    indent_attributes = field(
        "ОтступАтрибутов", "IndentAttributes", "bool", False, "Каждый атрибут с новой строки.", writable=False
    )
    indent_chars = field("СимволыОтступа", "IndentChars", "str", "\t", "Чем набран отступ.", writable=False)

    @constructor(
        "([Кодировка], [Версия], [Отступ], [ОтступАтрибутов], [СимволыОтступа])",
        "([Encoding], [Version], [Indent], [IndentAttributes], [IndentChars])",
    )
    def __init__(
        self,
        encoding: str = "",
        version: str = "1.0",
        indent: bool = True,
        indent_attributes: bool = False,
        indent_chars: str = "\t",
    ) -> None:
        if version not in ("1.0", "1.1"):
            raise BadArgument(2)
        if indent_chars.strip(" \t\r\n"):
            raise BadArgument(5)
        self._encoding, self._version, self._indent = encoding, version, indent
        self._indent_attributes, self._indent_chars = indent_attributes, indent_chars

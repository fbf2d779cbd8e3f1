"""НастройкиЗаписиJson."""

from __future__ import annotations

from runtime.element.declare import constructor, field, onec_type
from runtime.element.objects import ElementObject
from stdlib.element.json.json_characters_escaping import JsonCharactersEscaping
from stdlib.element.json.json_instant_format import JsonInstantFormat
from stdlib.element.json.json_line_break import JsonLineBreak


@onec_type("НастройкиЗаписиJson", "JsonWriterOptions")
class JsonWriterOptions(ElementObject):
    """Как выглядит текст JSON. Значения по умолчанию не подтверждены."""

    __slots__ = (
        "_ampersand",
        "_brackets",
        "_check",
        "_escaping",
        "_indent",
        "_instant",
        "_line_break",
        "_quotes",
        "_separators",
        "_slash",
    )

    line_break = field(
        "ПереносСтрок",
        "LineBreak",
        "JsonLineBreak",
        JsonLineBreak.NONE,
        "Чем кончаются строки; без переносов текст стоит в одну строку.",
        type_="ПереносСтрокJson",
    )
    indent = field("СимволыОтступа", "IndentChars", "str", "  ", "Отступ одного уровня.", type_="Строка")
    check = field(
        "ПроверятьСтруктуру",
        "ValidateStructure",
        "bool",
        True,
        "Проверяется ли, что записанное – верный JSON.",
        type_="Булево",
    )
    instant = field(
        "ФорматМомента",
        "InstantFormat",
        "JsonInstantFormat",
        JsonInstantFormat.ISO,
        "Как пишется Момент.",
        type_="ФорматМоментаJson",
    )
    escaping = field(
        "ЭкранированиеСимволов",
        "CharactersEscaping",
        "JsonCharactersEscaping",
        JsonCharactersEscaping.NONE,
        "Какие символы пишутся кодом.",
        type_="ЭкранированиеСимволовJson",
    )
    ampersand = field(
        "ЭкранироватьАмперсанд", "EscapeAmpersand", "bool", False, "Пишется ли кодом знак &.", type_="Булево"
    )
    quotes = field(
        "ЭкранироватьОдинарныеКавычки",
        "EscapeSingleQuotes",
        "bool",
        False,
        "Пишутся ли кодом апострофы.",
        type_="Булево",
    )
    separators = field(
        "ЭкранироватьРазделителиСтрокИАбзацев",
        "EscapeLineAndParagraphSeparators",
        "bool",
        False,
        "Пишутся ли кодом символы U+2028 и U+2029.",
        type_="Булево",
    )
    slash = field(
        "ЭкранироватьСлеш", "EscapeSlash", "bool", False, "Ставится ли перед / обратная черта.", type_="Булево"
    )
    brackets = field(
        "ЭкранироватьУгловыеСкобки",
        "EscapeAngleBrackets",
        "bool",
        False,
        "Пишутся ли кодом знаки < и >.",
        type_="Булево",
    )

    @constructor(
        "(ПереносСтрок: ПереносСтрокJson = ПереносСтрокJson.Отсутствует, "
        'СимволыОтступа: Строка = "  ", ПроверятьСтруктуру: Булево = Истина, '
        "ФорматМомента: ФорматМоментаJson = ФорматМоментаJson.Iso, "
        "ЭкранированиеСимволов: ЭкранированиеСимволовJson = ЭкранированиеСимволовJson.Отсутствует, "
        "ЭкранироватьАмперсанд: Булево = Ложь, ЭкранироватьОдинарныеКавычки: Булево = Ложь, "
        "ЭкранироватьРазделителиСтрокИАбзацев: Булево = Ложь, ЭкранироватьСлеш: Булево = Ложь, "
        "ЭкранироватьУгловыеСкобки: Булево = Ложь)",
        "(LineBreak, IndentChars, ValidateStructure, InstantFormat, CharactersEscaping, "
        "EscapeAmpersand, EscapeSingleQuotes, EscapeLineAndParagraphSeparators, EscapeSlash, "
        "EscapeAngleBrackets)",
    )
    def __init__(
        self,
        line_break: JsonLineBreak = JsonLineBreak.NONE,
        indent: str = "  ",
        check: bool = True,
        instant: JsonInstantFormat = JsonInstantFormat.ISO,
        escaping: JsonCharactersEscaping = JsonCharactersEscaping.NONE,
        ampersand: bool = False,
        quotes: bool = False,
        separators: bool = False,
        slash: bool = False,
        brackets: bool = False,
    ) -> None:
        """Создаёт настройки; свойства, которые не указаны, имеют значения по умолчанию."""
        self._line_break = line_break
        self._indent = indent
        self._check = check
        self._instant = instant
        self._escaping = escaping
        self._ampersand = ampersand
        self._quotes = quotes
        self._separators = separators
        self._slash = slash
        self._brackets = brackets

"""ПараметрыЗаписиJSON."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, constructor, field, onec_type
from stdlib.enterprise.json.json_characters_escape_mode import JSONCharactersEscapeMode
from stdlib.enterprise.json.json_line_break import JSONLineBreak


@onec_type("ПараметрыЗаписиJSON", "JSONWriterSettings", presentation="Параметры записи JSON")
class JSONWriterSettings(OnecObject):
    """Вид записываемого JSON: переносы, отступы, какие символы записаны кодами."""

    __slots__ = (
        "_escape_ampersand",
        "_escape_angle_brackets",
        "_escape_characters",
        "_escape_line_terminators",
        "_escape_single_quotes",
        "_escape_slash",
        "_new_lines",
        "_padding_symbols",
        "_use_double_quotes",
    )

    new_lines = field("ПереносСтрок", "NewLines", doc="Чем разделены строки.", type_="ПереносСтрокJSON", writable=False)
    padding_symbols = field(
        "СимволыОтступа", "PaddingSymbols", doc="Отступ одного уровня вложенности.", type_="Строка", writable=False
    )
    use_double_quotes = field(
        "ИспользоватьДвойныеКавычки",
        "UseDoubleQuotes",
        doc="Строки в двойных кавычках; Ложь – в одинарных.",
        type_="Булево",
        writable=False,
    )
    escape_characters = field(
        "ЭкранированиеСимволов",
        "EscapeCharacters",
        doc="Какие символы записаны кодами.",
        type_="ЭкранированиеСимволовJSON",
        writable=False,
    )
    escape_angle_brackets = field(
        "ЭкранироватьУгловыеСкобки",
        "EscapeAngleBrackets",
        doc="Знаки < и > записаны кодами.",
        type_="Булево",
        writable=False,
    )
    escape_line_terminators = field(
        "ЭкранироватьРазделителиСтрок",
        "EscapeLineTerminators",
        doc="Разделители строк и абзацев Юникода (U+2028, U+2029) записаны кодами.",
        type_="Булево",
        writable=False,
    )
    escape_ampersand = field(
        "ЭкранироватьАмперсанд", "EscapeAmpersand", doc="Знак & записан кодом.", type_="Булево", writable=False
    )
    escape_single_quotes = field(
        "ЭкранироватьОдинарныеКавычки",
        "EscapeSingleQuotes",
        doc="Одинарные кавычки записаны кодом.",
        type_="Булево",
        writable=False,
    )
    escape_slash = field(
        "ЭкранироватьСлеш", "EscapeSlash", doc="Перед знаком / стоит обратная черта.", type_="Булево", writable=False
    )

    @constructor(
        "([ПереносСтрок], [СимволыОтступа], [ИспользоватьДвойныеКавычки], [ЭкранированиеСимволов], "
        "[ЭкранироватьУгловыеСкобки], [ЭкранироватьРазделителиСтрок], [ЭкранироватьАмперсанд], "
        "[ЭкранироватьОдинарныеКавычки], [ЭкранироватьСлеш])",
        "([NewLines], [PaddingSymbols], [UseDoubleQuotes], [EscapeCharacters], [EscapeAngleBrackets], "
        "[EscapeLineTerminators], [EscapeAmpersand], [EscapeSingleQuotes], [EscapeSlash])",
    )
    def __init__(
        self,
        new_lines: JSONLineBreak | None = None,
        padding: str = " ",
        double_quotes: bool = True,
        characters: JSONCharactersEscapeMode | None = None,
        angle_brackets: bool = False,
        line_terminators: bool = True,
        ampersand: bool = False,
        single_quotes: bool = False,
        slash: bool = False,
    ) -> None:
        """Без параметров: переносы строк, как принято в системе, и отступ в один пробел."""
        self._new_lines = new_lines or JSONLineBreak.auto
        self._padding_symbols, self._use_double_quotes = padding, double_quotes
        self._escape_characters = characters or JSONCharactersEscapeMode.none
        self._escape_angle_brackets, self._escape_line_terminators = angle_brackets, line_terminators
        self._escape_ampersand, self._escape_single_quotes = ampersand, single_quotes
        self._escape_slash = slash

"""Strings as JSON writes them."""

from __future__ import annotations

from stdlib.enterprise.json.json_characters_escape_mode import JSONCharactersEscapeMode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from stdlib.enterprise.json.json_writer_settings import JSONWriterSettings


def writer_of_strings(settings: JSONWriterSettings) -> Callable[[str], str]:
    """The function that quotes a string as the settings say."""
    table = _escapes(settings)
    mode = settings._escape_characters
    if settings._use_double_quotes and mode is not JSONCharactersEscapeMode.symbols_not_in_bmp:
        import json.encoder

        # Written in C where Python has it.
        quote: Callable[[str], str] = (
            json.encoder.encode_basestring_ascii
            if mode is JSONCharactersEscapeMode.not_ascii_symbols
            else json.encoder.encode_basestring
        )
        if not table:
            return quote
        only_separators = min(table) > 127

        def quoted_exactly(text: str) -> str:
            # Most texts have none of these characters, and to look is quicker than to translate.
            if only_separators and (text.isascii() or ("\u2028" not in text and "\u2029" not in text)):
                return quote(text)
            return quote(text).translate(table)

        return quoted_exactly
    return _quoted_slowly(settings, table)


def _quoted_slowly(settings: JSONWriterSettings, table: dict[int, str]) -> Callable[[str], str]:
    quote = '"' if settings._use_double_quotes else "'"
    own = {code: f"\\u{code:04x}" for code in range(32)}
    own |= {8: "\\b", 9: "\\t", 10: "\\n", 12: "\\f", 13: "\\r", 92: "\\\\", ord(quote): "\\" + quote}
    every = own | {code: text for code, text in table.items() if code != ord(quote)}
    limit = {"NotASCIISymbols": 0x7F, "SymbolsNotInBMP": 0xFFFF}.get(settings._escape_characters.en)

    def quoted(text: str) -> str:
        escaped = text.translate(every)
        if limit is not None and not escaped.isascii():
            escaped = "".join(c if ord(c) <= limit else _code(c) for c in escaped)
        return quote + escaped + quote

    return quoted


def _escapes(settings: JSONWriterSettings) -> dict[int, str]:
    """What is escaped besides what must be."""
    marks = ""
    if settings._escape_angle_brackets:
        marks += "<>"
    if settings._escape_ampersand:
        marks += "&"
    if settings._escape_single_quotes:
        marks += "'"
    if settings._escape_line_terminators:
        marks += "\u2028\u2029"
    table = {ord(mark): _code(mark) for mark in marks}
    if settings._escape_slash:
        table[ord("/")] = "\\/"
    return table


def _code(letter: str) -> str:
    """A character by its code, one outside the first plane by two."""
    data = letter.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{data[i : i + 2].hex()}" for i in range(0, len(data), 2))

"""Where commas, line breaks and indentation stand in a JSON text."""

from __future__ import annotations

from stdlib.element.json.json_writer_options import JsonWriterOptions

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_BREAKS = {"Отсутствует": "", "Unix": "\n", "Windows": "\r\n"}


class Layout:
    """How a text looks: `quoted` writes a string, `line(level)` begins a line, `colon` parts names from values."""

    __slots__ = ("colon", "indent", "line_break", "options", "quoted")

    def __init__(self, options: JsonWriterOptions | None) -> None:
        self.options = options or JsonWriterOptions()
        self.line_break = _BREAKS[self.options.line_break.ru]
        self.indent = self.options.indent if self.line_break else ""
        self.colon = ": " if self.line_break else ":"
        self.quoted = _quoting(self.options)

    def line(self, level: int) -> str:
        return self.line_break + self.indent * level


def _quoting(options: JsonWriterOptions) -> Callable[[str], str]:
    from json.encoder import encode_basestring, encode_basestring_ascii

    mode = options.escaping.ru
    # Written in C where Python has it.
    quote = encode_basestring_ascii if mode == "СимволыВнеAscii" else encode_basestring
    table = _escapes(options)
    if mode != "СимволыВнеBmp" and not table:
        return quote

    def quoted(text: str) -> str:
        written = quote(text).translate(table)
        if mode == "СимволыВнеBmp" and not written.isascii():
            return "".join(code(letter) if ord(letter) > 0xFFFF else letter for letter in written)
        return written

    return quoted


def _escapes(options: JsonWriterOptions) -> dict[int, str]:
    """What is escaped besides what must be."""
    marks = ""
    if options.brackets:
        marks += "<>"
    if options.ampersand:
        marks += "&"
    if options.quotes:
        marks += "'"
    if options.separators:
        marks += "\u2028\u2029"
    table = {ord(mark): code(mark) for mark in marks}
    if options.slash:
        table[ord("/")] = "\\/"
    return table


def code(letter: str) -> str:
    """A character by its code, one outside the first plane by two."""
    data = letter.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{data[index : index + 2].hex()}" for index in range(0, len(data), 2))

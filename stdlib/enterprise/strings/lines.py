"""Lines of strings, splitting and joining."""

from __future__ import annotations

from runtime.enterprise.declare import function
from runtime.enterprise.presentation import text_of
from stdlib.enterprise.collections.array import Array

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.enterprise.collections.fixed_array import FixedArray


@function("СтрЧислоСтрок(Строка): Число", "StrLineCount(String)")
def str_line_count(string: str) -> int:
    """Количество строк в многострочной строке; у пустой строки – одна."""
    return string.count("\n") + 1


@function("СтрПолучитьСтроку(Строка, НомерСтроки): Строка", "StrGetLine(String, LineNumber)")
def str_get_line(string: str, number: int) -> str:
    """Строка многострочной строки по номеру (от 1); пустая, если такой нет."""
    global _kept
    if number <= 0:
        return ""
    if number <= _NEAR:
        lines = string.split("\n", number)
    else:
        # Scripts walk through a text line by line: splitting it for each line anew would take a time that is quadratic.
        text, lines = _kept
        if text is not string:
            lines = string.split("\n")
            _kept = string, lines
    return lines[number - 1] if number <= len(lines) else ""


_NEAR = 32
_kept: tuple[str, list[str]] = "", []
"""The text whose far lines were asked for last, and its lines."""


@function("СтрРазделить(Строка, Разделитель, [ВключатьПустые]): Массив", "StrSplit(String, Separator, [IncludeBlank])")
def str_split(string: str, separators: str, include_blank: bool = True) -> Array:
    """Массив частей строки. Каждый символ разделителя разделяет сам по себе."""
    if not separators:
        pieces = [string]
    else:
        for other in separators[1:]:
            string = string.replace(other, separators[0])
        pieces = string.split(separators[0])
    return Array.of(pieces if include_blank else [piece for piece in pieces if piece])


@function("СтрСоединить(Строки, [Разделитель]): Строка", "StrConcat(Strings, [Separator])")
def str_concat(strings: Array | FixedArray, separator: str = "") -> str:
    """Элементы массива одной строкой через разделитель."""
    try:
        return separator.join(strings)
    except TypeError:
        # Some elements are no strings.
        return separator.join([text_of(value) for value in strings])

"""Length, pieces, blanks, case and comparison of strings."""

from __future__ import annotations

from runtime.enterprise.declare import function


@function("СтрДлина(Строка): Число", "StrLen(String)")
def str_len(string: str) -> int:
    """Количество символов строки."""
    return len(string)


@function("Лев(Строка, ЧислоСимволов): Строка", "Left(String, Count)")
def left(string: str, count: int) -> str:
    """Первые символы строки."""
    return string[:count] if count > 0 else ""


@function("Прав(Строка, ЧислоСимволов): Строка", "Right(String, Count)")
def right(string: str, count: int) -> str:
    """Последние символы строки."""
    return string[-count:] if count > 0 else ""


@function("Сред(Строка, НачальныйНомер, [ЧислоСимволов]): Строка", "Mid(String, StartNumber, [Count])")
def mid(string: str, start: int, count: int | None = None) -> str:
    """Символы строки, начиная с номера (от 1); без числа символов – до конца строки."""
    first = start - 1 if start > 1 else 0
    if count is None:
        return string[first:]
    return string[first : first + count] if count > 0 else ""


# Exactly the characters that ПустаяСтрока takes for blanks.
_BLANKS = " \t\n\r\v\f\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"


@function("СокрЛ(Строка): Строка", "TrimL(String)")
def trim_l(string: str) -> str:
    """Строка без пробелов, табуляций и переводов строк слева."""
    return string.lstrip(_BLANKS)


@function("СокрП(Строка): Строка", "TrimR(String)")
def trim_r(string: str) -> str:
    """Строка без пробелов, табуляций и переводов строк справа."""
    return string.rstrip(_BLANKS)


@function("СокрЛП(Строка): Строка", "TrimAll(String)")
def trim_all(string: str) -> str:
    """Строка без пробелов, табуляций и переводов строк с обеих сторон."""
    return string.strip(_BLANKS)


@function("ПустаяСтрока(Строка): Булево", "IsBlankString(String)")
def is_blank_string(string: str) -> bool:
    """Истина, если в строке нет ничего, кроме пробелов, табуляций и переводов строк."""
    return not string.strip(_BLANKS)


@function("ВРег(Строка): Строка", "Upper(String)")
def upper(string: str) -> str:
    """Строка прописными буквами."""
    return string.upper()


@function("НРег(Строка): Строка", "Lower(String)")
def lower(string: str) -> str:
    """Строка строчными буквами."""
    return string.lower()


@function("ТРег(Строка): Строка", "Title(String)")
def title(string: str) -> str:
    """Строка, в которой слова начинаются с прописной буквы, а остальные буквы строчные."""
    made = []
    inside_word = False
    for letter in string:
        made.append(letter.lower() if inside_word else letter.upper())
        inside_word = letter.isalnum() or letter == "_" or letter == "'"
    return "".join(made)


@function("СтрСравнить(Строка1, Строка2): Число", "StrCompare(String1, String2)")
def str_compare(one: str, other: str) -> int:
    """Сравнивает строки без учёта регистра: -1, 0 или 1."""
    from runtime.enterprise.collation import caseless_key

    a, b = caseless_key(one), caseless_key(other)
    return (a > b) - (a < b)

"""Characters and their codes: strings of the platform are UTF-16, characters beyond it have no code here."""

from __future__ import annotations

from runtime.enterprise.declare import function

_LAST = 0xFFFF
_SURROGATES = range(0xD800, 0xE000)


@function("Символ(КодСимвола): Строка", "Char(Code)")
def char(code: int) -> str:
    """Символ по его коду Юникода; пустая строка, если такого символа нет."""
    return chr(code) if 0 <= code <= _LAST and code not in _SURROGATES else ""


@function("КодСимвола(Строка, [НомерСимвола]): Число", "CharCode(String, [CharacterNumber])")
def char_code(string: str, number: int = 1) -> int:
    """Код символа строки с этим номером (от 1); -1, если такого нет."""
    if not 0 < number <= len(string):
        return -1
    code = ord(string[number - 1])
    return code if code <= _LAST and code not in _SURROGATES else -1

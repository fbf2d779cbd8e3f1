"""The bilingual syntax of patterns, told in Python's.

`\\п` is `\\s`, `\\юNNNN` and `\\uNNNN` a code in decimal, `(?<имя>…)` a named group and `\\k<имя>` what it matched.
"""

from __future__ import annotations

_RUSSIAN = {"н": "n", "в": "r", "т": "t", "п": "s", "П": "S", "ц": "d", "Ц": "D", "с": "w", "С": "W", "г": "b",
            "z": "Z"}  # fmt: skip
_IN_CLASS = frozenset("[&|~-")
"""Doubled, or opening, these warn in Python: it may give them a meaning one day."""


class WrongPattern(ValueError):
    """What Python would read otherwise; the text is Russian."""


def to_python(pattern: str) -> str:
    """WrongPattern for an empty class, and for a name or a number that is not complete."""
    pieces: list[str] = []
    index, in_class = 0, False
    while index < len(pattern):
        letter = pattern[index]
        if letter == "\\" and index + 1 < len(pattern):
            piece, index = _escape(pattern, index + 1)
            pieces.append(piece)
            continue
        if in_class:
            in_class = letter != "]"
            doubled = letter == pattern[index - 1] and letter in _IN_CLASS
            pieces.append("\\" + letter if letter == "[" or doubled else letter)
        elif letter == "[":
            if pattern.startswith(("[]", "[^]"), index):
                raise WrongPattern("пустой класс символов")
            in_class = True
            pieces.append(letter)
        elif _opens_named_group(pattern, index):
            pieces.append("(?P<")
            index += 2
        else:
            pieces.append(letter)
        index += 1
    return "".join(pieces)


def _opens_named_group(pattern: str, index: int) -> bool:
    return pattern.startswith("(?<", index) and pattern[index + 3 : index + 4] not in ("=", "!")


def _escape(pattern: str, index: int) -> tuple[str, int]:
    letter = pattern[index]
    if letter in "юu":
        end = index + 1
        while end < len(pattern) and end < index + 6 and pattern[end] in "0123456789":
            end += 1
        if end == index + 1:
            raise WrongPattern(f"после \\{letter} ожидается номер символа")
        return "\\U" + format(int(pattern[index + 1 : end]), "08x"), end
    if pattern.startswith("k<", index):
        end = pattern.find(">", index)
        if end < 0:
            raise WrongPattern("имя группы не закрыто знаком >")
        return f"(?P={pattern[index + 2 : end]})", end + 1
    return "\\" + _RUSSIAN.get(letter, letter), index + 1

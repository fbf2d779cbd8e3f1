"""The bilingual syntax of patterns, told in Python's: `\\п` is `\\s`, `\\юNNNN` and `\\uNNNN` a code in decimal."""

from __future__ import annotations

_RUSSIAN = {"н": "n", "в": "r", "т": "t", "п": "s", "П": "S", "ц": "d", "Ц": "D", "с": "w", "С": "W", "г": "b"}


def to_python(pattern: str) -> str:
    """ValueError for an empty class, which Python would read otherwise."""
    pieces: list[str] = []
    index = 0
    while index < len(pattern):
        letter = pattern[index]
        if letter == "\\" and index + 1 < len(pattern):
            piece, index = _escape(pattern, index + 1)
            pieces.append(piece)
            continue
        if pattern.startswith("[]", index) or pattern.startswith("[^]", index):
            raise ValueError("пустой класс символов")
        pieces.append(letter)
        index += 1
    return "".join(pieces)


def _escape(pattern: str, index: int) -> tuple[str, int]:
    letter = pattern[index]
    if letter in "юu":
        end = index + 1
        while end < len(pattern) and end < index + 6 and pattern[end] in "0123456789":
            end += 1
        if end == index + 1:
            raise ValueError(f"после \\{letter} ожидается номер символа")
        return "\\U" + format(int(pattern[index + 1 : end]), "08x"), end
    return "\\" + _RUSSIAN.get(letter, letter), index + 1

"""The regular expressions of ICU, which the platform has, in the words of Python's re."""

from __future__ import annotations

import re
from functools import cache, lru_cache

_BREAKS = r"\n\x0b\f\r\x85\u2028\u2029"
_BLANKS = r"\t \xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
# What stands for several characters, as the inside of a set.
_SETS = {"h": _BLANKS, "v": _BREAKS}
_OUTSIDE = {"R": rf"(?:\r\n|[{_BREAKS}])", "Z": rf"(?=(?:\r\n|[{_BREAKS}])?\Z)", "z": r"\Z"}
_POSIX = {"alpha": "L", "digit": "Nd", "upper": "Lu", "lower": "Ll", "punct": "P", "alnum": "L Nd", "space": "Z Cc"}
_SCRIPTS = {"cyrillic": "CYRILLIC", "latin": "LATIN", "greek": "GREEK", "han": "CJK"}
_LAST = 0x10000
"""Strings of the platform are UTF-16, its characters end here."""

_DEPTH = 50
"""Of sets in sets."""


class Unknown(Exception):
    """The name of a property that nobody has heard of."""


@lru_cache(256)
def pattern_of(expression: str, flags: int) -> re.Pattern[str]:
    """The compiled expression; re.error or Unknown when it is none."""
    return re.compile(_Translation(expression).whole(), flags)


@cache
def _members(name: str) -> str:
    """The characters of a property (Lu, L, Cyrillic), as the inside of a set."""
    from unicodedata import category
    from unicodedata import name as name_of

    plain = name.lower().removeprefix("script=").removeprefix("sc=").removeprefix("is")
    if script := _SCRIPTS.get(plain):
        codes = [code for code in range(_LAST) if name_of(chr(code), "").startswith(script)]
    else:
        wanted = tuple(_POSIX.get(plain, name).split())
        codes = [code for code in range(_LAST) if category(chr(code)).startswith(wanted)]
    if not codes:
        raise Unknown(name)
    return _ranges(codes)


def _ranges(codes: list[int]) -> str:
    pieces, first = [], codes[0]
    for code, after in zip(codes, [*codes[1:], -1], strict=True):
        if after != code + 1:
            pieces.append(f"\\u{first:04x}-\\u{code:04x}")
            first = after
    return "".join(pieces)


class _Translation:
    """One expression, read once from its beginning to its end."""

    def __init__(self, text: str) -> None:
        self._text, self._at, self._depth = text, 0, 0

    def whole(self) -> str:
        made = []
        while self._at < len(self._text):
            if self._took("["):
                made.append(self._set())
            elif self._took(r"\Q"):
                made.append(re.escape(self._until(r"\E")))
            elif self._took(r"\k<"):
                made.append(f"(?P={self._until('>')})")
            elif self._took("\\"):
                made.append(self._escape())
            elif self._at_name():
                self._at += 3
                made.append("(?P<")
            else:
                made.append(self._next())
        return "".join(made)

    def _took(self, mark: str) -> bool:
        found = self._text.startswith(mark, self._at)
        self._at += len(mark) * found
        return found

    def _next(self) -> str:
        self._at += 1
        return self._text[self._at - 1 : self._at]

    def _until(self, mark: str) -> str:
        inside, _, _ = self._text[self._at :].partition(mark)
        self._at += len(inside) + len(mark)
        return inside

    def _at_name(self) -> bool:
        ahead = self._text[self._at : self._at + 4]
        return ahead.startswith("(?<") and ahead[3:] not in ("=", "!")

    def _escape(self) -> str:
        """What stands behind a backslash, outside a set."""
        letter = self._text[self._at : self._at + 1]
        if letter in _OUTSIDE:
            self._at += 1
            return _OUTSIDE[letter]
        inside, negated = self._escape_in_set()
        if negated:
            return f"[^{inside}]"
        return f"[{inside}]" if letter in ("p", "P", *_SETS) else inside

    def _escape_in_set(self) -> tuple[str, bool]:
        """The same as a part of a set, and whether the set is meant to lack it."""
        letter = self._next()
        if letter in ("p", "P") and self._took("{"):
            name = self._until("}")
            negated = (letter == "P") is not name.startswith("^")
            return _members(name.lstrip("^")), negated
        if letter.lower() in _SETS:
            return _SETS[letter.lower()], letter.isupper()
        if letter == "x" and self._took("{"):
            return f"\\U{self._until('}').strip():0>8}", False
        return (r"\x1b" if letter == "e" else "\\" + letter), False

    def _set(self) -> str:
        """A set whose bracket has been read: sets inside it are joined, && meets, -- takes away."""
        negated = self._took("^")
        result, operator, first = "", "", True
        plain: list[str] = []
        nested: list[str] = []

        def operand() -> str:
            pieces = ([f"[{''.join(plain)}]"] if plain else []) + nested
            joined = pieces[0] if len(pieces) == 1 else f"(?:{'|'.join(pieces)})"
            plain.clear()
            nested.clear()
            return _combined(result, operator, joined)

        while self._at < len(self._text) and (first or self._text[self._at] != "]"):
            first = False
            sign = self._text[self._at : self._at + 2]
            if sign in ("&&", "--") and (plain or nested):
                self._at += 2
                result, operator = operand(), sign
            else:
                self._part(plain, nested)
        if not self._took("]"):
            raise re.error("unterminated set", self._text, self._at)
        if negated and not nested and not operator:
            return f"[^{''.join(plain)}]"
        made = operand()
        return f"(?:(?!{made})[\\s\\S])" if negated else made

    def _part(self, plain: list[str], nested: list[str]) -> None:
        if self._took("[:"):
            name = self._until(":]")
            (nested if name.startswith("^") else plain).append(
                f"[^{_members(name[1:])}]" if name.startswith("^") else _members(name)
            )
        elif self._took("["):
            self._depth += 1
            if self._depth > _DEPTH:
                raise re.error("sets are too deep", self._text, self._at)
            nested.append(self._set())
            self._depth -= 1
        elif self._took("\\"):
            inside, negated = self._escape_in_set()
            (nested if negated else plain).append(f"[^{inside}]" if negated else inside)
        else:
            sign = self._next()
            # Python warns of what may mean more one day.
            plain.append("\\" + sign if sign in "&~|]" else sign)


def _combined(left: str, operator: str, right: str) -> str:
    if not operator:
        return right
    return f"(?:(?={right}){left})" if operator == "&&" else f"(?:(?!{right}){left})"

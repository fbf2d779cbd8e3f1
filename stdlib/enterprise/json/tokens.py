"""A JSON text taken apart piece by piece, whatever its depth."""

from __future__ import annotations

from stdlib.enterprise.json.json_value_type import JSONValueType as Kind
from stdlib.enterprise.json.texts import has_lone_surrogates, mended, number_of, unexpected

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_WORDS = {"true": (Kind.boolean, True), "false": (Kind.boolean, False), "null": (Kind.null, None)}
# What may follow; a comma has been passed in the states that follow one.
_VALUE, _FIRST_VALUE, _NAME, _FIRST_NAME, _COLON, _COMMA, _END = range(7)


class Tokens:
    """The pieces of a text, one after another. `place` is where the next one begins, `depth` how many are open.

    Strict reading takes what RFC 8259 allows, and comments. Lenient reading, which the platform's ЧтениеJSON does, also
    takes missing and superfluous commas, missing colons and a text that ends before its brackets are closed.
    """

    __slots__ = ("_number", "_open", "_state", "_string", "_surrogates", "_text", "place")

    def __init__(self, text: str) -> None:
        from json.decoder import scanstring  # type: ignore[attr-defined] # the stubs lack it
        from re import compile as compile_pattern

        self._text = text
        self.place = 1 if text.startswith("\ufeff") else 0
        self._state = _VALUE
        self._open: list[bool] = []
        self._string = scanstring
        self._number = compile_pattern(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?(?![0-9A-Za-z_.])").match
        self._surrogates = has_lone_surrogates(text)

    @property
    def depth(self) -> int:
        return len(self._open)

    @property
    def text(self) -> str:
        return self._text

    def at_start(self) -> bool:
        """Has nothing been read yet?"""
        return self._state == _VALUE and not self._open

    def root_was_read_up_to(self, place: int) -> None:
        """Another reader has read the whole value."""
        self.place, self._state = place, _END

    def next(self, *, strict: bool) -> tuple[Kind, Any] | None:
        """The next piece: its kind, and its value if it has one. None at the end; OnecError when the text is wrong."""
        text, end = self._text, len(self._text)
        while True:
            place = self._skip_blanks(self.place)
            if place >= end:
                self.place = place
                if strict and self._state != _END:
                    raise unexpected(text, place)
                return None
            mark = text[place]
            if mark == "/":
                return Kind.comment, self._comment(place)
            if mark in ",:":
                self._separator(mark, place, strict)
                continue
            if strict and self._state in (_COLON, _COMMA) and mark not in "]}":
                raise unexpected(text, place)
            return self._piece(mark, place, strict)

    def _skip_blanks(self, place: int) -> int:
        text, end = self._text, len(self._text)
        while place < end and text[place] in " \n\r\t":
            place += 1
        return place

    def _comment(self, place: int) -> str:
        text = self._text
        if text.startswith("//", place):
            end = text.find("\n", place)
            self.place = end = len(text) if end < 0 else end
            return text[place + 2 : end].rstrip("\r")
        end = text.find("*/", place + 2)
        if not text.startswith("/*", place) or end < 0:
            raise unexpected(text, place)
        self.place = end + 2
        return text[place + 2 : end]

    def _separator(self, mark: str, place: int, strict: bool) -> None:
        state = self._state
        if mark == ":" and state == _COLON:
            self._state = _VALUE
        elif mark == "," and state == _COMMA:
            self._state = _NAME if self._open[-1] else _VALUE
        elif strict or mark == ":" or not self._open or state == _COLON or (state == _VALUE and self._open[-1]):
            raise unexpected(self._text, place)
        self.place = place + 1

    def _piece(self, mark: str, place: int, strict: bool) -> tuple[Kind, Any]:
        state = self._state
        if state == _END:
            raise unexpected(self._text, place)
        if mark in "]}":
            return self._close(mark == "}", place, strict)
        naming = bool(self._open) and self._open[-1] and state not in (_VALUE, _COLON)
        if mark == '"':
            value, self.place = self._string_at(place)
            self._state = _COLON if naming else self._after_value()
            return Kind.property_name if naming else Kind.string, value
        if naming:
            raise unexpected(self._text, place)
        if mark in "[{":
            self.place = place + 1
            self._open.append(mark == "{")
            self._state = _FIRST_NAME if mark == "{" else _FIRST_VALUE
            return Kind.object_start if mark == "{" else Kind.array_start, None
        return self._plain_value(place)

    def _close(self, is_object: bool, place: int, strict: bool) -> tuple[Kind, Any]:
        state = self._state
        wrong = not self._open or self._open[-1] is not is_object
        if (
            wrong
            or (strict and state not in (_COMMA, _FIRST_NAME, _FIRST_VALUE))
            or (is_object and state in (_VALUE, _COLON))
        ):
            raise unexpected(self._text, place)
        self._open.pop()
        self.place = place + 1
        self._state = self._after_value()
        return Kind.object_end if is_object else Kind.array_end, None

    def _string_at(self, place: int) -> tuple[str, int]:
        from json import JSONDecodeError

        try:
            value, end = self._string(self._text, place + 1, False)
        except JSONDecodeError as error:
            raise unexpected(self._text, place if error.pos <= place + 1 else error.pos) from None
        return mended(value) if self._surrogates else value, end

    def _plain_value(self, place: int) -> tuple[Kind, Any]:
        text = self._text
        for word, piece in _WORDS.items():
            if text.startswith(word, place) and not text[place + len(word) : place + len(word) + 1].isidentifier():
                self.place = place + len(word)
                self._state = self._after_value()
                return piece
        match = self._number(text, place)
        if match is None:
            raise unexpected(text, place)
        value = number_of(match[0])
        self.place = match.end()
        self._state = self._after_value()
        return Kind.number, value

    def _after_value(self) -> int:
        return _COMMA if self._open else _END

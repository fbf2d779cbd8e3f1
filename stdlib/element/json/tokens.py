"""A JSON text taken apart piece by piece, as RFC 8259 says; comments are passed over."""

from __future__ import annotations

from stdlib.element.json.json_node_kind import JsonNodeKind as Kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_WORDS = {"true": (Kind.BOOLEAN, True), "false": (Kind.BOOLEAN, False), "null": (Kind.NULL, None)}
_VALUE, _FIRST_VALUE, _NAME, _FIRST_NAME, _COLON, _COMMA, _END = range(7)
"""What comes next."""
# A number like 1e999999999 would take all memory; no data has so many digits.
_DIGITS = 4300


class Tokens:
    """`place` is where the next piece begins, `start` where the last one did; `depth` counts what is open."""

    __slots__ = ("_number", "_open", "_state", "_string", "place", "start", "text")

    def __init__(self, text: str) -> None:
        from json.decoder import scanstring  # type: ignore[attr-defined] # the stubs lack it
        from re import compile as compile_pattern

        self.text = text
        self.place = self.start = 1 if text.startswith("\ufeff") else 0
        self._state = _VALUE
        self._open: list[bool] = []
        self._string = scanstring
        self._number = compile_pattern(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?(?![0-9A-Za-z_.])").match

    @property
    def depth(self) -> int:
        return len(self._open)

    def next(self) -> tuple[Kind, Any] | None:
        """The next piece: its kind, and its value if it has one. None at the end; ИсключениеЧтенияJson in a wrong text.

        The value of a number is a Число.
        """
        text = self.text
        while True:
            place = self._skip_blanks()
            if place == len(text):
                if self._state != _END:
                    raise self.wrong(place)
                return None
            mark = text[place]
            if mark == ",":
                if self._state != _COMMA:
                    raise self.wrong(place)
                self._state = _NAME if self._open[-1] else _VALUE
            elif mark == ":":
                if self._state != _COLON:
                    raise self.wrong(place)
                self._state = _VALUE
            else:
                self.start = place
                return self._piece(mark, place)
            self.place = place + 1

    def _skip_blanks(self) -> int:
        """Past blanks and comments."""
        text, place, end = self.text, self.place, len(self.text)
        while True:
            while place < end and text[place] in " \n\r\t":
                place += 1
            if text.startswith("//", place):
                place = text.find("\n", place)
                place = end if place < 0 else place
            elif text.startswith("/*", place):
                closing = text.find("*/", place + 2)
                if closing < 0:
                    raise self.wrong(place)
                place = closing + 2
            else:
                self.place = place
                return place

    def _piece(self, mark: str, place: int) -> tuple[Kind, Any]:
        state = self._state
        if mark in "]}":
            return self._close(mark == "}", place)
        if state in (_END, _COLON, _COMMA):
            raise self.wrong(place)
        naming = state in (_NAME, _FIRST_NAME)
        if mark == '"':
            value = self._string_at(place)
            self._state = _COLON if naming else self._after_value()
            return Kind.PROPERTY_NAME if naming else Kind.STRING, value
        if naming:
            raise self.wrong(place)
        if mark in "[{":
            self.place = place + 1
            self._open.append(mark == "{")
            self._state = _FIRST_NAME if mark == "{" else _FIRST_VALUE
            return Kind.OBJECT_START if mark == "{" else Kind.ARRAY_START, None
        return self._plain_value(place)

    def _close(self, is_object: bool, place: int) -> tuple[Kind, Any]:
        allowed = (_COMMA, _FIRST_NAME) if is_object else (_COMMA, _FIRST_VALUE)
        if not self._open or self._open[-1] is not is_object or self._state not in allowed:
            raise self.wrong(place)
        self._open.pop()
        self.place = place + 1
        self._state = self._after_value()
        return Kind.OBJECT_END if is_object else Kind.ARRAY_END, None

    def _string_at(self, place: int) -> str:
        from json import JSONDecodeError

        try:
            value, self.place = self._string(self.text, place + 1, False)
        except JSONDecodeError as error:
            raise self.wrong(place if error.pos <= place + 1 else error.pos) from None
        return whole_characters(value)

    def _plain_value(self, place: int) -> tuple[Kind, Any]:
        for word, piece in _WORDS.items():
            end = place + len(word)
            if self.text.startswith(word, place) and not self.text[end : end + 1].isidentifier():
                self.place = end
                self._state = self._after_value()
                return piece
        match = self._number(self.text, place)
        if match is None:
            raise self.wrong(place)
        value = number_of(match[0])
        if value is None:
            raise self.failure("Слишком большое число", place)
        self.place = match.end()
        self._state = self._after_value()
        return Kind.NUMBER, value

    def _after_value(self) -> int:
        return _COMMA if self._open else _END

    def position(self) -> tuple[int, int]:
        """Line and column of the last piece, from 1."""
        return self.text.count("\n", 0, self.start) + 1, self.start - self.text.rfind("\n", 0, self.start)

    def wrong(self, place: int) -> Exception:
        """The error of a character that may not stand here, or of a text that is not complete."""
        return self.failure(
            "Непредвиденный конец текста JSON" if place >= len(self.text) else "Непредвиденный символ JSON", place
        )

    def failure(self, what: str, place: int) -> Exception:
        from stdlib.element.exceptions import JsonReaderException

        self.start = place
        line, column = self.position()
        return JsonReaderException(f"{what}: строка {line}, столбец {column}")


def number_of(text: str) -> Any:
    """The exact value of a number; None when it has too many digits."""
    if len(text) > _DIGITS:
        return None
    if text.removeprefix("-").isdecimal():
        return int(text)
    from decimal import Decimal, InvalidOperation

    from runtime.element.numbers import settle

    try:
        value = Decimal(text)
    except InvalidOperation:
        # The exponent itself has no end.
        return None
    if not value:
        return 0
    return settle(value) if abs(value.adjusted()) <= _DIGITS else None


def whole_characters(value: str) -> str:
    """A string in which halves of characters became question marks: nothing could be done with them."""
    if value.isascii():
        return value
    return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")

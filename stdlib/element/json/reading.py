"""A JSON text → Массив, Соответствие, Строка, Число, Булево, Неопределено."""

from __future__ import annotations

from stdlib.element.collections.array import Array
from stdlib.element.collections.map import Map
from stdlib.element.json.json_node_kind import JsonNodeKind as Kind
from stdlib.element.json.tokens import Tokens, number_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_DEEPEST = 10_000
_ENDS = (Kind.ARRAY_END, Kind.OBJECT_END)


def read_text(text: str) -> Any:
    """The only value of a text; ИсключениеЧтенияJson when it is wrong, or deeper than 10000 containers."""
    from json import JSONDecoder

    # Halves of characters are put in order by the slow way only.
    if "\\ud" not in text and "\\uD" not in text:
        decoder = JSONDecoder(object_pairs_hook=_map, parse_float=_fraction, parse_constant=_refuse, strict=False)
        try:
            value = decoder.decode(text.removeprefix("\ufeff"))
            return _arrays(value) if value.__class__ is list else value
        except (ValueError, RecursionError):
            # Wrong, with comments, or deep: the slow way tells what it is.
            pass
    tokens = Tokens(text)
    value = read_value(tokens, tokens.next())
    if tokens.next() is not None:
        raise tokens.wrong(tokens.start)
    return value


def read_value(tokens: Tokens, piece: tuple[Kind, Any] | None) -> Any:
    """The value that begins with this piece; afterwards the last piece that was read is its last one."""
    open_: list[tuple[Any, list[str]]] = []
    while piece is not None:
        kind, value = piece
        if kind is Kind.PROPERTY_NAME:
            open_[-1][1].append(value)
        else:
            if kind is Kind.ARRAY_START or kind is Kind.OBJECT_START:
                if len(open_) >= _DEEPEST:
                    raise tokens.failure("Слишком большая вложенность JSON", tokens.start)
                open_.append((Array.of([]) if kind is Kind.ARRAY_START else Map.of(()), []))
            else:
                if kind in _ENDS:
                    value = open_.pop()[0]
                if not open_:
                    return value
                container, names = open_[-1]
                if names:
                    container.entries[names.pop()] = value
                else:
                    container.items.append(value)
        piece = tokens.next()
    raise tokens.wrong(len(tokens.text))


def _map(pairs: list[tuple[str, Any]]) -> Map:
    made = Map.__new__(Map)
    made.entries = {name: _arrays(value) if value.__class__ is list else value for name, value in pairs}
    return made


def _arrays(values: list[Any]) -> Array:
    """The list as an array; lists inside lists are few, those inside objects have become arrays already."""
    if list in set(map(type, values)):
        values = [_arrays(value) if value.__class__ is list else value for value in values]
    return Array.of(values)


def _fraction(text: str) -> Any:
    value = number_of(text)
    if value is None:
        raise ValueError(text)
    return value


def _refuse(word: str) -> Any:
    raise ValueError(word)

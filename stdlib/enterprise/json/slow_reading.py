"""A value of a JSON text piece by piece: from the middle of a text, of any depth, with a function that restores."""

from __future__ import annotations

from runtime.errors import OnecError
from stdlib.enterprise.json.construction import array_of
from stdlib.enterprise.json.json_value_type import JSONValueType as Kind
from stdlib.enterprise.json.texts import unexpected

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from stdlib.enterprise.json.callback import Callback
    from stdlib.enterprise.json.construction import Construction
    from stdlib.enterprise.json.json_reader import JSONReader

_STARTS = (Kind.object_start, Kind.array_start)
_ENDS = (Kind.object_end, Kind.array_end)
_PASSED = frozenset({Kind.property_name, Kind.comment, Kind.none, *_ENDS})


class Restoring:
    """The script's function that is asked for every value; `names` are the properties it wants, None: all."""

    __slots__ = ("_additional", "_function", "_names")

    def __init__(self, function: Callback, names: frozenset[str] | None, additional: Any) -> None:
        self._function, self._names, self._additional = function, names, additional

    def restored(self, name: str | None, value: Any) -> Any:
        if self._names is not None and name not in self._names:
            return value
        return self._function.call(name, value, self._additional)


class _Container:
    """An object or an array that is being read; `name` is the property whose value comes next."""

    __slots__ = ("elements", "is_object", "name", "pairs")

    def __init__(self, is_object: bool) -> None:
        self.is_object = is_object
        self.name: str | None = None
        self.pairs: list[tuple[str, Any]] = []
        self.elements: list[Any] = []


def read_value(reader: JSONReader, construction: Construction, restoring: Restoring | None, limit: int) -> Any:
    """The value at which the reader stands, or the next one; afterwards the reader stands at its last piece."""
    _find_value(reader)
    open_: list[_Container] = []
    while True:
        kind = reader.current_value_type()
        value: Any = None
        if kind in _STARTS:
            if len(open_) >= limit:
                raise OnecError(f"Превышена максимальная вложенность JSON ({limit})")
            open_.append(_Container(kind is Kind.object_start))
        elif kind is Kind.property_name:
            open_[-1].name = reader.current_value()
        elif kind is not Kind.comment:
            value = _made(open_.pop(), construction) if kind in _ENDS else reader.current_value()
            if not open_:
                reader.stand_behind(kind, value)
                return value
            _put(open_[-1], value, construction, restoring)
        reader.step(strict=True)


def _find_value(reader: JSONReader) -> None:
    """Go to the piece with which the value begins."""
    while reader.taken or reader.current_value_type() in _PASSED:
        if not reader.step(strict=True):
            tokens = reader.tokens()
            raise unexpected(tokens.text, tokens.place)
        if reader.current_value_type() in _ENDS:
            raise OnecError("Нет значения JSON, которое можно прочитать", hint="Текущий массив или объект закончился")


def _made(container: _Container, construction: Construction) -> Any:
    return construction.object_of(container.pairs) if container.is_object else array_of(container.elements)


def _put(container: _Container, value: Any, construction: Construction, restoring: Restoring | None) -> None:
    name = container.name
    if name is None:
        container.elements.append(restoring.restored(None, value) if restoring else value)
        return
    value = construction.settled(name, value)
    container.pairs.append((name, restoring.restored(name, value) if restoring else value))

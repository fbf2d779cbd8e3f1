"""Structures, maps and arrays from what a JSON text holds."""

from __future__ import annotations

from runtime.errors import OnecError
from runtime.names import fold
from stdlib.enterprise.collections.array import Array
from stdlib.enterprise.collections.map import Map
from stdlib.enterprise.collections.structure import Structure, checked_name
from stdlib.enterprise.json.dates import read_json_date

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from stdlib.enterprise.collections.shapes import Shaped
    from stdlib.enterprise.json.json_date_format import JSONDateFormat

    Pairs = list[tuple[str, Any]]


class Construction:
    """How one call of ПрочитатьJSON makes values of what it reads.

    `dates`: the properties whose strings are dates, in this format.
    """

    __slots__ = ("_dates", "_form", "_shapes", "object_of")

    def __init__(self, *, as_map: bool, dates: frozenset[str], form: JSONDateFormat) -> None:
        self._dates, self._form = dates, form
        self._shapes: dict[tuple[str, ...], type[Shaped]] = {}
        """Shapes of names that have been checked: most objects of a text have the names of another."""
        self.object_of: Callable[[Pairs], Any] = self._map_of if as_map else self._structure_of

    def _map_of(self, pairs: Pairs) -> Map:
        made = Map()
        made.update(pairs)
        return made

    def _structure_of(self, pairs: Pairs) -> Structure:
        if not pairs:
            return Structure()
        names, values = zip(*pairs, strict=True)
        shape = self._shapes.get(names)
        if shape is None:
            return self._new_shape(pairs)
        made: Structure = object.__new__(shape)  # type: ignore[assignment]
        for slot, value in zip(Structure._slots, values, strict=False):
            slot.__set__(made, value)
        return made

    def _new_shape(self, pairs: Pairs) -> Structure:
        # What comes last stands; the place is that of the first.
        unique = {fold(name.strip()): (_property_name(name), value) for name, value in pairs}
        made = Structure()
        made._reshape([name for name, _ in unique.values()], [value for _, value in unique.values()])
        if len(unique) == len(pairs) and type(made) is not Structure._wide:
            self._shapes[tuple(name for name, _ in pairs)] = type(made)
        return made

    def with_dates(self, pairs: Pairs) -> Pairs:
        return [(name, self.settled(name, value)) for name, value in pairs] if self._dates else pairs

    def settled(self, name: str, value: Any) -> Any:
        """The value of a property, a date if it is one of those."""
        if value.__class__ is str and name in self._dates:
            return read_json_date(value, self._form)
        return value


def _property_name(name: str) -> str:
    try:
        return checked_name(name)
    except OnecError as error:
        error.hint = "Прочитайте в соответствие: ПрочитатьJSON(Чтение, Истина)"
        raise


def array_of(values: list[Any]) -> Array:
    made = Array()
    made.extend(values)
    return made

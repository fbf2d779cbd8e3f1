"""Objects whose properties come and go: structures and rows of tables.

Every list of names has a Python class of its own, its shape, in which the property `.имя` is a slot of the common base:
reading and writing cost what an attribute costs, and a property that is not there cannot be assigned. Adding a name
gives the object another class of the same layout. Objects with more names than slots keep them in a dict.
"""

from __future__ import annotations

from runtime.names import fold
from runtime.objects import missing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any, ClassVar

_SHAPES: dict[tuple[type, tuple[str, ...]], type[Shaped]] = {}
# Names computed by a script would otherwise make classes without end.
_SHAPES_LIMIT = 2000


def slot_names(count: int) -> tuple[str, ...]:
    """The slots that a base declares for its properties; the first two also serve the wide form."""
    return tuple(f"s{number}" for number in range(count))


class Shaped:
    """What the shapes of one base have in common. A base sets `_base` to itself and `_slots` to its slots."""

    __slots__ = ()
    _base: ClassVar[type[Shaped]]
    _wide: ClassVar[type[Shaped]]
    _slots: ClassVar[list[Any]] = []
    _names: dict[str, str] = {}  # noqa: RUF012 - never changed, a shape has its own
    """Folded name → spelling, in order."""

    def __onec_names__(self) -> list[str]:
        return list(self._names.values())

    def _read(self, key: str) -> Any:
        return getattr(self, "." + key)

    def _write(self, key: str, value: Any) -> None:
        slots = self._slots
        for index, name in enumerate(self._names):
            if name == key:
                slots[index].__set__(self, value)
                return

    def _values(self) -> list[Any]:
        return [self._read(key) for key in self._names]

    def _reshape(self, names: Sequence[str], values: Sequence[Any]) -> None:
        """Give the object exactly these properties."""
        shape = shape_of(self._base, tuple(names))
        self.__class__ = shape
        if shape is self._wide:
            _spread(self, names, values)
            return
        for slot, value in zip(self._slots, values, strict=False):
            slot.__set__(self, value)


class _Wide(Shaped):
    """Properties in a dict."""

    __slots__ = ()

    def __getattr__(self, name: str) -> Any:
        if name[:1] == ".":
            values = self._slots[0].__get__(self)
            if name[1:] in values:
                return values[name[1:]]
        raise missing(self, name)

    def __setattr__(self, name: str, value: Any) -> None:
        if name[:1] != ".":
            object.__setattr__(self, name, value)
            return
        values = self._slots[0].__get__(self)
        if name[1:] not in values:
            raise missing(self, name)
        values[name[1:]] = value

    @property
    def _names(self) -> dict[str, str]:  # type: ignore[override]
        names: dict[str, str] = self._slots[1].__get__(self)
        return names

    def _write(self, key: str, value: Any) -> None:
        self._slots[0].__get__(self)[key] = value


def _spread(obj: Shaped, names: Sequence[str], values: Sequence[Any]) -> None:
    keys = [fold(name) for name in names]
    obj._slots[0].__set__(obj, dict(zip(keys, values, strict=True)))
    obj._slots[1].__set__(obj, dict(zip(keys, names, strict=True)))


def is_wide(shape: type[Shaped]) -> bool:
    return issubclass(shape, _Wide)


def prepare(base: type[Shaped], count: int) -> None:
    """Make a declared class with the slots `slot_names(count)` the base of shapes."""
    base._base = base
    base._slots = [base.__dict__[name] for name in slot_names(count)]
    namespace: dict[str, Any] = {"__slots__": ()}
    if "__setattr__" in base.__dict__:
        namespace["__setattr__"] = base.__dict__["__setattr__"]
    base._wide = type(base.__name__, (_Wide, base), namespace)


def shape_of(base: type[Shaped], names: tuple[str, ...]) -> type[Shaped]:
    """The class of objects with these properties."""
    known = _SHAPES.get((base, names))
    if known is not None:
        return known
    if len(names) > len(base._slots) or len(_SHAPES) >= _SHAPES_LIMIT:
        return base._wide
    namespace: dict[str, Any] = {"__slots__": (), "_names": {fold(name): name for name in names}}
    for slot, name in zip(base._slots, names, strict=False):
        namespace["." + fold(name)] = slot
    made = _SHAPES[base, names] = type(base.__name__, (base,), namespace)
    return made


def reader(shape: type[Shaped], index: int, key: str) -> Callable[[Any], Any]:
    """The fastest way to read one property of many objects of a shape."""
    if is_wide(shape):
        return lambda obj: obj._read(key)
    from operator import attrgetter

    return attrgetter(f"s{index}")

"""Objects whose properties come and go: structures and rows of tables.

Every list of names has a Python class of its own, its shape, in which the property `.имя` is a slot of the common base:
reading and writing cost what an attribute costs, and a property that is not there cannot be assigned. Adding a name
gives the object another class of the same layout. Objects with more names than slots keep them in a dict.

A property may have a guard: what is assigned to it is adjusted to a type, or told to whoever keeps an index. Reading it
costs a little more; properties without a guard cost what they did.
"""

from __future__ import annotations

from runtime.names import fold
from runtime.objects import missing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any, ClassVar, Protocol

    class Adjusting(Protocol):
        """A description of types: hashable, equal to others that say the same."""

        @property
        def plain(self) -> frozenset[type]:
            """The Python classes whose values need no adjusting."""

        def adjust_value(self, value: Any = None) -> Any: ...

    Guard = tuple[Adjusting | None, bool]
    """The types to adjust to, and whether the object's `_touched` is called after an assignment."""
    Guards = tuple[Guard | None, ...]

# Names computed by a script would otherwise make classes without end. Structures and rows do not share the limit: many
# odd structures must not make tables slow.
_SHAPES_LIMIT = 2000


def slot_names(count: int) -> tuple[str, ...]:
    """The slots that a base declares for its properties; the first three also serve the wide form."""
    return tuple(f"s{number}" for number in range(count))


class Shaped:
    """What the shapes of one base have in common. `prepare` sets the rest."""

    __slots__ = ()
    _base: ClassVar[type[Shaped]]
    _wide: ClassVar[type[Shaped]]
    _slots: ClassVar[list[Any]] = []
    _shapes: ClassVar[dict[tuple[tuple[str, ...], Guards], type[Shaped]]]
    _names: dict[str, str] = {}  # noqa: RUF012 - never changed, a shape has its own
    """Folded name → spelling, in order."""
    _guards: Guards = ()
    """One for each name, or none at all; a shape has its own."""
    _copies: ClassVar[bool] = False
    """May a structure be made of it?"""

    def __onec_names__(self) -> list[str]:
        return list(self._names.values())

    def _read(self, key: str) -> Any:
        return getattr(self, "." + key)

    def _write(self, key: str, value: Any) -> None:
        """Assign as a script does, guards included."""
        setattr(self, "." + key, value)

    def _touched(self) -> None:
        """A watched property has been assigned."""

    def _values(self) -> list[Any]:
        return [self._read(key) for key in self._names]

    def _reshape(self, names: Sequence[str], values: Sequence[Any]) -> None:
        """Give the object exactly these properties."""
        self._take(shape_of(self._base, tuple(names)), names, values)

    def _take(self, shape: type[Shaped], names: Sequence[str], values: Sequence[Any], guards: Guards = ()) -> None:
        """Become of this shape, which `shape_of` made of these names and guards; the values are not adjusted."""
        self.__class__ = shape
        if shape is self._wide:
            _spread(self, names, values, guards)
            return
        for slot, value in zip(self._slots, values, strict=False):
            slot.__set__(self, value)


class Wide(Shaped):
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
        key = name[1:]
        values = self._slots[0].__get__(self)
        if key not in values:
            raise missing(self, name)
        adjusting, watched = self._slots[2].__get__(self).get(key) or (None, False)
        values[key] = value if adjusting is None else adjusting.adjust_value(value)
        if watched:
            self._touched()

    @property
    def _names(self) -> dict[str, str]:  # type: ignore[override]
        names: dict[str, str] = self._slots[1].__get__(self)
        return names

    @property
    def _guards(self) -> Guards:  # type: ignore[override]
        known = self._slots[2].__get__(self)
        guards = tuple(known.get(key) for key in self._names)
        return guards if any(guards) else ()

    def _read(self, key: str) -> Any:
        return self._slots[0].__get__(self)[key]

    def _values(self) -> list[Any]:
        return list(self._slots[0].__get__(self).values())

    def _add(self, key: str, name: str, value: Any) -> None:
        self._names[key] = name
        self._slots[0].__get__(self)[key] = value

    def _remove(self, key: str) -> None:
        del self._names[key]
        del self._slots[0].__get__(self)[key]


def _spread(obj: Shaped, names: Sequence[str], values: Sequence[Any], guards: Guards) -> None:
    keys = [fold(name) for name in names]
    obj._slots[0].__set__(obj, dict(zip(keys, values, strict=True)))
    obj._slots[1].__set__(obj, dict(zip(keys, names, strict=True)))
    obj._slots[2].__set__(obj, dict(zip(keys, guards, strict=False)))


def is_wide(shape: type[Shaped]) -> bool:
    return issubclass(shape, Wide)


def prepare(base: type[Shaped], count: int) -> None:
    """Make a declared class with the slots `slot_names(count)` the base of shapes."""
    base._base = base
    base._shapes = {}
    base._slots = [base.__dict__[name] for name in slot_names(count)]
    namespace: dict[str, Any] = {"__slots__": ()}
    if "__setattr__" in base.__dict__:
        namespace["__setattr__"] = base.__dict__["__setattr__"]
    base._wide = type(base.__name__, (Wide, base), namespace)


def shape_of(base: type[Shaped], names: tuple[str, ...], guards: Guards = ()) -> type[Shaped]:
    """The class of objects with these properties; `guards` has one for each name, or is empty."""
    known = base._shapes.get((names, guards))
    if known is not None:
        return known
    if len(names) > len(base._slots) or len(base._shapes) >= _SHAPES_LIMIT:
        return base._wide
    namespace: dict[str, Any] = {"__slots__": (), "_names": {fold(name): name for name in names}, "_guards": guards}
    for index, name in enumerate(names):
        guard = guards[index] if guards else None
        namespace["." + fold(name)] = _guarded(base, index, guard) if guard else base._slots[index]
    made = base._shapes[names, guards] = type(base.__name__, (base,), namespace)
    return made


def _guarded(base: type[Shaped], index: int, guard: Guard) -> property:
    from operator import attrgetter

    store = base._slots[index].__set__
    adjusting, watched = guard
    plain = adjusting.plain if adjusting else frozenset()

    def write(obj: Shaped, value: Any) -> None:
        if adjusting is not None and value.__class__ not in plain:
            value = adjusting.adjust_value(value)
        store(obj, value)
        if watched:
            obj._touched()

    return property(attrgetter(f"s{index}"), write)


def reader(shape: type[Shaped], index: int, key: str) -> Callable[[Any], Any]:
    """The fastest way to read one property of many objects of a shape."""
    if is_wide(shape):
        return lambda obj: obj._read(key)
    from operator import attrgetter

    return attrgetter(f"s{index}")

"""ЧитаемоеМножество."""

from __future__ import annotations

from runtime.element.declare import method, onec_type
from stdlib.element.collections.iterable import Iterable
from stdlib.element.collections.keys import changed, from_key, to_key
from stdlib.element.collections.readable_collection import ReadableCollection

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from stdlib.element.collections.set import Set


_PLAIN = (str, int)


@onec_type("ЧитаемоеМножество<Т>", "ReadableSet")
class ReadableSet(ReadableCollection):
    """Множество, элементы которого можно читать. Множества любых типов с равными элементами равны."""

    __slots__ = ("entries",)
    entries: dict[Any, None]

    def __iter__(self) -> Iterator[Any]:
        try:
            for key in self.entries:
                yield key if key.__class__ in _PLAIN else from_key(key)
        except RuntimeError as error:
            raise changed(error) from None

    def __len__(self) -> int:
        return len(self.entries)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ReadableSet):
            return NotImplemented
        return self.entries.keys() == other.entries.keys()

    def __hash__(self) -> int:
        return hash(frozenset(self.entries))

    def holds(self, element: Any) -> bool:
        return to_key(element) in self.entries

    def as_text(self) -> str:
        from runtime.element.presentation import operand

        return f"{{{', '.join(map(operand, self))}}}"

    @method("Объединение(Другое: Обходимое<Т>): Множество<Т>", "Union(Other)")
    def union(self, other: Iterable) -> Set:
        """Возвращает новое множество с элементами обоих."""
        return _set([*self, *other])

    @method("Пересечение(Другое: Обходимое<Т>): Множество<Т>", "Intersection(Other)")
    def intersection(self, other: Iterable) -> Set:
        """Возвращает новое множество с элементами, которые есть в обоих."""
        others = _set(other)
        return _set(item for item in self if others.holds(item))

    @method("Разность(Другое: Обходимое<Т>): Множество<Т>", "Difference(Other)")
    def difference(self, other: Iterable) -> Set:
        """Возвращает новое множество с элементами, которых нет в другом."""
        others = _set(other)
        return _set(item for item in self if not others.holds(item))

    @method("СимметрическаяРазность(Другое: Обходимое<Т>): Множество<Т>", "SymmetricDifference(Other)")
    def symmetric_difference(self, other: Iterable) -> Set:
        """Возвращает новое множество с элементами, которые есть только в одном из двух."""
        others = _set(other)
        return _set([*self.difference(others), *others.difference(self)])


def _set(items: Any) -> Set:
    from stdlib.element.collections.set import Set

    return Set.of(items)

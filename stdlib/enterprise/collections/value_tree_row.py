"""СтрокаДереваЗначений."""

from __future__ import annotations

from runtime.enterprise.declare import getter, method, onec_type
from stdlib.enterprise.collections.row import Row
from stdlib.enterprise.collections.shapes import prepare, slot_names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.enterprise.collections.value_tree import ValueTree
    from stdlib.enterprise.collections.value_tree_row_collection import ValueTreeRowCollection

_SLOTS = 32


@onec_type("СтрокаДереваЗначений", "ValueTreeRow", presentation="Строка дерева значений")
class ValueTreeRow(Row):
    """Строка дерева значений: Строка.ИмяКолонки, Строка["ИмяКолонки"], Строка[0], подчинённые – в Строка.Строки."""

    __slots__ = ("_children", *slot_names(_SLOTS))
    _home: ValueTreeRowCollection
    _children: ValueTreeRowCollection

    def children(self) -> ValueTreeRowCollection | None:
        """The subordinate rows; None while nobody has asked for them."""
        try:
            return self._children
        except AttributeError:
            return None

    @getter("Строки", "Rows", "КоллекцияСтрокДереваЗначений")
    def rows(self) -> ValueTreeRowCollection:
        """Подчинённые строки."""
        found = self.children()
        if found is None:
            found = self._children = self._home.below(self)
        return found

    @getter("Родитель", "Parent", "СтрокаДереваЗначений")
    def parent(self) -> ValueTreeRow | None:
        """Строка, которой подчинена эта; Неопределено у строк верхнего уровня."""
        return self._home.parent()

    @method("Владелец(): ДеревоЗначений", "Owner()")
    def owner(self) -> ValueTree:
        """Дерево, которому принадлежит строка."""
        return self._home.tree

    @method("Уровень(): Число", "Level()")
    def level(self) -> int:
        """Сколько строк стоит над этой; у строк верхнего уровня 0."""
        count = 0
        above = self._home.parent()
        while above is not None:
            count += 1
            above = above._home.parent()
        return count


prepare(ValueTreeRow, _SLOTS)

"""КолонкаДереваЗначений."""

from __future__ import annotations

from runtime.enterprise.declare import onec_type
from stdlib.enterprise.collections.column import Column


@onec_type("КолонкаДереваЗначений", "ValueTreeColumn", presentation="Колонка дерева значений")
class ValueTreeColumn(Column):
    """Колонка дерева значений."""

    __slots__ = ()

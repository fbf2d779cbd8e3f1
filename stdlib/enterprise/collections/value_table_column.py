"""КолонкаТаблицыЗначений."""

from __future__ import annotations

from runtime.enterprise.declare import onec_type
from stdlib.enterprise.collections.column import Column


@onec_type("КолонкаТаблицыЗначений", "ValueTableColumn", presentation="Колонка таблицы значений")
class ValueTableColumn(Column):
    """Колонка таблицы значений."""

    __slots__ = ()

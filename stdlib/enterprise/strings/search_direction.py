"""Перечисление НаправлениеПоиска."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration("НаправлениеПоиска", "SearchDirection", presentation="Направление поиска")
class SearchDirection(EnumValue):
    """Откуда СтрНайти() начинает поиск."""

    __slots__ = ()
    from_begin = item("СНачала", "FromBegin")
    from_end = item("СКонца", "FromEnd")

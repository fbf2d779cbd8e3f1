"""Сравнимое."""

from __future__ import annotations

from runtime.element.declare import onec_type
from runtime.element.objects import ElementObject


@onec_type("Сравнимое<Т>", "Comparable")
class Comparable(ElementObject):
    """Базовый тип значений, которые можно сравнивать на больше и меньше."""

    __slots__ = ()

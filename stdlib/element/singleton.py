"""Одиночка."""

from __future__ import annotations

from runtime.element.declare import onec_type
from runtime.element.objects import ElementObject


@onec_type("Одиночка", "Singleton")
class Singleton(ElementObject):
    """Базовый тип объектов, которые существуют в единственном экземпляре."""

    __slots__ = ()

"""Представляемое."""

from __future__ import annotations

from runtime.element.declare import onec_type
from runtime.element.objects import ElementObject


@onec_type("Представляемое", "Presentable")
class Presentable(ElementObject):
    """Базовый тип значений, у которых есть представление для пользователя."""

    __slots__ = ()

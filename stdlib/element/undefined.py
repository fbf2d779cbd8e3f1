"""Неопределено, the type of the absent value."""

from __future__ import annotations

from runtime.element.declare import onec_type
from runtime.objects import OnecObject


@onec_type("Неопределено", "Undefined", represents=type(None))
class Undefined(OnecObject):
    """Тип единственного значения Неопределено: значения нет."""

    __slots__ = ()

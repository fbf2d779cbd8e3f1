"""Null."""

from __future__ import annotations

from runtime.element.declare import global_property, onec_type
from runtime.element.objects import ElementObject


@onec_type("Null", "Null")
class Null(ElementObject):
    """Тип единственного значения Null: значения нет в базе данных. Это не Неопределено."""

    __slots__ = ()

    def as_text(self) -> str:
        return "Null"


_null = Null()


@global_property("Null", "Null", "Null")
def null() -> Null:
    """Значения нет в базе данных."""
    return _null

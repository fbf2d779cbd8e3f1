"""ЗначениеЗаполнено."""

from __future__ import annotations

from runtime.enterprise.date import EMPTY_DATE, Date
from runtime.enterprise.declare import function
from runtime.enterprise.null import Null
from runtime.errors import BadArgument

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@function("ЗначениеЗаполнено(Значение): Булево", "ValueIsFilled(Value)")
def value_is_filled(value: Any) -> bool:
    """Истина, если значение отличается от пустого: непробельная строка, ненулевое число, непустая коллекция."""
    kind = value.__class__
    if value is None or kind is Null:
        return False
    if kind is str:
        from stdlib.enterprise.strings.parts import is_blank_string

        return not is_blank_string(value)
    if kind is bool:
        return True
    if kind is int or kind.__name__ == "Decimal":
        return bool(value != 0)
    if kind is Date:
        return bool(value != EMPTY_DATE)
    filled = getattr(kind, "__onec_filled__", None)
    if filled is not None:
        return bool(filled(value))
    if hasattr(kind, "__len__"):
        return len(value) > 0
    from runtime.enterprise.types import TypeValue
    from runtime.enums import EnumValue

    if isinstance(value, EnumValue | TypeValue):
        return True
    raise BadArgument(1)

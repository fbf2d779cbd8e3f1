"""Types as values."""

from __future__ import annotations

from runtime.enterprise.declare import function
from runtime.enterprise.types import TypeValue, type_named, type_of
from runtime.errors import OnecError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@function("Тип(ИмяТипа): Тип", "Type(TypeName)")
def type_by_name(name: str) -> TypeValue:
    """Тип по его имени: Тип("Число"), Тип("Массив")."""
    from runtime.enterprise import access

    if access.type_finder is None:
        access.type_finder = _find
    try:
        return type_named(name)
    except OnecError as error:
        from stdlib.enterprise.library import type_hint

        error.hint = error.hint or type_hint(name.strip())
        raise


def _find(name: str) -> type | None:
    # The whole library is asked for types of its own only, not for Число and Строка.
    from stdlib.enterprise.library import class_named

    return class_named(name)


@function("ТипЗнч(Значение): Тип", "TypeOf(Value)")
def type_of_value(value: Any) -> TypeValue:
    """Тип значения."""
    return type_of(value)

"""Type tests and casts: `это`, `как`, `!`, conditions.

A test is a declared class, or `int` for Число, `str`, `bool`, `bytes`, `None` for Неопределено, or a tuple of tests.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, NoReturn


def is_type(value: Any, test: Any) -> bool:
    """`value это Т`."""
    cls = value.__class__
    if cls is test:
        return True
    if test is None:
        return value is None
    if test.__class__ is tuple:
        return any(is_type(value, one) for one in test)
    if test is int:
        return bool(cls.__name__ == "Decimal")
    if "__onec__" not in test.__dict__:
        return False
    if value is None:
        return bool(test.__onec__.ru == "Неопределено")
    if isinstance(value, test):
        return True
    from runtime.element.library import class_of

    return issubclass(class_of(value), test)


def cast(value: Any, test: Any, type_name: str) -> Any:
    """`value как Т`: the value itself, or ИсключениеПроверкиТипа."""
    if value.__class__ is test or is_type(value, test):
        return value
    _refuse(value, type_name)


def not_undefined(value: Any) -> Any:
    """`value!`, and a `T?` where a `T` is wanted."""
    if value is None:
        from runtime.element.exceptions import TypeCheckException

        raise TypeCheckException("Значение не должно быть Неопределено")
    return value


def condition(value: Any) -> bool:
    """What `если`, `пока`, `и`, `или`, `не`, `?:` demand: a Булево and nothing else."""
    if value is True:
        return True
    if value is False:
        return False
    _refuse(value, "Булево")


def _refuse(value: Any, expected: str) -> NoReturn:
    from runtime.element.exceptions import TypeCheckException
    from runtime.element.library import type_name

    raise TypeCheckException(f"Ожидается значение типа {expected}, получено {type_name(value)}")

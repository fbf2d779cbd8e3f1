"""What the operators of Enterprise do: arithmetic, comparison, truth.

Compiled code calls these where it does not know the types. Each begins with whole numbers and strings; the left
operand decides which operation is meant, the right one is converted to fit.
"""

from __future__ import annotations

from runtime.enterprise.convert import to_boolean, to_number
from runtime.enterprise.date import Date
from runtime.enterprise.presentation import text_of
from runtime.errors import OnecError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType
    from typing import Any

_loaded: Any = None
_collation: Callable[[str], tuple[str, str, str]] | None = None


def _numbers() -> ModuleType:
    """runtime.enterprise.numbers, loaded when the first fraction is met."""
    global _loaded
    if _loaded is None:
        from runtime.enterprise import numbers

        _loaded = numbers
    module: ModuleType = _loaded
    return module


def _collate() -> Callable[[str], tuple[str, str, str]]:
    """The key that orders strings, loaded when strings are first compared so."""
    global _collation
    from runtime.enterprise.collation import key

    _collation = key
    return key


def add(a: Any, b: Any) -> Any:
    kind = a.__class__
    if kind is int or kind is str:
        if b.__class__ is kind:
            return a + b
        if kind is str:
            return a + text_of(b)
    if kind is Date:
        return a + to_number(b)
    return (_loaded or _numbers()).add(a, b)


def subtract(a: Any, b: Any) -> Any:
    if a.__class__ is int and b.__class__ is int:
        return a - b
    if a.__class__ is Date:
        return a - (b if b.__class__ is Date else to_number(b))
    return (_loaded or _numbers()).subtract(a, b)


def multiply(a: Any, b: Any) -> Any:
    if a.__class__ is int and b.__class__ is int:
        return a * b
    return (_loaded or _numbers()).multiply(a, b)


def divide(a: Any, b: Any) -> Any:
    if a.__class__ is int and b.__class__ is int and b:
        return (_loaded or _numbers()).divide_integers(a, b) if a % b else a // b
    a, b = to_number(a), to_number(b)
    if b == 0:
        raise OnecError("Деление на 0")
    if a.__class__ is int and b.__class__ is int:
        return divide(a, b)
    return (_loaded or _numbers()).divide(a, b)


def modulo(a: Any, b: Any) -> Any:
    if a.__class__ is int and b.__class__ is int and a >= 0 and b > 0:
        return a % b
    a, b = to_number(a), to_number(b)
    if b == 0:
        raise OnecError("Деление на 0")
    if a.__class__ is int and b.__class__ is int:
        rest = abs(a) % abs(b)
        return rest if a >= 0 else -rest
    return _numbers().modulo(a, b)


def negate(a: Any) -> Any:
    if a.__class__ is int:
        return -a
    number = to_number(a)
    # Python's unary minus would round a Decimal to the digits of its current context.
    return -number if isinstance(number, int) else number.copy_negate()


def positive(a: Any) -> Any:
    return a if a.__class__ is int else to_number(a)


def equal(a: Any, b: Any) -> bool:
    return bool(a == b)


def not_equal(a: Any, b: Any) -> bool:
    return bool(a != b)


def less(a: Any, b: Any) -> bool:
    if a.__class__ is int and b.__class__ is int:
        return bool(a < b)
    a, b = _ordered(a, b)
    return bool(a < b)


def less_equal(a: Any, b: Any) -> bool:
    if a.__class__ is int and b.__class__ is int:
        return bool(a <= b)
    a, b = _ordered(a, b)
    return bool(a <= b)


def greater(a: Any, b: Any) -> bool:
    if a.__class__ is int and b.__class__ is int:
        return bool(a > b)
    a, b = _ordered(a, b)
    return bool(a > b)


def greater_equal(a: Any, b: Any) -> bool:
    if a.__class__ is int and b.__class__ is int:
        return bool(a >= b)
    a, b = _ordered(a, b)
    return bool(a >= b)


def _ordered(a: Any, b: Any) -> tuple[Any, Any]:
    """What to compare for two values of the same primitive type."""
    kind, other = a.__class__, b.__class__
    # is_number() written out: fractions are compared often.
    if (kind is int or kind.__name__ == "Decimal") and (other is int or other.__name__ == "Decimal"):
        return a, b
    if kind is other:
        if kind is Date or kind is bool:
            return a, b
        if kind is str:
            key = _collation or _collate()
            return key(a), key(b)
    raise OnecError(
        "Операции сравнения на больше-меньше допустимы только для значений совпадающих примитивных типов "
        "(Булево, Число, Строка, Дата)"
    )


def truth(value: Any) -> bool:
    """The meaning of a value in Если, Пока, ?(), И, ИЛИ, НЕ."""
    if value is True or value is False:
        return bool(value)
    return to_boolean(value)

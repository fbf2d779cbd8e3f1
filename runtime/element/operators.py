"""Arithmetic, equality and order of values whose types are not settled before the run.

Where they are, compiled code uses the bare Python operator: `+ - *` and comparisons of two numbers or two strings,
`+` of two strings, and the operators of dates, are the same as here. `/ % **` of numbers are only here.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, NoReturn


_SMALL = 10**9
_numbers: Any = None


def add(left: Any, right: Any) -> Any:
    a, b = left.__class__, right.__class__
    if a is b and (a is int or a is str):
        return left + right
    if a is str or b is str:
        from runtime.element.presentation import operand

        return operand(left) + operand(right)
    if a in _NEVER_ADDED or b in _NEVER_ADDED:
        _refuse("+", left, right)
    try:
        return left + right
    except TypeError:
        _refuse("+", left, right)


def longer(text: Any, more: str, variables: dict[str, Any], name: str) -> Any:
    """`text + more` for a text in a variable that lives as long as the session.

    The variable lets go of it meanwhile, so that CPython extends it where it stands.
    """
    if text.__class__ is not str:
        return add(text, more)
    variables[name] = None
    text = text + more
    return text


def subtract(left: Any, right: Any) -> Any:
    if left.__class__ is bool or right.__class__ is bool:
        _refuse("-", left, right)
    try:
        return left - right
    except TypeError:
        _refuse("-", left, right)


def multiply(left: Any, right: Any) -> Any:
    a, b = left.__class__, right.__class__
    if a is b and a is int:
        return left * right
    if a in _NEVER_MULTIPLIED or b in _NEVER_MULTIPLIED:
        _refuse("*", left, right)
    try:
        return left * right
    except TypeError:
        _refuse("*", left, right)


def divide(left: Any, right: Any) -> Any:
    """Exact, or 27 digits after the point, rounded half up; by zero: ИсключениеАрифметики."""
    if left.__class__ is int and right.__class__ is int and right:
        whole, rest = divmod(left, right)
        if not rest:
            return whole
    elif not (is_number(left) and is_number(right)):
        return _own_division(left, right)
    return (_numbers or _load()).divide(left, right)


def _own_division(left: Any, right: Any) -> Any:
    if hasattr(left.__class__, "__truediv__") and not is_number(left) and left.__class__ is not bool:
        result = left.__class__.__truediv__(left, right)
        if result is not NotImplemented:
            return result
    _refuse("/", left, right)


def modulo(left: Any, right: Any) -> Any:
    """The remainder has the sign of the dividend."""
    if left.__class__ is int and right.__class__ is int and left >= 0 and right > 0:
        return left % right
    if not (is_number(left) and is_number(right)):
        _refuse("%", left, right)
    return (_numbers or _load()).modulo(left, right)


def quotient(left: Any, right: Any) -> Any:
    """`(left / right).ЦелаяЧасть()`; a quotient by a small number is never rounded up to a whole one."""
    if left.__class__ is int and right.__class__ is int and 0 < right <= _SMALL:
        return left // right if left >= 0 else -(-left // right)
    return int(divide(left, right))


def power(left: Any, right: Any) -> Any:
    if left.__class__ is int and right.__class__ is int and 0 <= right <= 64 and -_SMALL <= left <= _SMALL:
        return left**right
    if not (is_number(left) and is_number(right)):
        _refuse("**", left, right)
    return (_numbers or _load()).power(left, right)


def _load() -> Any:
    """Decimal arithmetic, when a script leaves the whole numbers first; importing it each time would cost more."""
    global _numbers
    from runtime.element import numbers

    _numbers = numbers
    return numbers


def negate(value: Any) -> Any:
    if value.__class__ is bool or not hasattr(value.__class__, "__neg__"):
        _refuse_one("-", value)
    return -value


def affirm(value: Any) -> Any:
    """Unary plus: numbers and durations only."""
    if value.__class__ is bool or not hasattr(value.__class__, "__neg__"):
        _refuse_one("+", value)
    return value


def is_number(value: Any) -> bool:
    cls = value.__class__
    return cls is int or cls.__name__ == "Decimal"


def equal(left: Any, right: Any) -> bool:
    """Values of different types are unequal; collections are compared by content, structures by reference."""
    if left is right:
        return True
    a, b = left.__class__, right.__class__
    if a is not b and (a is bool or b is bool):
        return False
    return bool(left == right)


def not_equal(left: Any, right: Any) -> bool:
    return not equal(left, right)


def less(left: Any, right: Any) -> bool:
    _require_order(left, right)
    return bool(left < right)


def less_or_equal(left: Any, right: Any) -> bool:
    _require_order(left, right)
    return bool(left <= right)


def greater(left: Any, right: Any) -> bool:
    _require_order(left, right)
    return bool(left > right)


def greater_or_equal(left: Any, right: Any) -> bool:
    _require_order(left, right)
    return bool(left >= right)


def _require_order(left: Any, right: Any) -> None:
    """Raises ИсключениеСравнения unless both are of one type that has an order (Сравнимое)."""
    a, b = left.__class__, right.__class__
    if a is b:
        # `object` has a `__lt__` of its own, which orders nothing.
        if getattr(a, "__lt__", None) is not _NO_ORDER and a not in _NEVER_ORDERED:
            return
    elif is_number(left) and is_number(right):
        return
    from runtime.element.exceptions import CompareException
    from runtime.element.library import type_name

    raise CompareException(f"Значения нельзя сравнить на больше и меньше: {type_name(left)} и {type_name(right)}")


_NEVER_ADDED = frozenset({bytes, bool, type(None)})
_NEVER_MULTIPLIED = frozenset({str, bytes, bool, type(None)})
_NO_ORDER: Any = vars(object)["__lt__"]
_NEVER_ORDERED = frozenset({bytes, bool, type(None)})


def _refuse(sign: str, left: Any, right: Any) -> NoReturn:
    from runtime.element.exceptions import TypeCheckException
    from runtime.element.library import type_name

    raise TypeCheckException(f"Операция «{sign}» не определена для типов {type_name(left)} и {type_name(right)}")


def _refuse_one(sign: str, value: Any) -> NoReturn:
    from runtime.element.exceptions import TypeCheckException
    from runtime.element.library import type_name

    raise TypeCheckException(f"Операция «{sign}» не определена для типа {type_name(value)}")

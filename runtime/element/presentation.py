"""ВСтроку() and Представление() of any value."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

UNDEFINED = "undefined"
_format_number: Callable[[Any, str], str] | None = None


def to_string(value: Any) -> str:
    """`%x` in a string: ВСтроку(); Неопределено is empty here."""
    cls = value.__class__
    if cls is str:
        text: str = value
        return text
    if cls is int:
        return number_text(value)
    if value is None:
        return ""
    return _text(value)


def number_text(value: Any) -> str:
    """A Число as its literal is written; what only seemed to be one as to_string says."""
    if value.__class__ is int:
        try:
            return str(value)
        except ValueError:
            # Python's own conversion refuses more than 4300 digits.
            from decimal import Decimal

            return format(Decimal(value), "f")
    return to_string(value)


def operand(value: Any) -> str:
    """`Строка + x`: ВСтроку(); Неопределено is "undefined" here."""
    return UNDEFINED if value is None else to_string(value)


def present(value: Any, format_: str | None = None) -> str:
    """`$x` and `${x|format}` in a string: Представление([формат]); Неопределено is empty."""
    cls = value.__class__
    if (own := getattr(cls, "as_presentation", None)) is not None:
        shown: str = own(value, format_)
        return shown
    if value is None:
        return ""
    if cls is int or cls.__name__ == "Decimal":
        return (_format_number or _number_format())(value, format_ or "")
    if format_ is not None:
        from runtime.element.objects import not_formattable

        raise not_formattable(value)
    return to_string(value)


def _number_format() -> Callable[[Any, str], str]:
    """Loaded by the first number that is presented, and kept: loops present them."""
    global _format_number
    from runtime.element.number_format import format_number

    _format_number = format_number
    return format_number


def _text(value: Any) -> str:
    cls = value.__class__
    if cls is bool:
        return "Истина" if value else "Ложь"
    if hasattr(cls, "as_text"):
        text: str = value.as_text()
        return text
    if cls.__name__ == "Decimal":
        from runtime.element.numbers import text as decimal_text

        return decimal_text(value)
    if cls is bytes:
        return str(value.hex().upper())
    from runtime.element.objects import qualified_name

    if isinstance(value, type) and "__onec__" in value.__dict__:
        return qualified_name(value)
    from runtime.element.library import class_of

    return qualified_name(class_of(value))

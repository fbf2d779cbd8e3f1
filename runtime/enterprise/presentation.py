"""Строка(x): how a value looks as text. Russian habits are here; those of other countries come from `locale`."""

from __future__ import annotations

from runtime import host
from runtime.enterprise.date import Date
from runtime.enterprise.null import Null

TYPE_CHECKING = False
if TYPE_CHECKING:
    from decimal import Decimal
    from typing import Any

NBSP = "\u00a0"


_TAILS: list[str] = []


def text_of(value: Any) -> str:
    kind = value.__class__
    if kind is str:
        text: str = value
        return text
    if kind is int:
        if -1000 < value < 1000:
            return str(value)
        if 0 < value < 1_000_000 and not host.abroad:
            return f"{value // 1000}{(_TAILS or _tails())[value % 1000]}"
    if value is None or kind is Null:
        return ""
    if host.abroad and (foreign := _text_abroad(value, kind)) is not None:
        return foreign
    if kind is int:
        return _grouped(value)
    if kind is bool:
        return "Да" if value else "Нет"
    if kind is Date:
        return str(value)
    if kind.__name__ == "Decimal":
        return _trimmed(f"{value:,f}").replace(",", NBSP).replace(".", ",") if value else "0"
    own = getattr(kind, "__onec_text__", None)
    if own is not None:
        return str(own(value))
    return _text_of_object(value, kind)


def _tails() -> list[str]:
    """The last group of a number's digits, made when the first number needs one: loops join numbers to texts."""
    _TAILS[:] = [f"{NBSP}{number:03}" for number in range(1000)]
    return _TAILS


def _text_abroad(value: Any, kind: type) -> str | None:
    """The text in the habits of another country; None when they are Russian or the value has no country."""
    if kind is not int and kind is not bool and kind is not Date and kind.__name__ != "Decimal":
        return None
    from runtime.enterprise.locale import abroad

    habits = abroad()
    return habits.text_of(value) if habits else None


def digits_of(value: int) -> str:
    """All digits of a whole number; Python's own conversion refuses very long ones."""
    try:
        return str(value)
    except ValueError:
        from decimal import Decimal

        return f"{Decimal(value):f}"


def plain(value: int | Decimal) -> str:
    """A number without groups, with a dot, without trailing zeros."""
    if isinstance(value, int):
        return digits_of(value)
    # A zero may have a sign.
    return _trimmed(f"{value:f}") if value else "0"


def _trimmed(digits: str) -> str:
    """Without the zeros at the end of a fraction; arithmetic of known numbers leaves them."""
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def _grouped(value: int) -> str:
    try:
        return f"{value:,}".replace(",", NBSP)
    except ValueError:
        from decimal import Decimal

        return f"{Decimal(value):,f}".replace(",", NBSP)


def _text_of_object(value: Any, kind: type) -> str:
    from runtime.enums import EnumValue

    if isinstance(value, EnumValue):
        return str(value.ru)
    info = getattr(kind, "__onec__", None)
    return str(info.presentation) if info is not None else kind.__name__

"""Formats of Число.Представление(): `['префикс'][флаги][ширина][.точность]['суффикс']`.

Flags (уточнение реализации, after the usual formatters): `0` pads with zeros, `-` aligns to the left, `+` always shows
the sign, `,` groups digits. In Russia the decimal sign is a comma and groups are parted by a no-break space; in English
it is a point, and commas part the groups.
"""

from __future__ import annotations

from runtime import host
from runtime.element.presentation import to_string

TYPE_CHECKING = False
if TYPE_CHECKING:
    from decimal import Decimal

    Number = int | Decimal

_READ_AT_ONCE = 4000
"""So many digits Python reads without complaint."""
_LARGE = 10**100
"""Whole numbers below are the common case."""
_FLAGS = "0-+,"
_RUSSIAN, _ENGLISH = (",", "\u00a0"), (".", ",")


def format_number(value: Number, format_: str) -> str:
    """Raises ИсключениеНедопустимыйФормат for a format that is none."""
    if not format_:
        return _plain(value).replace(".", _signs()[0])
    prefix, flags, width, precision, suffix = _formats.get(format_) or _learned(format_)
    body = _body(value, precision, flags)
    return prefix + (_padded(body, width, flags) if width else body) + suffix


_formats: dict[str, tuple[str, str, int, int | None, str]] = {}
"""Formats that scripts have used, taken apart."""
_ENOUGH = 1000


def _learned(format_: str) -> tuple[str, str, int, int | None, str]:
    prefix, rest = _quoted(format_)
    flags = rest[: len(rest) - len(rest.lstrip(_FLAGS))]
    width, rest = _digits(rest[len(flags) :])
    precision = None
    if rest.startswith("."):
        precision, rest = _digits(rest[1:])
        if precision is None:
            raise _bad(format_)
    suffix, rest = _quoted(rest)
    if rest:
        raise _bad(format_)
    if len(_formats) >= _ENOUGH:
        _formats.clear()
    made = _formats[format_] = prefix, flags, width or 0, precision, suffix
    return made


def _body(value: Number, precision: int | None, flags: str) -> str:
    if value.__class__ is int and -_LARGE < value < _LARGE:
        return _whole(value, precision or 0, flags)
    if precision is not None and not isinstance(value, int):
        from runtime.element.numbers import round_to

        value = round_to(value, precision)
    decimal_sign, group_sign = _signs()
    whole, _, fraction = _plain(value).removeprefix("-").partition(".")
    if precision is not None:
        fraction = fraction.ljust(precision, "0")[:precision]
    if "," in flags and len(whole) <= _READ_AT_ONCE:
        whole = f"{int(whole):,}".replace(",", group_sign)
    elif "," in flags:
        from decimal import Decimal

        whole = f"{Decimal(whole):,f}".replace(",", group_sign)
    sign = "-" if value < 0 else "+" if "+" in flags else ""
    return sign + whole + (decimal_sign + fraction if fraction else "")


def _whole(value: int, precision: int, flags: str) -> str:
    decimal_sign, group_sign = _signs()
    whole = f"{value:+,}" if "+" in flags and value >= 0 else f"{value:,}"
    whole = whole.replace(",", group_sign if "," in flags else "")
    return whole + decimal_sign + "0" * precision if precision else whole


def _signs() -> tuple[str, str]:
    """The decimal sign and what parts groups, by the host's locale."""
    return _ENGLISH if host.abroad and host.current().locale[:2] == "en" else _RUSSIAN


def _padded(text: str, width: int, flags: str) -> str:
    if "-" in flags:
        return text.ljust(width)
    if "0" in flags:
        sign = text[0] if text[:1] in "+-" else ""
        return sign + text[len(sign) :].rjust(width - len(sign), "0")
    return text.rjust(width)


def _plain(value: Number) -> str:
    return to_string(value)


def _digits(text: str) -> tuple[int | None, str]:
    rest = text.lstrip("0123456789")
    digits = text[: len(text) - len(rest)]
    if len(digits) > 4:
        raise _bad(text)
    return (int(digits) if digits else None), rest


def _quoted(text: str) -> tuple[str, str]:
    if not text.startswith("'"):
        return "", text
    inside, closing, rest = text[1:].partition("'")
    if not closing:
        raise _bad(text)
    return inside, rest


def _bad(format_: str) -> Exception:
    from runtime.element.exceptions import IllegalFormatException

    return IllegalFormatException(f"Неверный формат числа: {format_}")

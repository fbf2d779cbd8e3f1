"""Numbers as a format string wants them."""

from __future__ import annotations

from runtime.enterprise.presentation import plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from runtime.enterprise.locale import Locale
    from runtime.enterprise.numbers import Number

_SHORT = 10**18
_MOST_DIGITS = 1000
"""The platform knows 38; a greater number in a format is a slip of the pen."""
_NEGATIVES = {"0": "({})", "1": "-{}", "2": "- {}", "3": "{}-", "4": "{} -"}


class NumberFormat:
    """The parameters of a format string that concern numbers, ready for use."""

    __slots__ = (
        "by_threes",
        "decimal",
        "decimals",
        "digits",
        "group",
        "groups",
        "leading_zeros",
        "negative",
        "repeat",
        "rounded",
        "shift",
        "simple",
        "template",
        "zero",
    )

    def __init__(self, parameters: dict[str, str], locale: Locale) -> None:
        self.digits = _whole(parameters.get("ЧЦ"))
        self.decimals = _whole(parameters.get("ЧДЦ"))
        if self.decimals is None and self.digits:
            self.decimals = 0
        self.shift = _whole(parameters.get("ЧС")) or 0
        self.decimal = parameters.get("ЧРД") or locale.decimal
        self.group = parameters.get("ЧРГ") or ("\u00a0" if "ЧРГ" in parameters else locale.group)
        self.zero = parameters.get("ЧН")
        self.leading_zeros = "ЧВН" in parameters
        self.negative = _NEGATIVES.get(parameters.get("ЧО", "1"), "-{}")
        self.template = parameters.get("ЧФ", "")
        # Zeros put in front are not grouped unless grouping is asked for.
        default = "0" if self.leading_zeros and "ЧРГ" not in parameters else "3,0"
        self.groups, self.repeat = _grouping(parameters.get("ЧГ", default))
        if self.decimals is not None:
            from runtime.enterprise.numbers import with_decimals

            self.rounded = with_decimals
        # Python itself groups by threes, with marks to be replaced.
        self.by_threes = self.groups == [3] and self.repeat
        special = self.template or self.leading_zeros or self.shift or self.negative != "-{}"
        self.simple = not special and (self.by_threes or not self.groups)

    def text(self, value: Number) -> str:
        if value == 0 and not self.zero:
            if self.zero is None:
                return ""
        elif value == 0 and self.zero:
            return self.zero
        if self.simple and (shown := self._simply(value)):
            return shown
        if self.shift:
            value = _shifted(value, self.shift)
        shown = self._unsigned(value)
        if self.template:
            shown = self.template.replace("Ч", shown).replace("N", shown)
        return self.negative.format(shown) if value < 0 and not _is_zero(shown) else shown

    def _simply(self, value: Number) -> str:
        """The text when nothing but digits, groups and decimals is asked for; nothing if the number needs more care."""
        if self.decimals is None:
            if value.__class__ is not int or not -_SHORT < value < _SHORT:
                return ""
            shown = f"{value:,}" if self.by_threes else str(value)
        else:
            rounded = self.rounded(value, self.decimals)
            if not rounded or (self.digits and rounded.adjusted() >= self.digits - self.decimals):
                return ""
            shown = f"{rounded:,f}" if self.by_threes else f"{rounded:f}"
        # In two steps, since the new marks may be the old ones exchanged.
        return shown.replace(".", "\0").replace(",", self.group).replace("\0", self.decimal)

    def _unsigned(self, value: Number) -> str:
        integral, fraction = self._digits(value)
        if self.groups:
            integral = self._grouped(integral)
        return f"{integral}{self.decimal}{fraction}" if fraction else integral

    def _digits(self, value: Number) -> tuple[str, str]:
        """The digits before and after the point, without a sign."""
        if self.decimals is not None and not isinstance(value, int):
            from runtime.enterprise.numbers import round_to

            value = round_to(value, self.decimals)
        integral, _, fraction = plain(value).lstrip("-").partition(".")
        fraction = fraction.ljust(self.decimals or 0, "0")
        if self.digits:
            width = max(self.digits - len(fraction), 0)
            if len(integral) > width and integral != "0":
                integral, fraction = "9" * width or "0", "9" * len(fraction)
            elif self.leading_zeros:
                integral = integral.rjust(width, "0")
        return integral, fraction

    def _grouped(self, digits: str) -> str:
        pieces: list[str] = []
        sizes = self.groups
        index = 0
        while digits:
            if index < len(sizes):
                size = sizes[index]
            elif self.repeat:
                size = sizes[-1]
            else:
                break
            pieces.insert(0, digits[-size:])
            digits = digits[:-size]
            index += 1
        return self.group.join([digits, *pieces] if digits else pieces)


def _is_zero(shown: str) -> bool:
    """A number that was rounded to nothing has no sign."""
    return not any(c in "123456789" for c in shown)


def _whole(text: str | None) -> int | None:
    """The whole number that a parameter gives, within sense; None when it gives none."""
    stripped = (text or "").strip()
    if not stripped.lstrip("-").isdecimal():
        return None
    return max(-_MOST_DIGITS, min(int(stripped[:9]), _MOST_DIGITS))


def _grouping(text: str) -> tuple[list[int], bool]:
    """Sizes of the groups from the right, and whether the last one repeats (a zero at the end says so)."""
    numbers = [int(piece) for piece in text.replace(" ", "").split(",") if piece.isdecimal()]
    return [n for n in numbers if n], len(numbers) > 1 and numbers[-1] == 0


def _shifted(value: Number, shift: int) -> Number:
    from decimal import Decimal

    from runtime.enterprise.numbers import multiply

    return multiply(value, Decimal(1).scaleb(-shift))

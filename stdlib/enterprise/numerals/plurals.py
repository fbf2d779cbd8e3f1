"""Which form of a word goes with a number: the plural categories of Unicode (CLDR), of the languages that differ."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from runtime.enterprise.numbers import Number

CATEGORIES = ("zero", "one", "two", "few", "many", "other")


def cardinal(language: str, number: Number) -> str:
    """The category of «сколько»."""
    return _CARDINALS.get(language, _only_one)(-number if number < 0 else number)


def ordinal(language: str, number: Number) -> str:
    """The category of «который»."""
    if language != "en" or int(number) != number:
        return "other"
    whole = abs(int(number))
    if whole % 100 in (11, 12, 13):
        return "other"
    return {1: "one", 2: "two", 3: "few"}.get(whole % 10, "other")


def _only_one(number: Number) -> str:
    return "one" if number == 1 else "other"


def _never(number: Number) -> str:
    return "other"


def _up_to_two(number: Number) -> str:
    return "one" if number < 2 else "other"


def _east_slavic(number: Number) -> str:
    if int(number) != number:
        return "other"
    last, two = int(number) % 10, int(number) % 100
    if last == 1 and two != 11:
        return "one"
    return "few" if 2 <= last <= 4 and not 12 <= two <= 14 else "many"


def _polish(number: Number) -> str:
    if int(number) != number or number == 1:
        return "other" if number != 1 else "one"
    few = 2 <= int(number) % 10 <= 4 and not 12 <= int(number) % 100 <= 14
    return "few" if few else "many"


def _czech(number: Number) -> str:
    if int(number) != number:
        return "many"
    return "one" if number == 1 else "few" if 2 <= number <= 4 else "other"


def _lithuanian(number: Number) -> str:
    if int(number) != number:
        return "many"
    last, two = int(number) % 10, int(number) % 100
    if last == 0 or 11 <= two <= 19:
        return "other"
    return "one" if last == 1 else "few"


def _latvian(number: Number) -> str:
    last, two = int(number) % 10, int(number) % 100
    if int(number) == number and (last == 0 or 11 <= two <= 19):
        return "zero"
    return "one" if last == 1 and two != 11 and int(number) == number else "other"


def _romanian(number: Number) -> str:
    if number == 1:
        return "one"
    return "few" if int(number) != number or number == 0 or 1 <= int(number) % 100 <= 19 else "other"


_CARDINALS: dict[str, Callable[[Number], str]] = {
    "ru": _east_slavic, "uk": _east_slavic, "be": _east_slavic, "pl": _polish, "cs": _czech, "lt": _lithuanian,
    "lv": _latvian, "ro": _romanian, "fr": _up_to_two, "pt": _up_to_two, "zh": _never, "vi": _never,
}  # fmt: skip

"""Numerals of English."""

from __future__ import annotations

from runtime.errors import OnecError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_THOUSANDS = (
    "thousand million billion trillion quadrillion quintillion sextillion septillion octillion nonillion".split()
)


def spell(number: int) -> str:
    """A whole number, not negative, in words."""
    if not number:
        return _ONES[0]
    if number >= 1000 ** (len(_THOUSANDS) + 1):
        raise OnecError("Число слишком велико, чтобы написать его прописью")
    found: list[str] = []
    place = 0
    while number:
        number, group = divmod(number, 1000)
        if group:
            found[:0] = [*_group(group), *([_THOUSANDS[place - 1]] if place else [])]
        place += 1
    return " ".join(found)


def _group(group: int) -> Iterator[str]:
    hundreds, rest = divmod(group, 100)
    if hundreds:
        yield _ONES[hundreds]
        yield "hundred"
    if rest >= 20:
        tens = _TENS[rest // 10 - 2]
        yield f"{tens}-{_ONES[rest % 10]}" if rest % 10 else tens
    elif rest:
        yield _ONES[rest]

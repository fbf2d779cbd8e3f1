"""Sets of sequence numbers and UIDs: `1,3:5,7:*`."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sandbox.imap.failures import BadCommand

_SET = re.compile(rb"(?:\d{1,10}|\*)(?::(?:\d{1,10}|\*))?(?:,(?:\d{1,10}|\*)(?::(?:\d{1,10}|\*))?)*")
_LARGEST = 2**32 - 1


@dataclass(frozen=True, slots=True)
class SequenceSet:
    """Ranges as they were written; None is `*`, the last letter of the box."""

    ranges: tuple[tuple[int | None, int | None], ...]

    def numbers(self, count: int, strict: bool = True) -> list[int]:
        """Sequence numbers it means in a box of `count` letters.

        Strict: a number beyond them is an error, and so is `*` in an empty box (RFC 3501, 9: seq-number).
        """
        found: list[tuple[int, int]] = []
        for first, last in self.ranges:
            low, high = _ordered(first, last, count)
            if strict and (low == 0 or high > count):
                raise BadCommand("no message with such a number")
            found.append((max(low, 1), min(high, count) + 1))
        return _all_of(found)

    def places(self, uids: Sequence[int]) -> list[int]:
        """Places (from 0) of the UIDs it means in an ascending list of UIDs; missing ones are no error."""
        found: list[tuple[int, int]] = []
        for first, last in self.ranges:
            low, high = _ordered(first, last, uids[-1] if uids else 0)
            found.append((bisect_left(uids, low), bisect_right(uids, high)))
        return _all_of(found)


def parse_set(text: bytes) -> SequenceSet:
    """Raises BadCommand when it is not a set."""
    if not is_set(text):
        raise BadCommand("not a set of numbers")
    return SequenceSet(tuple(_range(part) for part in text.split(b",")))


def is_set(text: bytes) -> bool:
    return _SET.fullmatch(text) is not None


def compact(numbers: Iterable[int]) -> str:
    """Numbers, in their order, as a set: runs become ranges."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return ",".join(str(first) if first == last else f"{first}:{last}" for first, last in runs)


def _all_of(ranges: list[tuple[int, int]]) -> list[int]:
    """The numbers in ranges, each once, in order: a command may name all the letters ten thousand times."""
    found: list[int] = []
    after = 0
    for first, end in sorted(ranges):
        found.extend(range(max(first, after), end))
        after = max(after, end)
    return found


def _range(part: bytes) -> tuple[int | None, int | None]:
    first, colon, last = part.partition(b":")
    begin = _number(first)
    return begin, _number(last) if colon else begin


def _number(text: bytes) -> int | None:
    if text == b"*":
        return None
    number = int(text)
    if not 1 <= number <= _LARGEST:
        raise BadCommand("numbers begin with 1")
    return number


def _ordered(first: int | None, last: int | None, largest: int) -> tuple[int, int]:
    begin = largest if first is None else first
    end = largest if last is None else last
    return min(begin, end), max(begin, end)

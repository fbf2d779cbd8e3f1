"""The faults of a store: kept in its file, so that other processes can order them while a server runs."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

from sandbox.database import Database
from sandbox.fault import Fault, parse_fault

_LOOK_ROUND_SECONDS = 0.25
"""How often a server looks for what other processes ordered; our own orders count at once."""
_MOST_GREY = 10_000


@dataclass(frozen=True, slots=True)
class OrderedFault:
    """A fault with its number and how often it has happened."""

    number: int
    fault: Fault
    happened: int

    @property
    def is_over(self) -> bool:
        return 0 < self.fault.times <= self.happened


class Faults:
    """Orders faults and says which of them happen now."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._ordered: tuple[OrderedFault, ...] = ()
        self._looked = float("-inf")
        self._grey: dict[tuple[str, ...], float] = {}

    def all(self) -> list[OrderedFault]:
        """All that were ordered, also those that are over, in order."""
        rows = self._database.rows("SELECT number, line, happened FROM fault ORDER BY number")
        return [OrderedFault(number, parse_fault(line), happened) for number, line, happened in rows]

    def add(self, fault: Fault) -> int:
        """Order a fault; its number."""
        with self._database.changing() as connection:
            number = connection.execute("INSERT INTO fault (line) VALUES (?)", (fault.line(),)).lastrowid
        self._forget()
        assert number is not None
        return number

    def remove(self, number: int) -> bool:
        """False when there is no such fault."""
        with self._database.changing() as connection:
            removed = connection.execute("DELETE FROM fault WHERE number=?", (number,)).rowcount
        self._forget()
        return removed > 0

    def clear(self) -> int:
        """How many there were."""
        with self._database.changing() as connection:
            removed = connection.execute("DELETE FROM fault").rowcount
        self._forget()
        self._grey.clear()
        return removed

    def happening(self, protocol: str, command: str, who: Sequence[str]) -> list[Fault]:
        """The faults that happen at this command now; they are counted."""
        ordered = self._current()
        if not ordered:
            return []
        return [
            one.fault
            for one in ordered
            if one.fault.action != "hide"
            and one.fault.concerns(protocol, command, who)
            and not one.is_over
            and self._strikes(one, who)
        ]

    def hidden(self, protocol: str) -> frozenset[str]:
        """Extensions and mechanisms, in capitals, that are not to be offered."""
        return frozenset(
            word
            for one in self._current()
            if one.fault.action == "hide" and one.fault.protocol in (protocol, "any")
            for word in one.fault.text.split()
        )

    def _current(self) -> tuple[OrderedFault, ...]:
        now = time.monotonic()
        if now - self._looked > _LOOK_ROUND_SECONDS:
            self._ordered = tuple(self.all())
            self._looked = now
        return self._ordered

    def _strikes(self, one: OrderedFault, who: Sequence[str]) -> bool:
        if one.fault.chance < 100 and _percent() >= one.fault.chance:
            return False
        if one.fault.action == "greylist" and self._waited(one, who):
            return False
        with self._database.changing(silently=True) as connection:
            connection.execute("UPDATE fault SET happened=happened+1 WHERE number=?", (one.number,))
        self._forget()
        return True

    def _waited(self, one: OrderedFault, who: Sequence[str]) -> bool:
        if len(self._grey) >= _MOST_GREY:
            self._grey.clear()
        now = time.monotonic()
        first = self._grey.setdefault((str(one.number), *who), now)
        return first != now and now - first >= one.fault.amount

    def _forget(self) -> None:
        self._looked = float("-inf")


def _percent() -> float:
    # Takes milliseconds to load, and most scripts want no faults.
    from random import random

    return random() * 100

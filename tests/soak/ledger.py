"""What was promised and what came: a few octets a letter, so that the client's memory can be looked at."""

from __future__ import annotations

import threading


class Ledger:
    """Letters by number. Any thread may write into it."""

    def __init__(self, letters: int) -> None:
        self.letters = letters
        self.begun = 0
        self.acknowledged = 0
        self.unsure = 0
        self.refused = 0
        self.arrived = 0
        self.failed_reads = 0
        self.damaged: list[str] = []
        self._promised = bytearray(letters)
        self._perhaps = bytearray(letters)
        self._copies = bytearray(letters)
        self._lock = threading.Lock()

    def begin(self) -> int | None:
        """The next letter to send; None: there is no more."""
        with self._lock:
            if self.begun == self.letters:
                return None
            self.begun += 1
            return self.begun - 1

    def end(self) -> None:
        """No more letters are begun."""
        with self._lock:
            self.letters = self.begun

    def acknowledge(self, number: int) -> None:
        """The server said that it has the letter."""
        with self._lock:
            self._promised[number] += 1
            self.acknowledged += 1

    def doubt(self, number: int) -> None:
        """The connection broke before the server said anything: it may have the letter, and it will be sent again."""
        with self._lock:
            self._perhaps[number] += 1
            self.unsure += 1

    def refuse(self) -> None:
        """The server said that it does not have the letter."""
        with self._lock:
            self.refused += 1

    def arrive(self, number: int | None, where: str) -> None:
        with self._lock:
            if number is None or number >= len(self._copies):
                self.damaged.append(where)
                return
            self._copies[number] += 1
            self.arrived += 1

    def fail_read(self) -> None:
        with self._lock:
            self.failed_reads += 1

    def lost(self) -> list[int]:
        """Promised, and not in the box."""
        return [n for n in range(len(self._copies)) if self._promised[n] and not self._copies[n]]

    def excess(self) -> list[int]:
        """In the box more often than it can be by what the sender was told."""
        return [n for n in range(len(self._copies)) if self._copies[n] > self._promised[n] + self._perhaps[n]]

    def twice(self) -> int:
        """Letters in the box more than once, because the sender could not know."""
        return sum(copies > 1 for copies in self._copies)

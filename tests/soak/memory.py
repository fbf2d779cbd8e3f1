"""Whether memory grows: what a process had after it got warm, beside what it had in the end."""

from __future__ import annotations

from statistics import median

_GROWTH = 1.1
_SLACK = 4 * 1024
_FEWEST = 24


class Samples:
    """Kilobytes of one process, in order of time."""

    def __init__(self) -> None:
        self.sizes: list[int] = []

    def add(self, size: int) -> None:
        if size:
            self.sizes.append(size)

    @property
    def quarters(self) -> list[int]:
        """The median of each quarter of its life; [] when it was too short to tell."""
        if len(self.sizes) < _FEWEST:
            return []
        step = len(self.sizes) // 4
        return [int(median(self.sizes[place * step : (place + 1) * step])) for place in range(4)]

    @property
    def is_flat(self) -> bool:
        """The first quarter is for getting warm: caches fill, modules are loaded."""
        quarters = self.quarters
        return not quarters or quarters[3] <= quarters[1] * _GROWTH + _SLACK

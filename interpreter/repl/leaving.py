"""How the dialogue ends."""

from __future__ import annotations


class Leaving(Exception):
    """The dialogue ends with this exit code."""

    def __init__(self, code: int = 0) -> None:
        super().__init__(code)
        self.code = code

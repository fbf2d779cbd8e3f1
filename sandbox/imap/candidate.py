"""A letter that FETCH or SEARCH looks at: its bytes, tree and texts are made when somebody asks for them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from sandbox.header_block import HeaderBlock, split_header
from sandbox.imap.mime_part import MimePart, parse_letter
from sandbox.records import Letter
from stdlib.mail.mime.dates import parse_date

if TYPE_CHECKING:
    from datetime import datetime

    from sandbox.letters import Letters


class Candidate:
    """A letter with its sequence number."""

    def __init__(self, number: int, letter: Letter, letters: Letters) -> None:
        self.number = number
        self.letter = letter
        self._letters = letters

    @cached_property
    def raw(self) -> bytes:
        """Empty when another session removed the letter a moment ago."""
        return self._letters.raw(self.letter) or b""

    @cached_property
    def part(self) -> MimePart:
        return parse_letter(self.raw)

    @cached_property
    def header(self) -> HeaderBlock:
        return split_header(self.raw)

    @cached_property
    def body_text(self) -> str:
        """Decoded texts of all parts, folded for comparison without case."""
        return "\n".join(self.part.texts()).casefold()

    @cached_property
    def all_headers_text(self) -> str:
        """Headers of the letter and of all that is inside it, folded."""
        return self.part.headers_text().casefold()

    def header_text(self, name: bytes) -> str | None:
        """Decoded values of a field, folded; None when the letter has no such field."""
        values = self.header.texts(name)
        return "\n".join(values).casefold() if values else None

    @cached_property
    def sent(self) -> datetime:
        """The Date field, in its own zone; the arrival when there is none that can be read."""
        value = self.header.get(b"date") or b""
        return parse_date(value.decode("ascii", "replace")) or self.letter.date

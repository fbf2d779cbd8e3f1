"""What `1cs mail` shows and clears, straight from the store: no server, no network."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from sandbox.accounts import account_address
from sandbox.database import Database
from sandbox.header_block import HeaderBlock, split_header
from sandbox.letters import Letters
from sandbox.records import ANSWERED, FLAGGED, SEEN, Letter
from sandbox.store import Store

MARKS = {"seen": SEEN, "flagged": FLAGGED, "answered": ANSWERED}
"""The flags that a person sets, by the names they have on the page and in the API."""
_LONGEST_HEADER = 1 << 16
_PIECE = 500
"""Letters looked through at once for a text."""


@dataclass(frozen=True, slots=True)
class BoxSummary:
    """A folder of an account with its counts."""

    address: str
    folder: str
    letters: int
    unseen: int


@dataclass(frozen=True, slots=True)
class LetterSummary:
    """A line of the list of letters; the texts are decoded."""

    number: int
    address: str
    folder: str
    date: datetime
    sender: str
    recipients: str
    subject: str
    size: int
    seen: bool
    flagged: bool = False
    answered: bool = False


class Boxes:
    """The letters of a store as a person sees them."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._database: Database = store.database
        self._letters: Letters = store.letters

    @classmethod
    def open(cls, folder: str) -> Self:
        """The letters kept in a folder, also while servers are running there."""
        return cls(Store(folder))

    def close(self) -> None:
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def folders(self, address: str | None = None) -> list[BoxSummary]:
        """Folders of one account or of all: by address, INBOX first."""
        rows = self._database.rows(
            """SELECT address, name, count(number), coalesce(sum(instr(flags, '\\Seen')=0), 0)
               FROM account JOIN box ON box.account=account.id LEFT JOIN letter ON letter.box=box.id
               WHERE selectable AND address=coalesce(?, address)
               GROUP BY box.id ORDER BY address, name<>'INBOX', name""",
            _wanted(address),
        )
        return [BoxSummary(*row) for row in rows]

    def letters(self, address: str | None = None, folder: str | None = None) -> list[LetterSummary]:
        """Letters of all accounts or of one, in all folders or in one, in the order of their numbers."""
        return self._summaries(
            "address=coalesce(?, address) AND name=coalesce(?, name) ORDER BY number", _wanted(address), folder
        )

    def page(
        self, address: str | None, folder: str | None, before: int | None, count: int, text: str
    ) -> list[LetterSummary]:
        """Letters from the newest on, numbered less than `before`; `text` is in subject, sender or recipients."""
        wanted = text.casefold()
        found: list[LetterSummary] = []
        while len(found) < count:
            piece = self._summaries(
                """address=coalesce(?, address) AND name=coalesce(?, name) AND number<coalesce(?, number+1)
                   ORDER BY number DESC LIMIT ?""",
                _wanted(address),
                folder,
                before,
                _PIECE if wanted else count,
            )
            found += [one for one in piece if wanted in f"{one.subject}\n{one.sender}\n{one.recipients}".casefold()]
            if not wanted or len(piece) < _PIECE:
                break
            before = piece[-1].number
        return found[:count]

    def later(self, number: int) -> list[LetterSummary]:
        """Letters with greater numbers, in order."""
        return self._summaries("number>? ORDER BY number", number) if self.last_number() > number else []

    def letter(self, number: int) -> LetterSummary:
        """Raises LookupError when there is no letter with that number."""
        found = self._summaries("number=?", number)
        if not found:
            raise LookupError(number)
        return found[0]

    def last_number(self) -> int:
        """The number of the newest letter; 0 when there is none."""
        found: int = self._database.row("SELECT coalesce(max(number), 0) FROM letter")[0]
        return found

    def version(self) -> tuple[int, int]:
        """Another value after every change of letters and boxes."""
        changes, boxes = self._database.row("SELECT coalesce(sum(modseq), 0), count(*) FROM box")
        return changes, boxes

    def mark(self, numbers: Iterable[int], marks: Mapping[str, bool]) -> int:
        """Give letters marks (by MARKS) or take them away; how many letters there were."""
        given = {MARKS[name] for name, is_given in marks.items() if is_given}
        taken = {MARKS[name] for name, is_given in marks.items() if not is_given}
        with self._database.changing():
            found = self._numbered(numbers)
            changed: dict[int, dict[int, frozenset[str]]] = {}
            for letter in found:
                flags = (letter.flags | given) - taken
                if flags != letter.flags:
                    changed.setdefault(letter.box, {})[letter.uid] = flags
            for box, new in changed.items():
                self._letters.set_flags(box, new)
        return len(found)

    def remove(self, numbers: Iterable[int]) -> int:
        """Remove letters; how many there were."""
        with self._database.changing():
            found = self._numbered(numbers)
            self._letters.remove(found)
        return len(found)

    def _numbered(self, numbers: Iterable[int]) -> list[Letter]:
        """Those that there are."""
        return [letter for number in numbers if (letter := self._letters.numbered(number)) is not None]

    def _summaries(self, condition: str, *values: object) -> list[LetterSummary]:
        rows = self._database.rows(
            f"""SELECT number, address, name, moment, flags, size, substr(raw, 1, {_LONGEST_HEADER})
                FROM letter JOIN box ON box.id=letter.box JOIN account ON account.id=box.account
                JOIN content ON content.id=letter.content WHERE {condition}""",
            *values,
        )
        return [_summary(*row) for row in rows]

    def numbers(self) -> set[int]:
        """Numbers of all letters."""
        return {number for (number,) in self._database.rows("SELECT number FROM letter")}

    def raw(self, number: int) -> bytes:
        """The bytes of a letter; raises LookupError when there is no letter with that number."""
        row = self._database.row(
            "SELECT raw FROM letter JOIN content ON content.id=letter.content WHERE number=?", number
        )
        if row is None:
            raise LookupError(number)
        raw: bytes = row[0]
        return raw

    def clear(self, address: str | None = None) -> int:
        """Remove the letters of one account, or of all: then numbers start from 1 again. How many there were."""
        with self._database.changing() as connection:
            boxes = self._database.rows(
                "SELECT box.id FROM box JOIN account ON account.id=box.account WHERE address=coalesce(?, address)",
                _wanted(address),
            )
            removed = 0
            for (box,) in boxes:
                letters = self._letters.of_box(box)
                self._letters.remove(letters)
                removed += len(letters)
            if address is None:
                connection.execute("DELETE FROM sqlite_sequence WHERE name='letter'")
        self._database.give_space_back()
        return removed


def _wanted(address: str | None) -> str | None:
    return None if address is None else account_address(address)


def _summary(
    number: int, address: str, name: str, moment: int, flags: str, size: int, head: bytes | None
) -> LetterSummary:
    # SQLite's part of an empty value is NULL.
    header: HeaderBlock = split_header(head or b"")
    marks = flags.split()
    return LetterSummary(
        number,
        address,
        name,
        _local(moment),
        header.text(b"from"),
        header.text(b"to"),
        header.text(b"subject"),
        size,
        seen=SEEN in marks,
        flagged=FLAGGED in marks,
        answered=ANSWERED in marks,
    )


def _local(moment: int) -> datetime:
    """The nearest that there is: clients may date a letter beyond what calendars know."""
    try:
        return datetime.fromtimestamp(moment).astimezone()
    except (ValueError, OverflowError, OSError):
        return datetime.max if moment > 0 else datetime.min

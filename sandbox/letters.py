"""Letters of the boxes: adding, reading, flags, copying, moving, removing. Each method is one transaction."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from sandbox.database import Database
from sandbox.folders import drop_unused
from sandbox.records import SYSTEM_FLAGS, Letter

_COLUMNS = "number, box, uid, modseq, flags, moment, zone, size, content"
_BARE_LF = re.compile(rb"(?<!\r)\n")


class BoxGone(Exception):
    """The box was deleted meanwhile, perhaps by another process."""


class Letters:
    """Keeps UIDs ascending and tells sessions of every change through the modseq of the box."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_box(self, box: int, since: int = 0) -> list[Letter]:
        """Letters changed after the modseq `since` (all, when it is 0), by UID."""
        rows = self._database.rows(f"SELECT {_COLUMNS} FROM letter WHERE box=? AND modseq>? ORDER BY uid", box, since)
        return [_letter(row) for row in rows]

    def numbered(self, number: int) -> Letter | None:
        row = self._database.row(f"SELECT {_COLUMNS} FROM letter WHERE number=?", number)
        return _letter(row) if row else None

    def uids(self, box: int) -> set[int]:
        return {uid for (uid,) in self._database.rows("SELECT uid FROM letter WHERE box=?", box)}

    def counts(self, box: int) -> tuple[int, int, int]:
        """Letters, unseen letters, octets."""
        row = self._database.row(
            """SELECT count(*), coalesce(sum(instr(flags, '\\Seen')=0), 0), coalesce(sum(size), 0)
               FROM letter WHERE box=?""",
            box,
        )
        return row[0], row[1], row[2]

    def raw(self, letter: Letter) -> bytes | None:
        """The bytes; None when the letter was removed meanwhile."""
        row = self._database.row("SELECT raw FROM content WHERE id=?", letter.content)
        return row[0] if row else None

    def add(
        self, boxes: Sequence[int], raw: bytes, flags: Iterable[str] = (), date: datetime | None = None
    ) -> list[Letter]:
        """Put one letter into each of the boxes. Lines get CRLF at their ends, as IMAP and POP3 will give them out."""
        if raw.count(b"\n") != raw.count(b"\r\n"):
            raw = _BARE_LF.sub(b"\r\n", raw)
        date = date or datetime.now().astimezone()
        offset = date.utcoffset()
        zone = int(offset.total_seconds()) // 60 if offset is not None else 0
        with self._database.changing() as connection:
            content = connection.execute("INSERT INTO content (raw) VALUES (?)", (raw,)).lastrowid
            values = (flags_text(flags), int(date.timestamp()), zone, len(raw), content)
            return [_insert(connection, box, values) for box in boxes]

    def set_flags(self, box: int, flags: Mapping[int, frozenset[str]]) -> None:
        """Give letters, by UID, new flags."""
        with self._database.changing() as connection:
            modseq = _next_modseq(connection, box)
            connection.executemany(
                "UPDATE letter SET flags=?, modseq=? WHERE box=? AND uid=?",
                [(flags_text(new), modseq, box, uid) for uid, new in flags.items()],
            )

    def copy(self, letters: Sequence[Letter], target: int) -> list[tuple[int, int]]:
        """Copy into another box; pairs of old and new UID. Letters removed meanwhile are left out."""
        pairs = []
        with self._database.changing() as connection:
            for letter in letters:
                if _there(connection, letter):
                    values = (flags_text(letter.flags), letter.moment, letter.zone, letter.size, letter.content)
                    pairs.append((letter.uid, _insert(connection, target, values).uid))
        return pairs

    def move(self, letters: Sequence[Letter], target: int) -> list[tuple[int, int]]:
        """Move into another box, keeping the numbers; pairs of old and new UID."""
        pairs = []
        with self._database.changing() as connection:
            for letter in letters:
                if _there(connection, letter):
                    uid, modseq = _next_uid(connection, target)
                    connection.execute(
                        "UPDATE letter SET box=?, uid=?, modseq=? WHERE box=? AND uid=?",
                        (target, uid, modseq, letter.box, letter.uid),
                    )
                    pairs.append((letter.uid, uid))
            for box in {letter.box for letter in letters}:
                _mark_expunged(connection, box)
        return pairs

    def remove(self, letters: Sequence[Letter]) -> None:
        """Remove for good. Letters that are gone already are no mistake."""
        with self._database.changing() as connection:
            connection.executemany(
                "DELETE FROM letter WHERE box=? AND uid=?", [(letter.box, letter.uid) for letter in letters]
            )
            drop_unused(connection, [(letter.content,) for letter in letters])
            for box in {letter.box for letter in letters}:
                _mark_expunged(connection, box)


def flags_text(flags: Iterable[str]) -> str:
    """Flags as they are stored and shown: system ones first, each once."""
    return " ".join(sorted(set(flags), key=lambda flag: (flag not in SYSTEM_FLAGS, flag)))


def _letter(row: tuple[int, int, int, int, str, int, int, int, int]) -> Letter:
    number, box, uid, modseq, flags, *rest = row
    return Letter(number, box, uid, modseq, frozenset(flags.split()), *rest)


def _insert(connection: sqlite3.Connection, box: int, values: tuple[str, int, int, int, int | None]) -> Letter:
    uid, modseq = _next_uid(connection, box)
    made = connection.execute(
        "INSERT INTO letter (box, uid, modseq, flags, moment, zone, size, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (box, uid, modseq, *values),
    )
    flags, moment, zone, size, content = values
    assert made.lastrowid is not None and content is not None
    return Letter(made.lastrowid, box, uid, modseq, frozenset(flags.split()), moment, zone, size, content)


def _next_uid(connection: sqlite3.Connection, box: int) -> tuple[int, int]:
    # Not RETURNING: the SQLite of some supported Pythons is older.
    connection.execute("UPDATE box SET uidnext=uidnext+1, modseq=modseq+1 WHERE id=?", (box,))
    found = connection.execute("SELECT uidnext-1, modseq FROM box WHERE id=? AND selectable", (box,)).fetchone()
    if found is None:
        raise BoxGone(box)
    return found[0], found[1]


def _next_modseq(connection: sqlite3.Connection, box: int) -> int:
    connection.execute("UPDATE box SET modseq=modseq+1 WHERE id=?", (box,))
    row = connection.execute("SELECT modseq FROM box WHERE id=?", (box,)).fetchone()
    return row[0] if row else 0


def _mark_expunged(connection: sqlite3.Connection, box: int) -> None:
    connection.execute("UPDATE box SET modseq=modseq+1, expunged=modseq+1 WHERE id=?", (box,))


def _there(connection: sqlite3.Connection, letter: Letter) -> bool:
    found = connection.execute("SELECT 1 FROM letter WHERE box=? AND uid=?", (letter.box, letter.uid))
    return found.fetchone() is not None

"""Boxes of an account by name: a tree with "/" between the levels."""

from __future__ import annotations

import sqlite3

from sandbox.database import Database
from sandbox.records import Box

INBOX = "INBOX"
DELIMITER = "/"
_SPECIAL = {"Sent": "\\Sent", "Drafts": "\\Drafts", "Trash": "\\Trash", "Junk": "\\Junk", "Archive": "\\Archive"}
_COLUMNS = "id, account, name, uidvalidity, uidnext, modseq, expunged, special, selectable"


def canonical_name(name: str) -> str:
    """INBOX is one box however it is written (RFC 3501, 5.1); a delimiter at the end says nothing."""
    first, delimiter, rest = name.rstrip(DELIMITER).partition(DELIMITER)
    return (INBOX if first.upper() == INBOX else first) + delimiter + rest


class Folders:
    """Makes, finds, renames and removes boxes, and remembers subscriptions."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def make_standard(self, account: int) -> None:
        """INBOX and the folders mail programs expect, all subscribed."""
        with self._database.changing():
            for name in (INBOX, *_SPECIAL):
                self._insert(account, name, _SPECIAL.get(name, ""))
                self.subscribe(account, name)

    def of_account(self, account: int) -> list[Box]:
        """All boxes, INBOX first, then by name."""
        rows = self._database.rows(f"SELECT {_COLUMNS} FROM box WHERE account=?", account)
        return sorted((_box(row) for row in rows), key=lambda box: (box.name != INBOX, box.name))

    def find(self, account: int, name: str) -> Box | None:
        sql = f"SELECT {_COLUMNS} FROM box WHERE account=? AND name=?"
        row = self._database.row(sql, account, canonical_name(name))
        return _box(row) if row else None

    def inbox(self, account: int) -> Box:
        found = self.find(account, INBOX)
        assert found is not None, "INBOX is made with the account and cannot be deleted"
        return found

    def reread(self, box: int) -> Box | None:
        """The box as it is now; None when it was deleted. Cheap: sessions ask before and after every command."""
        row = self._database.row(f"SELECT {_COLUMNS} FROM box WHERE id=?", box)
        return _box(row) if row and row[-1] else None

    def create(self, account: int, name: str) -> bool:
        """Make a box and the levels above it; False when it is there already."""
        name = canonical_name(name)
        with self._database.changing() as connection:
            there = self.find(account, name)
            if there is not None and there.selectable:
                return False
            if there is not None:
                connection.execute("DELETE FROM box WHERE id=?", (there.id,))
            self._make_levels_above(account, name)
            self._insert(account, name, "")
        return True

    def delete(self, box: Box) -> None:
        """Remove a box with its letters. Its inner boxes stay, and then so does its name, not selectable."""
        with self._database.changing() as connection:
            contents = _contents(connection, box.id)
            connection.execute("DELETE FROM letter WHERE box=?", (box.id,))
            drop_unused(connection, contents)
            if self.has_inner(box):
                connection.execute("UPDATE box SET selectable=0, special='', modseq=modseq+1 WHERE id=?", (box.id,))
            else:
                connection.execute("DELETE FROM box WHERE id=?", (box.id,))

    def rename(self, box: Box, name: str) -> None:
        """Rename a box and its inner ones. INBOX itself stays: its letters go to the new box (RFC 3501, 6.3.5)."""
        name = canonical_name(name)
        with self._database.changing() as connection:
            if box.name == INBOX:
                self.create(box.account, name)
                self._pour(connection, box, name)
                return
            self._make_levels_above(box.account, name)
            for other in self.of_account(box.account):
                if other.id == box.id or other.name.startswith(box.name + DELIMITER):
                    new = name + other.name[len(box.name) :]
                    connection.execute("UPDATE box SET name=?, modseq=modseq+1 WHERE id=?", (new, other.id))

    def has_inner(self, box: Box) -> bool:
        prefix = box.name + DELIMITER
        return any(other.name.startswith(prefix) for other in self.of_account(box.account))

    def subscribed(self, account: int) -> set[str]:
        """Names subscribed to; a box of that name need not exist any more (RFC 3501, 6.3.6)."""
        return {name for (name,) in self._database.rows("SELECT name FROM subscription WHERE account=?", account)}

    def subscribe(self, account: int, name: str) -> None:
        with self._database.changing() as connection:
            connection.execute("INSERT OR IGNORE INTO subscription VALUES (?, ?)", (account, canonical_name(name)))

    def unsubscribe(self, account: int, name: str) -> None:
        with self._database.changing() as connection:
            connection.execute("DELETE FROM subscription WHERE account=? AND name=?", (account, canonical_name(name)))

    def _make_levels_above(self, account: int, name: str) -> None:
        levels = name.split(DELIMITER)
        for depth in range(1, len(levels)):
            above = DELIMITER.join(levels[:depth])
            if self.find(account, above) is None:
                self._insert(account, above, "")

    def _insert(self, account: int, name: str, special: str) -> None:
        with self._database.changing() as connection:
            made = connection.execute(
                "INSERT INTO box (account, name, uidvalidity, special) VALUES (?, ?, 0, ?)", (account, name, special)
            )
            # Ids are never used twice; the epoch makes the values new again when the whole store is made anew.
            connection.execute(
                "UPDATE box SET uidvalidity=id+(SELECT started FROM epoch) WHERE id=?", (made.lastrowid,)
            )

    def _pour(self, connection: sqlite3.Connection, inbox: Box, name: str) -> None:
        target = self.find(inbox.account, name)
        assert target is not None
        moved = connection.execute(
            "UPDATE letter SET box=?, modseq=? WHERE box=?", (target.id, target.modseq + 1, inbox.id)
        )
        if moved.rowcount:
            connection.execute(
                "UPDATE box SET modseq=modseq+1, uidnext=(SELECT max(uid)+1 FROM letter WHERE box=?) WHERE id=?",
                (target.id, target.id),
            )
            connection.execute("UPDATE box SET modseq=modseq+1, expunged=modseq+1 WHERE id=?", (inbox.id,))


def _box(row: tuple[int, int, str, int, int, int, int, str, int]) -> Box:
    return Box(*row[:-1], selectable=bool(row[-1]))


def _contents(connection: sqlite3.Connection, box: int) -> list[tuple[int]]:
    return connection.execute("SELECT DISTINCT content FROM letter WHERE box=?", (box,)).fetchall()


def drop_unused(connection: sqlite3.Connection, contents: list[tuple[int]]) -> None:
    """Remove the bytes that no letter has any more."""
    connection.executemany(
        "DELETE FROM content WHERE id=? AND NOT EXISTS (SELECT 1 FROM letter WHERE letter.content=content.id)", contents
    )

"""The SQLite file behind the store: opening, schema, transactions. Several processes may have it open at once."""

from __future__ import annotations

import errno
import os
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

FILE_NAME = "mail.sqlite"
_SCHEMA_VERSION = 2
_BUSY_SECONDS = 10.0

# The raw letter is kept apart from its row: listing a box never touches the bytes, and copies of a letter share them.
# Every change gives its rows the next `modseq` of their box, so a session learns what is new with one look at the box.
_SCHEMA = (
    "CREATE TABLE epoch (started INTEGER NOT NULL)",
    "CREATE TABLE account (id INTEGER PRIMARY KEY AUTOINCREMENT, address TEXT NOT NULL UNIQUE)",
    """CREATE TABLE box (
        id INTEGER PRIMARY KEY AUTOINCREMENT, account INTEGER NOT NULL, name TEXT NOT NULL,
        uidvalidity INTEGER NOT NULL, uidnext INTEGER NOT NULL DEFAULT 1,
        modseq INTEGER NOT NULL DEFAULT 1, expunged INTEGER NOT NULL DEFAULT 0,
        special TEXT NOT NULL DEFAULT '', selectable INTEGER NOT NULL DEFAULT 1, UNIQUE (account, name))""",
    """CREATE TABLE subscription (
        account INTEGER NOT NULL, name TEXT NOT NULL, PRIMARY KEY (account, name)) WITHOUT ROWID""",
    "CREATE TABLE content (id INTEGER PRIMARY KEY, raw BLOB NOT NULL)",
    """CREATE TABLE letter (
        number INTEGER PRIMARY KEY AUTOINCREMENT, box INTEGER NOT NULL, uid INTEGER NOT NULL, modseq INTEGER NOT NULL,
        flags TEXT NOT NULL, moment INTEGER NOT NULL, zone INTEGER NOT NULL, size INTEGER NOT NULL,
        content INTEGER NOT NULL, UNIQUE (box, uid))""",
    "CREATE INDEX letter_change ON letter (box, modseq)",
    "CREATE INDEX letter_content ON letter (content)",
)
# What a newer version has besides: {version: statements that make it of the one before}.
_ADDITIONS = {
    2: (
        """CREATE TABLE fault (
            number INTEGER PRIMARY KEY AUTOINCREMENT, line TEXT NOT NULL, happened INTEGER NOT NULL DEFAULT 0)""",
        """CREATE TABLE conversation (
            number INTEGER PRIMARY KEY, protocol TEXT NOT NULL, peer TEXT NOT NULL, user TEXT NOT NULL,
            tls INTEGER NOT NULL, started REAL NOT NULL, ended REAL NOT NULL, lines TEXT NOT NULL)""",
    )
}


_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_REASONS = {
    sqlite3.SQLITE_BUSY: "занято другой программой",
    sqlite3.SQLITE_LOCKED: "занято другой программой",
    sqlite3.SQLITE_FULL: "нет места на диске",
    sqlite3.SQLITE_READONLY: "нет прав на запись",
    sqlite3.SQLITE_PERM: "нет прав",
    sqlite3.SQLITE_CANTOPEN: "нет прав на файлы рядом с ним",
    sqlite3.SQLITE_IOERR: "ошибка диска",
}
_FOLDER_REASONS = {
    errno.ENOENT: "её нет, и сделать её нельзя",
    errno.EEXIST: "на её месте файл",
    errno.ENOTDIR: "на пути к ней файл",
    errno.EISDIR: "на месте файла писем папка",
    errno.EACCES: "нет прав",
    errno.EPERM: "нет прав",
    errno.EROFS: "диск только для чтения",
    errno.ENOSPC: "нет места на диске",
}


class StoreError(Exception):
    """The mail file cannot be used now: locked for too long, full disk, not a mail file. The text is for the user."""


class Database:
    """One connection, usable from any thread; `listeners` are called after every change made through it."""

    def __init__(self, folder: str | None) -> None:
        self.listeners: set[Callable[[], None]] = set()
        self._lock = threading.RLock()
        self._path = ":memory:" if folder is None else _private_file(folder)
        with self._telling():
            self._connection = sqlite3.connect(
                self._path, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False
            )
            try:
                self._prepare(in_memory=folder is None)
            except BaseException:
                self._connection.close()
                raise

    def close(self) -> None:
        with self._lock:
            self._connection.close()

    def rows(self, sql: str, *values: Any) -> list[Any]:
        """All rows of a query."""
        with self._telling(), self._lock:
            return self._connection.execute(sql, values).fetchall()

    def row(self, sql: str, *values: Any) -> Any:
        """The first row of a query, or None."""
        found = self.rows(sql, *values)
        return found[0] if found else None

    @contextmanager
    def changing(self, silently: bool = False) -> Iterator[sqlite3.Connection]:
        """A transaction: everything inside happens or nothing does. Joins the one already running in this thread.

        Silently: listeners are not called, for what they want to hear of are letters.
        """
        with self._lock:
            if self._connection.in_transaction:
                yield self._connection
                return
            with self._telling():
                # IMMEDIATE: a transaction that begins with reading could not wait for another writer later.
                self._connection.execute("BEGIN IMMEDIATE")
                try:
                    yield self._connection
                    self._connection.execute("COMMIT")
                except BaseException:
                    if self._connection.in_transaction:
                        self._connection.execute("ROLLBACK")
                    raise
        if not silently:
            for listener in tuple(self.listeners):
                listener()

    def give_space_back(self) -> None:
        """Shrink the file after letters were cleared."""
        self.rows("PRAGMA incremental_vacuum")

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Turns what SQLite says about the file into StoreError; ProgrammingError is a bug of ours."""
        try:
            yield
        except sqlite3.ProgrammingError:
            raise
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            # Text that cannot be decoded, also in SQLite's own messages, is what damaged pages may hold.
            raise StoreError(_explained(error, self._path)) from error

    def _prepare(self, in_memory: bool) -> None:
        if self._version() == 0:
            # Only while there is no table, and before anything else; later it would write to the file at every opening.
            self._connection.execute("PRAGMA auto_vacuum=INCREMENTAL")
        if not in_memory:
            self._write_ahead()
        # With a write-ahead log NORMAL loses nothing when the process is killed, only (the last letters) at power loss.
        self._connection.execute("PRAGMA synchronous=NORMAL")
        if self._version() < _SCHEMA_VERSION:
            with self.changing() as connection:
                self._make_tables(connection)
        if self._version() != _SCHEMA_VERSION:
            raise StoreError(f"Файл писем создан другой версией 1cs: {self._path}")

    def _make_tables(self, connection: sqlite3.Connection) -> None:
        # Another process may have made the tables while this one waited for its turn.
        there = self._version()
        if there >= _SCHEMA_VERSION:
            return
        if there == 0:
            for statement in _SCHEMA:
                connection.execute(statement)
            connection.execute("INSERT INTO epoch VALUES (?)", (int(time.time()),))
        for version, statements in _ADDITIONS.items():
            for statement in statements if version > there else ():
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version={_SCHEMA_VERSION}")

    def _write_ahead(self) -> None:
        # SQLite does not always wait for another process that is switching the journal at the same moment.
        deadline = time.monotonic() + _BUSY_SECONDS
        while True:
            try:
                self._connection.execute("PRAGMA journal_mode=WAL")
                return
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                    raise
                time.sleep(0.01)

    def _version(self) -> int:
        version: int = self._connection.execute("PRAGMA user_version").fetchone()[0]
        return version


def _explained(error: sqlite3.DatabaseError | UnicodeDecodeError, path: str) -> str:
    # The low byte is the kind, the others say more about it.
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _DAMAGED or isinstance(error, UnicodeDecodeError):
        folder = os.path.dirname(path)
        return (
            f"Файл писем повреждён: {path}. Переименуйте папку {folder}: "
            "1cs начнёт новую, а старые письма останутся в прежней"
        )
    return f"Файл писем недоступен: {path} ({_REASONS.get(code, error)})"


def _private_file(folder: str) -> str:
    """Path of the mail file; made readable for the owner only (SQLite makes its logs like the file)."""
    path = os.path.join(folder, FILE_NAME)
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        reason = _FOLDER_REASONS.get(error.errno or 0, error.strerror)
        raise StoreError(f"Папка писем недоступна: {folder} ({reason})") from error
    return path

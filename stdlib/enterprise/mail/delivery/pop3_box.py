"""Receiving by POP3."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from stdlib.enterprise.mail.delivery.letter_form import date_of, fill, fill_head, identifiers
from stdlib.enterprise.mail.internet_mail_message import InternetMailMessage
from stdlib.mail.errors import MailError
from stdlib.mail.mime.dates import parse_date
from stdlib.mail.mime.head import read_head

if TYPE_CHECKING:
    from datetime import datetime

    from stdlib.mail.accounts import ServerAccount
    from stdlib.mail.imap_search import Criterion
    from stdlib.mail.pop3 import Pop3Connection


# What programs and servers write into the header of a letter that lies in a box.
_OF_THE_BOX = frozenset(("status", "x-status", "x-keywords", "x-uid", "x-imap", "x-imapbase"))


class Pop3Box:
    """A POP3 mailbox (`Incoming`): no folders, no filter, no flags; deletions count when it is closed.

    An identifier is the server's (UIDL); where several letters have the same one, the second is `…#2`, and so on. A
    letter without one is named `Message-ID#digest of its header`: the Message-ID alone is what its sender chose, and
    a letter with that of another one would take its place.
    """

    def __init__(self, account: ServerAccount, *, secure_only: bool = False) -> None:
        self._connection = _opened(account, secure_only)
        self._numbers: dict[str, int] | None = None
        self._deleted: set[str] = set()

    def close(self) -> None:
        self._connection.close()

    def abandon(self) -> None:
        self._connection.abandon()

    def count(self) -> int:
        return self._connection.count()

    def identifiers(self, criteria: dict[str, Criterion]) -> list[str]:
        return [name for name in self._known() if name not in self._deleted]

    def headers(self, names: Iterable[str]) -> Iterator[InternetMailMessage]:
        sizes = self._connection.sizes()
        for name, number in self._existing(names):
            message = InternetMailMessage()
            fill_head(message, read_head(self._connection.header(number)), sizes.get(number, 0))
            yield _placed(message, name)

    def messages(self, names: Iterable[str], *, mark_seen: bool) -> Iterator[InternetMailMessage]:
        for name, number in self._existing(names):
            message = InternetMailMessage()
            fill(message, self._connection.retrieve(number))
            yield _placed(message, name)

    def delete(self, names: Iterable[str]) -> None:
        for name, number in self._existing(names):
            self._connection.delete(number)
            self._deleted.add(name)

    purge = delete

    def of_number(self, number: int) -> str | None:
        return next((name for name, known in self._known().items() if known == number), None)

    def _existing(self, names: Iterable[str]) -> Iterator[tuple[str, int]]:
        known = self._known()
        for name in names:
            if name in known and name not in self._deleted:
                yield name, known[name]

    def _known(self) -> dict[str, int]:
        """Identifier → number. A POP3 session sees the box as it was when it began."""
        if self._numbers is None:
            given = self._given()
            names = {number: given.get(number) or self._made(number) for number in self._connection.sizes()}
            self._numbers = _distinct(names)
        return self._numbers

    def _given(self) -> dict[int, str]:
        """The server's own identifiers by number, if it has any."""
        try:
            return self._connection.uidl()
        except MailError:
            if not self._connection.is_open:
                raise
        return {}

    def _made(self, number: int) -> str:
        head = read_head(self._connection.header(number))
        lasting = [f"{name}:".encode() + value for name, value in head.fields if name.lower() not in _OF_THE_BOX]
        return f"{head.message_id}#{sha256(b''.join(lasting)).hexdigest()[:16]}"


def _opened(account: ServerAccount, secure_only: bool) -> Pop3Connection:
    # The compiler, which asks every module what it declares, need not wait for the library behind this one.
    from stdlib.mail.pop3 import Pop3Connection

    connection = Pop3Connection(account)
    try:
        connection.open()
    except MailError as error:
        if error.step != "login" or account.credentials.mechanism != "apop" or secure_only:
            raise
        # So does the platform: after APOP in vain a new connection, and the password as it is, where that is safe.
        connection = Pop3Connection(replace(account, credentials=replace(account.credentials, mechanism="plain")))
        connection.open()
    return connection


def _distinct(names: dict[int, str]) -> dict[str, int]:
    numbers: dict[str, int] = {}
    repeated: dict[str, int] = {}
    for number, name in names.items():
        own = name
        while own in numbers:
            repeated[name] = repeated.get(name, 1) + 1
            own = f"{name}#{repeated[name]}"
        numbers[own] = number
    return numbers


def _placed(message: InternetMailMessage, name: str) -> InternetMailMessage:
    message.uid = identifiers(name)
    # A POP3 server does not tell when the letter came; the line that the last server wrote on top of it does.
    moment = read_head(message.header.encode("utf-8", "replace")).value("Received") or ""
    message.date_received = date_of(_local(moment.rpartition(";")[2]))
    return message


def _local(moment: str) -> datetime | None:
    date = parse_date(moment)
    try:
        return date and date.astimezone()
    except (ValueError, OverflowError):
        # At the ends of the calendar another zone is out of it.
        return None

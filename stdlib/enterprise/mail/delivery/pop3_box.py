"""Receiving by POP3."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from stdlib.enterprise.mail.delivery.letter_form import date_of, fill, fill_head, identifiers
from stdlib.enterprise.mail.internet_mail_message import InternetMailMessage
from stdlib.mail.errors import MailError
from stdlib.mail.mime.head import read_head

if TYPE_CHECKING:
    from stdlib.mail.accounts import ServerAccount
    from stdlib.mail.imap_search import Criterion


class Pop3Box:
    """A POP3 mailbox (`Incoming`): no folders, no filter, no flags; deletions count when it is closed."""

    def __init__(self, account: ServerAccount) -> None:
        # The compiler, which asks every module what it declares, need not wait for the library behind this one.
        from stdlib.mail.pop3 import Pop3Connection

        self._connection = Pop3Connection(account)
        self._connection.open()
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
            self._numbers = {name: number for number, name in self._names().items()}
        return self._numbers

    def _names(self) -> dict[int, str]:
        """Identifiers by number. Where the server has none, Message-ID takes their place."""
        try:
            return self._connection.uidl()
        except MailError:
            if not self._connection.is_open:
                raise
        heads = {number: read_head(self._connection.header(number)) for number in self._connection.sizes()}
        return {number: head.message_id or f"#{number}" for number, head in heads.items()}


def _placed(message: InternetMailMessage, name: str) -> InternetMailMessage:
    message.uid = identifiers(name)
    # A POP3 server does not tell when the letter came; the line that the last server wrote on top of it does.
    moment = read_head(message.header.encode("utf-8", "replace")).value("Received") or ""
    message.date_received = date_of(_local(moment.rpartition(";")[2].strip()))
    return message


def _local(moment: str) -> datetime | None:
    try:
        return parsedate_to_datetime(moment).astimezone()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None

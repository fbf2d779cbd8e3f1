"""Receiving by POP3."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from stdlib.enterprise.mail.internet_mail_message import InternetMailMessage
from stdlib.enterprise.mail.letter_form import fill, fill_head, identifiers
from stdlib.mail.mime.head import read_head
from stdlib.mail.pop3 import Pop3Connection

if TYPE_CHECKING:
    from stdlib.mail.accounts import ServerAccount
    from stdlib.mail.imap_search import Criterion


class Pop3Box:
    """A POP3 mailbox (`Incoming`): no folders, no filter, no flags; deletions count when it is closed."""

    def __init__(self, account: ServerAccount) -> None:
        self._connection = Pop3Connection(account)
        self._connection.open()
        self._numbers: dict[str, int] | None = None
        self._deleted: set[str] = set()

    def close(self) -> None:
        self._connection.close()

    def count(self) -> int:
        return self._connection.count()

    def identifiers(self, criteria: dict[str, Criterion]) -> list[str]:
        return [name for name in self._known() if name not in self._deleted]

    def headers(self, names: Iterable[str]) -> Iterator[InternetMailMessage]:
        sizes = self._connection.sizes()
        for name, number in self._existing(names):
            message = InternetMailMessage()
            fill_head(message, read_head(self._connection.header(number)), sizes.get(number, 0))
            message.uid = identifiers(name)
            yield message

    def messages(self, names: Iterable[str], *, mark_seen: bool) -> Iterator[InternetMailMessage]:
        for name, number in self._existing(names):
            message = InternetMailMessage()
            fill(message, self._connection.retrieve(number))
            message.uid = identifiers(name)
            yield message

    def delete(self, names: Iterable[str]) -> None:
        for name, number in self._existing(names):
            self._connection.delete(number)
            self._deleted.add(name)

    purge = delete

    def of_number(self, number: int) -> str:
        return next((name for name, known in self._known().items() if known == number), "")

    def _existing(self, names: Iterable[str]) -> Iterator[tuple[str, int]]:
        known = self._known()
        for name in names:
            if name in known and name not in self._deleted:
                yield name, known[name]

    def _known(self) -> dict[str, int]:
        """Identifier → number. A POP3 session sees the box as it was when it began."""
        if self._numbers is None:
            self._numbers = {name: number for number, name in self._connection.uidl().items()}
        return self._numbers

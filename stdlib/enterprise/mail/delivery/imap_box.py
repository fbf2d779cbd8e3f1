"""Receiving by IMAP: letters of the current mailbox, flags, mailboxes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from stdlib.enterprise.mail.delivery.letter_form import date_of, fill, fill_head, identifiers
from stdlib.enterprise.mail.internet_mail_message import InternetMailMessage
from stdlib.enterprise.mail.internet_mail_message_flags import InternetMailMessageFlags
from stdlib.mail.errors import MailError
from stdlib.mail.mime.head import read_head

if TYPE_CHECKING:
    from stdlib.mail.accounts import ServerAccount
    from stdlib.mail.imap import FetchedMessage, ImapConnection
    from stdlib.mail.imap_search import Criterion

INBOX = "INBOX"
_LONGEST_UID = 10


class ImapBox:
    """An IMAP mailbox (`Incoming`) with what only IMAP has."""

    def __init__(self, account: ServerAccount) -> None:
        # The compiler, which asks every module what it declares, need not wait for the library behind this one.
        from stdlib.mail.imap import ImapConnection

        self.connection = ImapConnection(account)
        self.connection.open()
        self.folders = self.connection.folders
        self.current = INBOX
        self._purging_failed: MailError | None = None

    def close(self) -> None:
        self.connection.close()
        error, self._purging_failed = self._purging_failed, None
        if error is not None:
            raise error

    def abandon(self) -> None:
        self.connection.abandon()

    def enter(self, name: str) -> None:
        """Make a mailbox the current one."""
        self.connection.select(name)
        self.current = name

    def rename(self, name: str, new_name: str) -> None:
        """The current mailbox stays the current one under its new name."""
        self._leave(name)
        self.folders.rename(name, new_name)
        if name == self.current and name != INBOX:
            self.current = new_name

    def remove(self, name: str) -> None:
        """Delete a mailbox with its letters."""
        self._leave(name)
        self.folders.delete(name)

    def _leave(self, name: str) -> None:
        """Servers end the conversation when the mailbox goes that they are asked about (Dovecot does)."""
        selected = self.connection.selected
        if selected is not None and selected.name == name != INBOX:
            self.connection.select(INBOX)

    def count(self) -> int:
        return self._selected().select(self.current).messages

    def identifiers(self, criteria: dict[str, Criterion]) -> list[str]:
        return [str(uid) for uid in self._selected().search(criteria)]

    def headers(self, names: Iterable[str]) -> Iterator[InternetMailMessage]:
        for fetched in self._selected().fetch_headers(self._uids(names)):
            message = InternetMailMessage()
            fill_head(message, read_head(fetched.raw), fetched.size)
            yield _placed(message, fetched)

    def messages(self, names: Iterable[str], *, mark_seen: bool) -> Iterator[InternetMailMessage]:
        for fetched in self._selected().fetch_messages(self._uids(names), mark_seen=mark_seen):
            message = InternetMailMessage()
            fill(message, fetched.raw)
            yield _placed(message, fetched)

    def delete(self, names: Iterable[str]) -> None:
        self._selected().mark_deleted(self._uids(names))

    def undelete(self, names: Iterable[str]) -> None:
        self._selected().remove_flags(self._uids(names), ["\\Deleted"])

    def purge(self, names: Iterable[str]) -> None:
        uids = self._uids(names)
        try:
            self._selected().mark_deleted(uids)
            self.connection.expunge(uids)
        except MailError as error:
            if self.connection.is_open:
                raise
            # Nobody knows whether the letters are still there, and the script has not seen them yet: it gets them, and
            # the error when it closes the connection, as by POP3.
            self._purging_failed = error

    def expunge(self) -> None:
        self._selected().expunge()

    def move(self, names: Iterable[str], folder: str) -> None:
        self._selected().move(self._uids(names), folder)

    def append(self, data: bytes) -> None:
        self.connection.append(self.current, data)

    def flags(self, names: Iterable[str]) -> dict[str, InternetMailMessageFlags]:
        wanted = {uid: name for name in names for uid in self._uids([name])}
        found = self._selected().fetch_flags(list(wanted))
        return {wanted[uid]: InternetMailMessageFlags.of(flags) for uid, flags in found.items()}

    def set_flags(self, names: Iterable[str], on: Iterable[str], off: Iterable[str]) -> None:
        uids = self._uids(names)
        connection = self._selected()
        if set_ := self._keepable(on):
            connection.add_flags(uids, set_)
        if cleared := self._keepable(off):
            connection.remove_flags(uids, cleared)

    def of_number(self, number: int) -> str | None:
        return next((str(uid) for uid in self._selected().uids(number, number)), None) if number > 0 else None

    def _keepable(self, flags: Iterable[str]) -> list[str]:
        """Those that the server can keep: for a word that it does not know it refuses the whole command."""
        selected = self.connection.selected
        kept = {flag.lower() for flag in selected.permanent_flags} if selected else set()
        return [flag for flag in flags if flag.startswith("\\") or "\\*" in kept or flag.lower() in kept]

    def _selected(self) -> ImapConnection:
        if self.connection.selected is None or self.connection.selected.name != self.current:
            self.enter(self.current)
        else:
            # New letters become known.
            self.connection.noop()
        return self.connection

    def _uids(self, names: Iterable[str]) -> list[int]:
        """UIDs; a name that is no number is a Message-ID, which 1C's own library passes after appending a letter."""
        uids: list[int] = []
        for name in names:
            if name.isascii() and name.isdigit():
                # A number of any length may stand in a script; one that no letter can have is not asked for.
                if len(name) <= _LONGEST_UID and 0 < int(name) < 2**32:
                    uids.append(int(name))
            elif bare := name.strip("<> "):
                # The brackets make it the whole identifier; SEARCH alone finds every one that has it inside.
                uids += self._selected().search({"header": ("Message-ID", f"<{bare}>")})
        return uids


def _placed(message: InternetMailMessage, fetched: FetchedMessage) -> InternetMailMessage:
    message.uid = identifiers(str(fetched.uid))
    if fetched.internal_date is not None:
        message.date_received = date_of(fetched.internal_date.astimezone())
    return message

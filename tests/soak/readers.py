"""Read letters, delete those that were read, until told to end and nothing is left.

A letter that was read and not yet deleted when the connection broke comes again under the same name: that is no second
letter. One that comes again after its deletion was acknowledged is, and shows up as one too many.
"""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

from soak.letters import number_of
from stdlib.mail.errors import MailError
from stdlib.mail.imap import ImapConnection
from stdlib.mail.pop3 import Pop3Connection

if TYPE_CHECKING:
    from collections.abc import Iterable

    from soak.ledger import Ledger
    from soak.server import SoakServer

_AT_ONCE = 200
_PAUSE = 0.05


class Reader(threading.Thread):
    """Of some accounts, in turn."""

    def __init__(self, server: SoakServer, ledger: Ledger, users: Iterable[str], *, tls: bool) -> None:
        super().__init__(name=type(self).__name__)
        self.no_more = threading.Event()
        """Set when nothing is sent any more: the reader ends when its boxes are empty."""
        self._ledger = ledger
        self._kept: dict[str, set[str]] = {user: set() for user in users}
        self._server, self._tls = server, tls

    def run(self) -> None:
        while True:
            last = self.no_more.is_set()
            busy = [self._read(user) for user in self._kept]
            if last and not any(busy):
                return
            time.sleep(_PAUSE)

    def _read(self, user: str) -> bool:
        """Whether there may be more."""
        try:
            return self._emptied(user, self._kept[user]) > 0
        except MailError:
            self._ledger.fail_read()
            return True

    def _emptied(self, user: str, kept: set[str]) -> int:
        """How many letters were read and deleted; `kept` are the names of those whose deletion is not certain."""
        raise NotImplementedError

    def _take(self, name: str, raw: bytes, kept: set[str]) -> None:
        if name not in kept:
            kept.add(name)
            self._ledger.arrive(number_of(raw), name)


class ImapReader(Reader):
    def _emptied(self, user: str, kept: set[str]) -> int:
        count = 0
        with ImapConnection(self._server.account("imap", user, tls=self._tls)) as box:
            validity = box.select().uidvalidity
            while uids := box.uids()[:_AT_ONCE]:
                for message in box.fetch_messages(uids):
                    self._take(f"{user}/{validity}/{message.uid}", message.raw, kept)
                box.mark_deleted(uids)
                box.expunge(uids)
                kept.clear()
                count += len(uids)
        return count


class Pop3Reader(Reader):
    def _emptied(self, user: str, kept: set[str]) -> int:
        with Pop3Connection(self._server.account("pop3", user, tls=self._tls)) as box:
            names = dict(list(box.uidl().items())[:_AT_ONCE])
            for number, name in names.items():
                self._take(f"{user}/{name}", box.retrieve(number), kept)
                box.delete(number)
        # The end of the session has been confirmed: they are deleted.
        kept.clear()
        return len(names)

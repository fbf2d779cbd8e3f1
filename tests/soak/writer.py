"""Sends letters, each until the server says that it has it."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

from soak.letters import SENDER, account_of, letter_of
from stdlib.mail.errors import MailError
from stdlib.mail.smtp import SmtpConnection

if TYPE_CHECKING:
    from soak.ledger import Ledger
    from soak.server import SoakServer

_MOST_UNREAD = 3000
"""Letters on their way: a writer that is faster than the readers waits."""
_PAUSE = 0.05


class Writer(threading.Thread):
    def __init__(self, server: SoakServer, ledger: Ledger, *, tls: bool) -> None:
        super().__init__(name="writer")
        self._ledger = ledger
        self._connection = SmtpConnection(server.account("smtp", SENDER, tls=tls))

    def run(self) -> None:
        while (number := self._ledger.begin()) is not None:
            raw = letter_of(number)
            while not self._sent(number, raw):
                time.sleep(_PAUSE)
            while self._ledger.acknowledged - self._ledger.arrived > _MOST_UNREAD:
                time.sleep(_PAUSE)
        self._connection.abandon()

    def _sent(self, number: int, raw: bytes) -> bool:
        try:
            refused = self._connection.send(SENDER, [account_of(number)], raw)
        except MailError as error:
            self._connection.abandon()
            if error.step == "send" and error.code is None:
                self._ledger.doubt(number)
            else:
                self._ledger.refuse()
            return False
        if refused:
            self._ledger.refuse()
            return False
        self._ledger.acknowledge(number)
        return True

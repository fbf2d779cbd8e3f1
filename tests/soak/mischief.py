"""Faults at random, others every second. The seed makes their order the same; what they hit depends on the moment."""

from __future__ import annotations

import threading
from random import Random
from typing import TYPE_CHECKING

from sandbox.api import SandboxApi

if TYPE_CHECKING:
    from pathlib import Path

_SECONDS = 1.0
_AT_ONCE = 3
_FAULTS = (
    "smtp CONNECT times 2 bye 421 4.3.2 Service not available",
    "smtp MAIL times 2 refuse 451 4.3.0 Позже",
    "smtp RCPT times 3 refuse 450 4.2.1 Mailbox busy",
    "smtp RCPT times 2 full",
    "smtp DATA times 2 drop",
    "smtp DATA times 2 refuse 451",
    "smtp BODY times 2 drop",
    "smtp BODY times 2 refuse 452 4.3.1 Insufficient storage",
    "smtp BODY times 1 delay 0.3",
    "any LOGIN times 1 refuse",
    "any CONNECT times 1 drop",
    "any CONNECT times 1 slow 100000",
    "any * times 2 delay 0.2",
    "any * times 1 drop",
    "imap FETCH times 1 drop",
    "imap STORE times 1 drop",
    "imap EXPUNGE times 1 drop",
    "imap SELECT times 1 refuse",
    "imap UID chance 5 bye",
    "pop3 UIDL times 1 refuse",
    "pop3 RETR times 1 drop",
    "pop3 DELE times 1 drop",
    "pop3 QUIT times 1 drop",
)


class Mischief(threading.Thread):
    def __init__(self, folder: Path, seed: int) -> None:
        super().__init__(name="mischief")
        self.ordered = 0
        self._random = Random(seed)
        self._folder = str(folder)
        self._end = threading.Event()

    def run(self) -> None:
        with SandboxApi.open(self._folder) as api:
            while not self._end.wait(_SECONDS):
                lines = self._random.sample(_FAULTS, _AT_ONCE)
                self.ordered += len(api.load_faults("\n".join(lines)))
            api.clear_faults()

    def end(self) -> None:
        self._end.set()
        self.join()

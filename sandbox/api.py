"""What the page, the command line and tests do with a sandbox: letters, arrivals, faults, the log of connections.

One object over one store. In the process of a running server: `Sandbox.api`. From any other process, or without any
server: `SandboxApi.open(folder)`; faults ordered there reach a running server within 0.3 s, conversations are seen
there when they have ended. Every method may be called from any thread. All raise StoreError (sandbox.database) when the
mail file cannot be used; its text is for the user.

Letters
    accounts()                        addresses, sorted
    folders(address=None)             BoxSummary: address, folder, letters, unseen
    letters(address=None, folder=None, before=None, count=50, text="")
                                      LetterSummary, the newest first, by pages: `before` is the last number of the page
                                      before; `text` is looked for in subject, sender, recipients (any case)
    letter(number)                    LetterSummary; LookupError
    raw(number)                       bytes as they are kept; LookupError
    mark(number, seen=True, flagged=None, answered=None)
                                      True: give the mark, False: take it away, None: leave it; LookupError
    mark_all(numbers, marks)          the same for many: {"seen": True, …}; how many there were
    remove(numbers)                   how many there were
    clear(address=None)               how many there were
    put(address, raw)                 deliver without any network; the letter's number; ValueError: not an address

Arrivals (a letter's number only ever grows, whoever delivered it)
    last_number()                     of the newest letter, 0: there is none
    wait(after, seconds)              letters with greater numbers, in order, as soon as there is one; [] in vain
    listen(callback)                  call it after every change made in this process; returns what ends that
    version()                         another value after every change of letters and boxes, whoever made it

Faults (sandbox.fault has the language of their lines)
    faults()                          OrderedFault: number, fault, happened, is_over
    add_fault(line)                   its number; FaultError, a ValueError whose text is for the user
    remove_fault(number)              False: there is none
    clear_faults()                    how many there were
    load_faults(text)                 the content of a file of faults: a line each, `#` begins a remark, replaces all
    presets()                         {what it is, in Russian: line}: for a menu

Log
    connections()                     ConnectionSummary, newest first: number, protocol, peer, user, tls, started, ended
    conversation(number)              Said: seconds, who (client, server, note), text; LookupError
    clear_log()
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Mapping
from typing import Self

from sandbox.boxes import Boxes, BoxSummary, LetterSummary
from sandbox.fault import Fault, FaultError, parse_fault
from sandbox.faults import OrderedFault
from sandbox.store import Store
from sandbox.transcript import Said
from sandbox.wire_log import ConnectionSummary

_LOOK_ROUND_SECONDS = 0.25
"""How often a waiting caller looks for what other processes delivered."""
_MOST_FAULTS = 1000
_PRESETS = {
    "получателя нет": "smtp RCPT refuse 550 5.1.1 User unknown",
    "отправителя не принимают": "smtp MAIL refuse 553 5.1.8 Sender rejected",
    "письмо похоже на спам": "smtp BODY refuse 554 5.7.1 Message rejected as spam",
    "ящик полон": "any * full",
    "серый список, 60 секунд": "smtp RCPT greylist 60",
    "пароль не подходит": "any LOGIN refuse",
    "сервер перегружен": "smtp CONNECT bye 421 4.3.2 Service not available",
    "ответы через 5 секунд": "any * delay 5",
    "медленная сеть": "any CONNECT slow 500",
    "обрыв при отправке письма": "smtp DATA drop",
    "обрыв при получении писем": "imap FETCH drop",
}


class SandboxApi:
    """See the module."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._boxes = Boxes(store)

    @classmethod
    def open(cls, folder: str) -> Self:
        """Over the letters kept in a folder, also while servers are running there; close() it."""
        return cls(Store(folder))

    def close(self) -> None:
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # Letters.

    def accounts(self) -> list[str]:
        return self._store.accounts.addresses()

    def folders(self, address: str | None = None) -> list[BoxSummary]:
        return self._boxes.folders(address)

    def letters(
        self,
        address: str | None = None,
        folder: str | None = None,
        before: int | None = None,
        count: int = 50,
        text: str = "",
    ) -> list[LetterSummary]:
        return self._boxes.page(address, folder, before, count, text)

    def letter(self, number: int) -> LetterSummary:
        return self._boxes.letter(number)

    def raw(self, number: int) -> bytes:
        return self._boxes.raw(number)

    def mark(
        self, number: int, seen: bool | None = True, flagged: bool | None = None, answered: bool | None = None
    ) -> None:
        wished = {"seen": seen, "flagged": flagged, "answered": answered}
        if not self._boxes.mark([number], {name: given for name, given in wished.items() if given is not None}):
            raise LookupError(number)

    def mark_all(self, numbers: Iterable[int], marks: Mapping[str, bool]) -> int:
        return self._boxes.mark(numbers, marks)

    def remove(self, numbers: Iterable[int]) -> int:
        return self._boxes.remove(numbers)

    def clear(self, address: str | None = None) -> int:
        return self._boxes.clear(address)

    def put(self, address: str, raw: bytes) -> int:
        (delivery,) = self._store.deliver([address], raw)
        return delivery.letter.number

    # Arrivals.

    def last_number(self) -> int:
        return self._boxes.last_number()

    def wait(self, after: int, seconds: float) -> list[LetterSummary]:
        deadline = time.monotonic() + seconds
        changed = threading.Event()
        end = self.listen(changed.set)
        try:
            while True:
                changed.clear()
                found = self._boxes.later(after)
                left = deadline - time.monotonic()
                if found or left <= 0:
                    return found
                changed.wait(min(left, _LOOK_ROUND_SECONDS))
        finally:
            end()

    def listen(self, callback: Callable[[], None]) -> Callable[[], None]:
        listeners = self._store.database.listeners

        def listener() -> None:
            # A function of its own, so that one callback may listen twice.
            callback()

        listeners.add(listener)
        return lambda: listeners.discard(listener)

    def version(self) -> tuple[int, int]:
        return self._boxes.version()

    # Faults.

    def faults(self) -> list[OrderedFault]:
        return self._store.faults.all()

    def add_fault(self, line: str) -> int:
        fault = parse_fault(line)
        if len(self.faults()) >= _MOST_FAULTS:
            raise FaultError(f"Сбоев уже {_MOST_FAULTS}: удалите ненужные")
        return self._store.faults.add(fault)

    def remove_fault(self, number: int) -> bool:
        return self._store.faults.remove(number)

    def clear_faults(self) -> int:
        return self._store.faults.clear()

    def load_faults(self, text: str) -> list[int]:
        """Their numbers; FaultError names the line, and then nothing has changed."""
        faults = list(_faults_of(text))
        if len(faults) > _MOST_FAULTS:
            raise FaultError(f"Сбоев больше {_MOST_FAULTS}")
        self._store.faults.clear()
        return [self._store.faults.add(fault) for fault in faults]

    def presets(self) -> dict[str, str]:
        return dict(_PRESETS)

    # Log.

    def connections(self) -> list[ConnectionSummary]:
        return self._store.wire_log.connections()

    def conversation(self, number: int) -> list[Said]:
        return self._store.wire_log.said(number)

    def clear_log(self) -> None:
        self._store.wire_log.clear()


def _faults_of(text: str) -> Iterable[Fault]:
    for number, line in enumerate(text.splitlines(), 1):
        line = line.strip()
        if line and not line.startswith("#"):
            try:
                yield parse_fault(line)
            except FaultError as error:
                raise FaultError(f"Строка {number}: {error}") from error

"""The faults of one connection: they happen here, and what the client is told is worded here."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import TYPE_CHECKING

from sandbox.database import StoreError

if TYPE_CHECKING:
    from sandbox.connection import Connection
    from sandbox.fault import Fault
    from sandbox.faults import Faults

_SMTP_REFUSALS = {
    "CONNECT": "554 5.3.2 not now",
    "EHLO": "502 5.5.1 not implemented",
    "MAIL": "550 5.7.1 sender refused",
    "RCPT": "550 5.1.1 no such mailbox",
    "DATA": "554 5.3.0 not now",
    "BODY": "554 5.7.1 message refused",
    "AUTH": "535 5.7.8 authentication failed",
    "LOGIN": "535 5.7.8 authentication failed",
    "STARTTLS": "454 4.7.0 TLS is not available",
}
_IMAP_REFUSALS = {
    "LOGIN": "[AUTHENTICATIONFAILED] authentication failed",
    "AUTHENTICATE": "[AUTHENTICATIONFAILED] authentication failed",
    "SELECT": "[NOPERM] not now",
    "EXAMINE": "[NOPERM] not now",
}
_FULL = {"smtp": "552 5.2.2 mailbox full", "imap": "[OVERQUOTA] mailbox full", "pop3": "[SYS/PERM] mailbox full"}


class Refusal(Exception):
    """The answer that a fault gives, with its code for SMTP, for the others what comes behind NO or -ERR.

    `parting`: after it the connection is closed.
    """

    def __init__(self, text: str, parting: bool) -> None:
        super().__init__(text)
        self.parting = parting


class Trouble:
    """Asks at every step of a connection whether something is to go wrong there."""

    def __init__(self, faults: Faults, connection: Connection) -> None:
        self._faults = faults
        self._connection = connection
        self._protocol = connection.transcript.protocol

    async def meet(self, command: str, *who: str) -> None:
        """Wait, slow down, break off (ConnectionResetError) or raise Refusal, as ordered; nothing else most times."""
        try:
            happening = self._faults.happening(self._protocol, command, who)
        except StoreError:
            # The session will come upon it, too, and has words for it.
            return
        for fault in happening:
            self._connection.transcript.note(f"сбой: {fault.line()}")
            if fault.action == "delay":
                await self._connection.flush()
                await asyncio.sleep(fault.amount)
            elif fault.action == "slow":
                self._connection.rate = fault.amount
            elif fault.action == "drop":
                self._connection.abort()
                raise ConnectionResetError("dropped on demand")
            else:
                raise Refusal(self._words(fault, command), fault.action == "bye")

    def offered(self, lines: Iterable[str]) -> list[str]:
        """Lines about extensions without those that are to be hidden, by their first word or as a whole."""
        try:
            hidden = self._faults.hidden(self._protocol)
        except StoreError:
            hidden = frozenset()
        return [line for line in lines if line.split()[0].upper() not in hidden] if hidden else list(lines)

    def _words(self, fault: Fault, command: str) -> str:
        if fault.action == "full":
            return _FULL[self._protocol]
        if self._protocol == "smtp":
            return _smtp_words(fault, command)
        if fault.text:
            return fault.text
        if self._protocol == "imap":
            return _IMAP_REFUSALS.get(command, "[UNAVAILABLE] not now")
        return "[AUTH] authentication failed" if command in ("LOGIN", "PASS", "APOP", "AUTH") else "[SYS/TEMP] not now"


def _smtp_words(fault: Fault, command: str) -> str:
    if fault.action == "greylist":
        usual = f"451 4.7.1 greylisted, try again in {fault.amount:g} seconds"
    elif fault.action == "bye":
        usual = "421 4.3.2 closing the connection"
    else:
        usual = _SMTP_REFUSALS.get(command, "451 4.3.0 not now")
    code, _, text = usual.partition(" ")
    if fault.code:
        # The enhanced code of the usual answer need not fit another class.
        text = text if str(fault.code)[0] == code[0] else text.partition(" ")[2]
        code = str(fault.code)
    return f"{code} {fault.text or text}"

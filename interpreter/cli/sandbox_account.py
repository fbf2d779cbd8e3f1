"""The built-in mail server as the account of a run: started when a script first asks for mail."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from interpreter.cli.accounts import Account, AccountError, Server
from interpreter.cli.words import counted
from sandbox.boxes import Boxes
from sandbox.database import StoreError
from sandbox.server import Sandbox

if TYPE_CHECKING:
    from collections.abc import Sequence

SENDER = "me@localhost"
"""The address of whoever runs scripts: `localhost` is the domain of the built-in server, so no letter can get out."""


@dataclass(frozen=True, slots=True)
class SandboxAccount(Account):
    """The account of a running server."""

    sandbox: Sandbox = field(kw_only=True)

    @classmethod
    def start(cls, folder: str) -> Self:
        """A server over the letters of a folder; raises AccountError when it cannot be."""
        try:
            sandbox = Sandbox(folder).start()
        except (OSError, StoreError) as error:
            raise AccountError(f"Встроенный почтовый сервер не запустился: {error}") from error
        return cls(SENDER, _server(sandbox.smtp), _server(sandbox.imap), _server(sandbox.pop3), sandbox=sandbox)

    def arrived(self) -> list[tuple[str, bytes]]:
        """Each letter that came since the start: whose box it is in, and its bytes."""
        boxes = Boxes(self.sandbox.store)
        return [(each.recipient, boxes.raw(each.number)) for each in self.sandbox.arrivals()]

    def close(self) -> str:
        """Stop; «Почта: 1 письмо для …; посмотреть: 1cs mail show 1», or nothing when nothing arrived."""
        line = arrival_line([(each.recipient, each.number) for each in self.sandbox.arrivals()])
        self.sandbox.stop()
        return line


def arrival_line(arrivals: Sequence[tuple[str, int]]) -> str:
    """One line about letters that arrived: pairs of address and number."""
    if not arrivals:
        return ""
    counts: dict[str, int] = {}
    for address, _ in arrivals:
        counts[address] = counts.get(address, 0) + 1
    boxes = ", ".join(f"{counted(count, 'письмо', 'письма', 'писем')} для {box}" for box, count in counts.items())
    look = f"1cs mail show {arrivals[0][1]}" if len(arrivals) == 1 else "1cs mail"
    return f"Почта: {boxes}; посмотреть: {look}"


def _server(place: tuple[str, int]) -> Server:
    host, port = place
    # Any password is right there; a client must send one.
    return Server(host, port, SENDER, "sandbox", "none")

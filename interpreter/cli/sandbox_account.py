"""The built-in mail server as the account of a run: started when a script first asks for mail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interpreter.cli.accounts import Server
from interpreter.cli.words import counted
from sandbox.boxes import Boxes
from sandbox.server import Sandbox

if TYPE_CHECKING:
    from collections.abc import Sequence

SENDER = "me@localhost"
"""The address of whoever runs scripts: `localhost` is the domain of the built-in server, so no letter can get out."""


class SandboxAccount:
    """A running server over the letters of a folder; a runtime.host.MailAccount."""

    sender = SENDER

    def __init__(self, folder: str) -> None:
        self._sandbox = Sandbox(folder).start()
        self.smtp = _server(self._sandbox.smtp)
        self.imap = _server(self._sandbox.imap)
        self.pop3 = _server(self._sandbox.pop3)

    def summary(self) -> str:
        """«Почта: 1 письмо для …; посмотреть: 1cs mail show 1»; empty when nothing arrived."""
        return arrival_line([(each.recipient, each.number) for each in self._sandbox.arrivals()])

    def arrived(self) -> list[tuple[str, bytes]]:
        """Each letter that came since the start: whose box it is in, and its bytes."""
        boxes = Boxes(self._sandbox.store)
        return [(each.recipient, boxes.raw(each.number)) for each in self._sandbox.arrivals()]

    def stop(self) -> None:
        self._sandbox.stop()


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

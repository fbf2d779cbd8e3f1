"""The built-in mail server as the account of a run: started when a script first asks for mail."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from interpreter.cli.accounts import Account, AccountError, Server
from interpreter.cli.words import counted
from sandbox.account_file import AccountFileError
from sandbox.boxes import Boxes
from sandbox.database import StoreError
from sandbox.server import Sandbox

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

NO_TLS_HINT = 'Установите: pip install "1cs[tls]" (или программу openssl)'
"""How the built-in server gets a certificate."""
SENDER = "me@localhost"
"""The address of whoever runs scripts: `localhost` is the domain of the built-in server, so no letter can get out."""


@dataclass(frozen=True, slots=True)
class SandboxAccount(Account):
    """The account of a running server."""

    sandbox: Sandbox = field(kw_only=True)

    @classmethod
    def start(cls, folder: str, *, starttls: bool = False, accounts: str | None = None) -> Self:
        """A server over the letters of a folder; raises AccountError when it cannot be."""
        try:
            sandbox = Sandbox(folder, starttls=starttls, accounts=accounts).start()
        except AccountFileError as error:
            raise AccountError(str(error)) from error
        except (OSError, StoreError) as error:
            folder = "Другую папку для писем задаёт переменная окружения ONECS_HOME"
            hint = folder if isinstance(error, StoreError) else ""
            raise AccountError(f"Встроенный почтовый сервер не запустился: {error}", hint=hint) from error
        return cls(SENDER, _server(sandbox.smtp), _server(sandbox.imap), _server(sandbox.pop3), sandbox=sandbox)

    def arrived(self) -> list[tuple[str, bytes]]:
        """Each letter that came since the start: whose box it is in, and its bytes."""
        boxes = Boxes(self.sandbox.store)
        return [(each.recipient, boxes.raw(each.number)) for each in self.sandbox.arrivals()]

    def close(self) -> str:
        """Stop; «Почта: 1 письмо для …; посмотреть: 1cs mail show 1», and a reminder of faults; or nothing."""
        arrivals = [(each.recipient, each.number) for each in self.sandbox.arrivals()]
        lines = [arrival_line(arrivals, Boxes(self.sandbox.store).numbers())] if arrivals else []
        if not all(each.is_over for each in self.sandbox.api.faults()):
            lines.append("Почта: сервер ошибается по заказу; посмотреть и отменить: 1cs mail fault")
        self.sandbox.stop()
        return "\n".join(lines)


def trusted_certificate(sandbox: Sandbox) -> str:
    """The file that clients must trust, empty: no TLS; raises AccountError when what is there cannot be used."""
    if not sandbox.has_tls:
        return ""
    try:
        return sandbox.certificate
    except OSError as error:
        from interpreter.cli.accounts import mail_folder

        raise AccountError(
            f"Сертификат встроенного почтового сервера не годится: {mail_folder()}, tls.pem",
            hint="Удалите tls.pem: 1cs сделает новый",
        ) from error


def arrival_line(arrivals: Sequence[tuple[str, int]], present: Collection[int]) -> str:
    """One line about letters that arrived: pairs of address and number; `present`: numbers that are there now."""
    if not arrivals:
        return ""
    boxes: dict[str, list[int]] = {}
    for address, number in arrivals:
        boxes.setdefault(address, []).append(number)
    told = ", ".join(_box(address, numbers, present) for address, numbers in boxes.items())
    left = [number for _, number in arrivals if number in present]
    if not left:
        return f"Почта: {told}"
    look = f"1cs mail show {left[0]}" if len(left) == 1 else "1cs mail"
    return f"Почта: {told}; посмотреть: {look}"


def _box(address: str, numbers: Sequence[int], present: Collection[int]) -> str:
    came = f"{counted(len(numbers), 'письмо', 'письма', 'писем')} для {address}"
    left = sum(number in present for number in numbers)
    return came if left == len(numbers) else f"{came} (осталось {left})"


def _server(place: tuple[str, int]) -> Server:
    host, port = place
    # Any password is right there; a client must send one.
    return Server(host, port, SENDER, "sandbox", "none")

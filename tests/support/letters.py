"""The mail that a program must leave: `// почта: кому=maria@1c.ru; тема=Отчёт; вложения=а.txt, б.txt`.

One directive for each letter in order of arrival; what it does not name is not compared.
Names: кому (the box it arrived in), от, тема, текст, вложения.
"""

from __future__ import annotations

from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Iterator

    from interpreter.cli.sandbox_account import SandboxAccount


class Postbox:
    """A mail server in a folder of its own, started when first asked for."""

    def __init__(self, faults: list[str]) -> None:
        self._account: SandboxAccount | None = None
        self._faults = faults

    def account(self) -> SandboxAccount:
        if self._account is None:
            from interpreter.cli.sandbox_account import SandboxAccount

            self._folder = TemporaryDirectory()
            self._account = SandboxAccount.start(self._folder.name)
            for line in self._faults:
                self._account.sandbox.api.add_fault(line)
        return self._account

    def letters(self) -> tuple[dict[str, str], ...]:
        return tuple(_described(address, raw) for address, raw in self._account.arrived()) if self._account else ()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *reason: object) -> None:
        if self._account:
            self._account.close()
            self._folder.cleanup()


def letter_problems(wanted: list[str], arrived: tuple[dict[str, str], ...]) -> Iterator[str]:
    if len(wanted) != len(arrived):
        yield f"почта: ждали писем {len(wanted)}, пришло {len(arrived)}"
    for number, (directive, letter) in enumerate(zip(wanted, arrived, strict=False), 1):
        for pair in directive.split(";"):
            name, _, value = (part.strip() for part in pair.partition("="))
            if letter[name] != value:
                yield f"почта: письмо {number}: {name}: ждали «{value}», было «{letter[name]}»"


def _described(address: str, raw: bytes) -> dict[str, str]:
    from stdlib.mail.mime.read import read_letter

    letter = read_letter(raw)
    return {
        "кому": address,
        "от": letter.head.sender.address if letter.head.sender else "",
        "тема": letter.head.subject,
        "текст": (letter.text() or "").strip(),
        "вложения": ", ".join(attachment.name for attachment in letter.attachments),
    }

"""What the tests of the mail server say to it."""

from __future__ import annotations

import poplib
import smtplib
import socket
from email import policy
from email.message import EmailMessage
from typing import TYPE_CHECKING

from imapclient import IMAPClient

if TYPE_CHECKING:
    from sandbox.listening import Address
    from sandbox.server import Sandbox

USER = "ivan@example.com"
LETTER = "From: maria@example.com\r\nTo: ivan@example.com\r\nSubject: Счёт\r\n\r\nПривет\r\n".encode()
LOGIN = b"a LOGIN ivan@example.com x"
_SECONDS = 60


def compose(subject: str = "Счёт № 15", body: str = "Оплатите до пятницы", attachment: bytes | None = None) -> bytes:
    """A letter from Мария to USER."""
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "Мария <maria@example.com>", USER, subject
    made.set_content(body)
    if attachment is not None:
        made.add_attachment(attachment, maintype="application", subtype="octet-stream", filename="Отчёт.bin")
    return made.as_bytes(policy=policy.SMTP)


def smtp(sandbox: Sandbox) -> smtplib.SMTP:
    return smtplib.SMTP(*sandbox.smtp, local_hostname="client.test", timeout=_SECONDS)


def send(sandbox: Sandbox, raw: bytes = LETTER, to: tuple[str, ...] = (USER,)) -> None:
    with smtp(sandbox) as client:
        client.sendmail("maria@example.com", to, raw)


def pop3(sandbox: Sandbox, user: str = USER) -> poplib.POP3:
    """A session that is logged in."""
    client = poplib.POP3(*sandbox.pop3, timeout=_SECONDS)
    client.user(user)
    client.pass_("любой пароль")
    return client


def count(sandbox: Sandbox, user: str = USER) -> int:
    """Letters in the INBOX."""
    client = pop3(sandbox, user)
    letters, _ = client.stat()
    client.quit()
    return letters


def imap(sandbox: Sandbox, user: str = USER) -> IMAPClient:
    """A session that is logged in."""
    client = IMAPClient(*sandbox.imap, ssl=False, timeout=_SECONDS)
    client.login(user, "any password")
    return client


def talk(address: Address, *lines: bytes) -> list[bytes]:
    """Lines a server says, from its greeting on, to a client that sends all at once and listens to the end."""
    with socket.create_connection(address, timeout=_SECONDS) as client:
        client.sendall(b"".join(line + b"\r\n" for line in lines))
        answers = b""
        while piece := client.recv(65536):
            answers += piece
    return answers.split(b"\r\n")[:-1]


def talk_imap(sandbox: Sandbox, *lines: bytes) -> list[bytes]:
    """Lines of the answers to IMAP commands and a LOGOUT, behind the greeting."""
    return talk(sandbox.imap, *lines, b"end LOGOUT")[1:]

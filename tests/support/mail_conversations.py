"""What scripts of both languages do with mail, as calls: the same conversations over any line, good or bad."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from runtime.element.members import call as element_call
from runtime.element.members import member
from runtime.element.resources import use
from runtime.errors import OnecError
from runtime.host import Host
from stdlib.element.mail.email import Email
from stdlib.element.mail.email_authentication import EmailAuthentication
from stdlib.element.mail.email_directory_kind import EmailDirectoryKind
from stdlib.element.mail.email_exception import EmailException
from stdlib.element.mail.imap_connection import ImapConnection
from stdlib.element.mail.imap_connection_parameters import ImapConnectionParameters
from stdlib.element.mail.imap_directory_open_mode import ImapDirectoryOpenMode
from stdlib.element.mail.pop3_connection import Pop3Connection
from stdlib.element.mail.pop3_connection_parameters import Pop3ConnectionParameters
from stdlib.element.mail.smtp_client import smtp_client
from stdlib.element.mail.smtp_connection_parameters import SmtpConnectionParameters
from stdlib.enterprise.mail.internet_mail import InternetMail
from stdlib.enterprise.mail.internet_mail_message import InternetMailMessage
from stdlib.enterprise.mail.internet_mail_profile import InternetMailProfile
from stdlib.enterprise.mail.internet_mail_protocol import InternetMailProtocol
from stdlib.enterprise.mail.internet_mail_text_processing import InternetMailTextProcessing

if TYPE_CHECKING:
    from sandbox.server import Sandbox

USER, PASSWORD = "ivan@mail.test", "secret"
OUTGOING = ["Заказ", "Счёт"]
INCOMING = ["первое", "второе"]
PATIENT = 60.0
"""Seconds, where nothing is meant to take long, however slow the machine is."""
_SOON = 0.2
Security = Literal["none", "starttls", "tls"]


@dataclass(frozen=True, slots=True)
class Server:
    """As a script knows it. `none` and `starttls` are the same to it: what is offered is used."""

    port: int
    seconds: float = PATIENT
    security: Security = "none"


@dataclass
class Told:
    """What a script knows in the end."""

    received: list[str] = field(default_factory=list)
    sent: list[str] = field(default_factory=list)


@dataclass
class Outcome:
    told: Told
    error: str
    seconds: float
    hint: str = ""


Run = Callable[[Server, Told], None]


class Quiet(Host):
    """Lets scripts use the network, shows nobody what they say, believes one certificate."""

    def __init__(self, certificate: str = "") -> None:
        self._certificate = certificate

    def allows(self, what: str, detail: str) -> bool:
        return True

    def write_error(self, text: str) -> None:
        pass

    def mail_route(self, protocol: str, host: str, port: int, tls: bool) -> tuple[str, int, str] | None:
        return (host, port, self._certificate) if self._certificate else None


def converse(run: Run, server: Server) -> Outcome:
    told, error, hint = Told(), "", ""
    began = time.monotonic()
    try:
        run(server, told)
    except (OnecError, EmailException) as raised:
        error, hint = str(raised), raised.hint
    return Outcome(told, error, time.monotonic() - began, hint)


def prepare(sandbox: Sandbox, name: str) -> None:
    """The boxes as the conversation of that name wants to find them."""
    sandbox.api.clear()
    sandbox.api.clear_log()
    for subject in INCOMING if name in RECEIVING else []:
        sandbox.api.put(USER, f"From: shop@mail.test\r\nTo: {USER}\r\nSubject: {subject}\r\n\r\nПривет\r\n".encode())


def settle(sandbox: Sandbox) -> None:
    """Waits until the server has done what it was told and knows that nobody is there any more."""
    began = time.monotonic()
    while any(connection.ended is None for connection in sandbox.api.connections()):
        waited = time.monotonic() - began
        assert waited < PATIENT, "the server still talks to somebody"
        if waited > _SOON:
            # A connection that a failed script has forgotten ends with its object.
            gc.collect()
        time.sleep(0.002)


def subjects(sandbox: Sandbox) -> list[str]:
    return sorted(letter.subject for letter in sandbox.api.letters())


def _call(obj: Any, name: str, *arguments: Any) -> Any:
    """A method as a script calls it."""
    return getattr(obj, f"{name.casefold()}()")(*arguments)


# Enterprise.


def _profile(server: Server, protocol: Literal["smtp", "imap", "pop3"]) -> InternetMailProfile:
    made = InternetMailProfile()
    if protocol == "imap":
        made.set_imap_use_ssl(server.security == "tls")
    else:
        setattr(made, f"{protocol}_use_ssl", server.security == "tls")
    setattr(made, f"{protocol}_server_address", "127.0.0.1")
    setattr(made, f"{protocol}_port", server.port)
    made.smtp_user = made.user = made.imap_user = USER
    made.smtp_password = made.password = made.imap_password = PASSWORD
    made.timeout = server.seconds
    return made


def _message(subject: str) -> InternetMailMessage:
    made = InternetMailMessage()
    made.set_sender("shop@mail.test")
    made.to.add(USER)
    made.subject = subject
    made.texts.add("Готов")
    return made


def enterprise_smtp(server: Server, told: Told) -> None:
    mail = InternetMail()
    _call(mail, "Подключиться", _profile(server, "smtp"))
    for subject in OUTGOING:
        refused = _call(mail, "Послать", _message(subject))
        if len(refused):
            raise OnecError(f"Не удалось отправить письмо через сервер 127.0.0.1:{server.port}: {refused}")
        told.sent.append(subject)
    _call(mail, "Отключиться")


def enterprise_append(server: Server, told: Told) -> None:
    mail = InternetMail()
    _call(mail, "Подключиться", _profile(server, "imap"), InternetMailProtocol.imap)
    for subject in OUTGOING:
        _call(mail, "Послать", _message(subject), InternetMailTextProcessing.process, InternetMailProtocol.imap)
        told.sent.append(subject)
    _call(mail, "Отключиться")


def _enterprise_receiving(server: Server, protocol: Literal["imap", "pop3"], told: Told) -> None:
    mail = InternetMail()
    _call(mail, "Подключиться", _profile(server, protocol), getattr(InternetMailProtocol, protocol))
    told.received += [str(message.subject) for message in _call(mail, "Выбрать", True)]
    _call(mail, "Отключиться")


def enterprise_imap(server: Server, told: Told) -> None:
    _enterprise_receiving(server, "imap", told)


def enterprise_pop3(server: Server, told: Told) -> None:
    _enterprise_receiving(server, "pop3", told)


# Element.


def _parameters(cls: Any, server: Server) -> Any:
    made = cls("127.0.0.1", server.port, EmailAuthentication(USER, PASSWORD))
    made.set_use_ssl(server.security == "tls")
    made.connect_timeout = made.io_timeout = round(server.seconds * 1000)
    return made


def _email(subject: str) -> Email:
    made = Email("shop@mail.test", USER, subject)
    element_call(made, "УстановитьТекстКакСтроку", "Готов")
    return made


def element_smtp(server: Server, told: Told) -> None:
    from stdlib.element.collections.array import Array

    letters = Array.of([_email(subject) for subject in OUTGOING])
    results = element_call(smtp_client(), "Отправить", _parameters(SmtpConnectionParameters, server), letters).items
    reasons = [result.reason() for result in results]
    told.sent += [subject for subject, reason in zip(OUTGOING, reasons, strict=True) if not reason]
    if any(reasons):
        raise EmailException("\n".join(reason for reason in reasons if reason))


def element_imap(server: Server, told: Told) -> None:
    with use(ImapConnection(_parameters(ImapConnectionParameters, server), True)) as connection:
        inbox = element_call(connection, "ПолучитьКаталог", EmailDirectoryKind.INBOX)
        element_call(inbox, "Открыть", ImapDirectoryOpenMode.READ_WRITE)
        for email in element_call(inbox, "ПолучитьПисьма").items:
            told.received.append(member(email, "Письмо").subject)
            element_call(inbox, "ПометитьНаУдаление", email)


def element_pop3(server: Server, told: Told) -> None:
    with use(Pop3Connection(_parameters(Pop3ConnectionParameters, server))) as connection:
        for email in element_call(connection, "ПолучитьПисьма").items:
            told.received.append(member(email, "Письмо").subject)
            element_call(connection, "ПометитьНаУдаление", email)


SENDING: dict[str, tuple[str, Run]] = {
    "Enterprise, SMTP": ("smtp", enterprise_smtp),
    "Enterprise, APPEND": ("imap", enterprise_append),
    "Element, SMTP": ("smtp", element_smtp),
}
RECEIVING: dict[str, tuple[str, Run]] = {
    "Enterprise, IMAP": ("imap", enterprise_imap),
    "Enterprise, POP3": ("pop3", enterprise_pop3),
    "Element, IMAP": ("imap", element_imap),
    "Element, POP3": ("pop3", element_pop3),
}
TABLE = SENDING | RECEIVING

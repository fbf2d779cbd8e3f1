"""Every answer of every conversation spoilt in every way, on the wire between mail objects and the sandbox.

Each run ends in time: in success, or in one clear error of the script. A letter told as sent is there, and once; a
letter of the box is in the hands of the script or still in the box. A sixth of the table is run; all of it with
FAULTS=all (`make faults`).
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from runtime.element.members import call as element_call
from runtime.element.members import member
from runtime.element.resources import use
from runtime.errors import OnecError
from runtime.host import Host, using
from sandbox.server import Sandbox
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
from support.servers.chaos_proxy import ChaosProxy, Fault

USER, PASSWORD = "ivan@mail.test", "secret"
SUBJECTS = ["первое", "второе"]
TIMEOUT = 0.3
# A wait for the answer, for that to a farewell, for those on a second connection, and a slow machine.
LONGEST = 5 * TIMEOUT + 2.0
WHOLE = os.environ.get("FAULTS") == "all"
SHARE = 1 if WHOLE else 6


def whole(answer: bytes) -> list[bytes]:
    return [answer]


def nothing(answer: bytes) -> list[bytes]:
    return []


def half(answer: bytes) -> list[bytes]:
    return [answer[: len(answer) // 2]]


def crumbs(answer: bytes) -> list[bytes]:
    size = max(1, len(answer) // 10)
    return [answer[start : start + size] for start in range(0, len(answer), size)]


def instead(text: bytes) -> Callable[[bytes], list[bytes]]:
    return lambda answer: [text]


NINES = bytes.maketrans(b"012345678", b"999999999")
HARMLESS = [Fault("latency", whole, pause=0.05), Fault("crumbs", crumbs, pause=0.002)]
HARMFUL = [
    Fault("cut before the question", nothing, "close", unheard=True),
    Fault("cut", nothing, "close"),
    Fault("reset before the question", nothing, "reset", unheard=True),
    Fault("reset", nothing, "reset"),
    Fault("silence", nothing, "fall silent"),
    Fault("half, then cut", half, "close"),
    Fault("half, then silence", half, "fall silent"),
    Fault("noise", instead(b"\x00\xff\xfe%$#\xd0\r\n")),
    Fault("an empty line", instead(b"\r\n")),
    Fault("another protocol", instead(b"HTTP/1.1 400 Bad Request\r\n\r\n")),
    Fault("other numbers", lambda answer: [answer.translate(NINES)]),
    Fault("an endless line", lambda answer: [b"+" * 300_000], "close"),
    Fault("the end of a session", instead(b"421 4.3.2 closing\r\n"), "close", unheard=True),
]


@dataclass
class Told:
    """What a script knows in the end."""

    received: list[str] = field(default_factory=list)
    sent: bool = False


Run = Callable[[int, Told], None]


def call(obj: Any, name: str, *arguments: Any) -> Any:
    """A method as a script calls it."""
    return getattr(obj, f"{name.casefold()}()")(*arguments)


# Conversations of Enterprise.


def profile(**ports: int) -> InternetMailProfile:
    made = InternetMailProfile()
    for name, port in ports.items():
        setattr(made, f"{name}_server_address", "127.0.0.1")
        setattr(made, f"{name}_port", port)
    made.smtp_user = made.user = made.imap_user = USER
    made.smtp_password = made.password = made.imap_password = PASSWORD
    made.timeout = TIMEOUT
    return made


def enterprise_letter() -> InternetMailMessage:
    made = InternetMailMessage()
    made.set_sender("shop@mail.test")
    made.to.add(USER)
    made.subject = "Заказ"
    made.texts.add("Готов")
    return made


def enterprise_smtp(port: int, told: Told) -> None:
    mail = InternetMail()
    call(mail, "Подключиться", profile(smtp=port))
    refused = call(mail, "Послать", enterprise_letter())
    if len(refused):
        raise OnecError(f"Не удалось отправить письмо через сервер 127.0.0.1:{port}: {refused}")
    told.sent = True
    call(mail, "Отключиться")


def enterprise_receiving(account: InternetMailProfile, protocol: InternetMailProtocol, told: Told) -> None:
    mail = InternetMail()
    call(mail, "Подключиться", account, protocol)
    told.received += [str(message.subject) for message in call(mail, "Выбрать", True)]
    call(mail, "Отключиться")


def enterprise_imap(port: int, told: Told) -> None:
    enterprise_receiving(profile(imap=port), InternetMailProtocol.imap, told)


def enterprise_pop3(port: int, told: Told) -> None:
    enterprise_receiving(profile(pop3=port), InternetMailProtocol.pop3, told)


def enterprise_append(port: int, told: Told) -> None:
    mail = InternetMail()
    call(mail, "Подключиться", profile(imap=port), InternetMailProtocol.imap)
    call(mail, "Послать", enterprise_letter(), mail_texts(), InternetMailProtocol.imap)
    told.sent = True
    call(mail, "Отключиться")


def mail_texts() -> Any:
    from stdlib.enterprise.mail.internet_mail_text_processing import InternetMailTextProcessing

    return InternetMailTextProcessing.process


# Conversations of Element.


def parameters(cls: Any, port: int) -> Any:
    made = cls("127.0.0.1", port, EmailAuthentication(USER, PASSWORD))
    made.connect_timeout = made.io_timeout = TIMEOUT * 1000
    return made


def element_smtp(port: int, told: Told) -> None:
    letter = Email("shop@mail.test", USER, "Заказ")
    element_call(letter, "УстановитьТекстКакСтроку", "Готов")
    (result,) = element_call(smtp_client(), "Отправить", parameters(SmtpConnectionParameters, port), letter).items
    if result.reason():
        raise EmailException(result.reason())
    told.sent = True


def element_imap(port: int, told: Told) -> None:
    with use(ImapConnection(parameters(ImapConnectionParameters, port), True)) as connection:
        inbox = element_call(connection, "ПолучитьКаталог", EmailDirectoryKind.INBOX)
        element_call(inbox, "Открыть", ImapDirectoryOpenMode.READ_WRITE)
        for email in element_call(inbox, "ПолучитьПисьма").items:
            told.received.append(member(email, "Письмо").subject)
            element_call(inbox, "ПометитьНаУдаление", email)


def element_pop3(port: int, told: Told) -> None:
    with use(Pop3Connection(parameters(Pop3ConnectionParameters, port))) as connection:
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


class Quiet(Host):
    """Lets scripts use the network and shows nobody what they say."""

    def allows(self, what: str, detail: str) -> bool:
        return True

    def write_error(self, text: str) -> None:
        pass


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(tls=False) as server, using(Quiet()):
        yield server


@dataclass
class Outcome:
    told: Told
    error: str
    seconds: float


def converse(run: Run, proxy: ChaosProxy) -> Outcome:
    told, error = Told(), ""
    began = time.monotonic()
    try:
        run(proxy.port, told)
    except (OnecError, EmailException) as raised:
        error = str(raised)
    return Outcome(told, error, time.monotonic() - began)


def prepare(sandbox: Sandbox, name: str) -> None:
    sandbox.api.clear()
    for subject in SUBJECTS if name in RECEIVING else []:
        sandbox.api.put(USER, f"From: shop@mail.test\r\nTo: {USER}\r\nSubject: {subject}\r\n\r\nПривет\r\n".encode())


def subjects(sandbox: Sandbox) -> list[str]:
    return sorted(letter.subject for letter in sandbox.api.letters())


def problems(name: str, outcome: Outcome, left: list[str]) -> Iterator[str]:
    """What a script may hold against us."""
    if outcome.seconds > LONGEST:
        yield f"it took {outcome.seconds:.1f} s"
    if outcome.error and not is_clear(outcome.error):
        yield f"not a clear error: {outcome.error!r}"
    if name in RECEIVING:
        lost = set(SUBJECTS) - set(outcome.told.received) - set(left)
        if lost:
            yield f"lost: {sorted(lost)}, error: {outcome.error!r}"
        if not outcome.error and left and outcome.told.received:
            yield f"got {outcome.told.received}, left {left}, and no error"
    else:
        if outcome.told.sent and len(left) != 1:
            yield f"told as sent, and {len(left)} arrived"
        if len(left) > 1:
            yield f"{len(left)} copies arrived"
        if left and not outcome.told.sent and "мог" not in outcome.error:
            yield f"it arrived, and the error does not say that it may: {outcome.error!r}"


def is_clear(text: str) -> bool:
    """In words of a person, with the name of the server."""
    return "Не удалось" in text and "127.0.0.1:" in text and "Traceback" not in text and len(text) < 600


@pytest.mark.parametrize("name", TABLE)
def test_a_conversation_without_faults_succeeds(sandbox: Sandbox, name: str) -> None:
    protocol, run = TABLE[name]
    prepare(sandbox, name)
    with ChaosProxy(getattr(sandbox, protocol)) as proxy:
        outcome = converse(run, proxy)
    assert outcome.error == ""
    assert proxy.steps >= 5
    assert outcome.told == (Told(sent=True) if name in SENDING else Told(SUBJECTS))
    assert subjects(sandbox) == (["Заказ"] if name in SENDING else [])


def spoilt(sandbox: Sandbox, name: str, fault: Fault, *, every_time: bool) -> Iterator[tuple[int, Outcome]]:
    """The conversation again and again, with the fault at another step each time."""
    protocol, run = TABLE[name]
    # Neighbours in the table begin with different steps, so that all of them come to pass somewhere.
    place = list(TABLE).index(name) + [fault.name for fault in HARMLESS + HARMFUL].index(fault.name) + 3 * every_time
    with ChaosProxy(getattr(sandbox, protocol)) as proxy:
        prepare(sandbox, name)
        converse(run, proxy)
        steps = proxy.steps
        for step in range(place % SHARE, steps + 1, SHARE):
            prepare(sandbox, name)
            proxy.order(fault, step, every_time=every_time)
            outcome = converse(run, proxy)
            # Where the network cuts answers in pieces is not always the same, so a conversation may be a step shorter.
            assert proxy.happened or step == steps, f"step {step} was not reached"
            yield step, outcome


@pytest.mark.parametrize("fault", HARMLESS, ids=lambda fault: fault.name)
@pytest.mark.parametrize("name", TABLE)
def test_slow_answers_do_no_harm(sandbox: Sandbox, name: str, fault: Fault) -> None:
    for step, outcome in spoilt(sandbox, name, fault, every_time=True):
        assert outcome.error == "", f"step {step}"
        assert outcome.told == (Told(sent=True) if name in SENDING else Told(SUBJECTS)), f"step {step}"


@pytest.mark.parametrize("every_time", [False, True], ids=["once", "every time"])
@pytest.mark.parametrize("fault", HARMFUL, ids=lambda fault: fault.name)
@pytest.mark.parametrize("name", TABLE)
def test_a_spoilt_answer_is_told_and_nothing_is_lost(
    sandbox: Sandbox, name: str, fault: Fault, every_time: bool
) -> None:
    found = [
        f"step {step}: {problem}"
        for step, outcome in spoilt(sandbox, name, fault, every_time=every_time)
        for problem in problems(name, outcome, subjects(sandbox))
    ]
    assert found == []

"""Scripts of both languages whose server shows a bad certificate, or whose line to it belongs to somebody else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from runtime.host import using
from sandbox.server import Sandbox
from support.mail_conversations import (
    INCOMING,
    OUTGOING,
    SENDING,
    TABLE,
    Outcome,
    Quiet,
    Security,
    Server,
    Told,
    converse,
    prepare,
    settle,
    subjects,
)
from support.servers.certificates import make
from support.servers.chaos_proxy import ChaosProxy, Fault

SECURITIES: list[Security] = ["tls", "starttls"]
GO_AHEAD = {"smtp": b"220 ", "imap": b" OK ", "pop3": b"+OK "}
# What would spoil the rest of the conversation if it were believed.
SLIPPED_IN = {
    "smtp": b"250-evil\r\n250 SIZE 5\r\n",
    "imap": b"* CAPABILITY IMAP4rev1 LOGINDISABLED\r\n* BYE evil\r\n",
    "pop3": b"-ERR evil\r\n",
}


@contextmanager
def served(folder: Path, *, host: str = "127.0.0.1", days: int = 30, trusted: bool = True) -> Iterator[Sandbox]:
    """With a certificate of that host, for so many days."""
    make(folder / "tls.pem", host=host, days=days)
    with Sandbox(folder, starttls=True) as sandbox, using(Quiet(sandbox.certificate if trusted else "")):
        yield sandbox


def speak(sandbox: Sandbox, name: str, security: Security) -> Outcome:
    protocol, run = TABLE[name]
    prepare(sandbox, name)
    _, port = getattr(sandbox, protocol + "s" * (security == "tls"))
    outcome = converse(run, Server(port, security=security))
    settle(sandbox)
    return outcome


def check_refused(sandbox: Sandbox, name: str, security: Security, remedy: str) -> None:
    outcome = speak(sandbox, name, security)
    assert "Не удалось установить защищённое соединение с сервером 127.0.0.1:" in outcome.error
    assert "сертификат сервера не прошёл проверку" in outcome.error
    assert remedy in outcome.hint
    assert outcome.told == Told()
    assert subjects(sandbox) == ([] if name in SENDING else sorted(INCOMING))
    # Nobody has said a password to such a server.
    assert [connection.user for connection in sandbox.api.connections() if connection.user] == []


@pytest.mark.parametrize("security", SECURITIES)
@pytest.mark.parametrize("name", TABLE)
def test_a_certificate_that_nobody_vouches_for(tmp_path: Path, name: str, security: Security) -> None:
    with served(tmp_path, trusted=False) as sandbox:
        check_refused(sandbox, name, security, "добавьте сертификат его удостоверяющего центра (файл PEM) в доверенные")


@pytest.mark.parametrize("security", SECURITIES)
@pytest.mark.parametrize("name", TABLE)
def test_a_certificate_that_is_out_of_date(tmp_path: Path, name: str, security: Security) -> None:
    with served(tmp_path, days=-2) as sandbox:
        check_refused(sandbox, name, security, "проверьте дату на этом компьютере")


@pytest.mark.parametrize("security", SECURITIES)
@pytest.mark.parametrize("name", TABLE)
def test_a_certificate_of_another_host(tmp_path: Path, name: str, security: Security) -> None:
    with served(tmp_path, host="mail.example.com") as sandbox:
        check_refused(sandbox, name, security, "Сертификат выдан не для имени «127.0.0.1»")


@pytest.mark.parametrize("name", TABLE)
def test_what_is_slipped_in_behind_starttls_is_not_believed(tmp_path: Path, name: str) -> None:
    protocol, run = TABLE[name]
    went_ahead: list[bytes] = []

    def slip_in(answer: bytes) -> list[bytes]:
        went_ahead.append(answer)
        return [answer + SLIPPED_IN[protocol]]

    with served(tmp_path) as sandbox, ChaosProxy(getattr(sandbox, protocol)) as proxy:
        prepare(sandbox, name)
        proxy.order(Fault("slipped in", slip_in), step_of_starttls(sandbox, name))
        outcome = converse(run, Server(proxy.port, security="starttls"))
        settle(sandbox)
    assert GO_AHEAD[protocol] in went_ahead[0] and went_ahead[0].count(b"\n") == 1
    assert "evil" not in outcome.error
    expected = Told(sent=OUTGOING) if name in SENDING else Told(received=INCOMING)
    assert outcome.error == "" and outcome.told == expected


def step_of_starttls(sandbox: Sandbox, name: str) -> int:
    """The greeting is step 0; then every line that the client says."""
    speak(sandbox, name, "starttls")
    oldest = min(connection.number for connection in sandbox.api.connections())
    said = [each.text.strip().upper() for each in sandbox.api.conversation(oldest) if each.who == "client"]
    prepare(sandbox, name)
    return next(place for place, text in enumerate(said, 1) if text.endswith(("STARTTLS", "STLS")))

"""Faults on demand: what a client sees of them, protocol by protocol."""

from __future__ import annotations

import contextlib
import imaplib
import poplib
import smtplib
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from sandbox.api import SandboxApi
from sandbox.fault import FaultError
from sandbox.server import Sandbox
from support.mail_clients import LETTER, USER, count, imap, pop3, send, smtp, talk, talk_imap


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as running:
        yield running


# Refusals.


def test_one_recipient_is_refused_and_the_others_get_the_letter(sandbox: Sandbox) -> None:
    sandbox.api.add_fault("smtp RCPT for ivan@* refuse 550 5.1.1 Нет такого ящика")
    with smtp(sandbox) as client:
        refused = client.sendmail("a@b.ru", ["IVAN@example.com", "anna@example.com"], LETTER)
    assert refused == {"IVAN@example.com": (550, "5.1.1 Нет такого ящика".encode())}
    assert [arrival.recipient for arrival in sandbox.arrivals()] == ["anna@example.com"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("smtp MAIL refuse", 550), ("smtp MAIL for a@b.ru refuse 451", 451), ("smtp RCPT refuse", 550),
        ("smtp DATA refuse", 554), ("smtp BODY refuse", 554), ("smtp BODY for ivan@* refuse 452 4.3.1 disk", 452),
        ("any RCPT full", 552), ("any * full", 552), ("smtp RCPT greylist 60", 451), ("smtp * refuse 421", 421),
    ],
)  # fmt: skip
def test_every_step_of_sending_can_be_refused(sandbox: Sandbox, line: str, code: int) -> None:
    sandbox.api.add_fault(line)
    with smtp(sandbox) as client:
        steps = [
            client.docmd("EHLO me")[0],
            client.docmd("MAIL FROM:<a@b.ru>")[0],
            client.docmd(f"RCPT TO:<{USER}>")[0],
        ]
        if steps == [250, 250, 250]:
            steps.append(client.docmd("DATA")[0])
        if steps[-1] == 354:
            steps.append(client.docmd(".")[0])
    assert next(step for step in steps if step >= 400) == code
    assert sandbox.arrivals() == []


def test_a_refusal_has_the_class_of_its_code(sandbox: Sandbox) -> None:
    sandbox.api.add_fault("smtp RCPT refuse 450")
    with smtp(sandbox) as client, pytest.raises(smtplib.SMTPRecipientsRefused) as caught:
        client.sendmail("a@b.ru", [USER], LETTER)
    # Not «450 5.1.1»: the enhanced code would contradict the other one (RFC 3463, 2).
    assert caught.value.recipients[USER] == (450, b"no such mailbox")


def test_log_in_is_refused_in_the_words_of_each_protocol(sandbox: Sandbox) -> None:
    sandbox.api.add_fault("any LOGIN for ivan@* refuse")
    with smtp(sandbox) as client, pytest.raises(smtplib.SMTPAuthenticationError, match="535"):
        client.login(USER, "x")
    assert talk(sandbox.pop3, b"USER ivan@example.com", b"PASS x", b"QUIT")[2] == b"-ERR [AUTH] authentication failed"
    with imaplib.IMAP4(*sandbox.imap) as client, pytest.raises(imaplib.IMAP4.error, match="AUTHENTICATIONFAILED"):
        client.login(USER, "x")
    imap(sandbox, "anna@example.com").logout()


def test_commands_of_imap_and_pop3_are_refused_with_the_given_text(sandbox: Sandbox) -> None:
    send(sandbox)
    sandbox.api.add_fault("imap FETCH refuse [SERVERBUG] Сломалось")
    sandbox.api.add_fault("pop3 RETR refuse [SYS/TEMP] Позже")
    answers = talk_imap(sandbox, b"a LOGIN ivan@example.com x", b"b SELECT INBOX", b"c UID FETCH 1 FLAGS", b"d NOOP")
    assert "c NO [SERVERBUG] Сломалось".encode() in answers and answers[-3].startswith(b"d OK")
    client = pop3(sandbox)
    with pytest.raises(poplib.error_proto) as caught:
        client.retr(1)
    assert caught.value.args[0] == "-ERR [SYS/TEMP] Позже".encode()
    assert client.stat()[0] == 1
    client.quit()


def test_a_full_mailbox_takes_nothing_by_imap(sandbox: Sandbox) -> None:
    sandbox.api.add_fault("imap * for ivan@example.com full")
    client = imap(sandbox)
    client.select_folder("INBOX")
    with pytest.raises(Exception, match="OVERQUOTA"):
        client.append("INBOX", LETTER)
    client.logout()
    other = imap(sandbox, "anna@example.com")
    other.append("INBOX", LETTER)
    other.logout()


def test_a_server_hides_what_it_can_do(sandbox: Sandbox) -> None:
    sandbox.api.add_fault("smtp EHLO hide size CRAM-MD5")
    sandbox.api.add_fault("pop3 CAPA hide UIDL STLS SASL")
    sandbox.api.add_fault("imap CAPABILITY hide IDLE AUTH=PLAIN XOAUTH2")
    with smtp(sandbox) as client:
        client.ehlo()
        assert not client.has_extn("size") and client.has_extn("chunking")
        assert client.esmtp_features["auth"].split() == ["PLAIN", "LOGIN", "XOAUTH2"]
    capabilities = talk(sandbox.pop3, b"CAPA", b"QUIT")
    assert b"TOP" in capabilities and not {b"UIDL", b"STLS"} & set(capabilities)
    assert not any(line.startswith(b"SASL") for line in capabilities)
    with imaplib.IMAP4(*sandbox.imap) as other:
        assert {"UIDPLUS", "AUTH=LOGIN", "AUTH=CRAM-MD5"} <= set(other.capabilities)
        assert not {"IDLE", "AUTH=PLAIN", "AUTH=XOAUTH2"} & set(other.capabilities)


# Breaking off.


@pytest.mark.parametrize("protocol", ["smtp", "imap", "pop3"])
def test_a_connection_is_dropped_at_once(sandbox: Sandbox, protocol: str) -> None:
    sandbox.api.add_fault("any CONNECT drop")
    # Linux tells of the end as of any other, others as a reset.
    with (
        contextlib.suppress(ConnectionResetError),
        socket.create_connection(getattr(sandbox, protocol), timeout=60) as client,
    ):
        assert client.recv(100) == b""


def test_a_connection_is_dropped_at_a_chosen_command(sandbox: Sandbox) -> None:
    sandbox.api.add_fault("smtp DATA times 1 drop")
    with pytest.raises(smtplib.SMTPServerDisconnected), smtp(sandbox) as client:
        client.sendmail("a@b.ru", [USER], LETTER)
    send(sandbox)
    assert len(sandbox.arrivals()) == 1
    sandbox.api.add_fault("imap SELECT drop")
    client = imaplib.IMAP4(*sandbox.imap)
    client.login(USER, "x")
    with pytest.raises((imaplib.IMAP4.abort, OSError)):
        client.select()
    client.shutdown()


def test_a_connection_is_closed_with_a_farewell(sandbox: Sandbox) -> None:
    sandbox.api.add_fault("any NOOP bye")
    assert talk(sandbox.smtp, b"NOOP", b"QUIT")[1:] == [b"421 4.3.2 closing the connection"]
    lines = talk(sandbox.imap, b"a NOOP", b"b LOGOUT")[1:]
    assert lines[0].startswith(b"* BYE ") and lines[1].startswith(b"a NO ") and len(lines) == 2
    lines = talk(sandbox.pop3, b"USER ivan", b"PASS x", b"NOOP", b"STAT")
    assert lines[-1].startswith(b"-ERR") and len(lines) == 4


def test_nobody_is_let_in(sandbox: Sandbox) -> None:
    sandbox.api.add_fault("smtp CONNECT bye 421 4.3.2 Перегрузка")
    assert talk(sandbox.smtp) == ["421 4.3.2 Перегрузка".encode()]
    sandbox.api.add_fault("any CONNECT refuse")
    assert talk(sandbox.imap) == [b"* BYE [UNAVAILABLE] not now"]
    assert talk(sandbox.pop3) == [b"-ERR [SYS/TEMP] not now"]


# Time.


def test_an_answer_is_delayed(sandbox: Sandbox) -> None:
    sandbox.api.add_fault("smtp NOOP delay 0.4")
    with smtp(sandbox) as client:
        client.ehlo()
        began = time.monotonic()
        assert client.noop()[0] == 250
        assert time.monotonic() - began >= 0.4


def test_a_delayed_client_does_not_delay_the_others(sandbox: Sandbox) -> None:
    sandbox.api.add_fault("smtp NOOP delay 600")
    with socket.create_connection(sandbox.smtp, timeout=60) as waiting:
        waiting.sendall(b"NOOP\r\n")
        began = time.monotonic()
        send(sandbox)
        assert time.monotonic() - began < 300


def test_a_slow_connection_gets_its_octets_one_after_another(sandbox: Sandbox) -> None:
    sandbox.store.deliver([USER], b"Subject: x\r\n\r\n" + b"y" * 600 + b"\r\n")
    sandbox.api.add_fault("pop3 RETR slow 1000")
    client = pop3(sandbox)
    began = time.monotonic()
    lines = client.retr(1)[1]
    assert lines[-1] == b"y" * 600
    assert 0.4 < time.monotonic() - began < 60
    client.quit()


def test_a_greylisted_letter_is_taken_when_it_comes_again(sandbox: Sandbox) -> None:
    number = sandbox.api.add_fault("smtp RCPT greylist 600")
    for _ in range(2):
        with smtp(sandbox) as client, pytest.raises(smtplib.SMTPRecipientsRefused) as caught:
            client.sendmail("a@b.ru", [USER], LETTER)
        assert caught.value.recipients[USER][0] == 451
    sandbox.api.remove_fault(number)
    sandbox.api.add_fault("smtp RCPT greylist 0.3")
    with smtp(sandbox) as client, pytest.raises(smtplib.SMTPRecipientsRefused):
        client.sendmail("a@b.ru", [USER], LETTER)
    time.sleep(0.35)
    send(sandbox)
    assert count(sandbox) == 1


# How often, and from where.


def test_a_fault_that_happened_often_enough_is_over(sandbox: Sandbox) -> None:
    api = sandbox.api
    number = api.add_fault("smtp RCPT times 2 refuse 451")
    for _ in range(2):
        with smtp(sandbox) as client, pytest.raises(smtplib.SMTPRecipientsRefused):
            client.sendmail("a@b.ru", [USER], LETTER)
    send(sandbox)
    (fault,) = api.faults()
    assert (fault.number, fault.happened, fault.is_over) == (number, 2, True)
    assert api.remove_fault(number) and not api.remove_fault(number)
    assert api.faults() == []


def test_a_fault_happens_by_chance(sandbox: Sandbox) -> None:
    sandbox.api.add_fault("smtp NOOP chance 50 refuse")
    with smtp(sandbox) as client:
        codes = {client.noop()[0] for _ in range(100)}
    assert codes == {250, 451}


def test_another_process_orders_a_fault(tmp_path: Path) -> None:
    with Sandbox(tmp_path) as sandbox, SandboxApi.open(str(tmp_path)) as elsewhere:
        send(sandbox)
        elsewhere.add_fault("smtp RCPT refuse 550")
        time.sleep(0.3)
        with smtp(sandbox) as client, pytest.raises(smtplib.SMTPRecipientsRefused):
            client.sendmail("a@b.ru", [USER], LETTER)
        assert elsewhere.clear_faults() == 1
        time.sleep(0.3)
        send(sandbox)


def test_a_file_of_faults_replaces_those_that_are_there(sandbox: Sandbox) -> None:
    api = sandbox.api
    api.add_fault("smtp NOOP drop")
    api.load_faults("# примеры\n\nsmtp RCPT refuse 550\n  any LOGIN delay 1  \n")
    assert [one.fault.line() for one in api.faults()] == ["smtp RCPT refuse 550", "any LOGIN delay 1"]
    with pytest.raises(FaultError, match="Строка 2"):
        api.load_faults("smtp NOOP drop\nsmtp NOOP fly\n")
    assert len(api.faults()) == 2


def test_every_preset_is_a_fault(sandbox: Sandbox) -> None:
    presets = sandbox.api.presets()
    for line in presets.values():
        sandbox.api.add_fault(line)
    assert [one.fault.line() for one in sandbox.api.faults()] == list(presets.values())

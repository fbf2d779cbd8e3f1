"""The sandbox as a whole: starting and stopping, SMTP, POP3, several processes."""

from __future__ import annotations

import gc
import os
import signal
import smtplib
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest

from sandbox.boxes import Boxes
from sandbox.limits import Limits
from sandbox.server import Arrival, Sandbox
from support.mail_clients import LETTER, count, pop3, send, smtp, talk


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as running:
        yield running


# Starting and stopping.


def test_ports_are_free_ones_of_this_machine(sandbox: Sandbox) -> None:
    addresses = {sandbox.smtp, sandbox.imap, sandbox.pop3}
    assert len(addresses) == 3
    assert {host for host, _ in addresses} == {"127.0.0.1"}
    assert all(port > 0 for _, port in addresses)


def test_given_ports_are_used_and_free_again_after_stopping() -> None:
    with Sandbox() as first:
        ports = first.smtp[1], first.imap[1], first.pop3[1]
    with Sandbox(smtp_port=ports[0], imap_port=ports[1], pop3_port=ports[2]) as second:
        assert (second.smtp[1], second.imap[1], second.pop3[1]) == ports
        send(second)
        assert len(second.arrivals()) == 1


def test_a_port_that_is_taken_is_an_error_and_leaves_nothing_open(sandbox: Sandbox) -> None:
    other = Sandbox(pop3_port=sandbox.smtp[1])
    with pytest.raises(OSError, match=r"[Aa]ddress|адрес"):
        other.start()
    other.stop()
    gc.collect()


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.0.1", "example.com", "::", "", "127.1.example.com"])
def test_other_hosts_than_the_loopback_are_refused(host: str) -> None:
    with pytest.raises(ValueError, match="allow_remote"):
        Sandbox(host=host)


def test_other_hosts_are_allowed_when_the_caller_insists() -> None:
    sandbox = Sandbox(host="0.0.0.0", allow_remote=True).start()
    with smtplib.SMTP("127.0.0.1", sandbox.smtp[1], timeout=60) as client:
        assert client.noop()[0] == 250
    sandbox.stop()


def test_stopping_ends_connections_threads_and_sockets() -> None:
    sandbox = Sandbox().start()
    clients = [socket.create_connection(address, timeout=60) for address in (sandbox.smtp, sandbox.imap, sandbox.pop3)]
    for client in clients:
        assert client.recv(1000)
    sandbox.stop()
    for client in clients:
        assert client.recv(100) == b""
        client.close()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(sandbox.imap, timeout=60)
    assert "1cs mail" not in {thread.name for thread in threading.enumerate()}
    sandbox.stop()
    # A ResourceWarning would be an error here.
    gc.collect()


def test_stopping_at_once_after_starting() -> None:
    for _ in range(5):
        Sandbox().start().stop()
    gc.collect()


@pytest.mark.parametrize("protocol", ["smtp", "imap", "pop3"])
def test_stopping_while_a_client_is_being_accepted_leaves_nothing_open(protocol: str) -> None:
    for _ in range(10):
        sandbox = Sandbox().start()
        client = socket.create_connection(getattr(sandbox, protocol), timeout=60)
        sandbox.stop()
        client.close()
    # A ResourceWarning would be an error here.
    gc.collect()


def test_a_sandbox_can_be_started_again(tmp_path: Path) -> None:
    sandbox = Sandbox(tmp_path)
    with sandbox:
        send(sandbox)
    with sandbox:
        assert sandbox.arrivals() == []
        assert count(sandbox) == 1


def test_waiting_ends_when_another_thread_stops_it() -> None:
    sandbox = Sandbox().start()
    waiting = threading.Thread(target=sandbox.wait)
    waiting.start()
    assert waiting.is_alive()
    sandbox.stop()
    waiting.join(10)
    assert not waiting.is_alive()


# SMTP.


def test_arrivals_name_recipient_sender_subject_and_number(sandbox: Sandbox) -> None:
    send(sandbox, to=("Ivan@Example.com", "anna@example.com"))
    first, second = sandbox.arrivals()
    assert (first.recipient, first.sender, first.subject) == ("ivan@example.com", "maria@example.com", "Счёт")
    assert second.recipient == "anna@example.com" and second.box != first.box
    assert isinstance(first, Arrival) and (first.number, second.number) == (1, 2)


def test_arrivals_are_not_kept_where_nobody_asks_for_them() -> None:
    with Sandbox(keep_arrivals=False) as sandbox:
        send(sandbox)
        assert (count(sandbox), sandbox.arrivals()) == (1, [])


def test_letters_get_return_path_and_received_on_top_and_no_recipients(sandbox: Sandbox) -> None:
    send(sandbox, to=("ivan@example.com", "secret@example.com"))
    raw = Boxes(sandbox.store).raw(1)
    lines = raw.split(b"\r\n")
    assert lines[0] == b"Return-Path: <maria@example.com>"
    assert lines[1] == b"Received: from client.test ([127.0.0.1])"
    assert raw.endswith(LETTER)
    assert b"secret" not in raw and b"bcc" not in raw.lower()


@pytest.mark.parametrize("mechanism", ["auth_plain", "auth_login", "auth_cram_md5"])
def test_any_credentials_are_right(sandbox: Sandbox, mechanism: str) -> None:
    with smtp(sandbox) as client:
        client.ehlo()
        client.user, client.password = "whoever", "whatever"
        name = mechanism.removeprefix("auth_").replace("_", "-").upper()
        code, _ = client.auth(name, getattr(client, mechanism))
        assert code == 235
        client.sendmail("a@example.com", ["ivan@example.com"], LETTER)
    assert b"with ESMTPA;" in Boxes(sandbox.store).raw(1)


def test_a_mechanism_in_small_letters_is_the_same(sandbox: Sandbox) -> None:
    with smtp(sandbox) as client:
        client.ehlo()
        assert client.docmd("AUTH plain AGEAYg==")[0] == 235


def test_a_broken_log_in_is_refused_and_the_session_goes_on(sandbox: Sandbox) -> None:
    with smtp(sandbox) as client:
        client.ehlo()
        assert client.docmd("AUTH PLAIN ???")[0] == 501
        assert client.docmd("AUTH XOAUTH2 AGEAYg==")[0] == 501
        assert client.docmd("AUTH GSSAPI AGEAYg==")[0] == 504
        client.sendmail("a@example.com", ["ivan@example.com"], LETTER)
    assert len(sandbox.arrivals()) == 1


def test_cyrillic_addresses_are_delivered(sandbox: Sandbox) -> None:
    letter = EmailMessage()
    letter["From"], letter["To"], letter["Subject"] = "мария@пример.рф", "ИВАН@пример.рф", "Привет"
    letter.set_content("Текст")
    with smtp(sandbox) as client:
        client.send_message(letter)
        client.sendmail("a@b.ru", ["иван@xn--e1afmkfd.xn--p1ai"], LETTER, mail_options=("SMTPUTF8",))
    assert {arrival.recipient for arrival in sandbox.arrivals()} == {"иван@пример.рф"}
    assert sandbox.arrivals()[0].sender == "мария@пример.рф"
    assert b"with UTF8SMTP" in Boxes(sandbox.store).raw(1)


def test_extensions_are_offered(sandbox: Sandbox) -> None:
    with smtp(sandbox) as client:
        client.ehlo()
        assert {"pipelining", "8bitmime", "smtputf8", "size", "auth"} <= set(client.esmtp_features)
        assert client.esmtp_features["size"] == str(50 * 1024 * 1024)


def test_pipelined_commands_are_answered_in_order(sandbox: Sandbox) -> None:
    answers = talk(
        sandbox.smtp, b"EHLO me", b"MAIL FROM:<>", b"RCPT TO:<ivan@example.com>", b"RCPT TO:<>", b"DATA",
        b"Subject: x", b"", b"..dot", b".", b"QUIT",
    )  # fmt: skip
    codes = [line[:3] for line in answers if line[3:4] == b" "]
    assert codes == [b"220", b"250", b"250", b"250", b"553", b"354", b"250", b"221"]
    assert sandbox.arrivals()[0].sender == ""
    assert Boxes(sandbox.store).raw(1).endswith(b"Subject: x\r\n\r\n.dot\r\n")


def test_a_letter_beyond_the_limit_is_refused() -> None:
    with Sandbox(limits=Limits(letter=10_000)) as sandbox, smtp(sandbox) as client:
        with pytest.raises(smtplib.SMTPSenderRefused, match="552"):
            client.sendmail("a@b.ru", ["ivan@example.com"], b"x" * 20_000)
        client.rset()
        client.mail("a@b.ru")
        client.rcpt("ivan@example.com")
        assert client.data((b"x" * 900 + b"\r\n") * 20)[0] == 552
        assert sandbox.arrivals() == []


def test_long_lines_and_any_bytes_come_through(sandbox: Sandbox) -> None:
    raw = b"Subject: \xcf\xf0\xe8\xe2\xe5\xf2\r\n\r\n" + b"x" * 100_000 + bytes(range(128, 256)) + b"\r\n"
    send(sandbox, raw)
    assert Boxes(sandbox.store).raw(1).endswith(raw)
    assert sandbox.arrivals()[0].subject == "Привет"


@pytest.mark.parametrize("command", ["MAIL FROM:<a", "MAIL FROM:", "RCPT TO:<x@y>", "FOO", "DATA", 'MAIL FROM:<"a@b'])
def test_broken_commands_are_refused_and_the_session_goes_on(sandbox: Sandbox, command: str) -> None:
    with smtp(sandbox) as client:
        client.ehlo()
        assert client.docmd(command)[0] >= 500
        assert client.sendmail("a@b.ru", ["ivan@example.com"], LETTER) == {}


def test_the_servers_own_log_is_not_heard(sandbox: Sandbox, capfd: pytest.CaptureFixture[str]) -> None:
    with smtp(sandbox) as client:
        client.login("ivan", "secret password")
        client.docmd("AUTH LOGIN", "aXZhbg==")
    assert capfd.readouterr() == ("", "")


def test_too_many_clients_are_turned_away() -> None:
    with Sandbox(limits=Limits(connections=1)) as sandbox, smtp(sandbox) as client:
        assert client.noop()[0] == 250
        assert talk(sandbox.smtp)[0].startswith(b"421 ")
        first = socket.create_connection(sandbox.pop3, timeout=60)
        assert first.recv(100).startswith(b"+OK")
        assert talk(sandbox.pop3) == [b"-ERR too many connections"]
        first.close()
        first = socket.create_connection(sandbox.imap, timeout=60)
        assert first.recv(100).startswith(b"* OK")
        assert talk(sandbox.imap) == [b"* BYE too many connections"]
        first.close()


# Several processes.

SENDER = """
import smtplib, sys, time
from sandbox.server import Sandbox
with Sandbox(sys.argv[1]) as sandbox:
    with smtplib.SMTP(*sandbox.smtp, timeout=60) as client:
        for number in range(int(sys.argv[2])):
            client.sendmail("a@b.ru", ["ivan@example.com"], f"Subject: {number}\\r\\n\\r\\nx\\r\\n".encode())
            print(number, flush=True)
    if sys.argv[3:]:
        time.sleep(60)
"""


def start_sender(folder: Path, count: int, *more: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", SENDER, str(folder), str(count), *more]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_two_processes_deliver_into_one_folder_at_once(tmp_path: Path) -> None:
    senders = [start_sender(tmp_path, 30), start_sender(tmp_path, 30)]
    for sender in senders:
        assert sender.communicate(timeout=60)[0].split() == [str(number) for number in range(30)]
        assert sender.returncode == 0
    with Boxes.open(str(tmp_path)) as boxes:
        assert [letter.number for letter in boxes.letters("ivan@example.com")] == list(range(1, 61))


def test_what_was_accepted_survives_a_killed_process(tmp_path: Path) -> None:
    sender = start_sender(tmp_path, 5, "and stay")
    assert sender.stdout is not None
    accepted = [sender.stdout.readline() for _ in range(5)]
    os.kill(sender.pid, signal.SIGKILL)
    sender.communicate(timeout=60)
    assert accepted == [f"{number}\n" for number in range(5)]
    with Sandbox(tmp_path) as sandbox:
        client = pop3(sandbox)
        assert client.stat()[0] == 5
        client.quit()
        assert [letter.subject for letter in Boxes(sandbox.store).letters()] == ["0", "1", "2", "3", "4"]


def test_clients_can_connect_as_soon_as_start_returns() -> None:
    began = time.monotonic()
    with Sandbox() as sandbox:
        bound = time.monotonic() - began
        connection = socket.create_connection(sandbox.imap, timeout=60)
        connection.close()
    # Generous for a loaded machine; the figure itself is a benchmark's business.
    assert bound < 20

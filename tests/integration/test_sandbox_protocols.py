"""The sandbox as a whole: starting and stopping, SMTP, POP3, several processes."""

from __future__ import annotations

import gc
import os
import poplib
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

LETTER = "From: maria@example.com\r\nTo: ivan@example.com\r\nSubject: Счёт\r\n\r\nПривет\r\n".encode()


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as running:
        yield running


def smtp(sandbox: Sandbox) -> smtplib.SMTP:
    return smtplib.SMTP(*sandbox.smtp, local_hostname="client.test", timeout=20)


def pop3(sandbox: Sandbox, user: str = "ivan@example.com") -> poplib.POP3:
    client = poplib.POP3(*sandbox.pop3, timeout=20)
    client.user(user)
    client.pass_("любой пароль")
    return client


def count(sandbox: Sandbox, user: str = "ivan@example.com") -> int:
    client = pop3(sandbox, user)
    letters, _ = client.stat()
    client.quit()
    return letters


def send(sandbox: Sandbox, raw: bytes = LETTER, to: tuple[str, ...] = ("ivan@example.com",)) -> None:
    with smtp(sandbox) as client:
        client.sendmail("maria@example.com", to, raw)


def raw_talk(address: tuple[str, int], *lines: bytes) -> bytes:
    """Everything the server says to a client that sends all at once and listens until the end."""
    with socket.create_connection(address, timeout=20) as client:
        client.sendall(b"".join(line + b"\r\n" for line in lines))
        answers = b""
        while piece := client.recv(65536):
            answers += piece
    return answers


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
    with smtplib.SMTP("127.0.0.1", sandbox.smtp[1], timeout=20) as client:
        assert client.noop()[0] == 250
    sandbox.stop()


def test_stopping_ends_connections_threads_and_sockets() -> None:
    sandbox = Sandbox().start()
    clients = [socket.create_connection(address, timeout=20) for address in (sandbox.smtp, sandbox.imap, sandbox.pop3)]
    for client in clients:
        assert client.recv(1000)
    sandbox.stop()
    for client in clients:
        assert client.recv(100) == b""
        client.close()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(sandbox.imap, timeout=5)
    assert "1cs mail" not in {thread.name for thread in threading.enumerate()}
    sandbox.stop()
    # A ResourceWarning would be an error here.
    gc.collect()


def test_stopping_at_once_after_starting() -> None:
    for _ in range(5):
        Sandbox().start().stop()
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
        assert client.docmd("AUTH XOAUTH2 AGEAYg==")[0] == 504
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
    answers = raw_talk(
        sandbox.smtp, b"EHLO me", b"MAIL FROM:<>", b"RCPT TO:<ivan@example.com>", b"RCPT TO:<>", b"DATA",
        b"Subject: x", b"", b"..dot", b".", b"QUIT",
    )  # fmt: skip
    codes = [line[:3] for line in answers.split(b"\r\n") if line[3:4] == b" "]
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
        assert raw_talk(sandbox.smtp).startswith(b"421 ")
        first = socket.create_connection(sandbox.pop3, timeout=20)
        assert first.recv(100).startswith(b"+OK")
        assert raw_talk(sandbox.pop3) == b""
        first.close()


# POP3.


def test_a_letter_is_listed_and_retrieved(sandbox: Sandbox) -> None:
    send(sandbox)
    client = pop3(sandbox)
    raw = Boxes(sandbox.store).raw(1)
    assert client.stat() == (1, len(raw))
    assert client.list()[1] == [b"1 %d" % len(raw)]
    assert b"\r\n".join(client.retr(1)[1]) + b"\r\n" == raw
    assert client.top(1, 0)[1] == raw.split(b"\r\n")[:-2]
    assert client.uidl(1).split()[2] == client.uidl()[1][0].split()[1]
    client.quit()


def test_letters_are_removed_at_quit_only(sandbox: Sandbox) -> None:
    for _ in range(3):
        send(sandbox)
    client = pop3(sandbox)
    client.dele(1)
    with pytest.raises(poplib.error_proto):
        client.retr(1)
    assert client.stat()[0] == 2
    client.close()
    again = pop3(sandbox)
    assert again.stat()[0] == 3
    again.dele(1)
    again.rset()
    again.dele(2)
    again.quit()
    assert [letter.number for letter in Boxes(sandbox.store).letters()] == [1, 3]


def test_unique_ids_stay_when_letters_go(sandbox: Sandbox) -> None:
    send(sandbox)
    send(sandbox)
    client = pop3(sandbox)
    second = client.uidl()[1][1].split()[1]
    client.dele(1)
    client.quit()
    again = pop3(sandbox)
    assert again.uidl()[1] == [b"1 " + second]
    again.quit()


def test_all_ways_to_log_in_over_pop3(sandbox: Sandbox) -> None:
    send(sandbox)
    apop = poplib.POP3(*sandbox.pop3, timeout=20)
    apop.apop("ivan@example.com", "x")
    assert apop.stat()[0] == 1
    apop.quit()
    answers = raw_talk(sandbox.pop3, b"AUTH PLAIN AGl2YW5AZXhhbXBsZS5jb20AeA==", b"STAT", b"QUIT")
    assert answers.split(b"\r\n")[1] == b"+OK 1 messages"
    assert count(sandbox, "IVAN") == 1


def test_pop3_tells_its_capabilities(sandbox: Sandbox) -> None:
    client = poplib.POP3(*sandbox.pop3, timeout=20)
    capabilities = client.capa()
    assert {"TOP", "UIDL", "USER", "SASL", "PIPELINING"} <= set(capabilities)
    assert capabilities["SASL"] == ["PLAIN", "LOGIN", "CRAM-MD5"]
    client.quit()


def test_wrong_pop3_commands_are_refused_and_the_session_goes_on(sandbox: Sandbox) -> None:
    answers = raw_talk(
        sandbox.pop3, b"STAT", b"PASS x", b"USER", b"FOO", b"USER ivan@example.com", b"PASS x", b"USER again",
        b"RETR 1", b"RETR x", b"TOP 1", b"DELE 0", b"LIST 7", b"\xff\xfe", b"NOOP", b"QUIT",
    )  # fmt: skip
    kinds = [line[:1] for line in answers.split(b"\r\n")[1:-1]]
    assert b"".join(kinds) == b"----++-------++"


def test_a_line_without_end_ends_the_session_only() -> None:
    with Sandbox() as sandbox:
        assert b"-ERR line too long" in raw_talk(sandbox.pop3, b"x" * 20_000)
        assert count(sandbox) == 0


def test_a_silent_client_is_sent_away() -> None:
    with Sandbox(limits=Limits(seconds_before_login=0.2, smtp_seconds=0.2)) as sandbox:
        assert raw_talk(sandbox.pop3).startswith(b"+OK")
        assert raw_talk(sandbox.smtp).startswith(b"220")
        assert b"* BYE" in raw_talk(sandbox.imap)


# Several processes.

SENDER = """
import smtplib, sys, time
from sandbox.server import Sandbox
with Sandbox(sys.argv[1]) as sandbox:
    with smtplib.SMTP(*sandbox.smtp, timeout=20) as client:
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
    sender.communicate(timeout=20)
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
        connection = socket.create_connection(sandbox.imap, timeout=20)
        connection.close()
    # Generous for a loaded machine; the figure itself is a benchmark's business.
    assert bound < 1

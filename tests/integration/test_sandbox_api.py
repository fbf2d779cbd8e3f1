"""The API of the sandbox: letters by pages, arrivals, and what connections said."""

from __future__ import annotations

import imaplib
import poplib
import threading
import time
from base64 import b64encode
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from sandbox.api import SandboxApi
from sandbox.server import Sandbox
from sandbox.store import Store
from sandbox.wire_log import MOST_ENDED, ConnectionSummary
from support.mail_clients import LETTER, USER, send, smtp, talk

PASSWORD = "тайное-слово"


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as running:
        yield running


@pytest.fixture
def api() -> Iterator[SandboxApi]:
    with SandboxApi(Store()) as made:
        yield made


def letter(subject: str) -> bytes:
    return f"From: Мария <m@b.ru>\r\nTo: x@b.ru\r\nSubject: {subject}\r\n\r\nтекст\r\n".encode()


# Letters.


def test_letters_come_by_pages_the_newest_first(api: SandboxApi) -> None:
    for number in range(1, 8):
        assert api.put(f"{'ab'[number % 2]}@b.ru", letter(f"№ {number}")) == number
    first = api.letters(count=3)
    assert [one.number for one in first] == [7, 6, 5]
    assert [one.number for one in api.letters(before=first[-1].number, count=3)] == [4, 3, 2]
    assert [one.number for one in api.letters("A@b.ru")] == [6, 4, 2]
    assert api.letters("a@b.ru", "Sent") == []
    assert api.accounts() == ["a@b.ru", "b@b.ru"]
    inbox = api.folders("a@b.ru")[0]
    assert (inbox.folder, inbox.letters, inbox.unseen) == ("INBOX", 3, 3)


def test_letters_are_found_by_a_text_in_any_case(api: SandboxApi) -> None:
    for number in range(1200):
        api.put("a@b.ru", letter("Счёт" if number in (3, 700) else "прочее"))
    assert [one.number for one in api.letters(text="сЧЁт")] == [701, 4]
    assert [one.number for one in api.letters(text="мария", count=2)] == [1200, 1199]
    assert api.letters(text="ничего такого") == []


def test_a_letter_is_read_marked_and_removed(api: SandboxApi) -> None:
    number = api.put("a@b.ru", letter("x"))
    assert not api.letter(number).seen and api.raw(number) == letter("x")
    api.mark(number)
    assert api.letter(number).seen
    api.mark(number, False)
    assert not api.letter(number).seen
    assert api.remove([number, 99]) == 1
    for look in (api.letter, api.raw, api.mark):
        with pytest.raises(LookupError):
            look(number)
    assert api.last_number() == 0 and api.clear() == 0


def test_what_is_no_address_gets_no_letter(api: SandboxApi) -> None:
    with pytest.raises(ValueError):
        api.put("@", LETTER)


# Arrivals.


def test_waiting_ends_with_a_letter(sandbox: Sandbox) -> None:
    api = sandbox.api
    assert api.wait(0, 0) == []
    sender = threading.Timer(0.2, send, (sandbox,))
    sender.start()
    began = time.monotonic()
    (arrived,) = api.wait(0, 300)
    assert time.monotonic() - began < 150
    assert (arrived.address, arrived.subject, arrived.number) == (USER, "Счёт", 1)
    sender.join()
    assert api.wait(1, 0.1) == [] and len(api.wait(0, 0)) == 1


def test_waiting_hears_of_letters_that_another_process_took(tmp_path: Path) -> None:
    with SandboxApi.open(str(tmp_path)) as api, SandboxApi.open(str(tmp_path)) as other:
        sender = threading.Timer(0.1, other.put, ("a@b.ru", LETTER))
        sender.start()
        assert [one.number for one in api.wait(0, 60)] == [1]
        sender.join()


def test_a_listener_hears_of_changes_until_it_leaves(api: SandboxApi) -> None:
    heard: list[int] = []
    end = api.listen(lambda: heard.append(1))
    api.put("a@b.ru", LETTER)
    assert heard
    end()
    before = len(heard)
    api.clear()
    assert len(heard) == before


# The log.


def ended(api: SandboxApi, count: int) -> list[ConnectionSummary]:
    """Conversations, when so many are over: they end a moment behind their clients."""
    deadline = time.monotonic() + 60
    while len(done := [one for one in api.connections() if one.ended is not None]) < count:
        assert time.monotonic() < deadline
        time.sleep(0.01)
    return done


def test_a_conversation_is_kept_with_its_sides(sandbox: Sandbox) -> None:
    send(sandbox)
    (connection,) = ended(sandbox.api, 1)
    assert (connection.protocol, connection.peer, connection.user, connection.tls) == ("smtp", "127.0.0.1", "", False)
    assert connection.ended is not None and connection.started <= connection.ended <= datetime.now().astimezone()
    said = sandbox.api.conversation(connection.number)
    assert (said[0].who, said[0].text) == ("server", "220 1cs.localhost ESMTP 1cs")
    # smtplib's spelling of the verbs differs from one Python to the next.
    assert [one.text.lower() for one in said if one.who == "client"] == [
        "ehlo client.test", f"mail from:<maria@example.com> size={len(LETTER)}", f"rcpt to:<{USER}>", "data",
        f"[{len(LETTER)} octets]", "quit",
    ]  # fmt: skip
    assert said[1].seconds <= said[-1].seconds
    sandbox.api.clear_log()
    assert sandbox.api.connections() == []
    with pytest.raises(LookupError):
        sandbox.api.conversation(connection.number)


def test_passwords_are_not_in_the_log(sandbox: Sandbox) -> None:
    coded = b64encode(f"\0ivan\0{PASSWORD}".encode())
    word = PASSWORD.encode()
    size = b"{%d+}" % len(word)
    talk(sandbox.smtp, b"EHLO me", b"AUTH PLAIN " + coded, b"QUIT")
    talk(sandbox.smtp, b"EHLO me", b"auth plain", coded, b"QUIT")
    talk(sandbox.smtp, b"EHLO me", b"AUTH LOGIN", b64encode(b"ivan"), b64encode(word), b"QUIT")
    talk(sandbox.pop3, b"USER ivan", b"PASS " + word, b"QUIT")
    talk(sandbox.pop3, b" pass  " + word, b"APOP ivan " + word, b"AUTH PLAIN " + coded, b"QUIT")
    talk(sandbox.imap, b'a LOGIN ivan "' + word + b'"', b"b LOGOUT")
    talk(sandbox.imap, b'a LOGIN "iv an" ' + word, b"b login ivan " + size + b"\r\n" + word, b"c LOGOUT")
    talk(sandbox.imap, b'a LOGIN {4+}\r\nivan "' + word + b'"', b"b AUTHENTICATE PLAIN " + coded, b"c LOGOUT")
    talk(sandbox.imap, b"a AUTHENTICATE PLAIN", coded, b"c LOGOUT")
    talk(sandbox.imap, b"a AUTHENTICATE {5+}\r\nPLAIN " + coded, b"c LOGOUT")
    talk(sandbox.smtp, b"AUTH LOGIN", b64encode(b"ivan"), b64encode(word), b"QUIT")
    connections = ended(sandbox.api, 11)
    everything = repr([sandbox.api.conversation(one.number) for one in connections]) + repr(connections)
    assert PASSWORD not in everything
    assert coded.decode() not in everything and b64encode(word).decode() not in everything
    assert everything.count("***") >= 9
    assert {one.user for one in connections} == {"ivan", "iv an", ""}


def test_a_conversation_that_goes_on_can_be_read(sandbox: Sandbox) -> None:
    client = poplib.POP3(*sandbox.pop3, timeout=60)
    client.user("ivan")
    client.pass_("x")
    (connection,) = sandbox.api.connections()
    assert connection.ended is None and connection.user == "ivan"
    assert [one.text for one in sandbox.api.conversation(connection.number)][-2:] == ["PASS ***", "+OK 0 messages"]
    client.quit()


def test_faults_and_tls_are_noted(sandbox: Sandbox) -> None:
    sandbox.api.add_fault("smtp NOOP delay 0")
    talk(sandbox.smtp, b"NOOP", b"QUIT")
    with imaplib.IMAP4_SSL(*sandbox.imaps, timeout=60) as client:
        client.noop()
    newest, oldest = ended(sandbox.api, 2)
    notes = [
        one.text for each in (oldest, newest) for one in sandbox.api.conversation(each.number) if one.who == "note"
    ]
    assert notes[0] == "сбой: smtp NOOP delay 0" and notes[1].startswith("TLSv1.")
    assert newest.tls and not oldest.tls


def test_conversations_are_bounded_in_number_and_size(tmp_path: Path) -> None:
    with Sandbox(tmp_path) as sandbox:
        with smtp(sandbox) as client:
            for number in range(1000):
                client.docmd("NOOP " + str(number) + "x" * 5000)
        (connection,) = ended(sandbox.api, 1)
        said = sandbox.api.conversation(connection.number)
        assert 300 <= len(said) <= 500
        assert said[0].who == "note" and "забыто" in said[0].text
        assert said[-2].text == "QUIT"
        assert max(len(one.text) for one in said) < 600
        assert "… (" in said[-4].text
        for _ in range(MOST_ENDED + 20):
            talk(sandbox.pop3, b"QUIT")
        deadline = time.monotonic() + 60
        while any(one.ended is None for one in sandbox.api.connections()):
            assert time.monotonic() < deadline
            time.sleep(0.01)
        assert len(sandbox.api.connections()) == MOST_ENDED
    # And from another process, when the server is gone.
    with SandboxApi.open(str(tmp_path)) as api:
        assert len(api.connections()) == MOST_ENDED


def test_odd_octets_are_shown_as_they_are_written(sandbox: Sandbox) -> None:
    talk(sandbox.smtp, b"NO\x1b[31mOP\xff\x00", "НОП".encode(), b"QUIT")
    (connection,) = ended(sandbox.api, 1)
    texts = [one.text for one in sandbox.api.conversation(connection.number) if one.who == "client"]
    assert texts == ["NO\\x1b[31mOP\\xff\\x00", "НОП", "QUIT"]

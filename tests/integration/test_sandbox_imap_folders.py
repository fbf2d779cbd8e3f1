"""IMAP of the sandbox, log-in, folders and limits, driven by imapclient, imaplib and bare sockets."""

from __future__ import annotations

import imaplib
import socket
from collections.abc import Iterator

import pytest
from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientError

from sandbox.limits import Limits
from sandbox.server import Sandbox
from support.mail_clients import LOGIN, USER, compose, imap, send, talk_imap


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as running:
        yield running


@pytest.fixture
def client(sandbox: Sandbox) -> Iterator[IMAPClient]:
    with imap(sandbox) as opened:
        yield opened


# Log-in and capabilities.


def test_capabilities_are_those_promised(client: IMAPClient) -> None:
    promised = b"IMAP4REV1 LITERAL+ UIDPLUS MOVE NAMESPACE SPECIAL-USE ID UNSELECT IDLE CHILDREN ENABLE SASL-IR".split()
    assert set(promised) <= set(client.capabilities())
    assert client.namespace().personal == (("", "/"),)
    assert client.id_({"name": "test"})[0] == (b"name", b"1cs")


def test_every_way_to_log_in(sandbox: Sandbox) -> None:
    send(sandbox, compose())
    for user in (USER, "IVAN@Example.com", "ivan"):
        with imap(sandbox, user) as opened:
            assert opened.select_folder("INBOX")[b"EXISTS"] == 1
    with IMAPClient(*sandbox.imap, ssl=False, timeout=60) as opened:
        opened.plain_login("иван@пример.рф", "пароль")
        assert opened.select_folder("INBOX")[b"EXISTS"] == 0
    cram = imaplib.IMAP4(*sandbox.imap, timeout=60)
    assert cram.login_cram_md5(USER, "x")[0] == "OK"
    assert cram.select()[1] == [b"1"]
    cram.logout()


def test_authenticate_login_step_by_step(sandbox: Sandbox) -> None:
    answers = talk_imap(sandbox, b"a AUTHENTICATE LOGIN", b"aXZhbkBleGFtcGxlLmNvbQ==", b"eA==", b"b SELECT INBOX")
    assert answers[:2] == [b"+ VXNlcm5hbWU6", b"+ UGFzc3dvcmQ6"]
    assert answers[2].startswith(b"a OK [CAPABILITY IMAP4rev1")
    assert answers[-3].startswith(b"b OK [READ-WRITE]")


def test_commands_out_of_time_are_bad(sandbox: Sandbox) -> None:
    answers = talk_imap(
        sandbox, b"1 SELECT INBOX", LOGIN, b"2 FETCH 1 FLAGS", b"3 LOGIN a b", b"4 FOO", b"5 UID NOOP", b"6"
    )
    statuses = [line.split(b" ")[:2] for line in answers]
    assert statuses == [
        [b"1", b"BAD"], [b"a", b"OK"], [b"2", b"BAD"], [b"3", b"BAD"], [b"4", b"BAD"], [b"5", b"BAD"], [b"*", b"BAD"],
        [b"*", b"BYE"], [b"end", b"OK"],
    ]  # fmt: skip


# Folders.


def test_standard_folders_are_special(client: IMAPClient) -> None:
    assert client.find_special_folder(b"\\Sent") == "Sent"
    assert client.find_special_folder(b"\\Drafts") == "Drafts"
    flags = {name: set(attributes) for attributes, _, name in client.list_folders()}
    assert flags["Trash"] == {b"\\Trash", b"\\HasNoChildren"}
    assert flags["INBOX"] == {b"\\HasNoChildren"}
    assert set(flags) == {"INBOX", "Sent", "Drafts", "Trash", "Junk", "Archive"}


def test_folders_may_have_cyrillic_names(client: IMAPClient) -> None:
    client.create_folder("Счета/За май & июнь")
    assert {"Счета", "Счета/За май & июнь"} <= {name for _, _, name in client.list_folders()}
    assert [name for _, _, name in client.list_folders("", "Счета/%")] == ["Счета/За май & июнь"]
    client.rename_folder("Счета", "Архив счетов")
    assert client.folder_exists("Архив счетов/За май & июнь")
    client.append("Архив счетов", compose())
    assert client.folder_status("Архив счетов", ["MESSAGES", "UNSEEN", "UIDNEXT"]) == {
        b"MESSAGES": 1, b"UNSEEN": 1, b"UIDNEXT": 2,
    }  # fmt: skip
    client.delete_folder("Архив счетов/За май & июнь")
    client.delete_folder("Архив счетов")
    assert not client.folder_exists("Архив счетов")


def test_folders_are_refused_with_reasons(client: IMAPClient) -> None:
    client.create_folder("a/b")
    for wrong in (
        lambda: client.create_folder("a"),
        lambda: client.delete_folder("INBOX"),
        lambda: client.delete_folder("nothing"),
        lambda: client.rename_folder("a", "a/b/c"),
        lambda: client.rename_folder("a", "Sent"),
        lambda: client.select_folder("nothing"),
        lambda: client.append("nothing", compose()),
        lambda: client.subscribe_folder("nothing"),
    ):
        with pytest.raises(IMAPClientError):
            wrong()


def test_folders_are_subscribed_to_and_unsubscribed_from(client: IMAPClient) -> None:
    client.create_folder("Счета")
    assert "Счета" not in {name for _, _, name in client.list_sub_folders()}
    client.subscribe_folder("Счета")
    client.unsubscribe_folder("Junk")
    subscribed = {name for _, _, name in client.list_sub_folders()}
    assert "Счета" in subscribed and "Junk" not in subscribed
    client.delete_folder("Счета")
    assert "Счета" in {name for _, _, name in client.list_sub_folders()}


def test_list_takes_options_and_several_patterns(sandbox: Sandbox) -> None:
    answers = talk_imap(
        sandbox, LOGIN, b'1 LIST (SPECIAL-USE) "" "*" RETURN (SUBSCRIBED)', b'2 LIST "" ""', b'3 LIST "" (INBOX S%)'
    )
    assert b'* LIST (\\HasNoChildren \\Sent \\Subscribed) "/" "Sent"' in answers
    first = answers[: next(i for i, line in enumerate(answers) if line.startswith(b"1 OK"))]
    assert not any(b'"INBOX"' in line for line in first)
    assert b'* LIST (\\Noselect) "/" ""' in answers
    assert answers[-5:-2] == [
        b'* LIST (\\HasNoChildren) "/" "INBOX"',
        b'* LIST (\\HasNoChildren \\Sent) "/" "Sent"',
        b"3 OK done",
    ]


# Limits.


def test_a_literal_before_log_in_is_bounded(sandbox: Sandbox) -> None:
    answers = talk_imap(sandbox, b"a LOGIN {50000}", b"b NOOP")
    assert answers[0] == b"a NO [TOOBIG] the literal is too large"
    assert answers[1] == b"b OK done"
    assert talk_imap(sandbox, b"a LOGIN {50000+}", b"x") == [b"* BYE too much at once"]


def test_a_letter_beyond_the_limit_is_not_taken() -> None:
    with Sandbox(limits=Limits(letter=1000)) as sandbox, imap(sandbox) as client:
        with pytest.raises(IMAPClientError, match="TOOBIG"):
            client.append("INBOX", b"x" * 1001)
        assert client.append("INBOX", b"x" * 1000).endswith(b"done")


def test_an_endless_line_ends_the_session_only(sandbox: Sandbox) -> None:
    assert talk_imap(sandbox, b"a NOOP " + b"x" * 20_000)[0] == b"* BYE too much at once"
    with imap(sandbox) as client:
        assert client.noop()[0] == b"done"


def test_literals_with_and_without_waiting(sandbox: Sandbox) -> None:
    answers = talk_imap(
        sandbox, b"a LOGIN {16+}", b"ivan@example.com {1}", b"x", b"b APPEND INBOX (\\Seen) {5+}", b"hello"
    )
    assert answers[0] == b"+ go ahead"
    assert answers[1].startswith(b"a OK") and answers[2].startswith(b"b OK [APPENDUID ")


def test_rubbish_does_not_stop_the_server(sandbox: Sandbox) -> None:
    for rubbish in (b"\x00\xff" * 100, b"a " + b"(" * 1000, b"a b {999999999999999}", b"* * *", b'a LOGIN "x'):
        answers = talk_imap(sandbox, rubbish)
        assert answers[0].split(b" ")[1] == b"BAD"
        assert answers[-1] == b"end OK bye"
    with socket.create_connection(sandbox.imap, timeout=60) as broken:
        broken.sendall(b"a LOGIN {10}\r\nabc")
    with imap(sandbox) as client:
        assert client.noop()[0] == b"done"

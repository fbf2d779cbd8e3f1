"""Servers that send something else where a number, flags, a letter or the end of an answer should be."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from stdlib.mail.accounts import Credentials, ServerAccount
from stdlib.mail.errors import MailError
from stdlib.mail.imap import ImapConnection
from stdlib.mail.pop3 import Pop3Connection
from stdlib.mail.smtp import SmtpConnection

IVAN = Credentials("ivan", "secret")
MANY_DIGITS = "9" * 5000

Serve = Callable[..., Any]
AccountAt = Callable[..., ServerAccount]


def imap_that_fetches(answer: bytes) -> Callable[[Any], None]:
    def conversation(peer: Any) -> None:
        peer.answer(b"* OK hi\r\n")
        while True:
            tag, _, command = peer.read_line().partition(b" ")
            more = {
                b"CAPABILITY": b"* CAPABILITY IMAP4rev1\r\n",
                b"UID FETCH": answer,
                b"UID SEARCH": b"* SEARCH 7\r\n",
            }
            said = next((text for start, text in more.items() if command.startswith(start)), b"")
            peer.answer(said + tag + b" OK done\r\n")

    return conversation


@pytest.mark.parametrize("body", ["NIL", "99999999999", "5", "()"])
def test_what_is_no_letter_is_not_taken_for_one(serve: Serve, account_at: AccountAt, body: str) -> None:
    server = serve(imap_that_fetches(f"* 1 FETCH (UID 7 BODY[] {body} BODY[HEADER] {body})\r\n".encode()))
    with ImapConnection(account_at(server.port, credentials=IVAN)) as box:
        box.select()
        with pytest.raises(MailError, match="письма есть на сервере, но он их не отдал"):
            list(box.fetch_messages([7]))
        with pytest.raises(MailError, match="письма есть на сервере, но он их не отдал"):
            list(box.fetch_headers([7]))


@pytest.mark.parametrize("word", ["NIL", "12", "()"])
def test_flags_size_and_date_may_be_missing(serve: Serve, account_at: AccountAt, word: str) -> None:
    known = f"* 1 FETCH (UID 7 FLAGS {word} RFC822.SIZE 3 BODY[] {{3}}\r\nabc)\r\n"
    server = serve(imap_that_fetches(known.encode()))
    with ImapConnection(account_at(server.port, credentials=IVAN)) as box:
        box.select()
        (letter,) = box.fetch_messages([7])
        assert (letter.raw, letter.flags, letter.internal_date) == (b"abc", (), None)
        assert box.fetch_flags([7]) == {7: ()}


@pytest.mark.parametrize("size", ["", "x", "-1", MANY_DIGITS], ids=["nothing", "a word", "negative", "many digits"])
def test_a_listing_of_pop3_without_sizes_is_an_error(serve: Serve, account_at: AccountAt, size: str) -> None:
    def conversation(peer: Any) -> None:
        peer.answer(b"+OK hi\r\n")
        while True:
            line = peer.read_line()
            if line == b"LIST":
                peer.answer(f"+OK\r\n1 {size}\r\n.\r\n".encode())
            else:
                peer.answer(b"-ERR no\r\n" if line == b"CAPA" else b"+OK\r\n")

    box = Pop3Connection(account_at(serve(conversation).port, credentials=IVAN))
    box.open()
    with pytest.raises(MailError, match="сервер ответил не по правилам POP3"):
        box.sizes()
    assert not box.is_open


@pytest.mark.parametrize("limit", ["", "x", "0", MANY_DIGITS], ids=["nothing", "a word", "zero", "many digits"])
def test_a_size_of_smtp_that_is_none_limits_nothing(
    smtp_script: Any, serve: Serve, account_at: AccountAt, limit: str
) -> None:
    smtp_script.extensions = [f"SIZE {limit}"]
    with SmtpConnection(account_at(serve(smtp_script).port)) as connection:
        assert connection.send("a@mail.test", ["ivan@mail.test"], b"Subject: x\r\n\r\nbody\r\n") == {}
    assert len(smtp_script.letters) == 1


@pytest.mark.parametrize(
    ("answer", "end"),
    [
        (b"", b"ENDUID 17 670] done"),
        (b"", b"O K done"),
        (b"* 1 FETCH (UID 7 FLAGS)\r\n", b"OK done"),
        (b"* 1 FETCH (UID " + b"(" * 5000 + b"\r\n", b"OK done"),
    ],
    ids=["another word", "a word cut in two", "uneven items", "lists in lists"],
)
def test_an_answer_that_nobody_understands_is_no_refusal(
    serve: Serve, account_at: AccountAt, answer: bytes, end: bytes
) -> None:
    def conversation(peer: Any) -> None:
        peer.answer(b"* OK hi\r\n")
        while True:
            tag, _, command = peer.read_line().partition(b" ")
            if command.startswith(b"UID FETCH"):
                peer.answer(answer + tag + b" " + end + b"\r\n")
            else:
                peer.answer(b"* CAPABILITY IMAP4rev1\r\n" * (command == b"CAPABILITY") + tag + b" OK done\r\n")

    box = ImapConnection(account_at(serve(conversation).port, credentials=IVAN))
    box.open()
    box.select()
    with pytest.raises(MailError, match="сервер ответил не по правилам IMAP"):
        box.fetch_flags([7])
    assert not box.is_open


def test_a_reply_behind_one_that_is_none_does_not_make_the_letter_go_again(
    smtp_script: Any, serve: Serve, account_at: AccountAt
) -> None:
    smtp_script.replies["END"] = [b"0 2.0.0 taken\r\n421 closing\r\n"]
    connection = SmtpConnection(account_at(serve(smtp_script).port))
    with pytest.raises(MailError, match="письмо он мог успеть принять"):
        connection.send("a@mail.test", ["ivan@mail.test"], b"Subject: x\r\n\r\nbody\r\n")
    connection.abandon()
    assert len(smtp_script.letters) == 1

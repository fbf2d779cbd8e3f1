"""Commands sent together (RFC 2920): every partial refusal, and servers that break off or say too much."""

from __future__ import annotations

import socket
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest

from stdlib.mail.accounts import ServerAccount
from stdlib.mail.errors import MailError
from stdlib.mail.smtp import SmtpConnection

SENDER, IVAN = "maria@mail.test", "ivan@mail.test"
LETTER = b"Subject: x\r\n\r\nHello\r\n"
BIG = b"Subject: x\r\n\r\n" + b"0123456789\r\n" * 3_000_000

REPLIES = {
    "words": b"what\r\n",
    "two digits": b"99 no\r\n",
    "nothing": b"\r\n",
    "no end": b"250-" + b"x" * 2_000_000,
}

together = pytest.mark.parametrize("smtp_script", ["PIPELINING"], indirect=True)
Serve = Callable[..., Any]
AccountAt = Callable[..., ServerAccount]


def greet(peer: Any, extensions: bytes = b"PIPELINING") -> None:
    peer.answer(b"220 hi\r\n")
    peer.read_line()
    peer.answer(b"250-me\r\n250 " + extensions + b"\r\n")


def test_commands_go_before_the_first_of_them_is_answered(serve: Serve, account_at: AccountAt) -> None:
    letters = []

    def patient(peer: Any) -> None:
        greet(peer)
        for _ in range(4):
            peer.read_line()
        peer.answer(b"250 mail\r\n250 rcpt\r\n550-no\r\n550 such user\r\n354 go\r\n")
        letters.append(peer.read_data())
        peer.answer(b"250 taken\r\n")
        peer.read_line()
        peer.answer(b"221 bye\r\n")

    server = serve(patient)
    with SmtpConnection(account_at(server.port)) as connection:
        refused = connection.send(SENDER, [IVAN, "nobody@mail.test"], LETTER)
    assert refused == {"nobody@mail.test": (550, "no\nsuch user")}
    assert letters == [LETTER]
    assert [line.split()[0] for line in server.lines] == [b"EHLO", b"MAIL", b"RCPT", b"RCPT", b"DATA", b"QUIT"]


def test_commands_wait_for_each_other_where_it_is_not_offered(serve: Serve, account_at: AccountAt) -> None:
    early = []

    def strict(peer: Any) -> None:
        greet(peer, b"8BITMIME")
        for reply in (b"250 mail\r\n", b"250 rcpt\r\n", b"354 go\r\n"):
            peer.read_line()
            # What has come already stands in the buffer of the reader, or waits in the socket.
            peer.connection.settimeout(0.1)
            with suppress(TimeoutError):
                early.append(peer.reader.peek(1))
            peer.connection.settimeout(None)
            peer.reader = peer.connection.makefile("rb")
            peer.answer(reply)
        peer.read_data()
        peer.answer(b"250 taken\r\n")

    with SmtpConnection(account_at(serve(strict).port)) as connection:
        assert connection.send(SENDER, [IVAN], LETTER) == {}
    assert early == []


def test_replies_may_come_in_any_pieces(serve: Serve, account_at: AccountAt) -> None:
    def stuttering(peer: Any) -> None:
        greet(peer)
        peer.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for _ in range(3):
            peer.read_line()
        for octet in b"250-a\r\n250 b\r\n250 ok\r\n354 go\r\n":
            peer.answer(bytes((octet,)))
        peer.read_data()
        peer.answer(b"250 taken\r\n")

    with SmtpConnection(account_at(serve(stuttering).port)) as connection:
        assert connection.send(SENDER, [IVAN], LETTER) == {}


@together
def test_a_letter_that_nobody_may_get_is_ended_by_a_lone_dot(
    smtp_script: Any, serve: Serve, account_at: AccountAt
) -> None:
    smtp_script.careless = True
    smtp_script.replies["RCPT"] = [b"550 no\r\n", b"451 later\r\n"]
    server = serve(smtp_script)
    with SmtpConnection(account_at(server.port)) as connection:
        refused = connection.send(SENDER, ["a@b.ru", "c@d.ru"], LETTER)
        assert connection.send(SENDER, [IVAN], LETTER) == {}
    assert refused == {"a@b.ru": (550, "no"), "c@d.ru": (451, "later")}
    assert smtp_script.letters == [b"", LETTER]
    assert server.clients == 1


@together
def test_a_refused_sender_is_told_whatever_the_server_says_to_the_rest(
    smtp_script: Any, serve: Serve, account_at: AccountAt
) -> None:
    smtp_script.replies["MAIL"] = [b"550 not you\r\n"]
    server = serve(smtp_script)
    with SmtpConnection(account_at(server.port)) as connection:
        with pytest.raises(MailError) as caught:
            connection.send(SENDER, [IVAN], LETTER)
        assert connection.send(SENDER, [IVAN], LETTER) == {}
    assert (caught.value.code, caught.value.reply) == (550, "not you")
    assert smtp_script.letters == [LETTER]
    assert server.clients == 1


@pytest.mark.parametrize("answered", range(4))
def test_a_server_that_breaks_off_between_replies_gets_the_letter_once(
    serve: Serve, account_at: AccountAt, answered: int
) -> None:
    letters = []

    def fragile(peer: Any) -> None:
        greet(peer)
        for _ in range(3):
            peer.read_line()
        replies = [b"250 mail\r\n", b"250 rcpt\r\n", b"354 go\r\n"]
        if server.clients == 1:
            peer.answer(b"".join(replies[:answered]))
            if answered < 3:
                return
        else:
            peer.answer(b"".join(replies))
        letters.append(peer.read_data())
        peer.answer(b"250 taken\r\n")

    server = serve(fragile)
    with SmtpConnection(account_at(server.port)) as connection:
        assert connection.send(SENDER, [IVAN], LETTER) == {}
    assert letters == [LETTER]
    assert server.clients == (1 if answered == 3 else 2)


@pytest.mark.parametrize("extension", [b"PIPELINING", b"8BITMIME"], ids=["together", "one by one"])
def test_a_server_need_not_hear_a_letter_out_to_refuse_it(
    serve: Serve, account_at: AccountAt, extension: bytes
) -> None:
    def brusque(peer: Any) -> None:
        greet(peer, extension)
        for reply in (b"250 mail\r\n", b"250 rcpt\r\n", b"354 go\r\n"):
            peer.read_line()
            peer.answer(reply)
        peer.reader.read(1000)
        peer.answer(b"552 5.3.4 too big\r\n")
        peer.server.stopped.wait(30)

    server = serve(brusque)
    connection = SmtpConnection(account_at(server.port))
    with pytest.raises(MailError) as caught:
        connection.send(SENDER, [IVAN], BIG)
    connection.close()
    assert (caught.value.code, caught.value.reply) == (552, "5.3.4 too big")


def test_a_server_that_says_more_than_it_was_asked_is_left(serve: Serve, account_at: AccountAt) -> None:
    def talkative(peer: Any) -> None:
        greet(peer)
        for _ in range(3):
            peer.read_line()
        peer.answer(b"250 mail\r\n250 rcpt\r\n354 go\r\n")
        peer.read_data()
        peer.answer(b"250 taken\r\n550 and one more\r\n")
        peer.read_line()

    server = serve(talkative)
    with SmtpConnection(account_at(server.port)) as connection:
        assert connection.send(SENDER, [IVAN], LETTER) == {}
        assert connection.send(SENDER, [IVAN], LETTER) == {}
    assert server.clients == 2


@pytest.mark.parametrize("reply", REPLIES.values(), ids=REPLIES)
def test_what_is_no_reply_is_told(serve: Serve, account_at: AccountAt, reply: bytes) -> None:
    def odd(peer: Any) -> None:
        greet(peer)
        for _ in range(3):
            peer.read_line()
        peer.answer(reply)
        peer.read_line()

    connection = SmtpConnection(account_at(serve(odd).port))
    with pytest.raises(MailError, match="не по правилам SMTP"):
        connection.send(SENDER, [IVAN], LETTER)
    connection.close()


@together
def test_thousands_of_recipients_go_together(smtp_script: Any, serve: Serve, account_at: AccountAt) -> None:
    everybody = [f"user{number}@mail.test" for number in range(3000)]
    server = serve(smtp_script)
    with SmtpConnection(account_at(server.port)) as connection:
        assert connection.send(SENDER, everybody, LETTER) == {}
    assert sum(line.startswith(b"RCPT") for line in server.lines) == 3000
    assert smtp_script.letters == [LETTER]


@together
def test_commands_go_together_over_tls(
    serve: Serve, account_at: AccountAt, server_tls: Any, trusting: Any, smtp_script: Any
) -> None:
    smtp_script.extensions.append("STARTTLS")
    server = serve(smtp_script, server_tls)
    with SmtpConnection(account_at(server.port, "starttls", tls=trusting)) as connection:
        for _ in range(3):
            assert connection.send(SENDER, [IVAN], LETTER) == {}
    assert smtp_script.letters == [LETTER] * 3

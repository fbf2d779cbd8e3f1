"""Letters over POP3: against the sandbox, and against servers that misbehave."""

from __future__ import annotations

import base64
import hashlib
import hmac
import ssl
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from sandbox.server import Sandbox
from stdlib.mail.accounts import Credentials, Security, ServerAccount, TlsPolicy
from stdlib.mail.errors import MailError
from stdlib.mail.mime.head import read_head
from stdlib.mail.pop3 import Pop3Connection
from stdlib.mail.smtp import SmtpConnection

Serve = Callable[..., Any]
AccountAt = Callable[..., ServerAccount]
IVAN = Credentials("ivan@mail.test", "секрет")
DOTS = b"Subject: dots\r\n\r\n.\r\n..\r\n.x\r\nend\r\n"


@pytest.fixture
def filled(sandbox: Sandbox, account_at: AccountAt) -> Sandbox:
    with SmtpConnection(account_at(sandbox.smtp[1])) as connection:
        connection.send("m@mail.test", ["ivan@mail.test"], DOTS)
        long_line = b"Subject: long\r\n\r\n" + b"x" * 5000 + b"\r\n"
        connection.send("m@mail.test", ["ivan@mail.test"], long_line)
        connection.send("m@mail.test", ["ivan@mail.test"], "Subject: Третье\r\n\r\nтело\r\n".encode())
    return sandbox


@pytest.fixture
def box(filled: Sandbox, account_at: AccountAt) -> Iterator[Pop3Connection]:
    connection = Pop3Connection(account_at(filled.pop3[1], credentials=IVAN))
    connection.open()
    yield connection
    connection.abandon()


def test_box_is_listed(box: Pop3Connection) -> None:
    assert box.count() == 3
    assert list(box.sizes()) == [1, 2, 3]
    assert all(size > 0 for size in box.sizes().values())
    identifiers = box.uidl()
    assert list(identifiers) == [1, 2, 3]
    assert len(set(identifiers.values())) == 3


def test_letter_with_dots_is_retrieved_as_it_was(box: Pop3Connection) -> None:
    assert box.retrieve(1).endswith(DOTS)


def test_line_above_the_librarys_limit_is_read(box: Pop3Connection) -> None:
    assert b"x" * 5000 + b"\r\n" in box.retrieve(2)


def test_header_comes_without_the_body(box: Pop3Connection) -> None:
    header = box.header(3)
    assert read_head(header).subject == "Третье"
    assert "тело".encode() not in header


def test_deleted_letters_go_at_closing(box: Pop3Connection, filled: Sandbox, account_at: AccountAt) -> None:
    kept = box.uidl()[2]
    box.delete(1)
    box.delete(3)
    assert box.count() == 1
    box.close()
    with Pop3Connection(account_at(filled.pop3[1], credentials=IVAN)) as again:
        assert again.uidl() == {1: kept}


def test_reset_lifts_the_marks(box: Pop3Connection) -> None:
    box.delete(1)
    box.reset()
    assert box.count() == 3


def test_nothing_is_deleted_when_the_block_fails(filled: Sandbox, account_at: AccountAt) -> None:
    account = account_at(filled.pop3[1], credentials=IVAN)
    with pytest.raises(ZeroDivisionError), Pop3Connection(account) as connection:
        connection.delete(1)
        raise ZeroDivisionError
    with Pop3Connection(account) as again:
        assert again.count() == 3


def test_missing_letter_is_the_servers_refusal(box: Pop3Connection) -> None:
    with pytest.raises(MailError) as caught:
        box.retrieve(99)
    assert caught.value.step == "fetch"
    assert caught.value.reply
    assert box.count() == 3


def test_closed_connection_says_so_by_pop3(box: Pop3Connection) -> None:
    box.close()
    box.close()
    with pytest.raises(MailError, match="соединение закрыто"):
        box.count()


def pop3_script(*rules: tuple[str, bytes], greeting: bytes = b"+OK ready\r\n") -> Callable[[Any], None]:
    """A server with these answers to commands, and +OK to all others; CAPA is unknown to it."""

    def conversation(peer: Any) -> None:
        peer.answer(greeting)
        while True:
            command = peer.read_line().decode("utf-8", "replace")
            scripted = next((reply for start, reply in rules if command.upper().startswith(start)), None)
            if scripted is not None:
                peer.answer(scripted)
            elif command.upper() == "STLS":
                peer.answer(b"+OK\r\n")
                peer.start_tls()
            elif command.upper() == "CAPA":
                peer.answer(b"-ERR unknown\r\n")
            else:
                peer.answer(b"+OK\r\n")
                if command.upper() == "QUIT":
                    return

    return conversation


def test_user_and_password_may_be_cyrillic(serve: Serve, account_at: AccountAt) -> None:
    server = serve(pop3_script())
    with Pop3Connection(account_at(server.port, credentials=Credentials("иван", "пароль"))):
        pass
    assert ["USER иван".encode(), "PASS пароль".encode()] == server.lines[1:3]


def test_apop_is_used_when_asked_for(serve: Serve, account_at: AccountAt) -> None:
    stamp = b"<1896.69@scripted>"
    server = serve(pop3_script(greeting=b"+OK ready " + stamp + b"\r\n"))
    with Pop3Connection(account_at(server.port, credentials=Credentials("ivan", "secret", "apop"))):
        pass
    assert b"APOP ivan " + hashlib.md5(stamp + b"secret").hexdigest().encode() in server.lines


def test_apop_that_is_not_offered_is_told(serve: Serve, account_at: AccountAt) -> None:
    server = serve(pop3_script())
    with pytest.raises(MailError, match="APOP"):
        Pop3Connection(account_at(server.port, credentials=Credentials("ivan", "secret", "apop"))).open()


def test_cram_md5_answers_the_challenge(serve: Serve, account_at: AccountAt) -> None:
    challenge = b"<5.6@scripted>"
    rules = (
        ("CAPA", b"+OK\r\nSASL PLAIN CRAM-MD5\r\n.\r\n"),
        ("AUTH", b"+ " + base64.b64encode(challenge) + b"\r\n"),
    )
    server = serve(pop3_script(*rules))
    with Pop3Connection(account_at(server.port, credentials=Credentials("ivan", "secret", "cram-md5"))):
        pass
    digest = hmac.new(b"secret", challenge, "md5").hexdigest()
    assert base64.b64encode(f"ivan {digest}".encode()) in server.lines


def test_refused_token_ends_the_exchange_of_pop3(serve: Serve, account_at: AccountAt) -> None:
    rules = (
        ("CAPA", b"+OK\r\nSASL XOAUTH2\r\n.\r\n"),
        ("AUTH", b"+ eyJzdGF0dXMiOiI0MDAifQ==\r\n"),
        # To the empty answer that ends the exchange.
        ("", b"-ERR bad token\r\n"),
    )
    server = serve(pop3_script(*rules))
    with pytest.raises(MailError) as caught:
        Pop3Connection(account_at(server.port, credentials=Credentials("ivan", token="expired"))).open()
    assert caught.value.reply == "bad token"


def test_wrong_password_is_told_with_the_servers_words(serve: Serve, account_at: AccountAt) -> None:
    server = serve(pop3_script(("PASS", "-ERR [AUTH] Неверный пароль\r\n".encode())))
    connection = Pop3Connection(account_at(server.port, credentials=IVAN))
    with pytest.raises(MailError) as caught:
        connection.open()
    assert (caught.value.step, caught.value.reply) == ("login", "[AUTH] Неверный пароль")
    assert "Проверьте имя" in caught.value.hint
    assert not connection.is_open
    assert sum(line.startswith(b"PASS") for line in server.lines) == 1


def test_stls_is_used_when_offered(
    serve: Serve, account_at: AccountAt, server_tls: ssl.SSLContext, trusting: TlsPolicy
) -> None:
    server = serve(pop3_script(("CAPA", b"+OK\r\nSTLS\r\nUSER\r\n.\r\n"), ("STAT", b"+OK 5 100\r\n")), server_tls)
    account = account_at(server.port, "starttls-if-offered", IVAN, trusting)
    with Pop3Connection(account) as connection:
        assert connection.count() == 5
    assert server.lines.index(b"STLS") < server.lines.index(b"USER ivan@mail.test")


def test_implicit_tls_of_pop3(
    serve: Serve, account_at: AccountAt, server_tls: ssl.SSLContext, trusting: TlsPolicy
) -> None:
    server = serve(pop3_script(("STAT", b"+OK 2 100\r\n")), server_tls)
    server.implicit_tls = True
    with Pop3Connection(account_at(server.port, "tls", IVAN, trusting)) as connection:
        assert connection.count() == 2


def test_stls_that_is_not_offered_is_an_error_when_demanded(serve: Serve, account_at: AccountAt) -> None:
    server = serve(pop3_script())
    with pytest.raises(MailError, match="не предлагает STLS"):
        Pop3Connection(account_at(server.port, "starttls", IVAN)).open()


def test_header_is_cut_from_the_letter_where_top_is_absent(serve: Serve, account_at: AccountAt) -> None:
    whole = b"+OK\r\nSubject: x\r\n\r\nbody\r\n.\r\n"
    server = serve(pop3_script(("TOP", b"-ERR no\r\n"), ("RETR", whole)))
    with Pop3Connection(account_at(server.port, credentials=IVAN)) as connection:
        assert connection.header(1) == b"Subject: x\r\n\r\n"


def test_server_without_uidl_is_told(serve: Serve, account_at: AccountAt) -> None:
    server = serve(pop3_script(("UIDL", b"-ERR not implemented\r\n")))
    with Pop3Connection(account_at(server.port, credentials=IVAN)) as connection:
        with pytest.raises(MailError) as caught:
            connection.uidl()
        assert caught.value.reply == "not implemented"
        assert connection.is_open


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (b"<drop>", "сервер оборвал соединение"),
        (b"<reset>", "сервер оборвал соединение"),
        (b"<silence>", "время ожидания истекло"),
        (b"+OK nonsense\r\n", "не по правилам POP3"),
    ],
    ids=["closed", "reset", "silence", "nonsense"],
)
def test_fault_of_the_line_closes_the_pop3_connection(
    serve: Serve, account_at: AccountAt, fault: bytes, said: str
) -> None:
    server = serve(pop3_script(("STAT", fault)))
    connection = Pop3Connection(account_at(server.port, credentials=IVAN, seconds=0.4))
    connection.open()
    with pytest.raises(MailError) as caught:
        connection.count()
    assert said in caught.value.message
    assert not connection.is_open


@pytest.mark.parametrize(("security", "step"), [("none", "login"), ("starttls", "tls")])
def test_pop3_connection_that_breaks_when_asked_what_it_can_do(
    serve: Serve, account_at: AccountAt, security: Security, step: str
) -> None:
    server = serve(pop3_script(("CAPA", b"<drop>")))
    connection = Pop3Connection(account_at(server.port, security, credentials=IVAN))
    with pytest.raises(MailError) as caught:
        connection.open()
    assert (caught.value.step, connection.is_open) == (step, False)


def test_letter_cut_in_the_middle_is_an_error(serve: Serve, account_at: AccountAt) -> None:
    def conversation(peer: Any) -> None:
        peer.answer(b"+OK ready\r\n")
        while not peer.read_line().startswith(b"RETR"):
            peer.answer(b"+OK\r\n.\r\n" if peer.server.lines[-1] == b"CAPA" else b"+OK\r\n")
        peer.answer(b"+OK\r\nSubject: x\r\n\r\nhalf")

    server = serve(conversation)
    connection = Pop3Connection(account_at(server.port, credentials=IVAN))
    connection.open()
    with pytest.raises(MailError, match="сервер оборвал соединение"):
        connection.retrieve(1)


def test_refusing_greeting_is_told_by_pop3(serve: Serve, account_at: AccountAt) -> None:
    server = serve(pop3_script(greeting=b"-ERR mailbox locked\r\n"))
    with pytest.raises(MailError) as caught:
        Pop3Connection(account_at(server.port, credentials=IVAN)).open()
    assert (caught.value.step, caught.value.reply) == ("connect", "mailbox locked")


def test_deletion_that_is_not_confirmed_is_an_error(serve: Serve, account_at: AccountAt) -> None:
    server = serve(pop3_script(("QUIT", b"-ERR some deleted messages not removed\r\n")))
    connection = Pop3Connection(account_at(server.port, credentials=IVAN))
    connection.open()
    connection.delete(1)
    with pytest.raises(MailError) as caught:
        connection.close()
    assert caught.value.step == "close"
    assert not connection.is_open


@pytest.mark.parametrize(
    ("answer", "letter"),
    [
        (b"+OK\r\nSubject: x\r\n\r\none\ntwo\r\n.\r\n", b"Subject: x\r\n\r\none\r\ntwo\r\n"),
        (b"+OK\r\n\r\none\n.\n+OK no reply\r\n.\r\n", b"\r\none\r\n.\r\n+OK no reply\r\n"),
        (b"+OK\r\n\r\none\n.\r\n+OK no reply\r\n.\r\n", b"\r\none\r\n.\r\n+OK no reply\r\n"),
        (b"+OK\r\n\r\none\r\n.\n+OK no reply\r\n.\r\n", b"\r\none\r\n\r\n+OK no reply\r\n"),
        (b"+OK\r\n\r\none\n.hidden\n..two\r\n...\r\n.\r\n", b"\r\none\r\n.hidden\r\n..two\r\n..\r\n"),
        (b"+OK\n\none\n..two\n.\n", b"\r\none\r\n.two\r\n"),
    ],
    ids=["a line end", "LF.LF inside", "LF.CRLF inside", "CRLF.LF inside", "dots", "a server of bare LF"],
)
def test_a_bare_line_feed_is_a_line_end_and_no_end_of_the_letter(
    serve: Serve, account_at: AccountAt, answer: bytes, letter: bytes
) -> None:
    server = serve(pop3_script(("RETR", answer)))
    with Pop3Connection(account_at(server.port, credentials=IVAN)) as connection:
        assert connection.retrieve(1) == letter
        connection.noop()
        assert connection.retrieve(2) == letter


def test_a_letter_that_ends_with_a_bare_line_feed_is_read_when_nothing_follows(
    serve: Serve, account_at: AccountAt
) -> None:
    server = serve(pop3_script(("RETR", b"+OK\r\nSubject: x\r\n\r\nlast\n.\r\n")))
    with Pop3Connection(account_at(server.port, credentials=IVAN, seconds=3)) as connection:
        assert connection.retrieve(1) == b"Subject: x\r\n\r\nlast\r\n"
        connection.noop()

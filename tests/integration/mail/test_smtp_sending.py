"""Sending over a connection: envelope, options, login, faults of the server."""

from __future__ import annotations

import asyncio
import base64
import hmac
import ssl
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.smtp import SMTP, Session
from aiosmtpd.smtp import Envelope as Taken

from stdlib.mail.accounts import Credentials, ServerAccount, TlsPolicy
from stdlib.mail.envelopes import Envelope, SealedEnvelope
from stdlib.mail.errors import MailError
from stdlib.mail.mime.compose import compose
from stdlib.mail.mime.letter import Letter
from stdlib.mail.smtp import SmtpConnection, send_many
from stdlib.mail.smtp_session import SmtpSession

LETTER = b"Subject: test\r\n\r\n.dot\r\ntext\r\n"
SENDER = "maria@mail.test"
IVAN = "ivan@mail.test"

Serve = Callable[..., Any]
AccountAt = Callable[..., ServerAccount]
Verbs = Callable[[Any], list[str]]


def test_letter_is_sent_and_dots_are_doubled_once(smtp_script: Any, serve: Serve, account_at: AccountAt) -> None:
    server = serve(smtp_script)
    with SmtpConnection(account_at(server.port)) as connection:
        assert connection.send(SENDER, [IVAN], LETTER) == {}
    assert smtp_script.letters == [LETTER.replace(b"\r\n.dot", b"\r\n..dot")]
    assert b"MAIL FROM:<maria@mail.test> SIZE=29" in server.lines
    assert server.lines[-1] == b"QUIT"


def test_connection_is_kept_between_letters(
    smtp_script: Any, serve: Serve, account_at: AccountAt, verbs: Verbs
) -> None:
    server = serve(smtp_script)
    with SmtpConnection(account_at(server.port)) as connection:
        for _ in range(3):
            connection.send(SENDER, [IVAN], LETTER)
    assert server.clients == 1
    assert verbs(server).count("MAIL") == 3


def test_refused_recipient_does_not_stop_the_others(smtp_script: Any, serve: Serve, account_at: AccountAt) -> None:
    smtp_script.replies["RCPT"] = [b"250 ok\r\n", b"550 5.1.1 user not found\r\n"]
    server = serve(smtp_script)
    with SmtpConnection(account_at(server.port)) as connection:
        refused = connection.send(SENDER, [IVAN, "nobody@mail.test", "petr@mail.test"], LETTER)
    assert refused == {"nobody@mail.test": (550, "5.1.1 user not found")}
    assert len(smtp_script.letters) == 1


def test_all_refused_recipients_are_told_and_nothing_is_sent(
    smtp_script: Any, serve: Serve, account_at: AccountAt, verbs: Verbs
) -> None:
    smtp_script.replies["RCPT"] = [b"550 no\r\n", b"451 later\r\n"]
    server = serve(smtp_script)
    with SmtpConnection(account_at(server.port)) as connection:
        refused = connection.send(SENDER, ["a@b.ru", "c@d.ru"], LETTER)
        assert connection.send(SENDER, [IVAN], LETTER) == {}
    assert refused == {"a@b.ru": (550, "no"), "c@d.ru": (451, "later")}
    assert "RSET" in verbs(server)
    assert len(smtp_script.letters) == 1


@pytest.mark.parametrize(("verb", "code"), [("MAIL", 554), ("DATA", 554), ("END", 552)])
def test_refused_letter_is_an_error_and_the_connection_goes_on(
    smtp_script: Any, serve: Serve, account_at: AccountAt, verb: str, code: int
) -> None:
    smtp_script.replies[verb] = [f"{code} 5.7.1 Спам\r\n".encode()]
    server = serve(smtp_script)
    with SmtpConnection(account_at(server.port)) as connection:
        with pytest.raises(MailError) as caught:
            connection.send(SENDER, [IVAN], LETTER)
        assert connection.send(SENDER, [IVAN], LETTER) == {}
    assert (caught.value.step, caught.value.code, caught.value.reply) == ("send", code, "5.7.1 Спам")
    assert server.clients == 1


@pytest.mark.parametrize("verb", ["MAIL", "RCPT", "END"])
def test_421_makes_us_connect_again_once(smtp_script: Any, serve: Serve, account_at: AccountAt, verb: str) -> None:
    smtp_script.replies[verb] = [b"421 4.4.2 shutting down\r\n"]
    server = serve(smtp_script)
    with SmtpConnection(account_at(server.port)) as connection:
        assert connection.send(SENDER, [IVAN], LETTER) == {}
    assert server.clients == 2


def test_421_again_is_an_error(smtp_script: Any, serve: Serve, account_at: AccountAt) -> None:
    smtp_script.replies["MAIL"] = [b"421 bye\r\n"] * 5
    server = serve(smtp_script)
    with SmtpConnection(account_at(server.port)) as connection, pytest.raises(MailError) as caught:
        connection.send(SENDER, [IVAN], LETTER)
    assert caught.value.code == 421
    assert server.clients == 2


@pytest.mark.parametrize("fault", [b"<drop>", b"<reset>"], ids=["closed", "reset"])
def test_connection_lost_before_the_letter_is_opened_again(
    smtp_script: Any, serve: Serve, account_at: AccountAt, fault: bytes
) -> None:
    smtp_script.replies["MAIL"] = [fault]
    server = serve(smtp_script)
    with SmtpConnection(account_at(server.port)) as connection:
        assert connection.send(SENDER, [IVAN], LETTER) == {}
    assert server.clients == 2
    assert len(smtp_script.letters) == 1


def test_connection_lost_after_the_letter_is_an_error(smtp_script: Any, serve: Serve, account_at: AccountAt) -> None:
    smtp_script.replies["END"] = [b"<drop>"]
    server = serve(smtp_script)
    with SmtpConnection(account_at(server.port)) as connection, pytest.raises(MailError) as caught:
        connection.send(SENDER, [IVAN], LETTER)
    assert "сервер оборвал соединение" in caught.value.message
    # Sending again could make two letters of one.
    assert len(smtp_script.letters) == 1


@pytest.mark.parametrize("verb", ["EHLO", "MAIL"])
def test_silent_server_ends_in_a_timeout(smtp_script: Any, serve: Serve, account_at: AccountAt, verb: str) -> None:
    smtp_script.replies[verb] = [b"<silence>"]
    server = serve(smtp_script)
    started = time.monotonic()
    with pytest.raises(MailError) as caught, SmtpConnection(account_at(server.port, seconds=0.5)) as connection:
        connection.send(SENDER, [IVAN], LETTER)
    assert "время ожидания истекло" in caught.value.message
    assert time.monotonic() - started < 4


def test_refusing_greeting_is_told(smtp_script: Any, serve: Serve, account_at: AccountAt) -> None:
    smtp_script.greeting = b"554 5.7.1 you are blacklisted\r\n"
    server = serve(smtp_script)
    with pytest.raises(MailError) as caught:
        SmtpConnection(account_at(server.port)).open()
    assert (caught.value.step, caught.value.code) == ("connect", 554)
    assert "blacklisted" in caught.value.reply


def test_a_port_where_nobody_listens_is_told_with_advice(account_at: AccountAt) -> None:
    with pytest.raises(MailError) as caught:
        SmtpConnection(account_at(1)).open()
    assert caught.value.step == "connect"
    assert "отказано" in caught.value.message
    assert "никто не слушает порт 1" in caught.value.hint


def test_close_without_connection_does_nothing(account_at: AccountAt) -> None:
    connection = SmtpConnection(account_at(1))
    connection.close()
    connection.close()


def test_wrong_password_is_tried_once(smtp_script: Any, serve: Serve, account_at: AccountAt, verbs: Verbs) -> None:
    smtp_script.extensions.append("AUTH PLAIN LOGIN")
    smtp_script.replies["AUTH"] = [b"535 5.7.8 Authentication failed\r\n"]
    server = serve(smtp_script)
    with pytest.raises(MailError) as caught:
        SmtpConnection(account_at(server.port, credentials=Credentials("ivan", "пароль"))).open()
    assert (caught.value.step, caught.value.code) == ("login", 535)
    assert caught.value.reply == "5.7.8 Authentication failed"
    assert "Проверьте имя пользователя и пароль" in caught.value.hint
    assert verbs(server).count("AUTH") == 1
    assert "пароль'" not in repr(caught.value)


def test_plain_login_carries_cyrillic(smtp_script: Any, serve: Serve, account_at: AccountAt) -> None:
    smtp_script.extensions.append("AUTH PLAIN LOGIN")
    server = serve(smtp_script)
    with SmtpConnection(account_at(server.port, credentials=Credentials("иван", "пароль"))):
        pass
    assert b"AUTH PLAIN " + base64.b64encode("\0иван\0пароль".encode()) in server.lines


def test_cram_md5_is_preferred(smtp_script: Any, serve: Serve, account_at: AccountAt) -> None:
    smtp_script.extensions.append("AUTH LOGIN PLAIN CRAM-MD5")
    challenge = b"<1.2@scripted>"
    smtp_script.replies["AUTH"] = [b"334 " + base64.b64encode(challenge) + b"\r\n"]
    digest = hmac.new(b"secret", challenge, "md5").hexdigest()
    answer = base64.b64encode(f"ivan {digest}".encode())
    smtp_script.replies[answer.decode().upper()] = [b"235 welcome\r\n"]
    server = serve(smtp_script)
    with SmtpConnection(account_at(server.port, credentials=Credentials("ivan", "secret"))):
        pass
    assert server.lines[1:3] == [b"AUTH CRAM-MD5", answer]


def test_server_without_login_is_told(smtp_script: Any, serve: Serve, account_at: AccountAt) -> None:
    server = serve(smtp_script)
    with pytest.raises(MailError, match="не предлагает вход"):
        SmtpConnection(account_at(server.port, credentials=Credentials("ivan", "secret"))).open()


def test_anonymous_sender_does_not_log_in(smtp_script: Any, serve: Serve, account_at: AccountAt, verbs: Verbs) -> None:
    smtp_script.extensions.append("AUTH PLAIN")
    server = serve(smtp_script)
    with SmtpConnection(account_at(server.port)):
        pass
    assert "AUTH" not in verbs(server)


def test_letter_above_the_servers_limit_is_not_sent(
    smtp_script: Any, serve: Serve, account_at: AccountAt, verbs: Verbs
) -> None:
    server = serve(smtp_script)
    with SmtpConnection(account_at(server.port)) as connection, pytest.raises(MailError) as caught:
        connection.send(SENDER, [IVAN], b"x" * 2_097_152)
    assert "письмо занимает 2,0 МБ, а сервер принимает до 1,0 МБ" in caught.value.message
    assert "MAIL" not in verbs(server)


def test_domains_go_in_punycode_and_8_bit_data_is_announced(
    smtp_script: Any, serve: Serve, account_at: AccountAt
) -> None:
    server = serve(smtp_script)
    with SmtpConnection(account_at(server.port)) as connection:
        connection.send("maria@почта.рф", ["ivan@почта.рф"], "Subject: да\r\n\r\n".encode())
    assert b"MAIL FROM:<maria@xn--80a1acny.xn--p1ai> SIZE=17 BODY=8BITMIME" in server.lines
    assert b"RCPT TO:<ivan@xn--80a1acny.xn--p1ai>" in server.lines


def test_cyrillic_user_needs_smtputf8(smtp_script: Any, serve: Serve, account_at: AccountAt) -> None:
    server = serve(smtp_script)
    with SmtpConnection(account_at(server.port)) as connection:
        assert connection.send(SENDER, ["иван@mail.test"], LETTER) == {}
    assert b"MAIL FROM:<maria@mail.test> SIZE=29 SMTPUTF8" in server.lines
    assert "RCPT TO:<иван@mail.test>".encode() in server.lines


def test_cyrillic_user_is_refused_where_smtputf8_is_absent(
    smtp_script: Any, serve: Serve, account_at: AccountAt
) -> None:
    smtp_script.extensions = ["8BITMIME"]
    server = serve(smtp_script)
    with SmtpConnection(account_at(server.port)) as connection:
        refused = connection.send(SENDER, ["иван@mail.test", IVAN], LETTER)
        with pytest.raises(MailError, match="SMTPUTF8"):
            connection.send("мария@mail.test", [IVAN], LETTER)
        with pytest.raises(MailError, match="SMTPUTF8"):
            connection.send(SENDER, [IVAN], LETTER, smtputf8=True)
    assert refused == {"иван@mail.test": (0, "Сервер не принимает адреса не на латинице (нет SMTPUTF8)")}
    assert len(smtp_script.letters) == 1


@pytest.mark.parametrize("address", ["a b@c.ru", "a@b.ru>\r\nRCPT TO:<c@d.ru", "@", "", "a@b.ru\nDATA"], ids=repr)
def test_address_cannot_become_a_command(smtp_script: Any, serve: Serve, account_at: AccountAt, address: str) -> None:
    server = serve(smtp_script)
    with SmtpConnection(account_at(server.port)) as connection:
        assert connection.send(SENDER, [address, IVAN], LETTER) == {address: (0, "Недопустимый почтовый адрес")}
    assert sum(line.startswith(b"RCPT") for line in server.lines) == 1


@pytest.mark.parametrize("address", ["\udcd0@mail.test", "и\ud800@почта.рф", "\udfff", "ivan@\udcd0.test"], ids=ascii)
def test_half_characters_in_an_address_are_refused_cleanly(
    smtp_script: Any, serve: Serve, account_at: AccountAt, address: str
) -> None:
    with SmtpConnection(account_at(serve(smtp_script).port)) as connection:
        assert connection.send(SENDER, [address, IVAN], LETTER) == {address: (0, "Недопустимый почтовый адрес")}
        with pytest.raises(MailError, match="недопустимый адрес отправителя"):
            connection.send(address, [IVAN], LETTER, smtputf8=True)


@pytest.mark.parametrize("verb", ["MAIL", "RCPT", "END"])
def test_an_interrupted_session_is_not_used_again(
    smtp_script: Any, serve: Serve, account_at: AccountAt, verb: str
) -> None:
    smtp_script.replies[verb] = [b"<silence>"]
    server = serve(smtp_script)
    session = SmtpSession(account_at(server.port))

    async def interrupted() -> None:
        sending = asyncio.ensure_future(session.send(SealedEnvelope(SENDER, [IVAN], LETTER)))
        while not any(line.startswith(b"DATA" if verb == "END" else verb.encode()) for line in server.lines):
            await asyncio.sleep(0.01)
        await asyncio.sleep(0.05)
        sending.cancel()
        await sending

    # This is what loop.run() does on Ctrl+C.
    with pytest.raises(asyncio.CancelledError):
        asyncio.run(interrupted())
    assert not session.is_open


def test_starttls_is_used_when_offered(
    smtp_script: Any,
    serve: Serve,
    account_at: AccountAt,
    server_tls: ssl.SSLContext,
    trusting: TlsPolicy,
    verbs: Verbs,
) -> None:
    smtp_script.extensions += ["STARTTLS", "AUTH PLAIN"]
    server = serve(smtp_script, server_tls)
    account = account_at(server.port, "starttls-if-offered", Credentials("ivan", "secret"), trusting)
    with SmtpConnection(account) as connection:
        connection.send(SENDER, [IVAN], LETTER)
    assert verbs(server)[:4] == ["EHLO", "STARTTLS", "EHLO", "AUTH"]


def test_starttls_that_is_not_offered_is_an_error_when_demanded(
    smtp_script: Any, serve: Serve, account_at: AccountAt
) -> None:
    server = serve(smtp_script)
    with pytest.raises(MailError, match="не предлагает STARTTLS") as caught:
        SmtpConnection(account_at(server.port, "starttls")).open()
    assert caught.value.step == "tls"
    with SmtpConnection(account_at(server.port, "starttls-if-offered")) as connection:
        assert connection.send(SENDER, [IVAN], LETTER) == {}


def test_implicit_tls_with_a_trusted_certificate(
    smtp_script: Any,
    serve: Serve,
    account_at: AccountAt,
    server_tls: ssl.SSLContext,
    certificate: tuple[Path, Path],
) -> None:
    server = serve(smtp_script, server_tls)
    server.implicit_tls = True
    policy = TlsPolicy(ca_file=str(certificate[0]))
    with SmtpConnection(account_at(server.port, "tls", tls=policy, host="localhost")) as connection:
        assert connection.send(SENDER, [IVAN], LETTER) == {}


def test_untrusted_certificate_is_refused_with_advice(
    smtp_script: Any,
    serve: Serve,
    account_at: AccountAt,
    server_tls: ssl.SSLContext,
    tmp_path: Path,
    other_authority: Path,
) -> None:
    server = serve(smtp_script, server_tls)
    server.implicit_tls = True
    policy = TlsPolicy(ca_file=str(other_authority))
    with pytest.raises(MailError) as caught:
        SmtpConnection(account_at(server.port, "tls", tls=policy, host="localhost")).open()
    assert caught.value.step == "tls"
    assert "сертификат" in caught.value.message
    assert "удостоверяющего центра" in caught.value.hint


def test_tls_towards_a_plain_port_is_explained(smtp_script: Any, serve: Serve, account_at: AccountAt) -> None:
    server = serve(smtp_script)
    with pytest.raises(MailError) as caught:
        SmtpConnection(account_at(server.port, "tls")).open()
    assert caught.value.step == "tls"
    assert "выключите SSL" in caught.value.hint


def test_many_letters_go_in_order_through_few_connections(
    smtp_script: Any, serve: Serve, account_at: AccountAt
) -> None:
    server = serve(smtp_script)
    made: list[int] = []

    def letter(number: int) -> Envelope:
        def data() -> bytes:
            made.append(number)
            return b"Subject: %d\r\n\r\n\r\n" % number

        return Envelope(SENDER, [f"user{number}@mail.test"], data)

    outcomes = send_many(account_at(server.port), (letter(number) for number in range(50)), connections=3)
    assert [outcome.error for outcome in outcomes] == [None] * 50
    assert server.clients == 3
    assert sorted(made) == list(range(50))
    assert len(smtp_script.letters) == 50


def test_one_letters_failure_does_not_stop_the_others(smtp_script: Any, serve: Serve, account_at: AccountAt) -> None:
    smtp_script.replies["MAIL"] = [b"250 ok\r\n", b"554 spam\r\n"]
    smtp_script.replies["RCPT"] = [b"550 no\r\n"]
    server = serve(smtp_script)
    letters = [Envelope(SENDER, [IVAN], LETTER) for _ in range(4)]
    outcomes = send_many(account_at(server.port), letters, connections=1)
    assert outcomes[0].refused == {IVAN: (550, "no")}
    assert outcomes[1].error is not None
    assert outcomes[1].error.code == 554
    assert [outcome.error for outcome in outcomes[2:]] == [None, None]


def test_letter_that_cannot_be_written_does_not_stop_the_others(
    smtp_script: Any, serve: Serve, account_at: AccountAt
) -> None:
    server = serve(smtp_script)
    spoilt = Envelope(SENDER, [IVAN], lambda: compose(Letter(subject="a\r\nBcc: b")))
    outcomes = send_many(account_at(server.port), [spoilt, Envelope(SENDER, [IVAN], LETTER)], connections=1)
    assert "перевод строки" in str(outcomes[0].error)
    assert outcomes[1].error is None


def test_no_letters_need_no_connection(account_at: AccountAt) -> None:
    assert send_many(account_at(1), []) == []


def test_first_connection_must_succeed(account_at: AccountAt) -> None:
    with pytest.raises(MailError, match="отказано"):
        send_many(account_at(1), [Envelope(SENDER, [IVAN], LETTER)])


def test_server_that_allows_few_connections_gets_everything_through_them(
    smtp_script: Any, serve: Serve, account_at: AccountAt
) -> None:
    def one_client(peer: Any) -> None:
        if peer.server.clients > 1:
            peer.answer(b"421 4.7.0 too many connections\r\n")
            return
        smtp_script(peer)

    server = serve(one_client)
    letters = [Envelope(SENDER, [IVAN], LETTER) for _ in range(10)]
    outcomes = send_many(account_at(server.port), letters, connections=4)
    assert [outcome.error for outcome in outcomes] == [None] * 10
    assert len(smtp_script.letters) == 10


def test_server_that_dies_costs_few_reconnections(smtp_script: Any, serve: Serve, account_at: AccountAt) -> None:
    def dying(peer: Any) -> None:
        if peer.server.clients > 1:
            peer.answer(b"421 going down\r\n")
            return
        smtp_script(peer)

    smtp_script.replies["MAIL"] = [b"250 ok\r\n", b"<drop>"]
    server = serve(dying)
    letters = [Envelope(SENDER, [IVAN], LETTER) for _ in range(30)]
    outcomes = send_many(account_at(server.port), letters, connections=1)
    assert outcomes[0].error is None
    assert all(outcome.error is not None for outcome in outcomes[1:])
    assert server.clients < 6


def test_aiosmtpd_takes_our_letters(account_at: AccountAt) -> None:
    taken: list[tuple[str | None, list[str], bytes]] = []

    class Handler:
        async def handle_DATA(self, server: SMTP, session: Session, envelope: Taken) -> str:  # noqa: N802
            assert isinstance(envelope.content, bytes)
            taken.append((envelope.mail_from, envelope.rcpt_tos, envelope.content))
            return "250 taken"

    async def serve_and_send() -> None:
        loop = asyncio.get_running_loop()
        listener = await loop.create_server(lambda: SMTP(Handler(), enable_SMTPUTF8=True), "127.0.0.1", 0)
        port = listener.sockets[0].getsockname()[1]
        outcomes = await loop.run_in_executor(
            None, send_many, account_at(port), [Envelope(SENDER, ["иван@почта.рф"], LETTER)]
        )
        assert outcomes[0].error is None
        listener.close()
        await listener.wait_closed()

    asyncio.run(serve_and_send())
    assert taken == [(SENDER, ["иван@xn--80a1acny.xn--p1ai"], LETTER)]


SENDING = """
import sys
from stdlib.mail.accounts import Endpoint, ServerAccount, TlsPolicy
from stdlib.mail.smtp import SmtpConnection

port, authorities, ending = int(sys.argv[1]), sys.argv[2], sys.argv[3]
account = ServerAccount(Endpoint("localhost", port, "tls"), tls=TlsPolicy(ca_file=authorities))
connection = SmtpConnection(account)
connection.open()
connection.send("maria@mail.test", ["ivan@mail.test"], b"Subject: x\\r\\n\\r\\n")
getattr(connection, ending, lambda: None)()
"""


@pytest.mark.parametrize("ending", ["close", "abandon", "nothing"])
def test_a_process_ends_without_a_word_while_the_server_keeps_its_end_open(
    smtp_script: Any, serve: Serve, server_tls: ssl.SSLContext, certificate: tuple[Path, Path], ending: str
) -> None:
    def slow_to_leave(peer: Any) -> None:
        smtp_script(peer)
        peer.server.stopped.wait(30)

    server = serve(slow_to_leave, server_tls)
    server.implicit_tls = True
    command = [sys.executable, "-W", "error", "-c", SENDING, str(server.port), str(certificate[0]), ending]
    done = subprocess.run(command, capture_output=True, text=True, timeout=20)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert len(smtp_script.letters) == 1

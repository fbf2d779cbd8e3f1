"""What the user is told when mail fails."""

from __future__ import annotations

import errno
import socket
import ssl

import pytest

from stdlib.mail.accounts import Credentials, Endpoint, Security, ServerAccount, TlsPolicy
from stdlib.mail.diagnosis import clean_reply, failure, login_hint, refusal
from stdlib.mail.errors import MailError
from stdlib.mail.tls import tls_context


def account(host: str = "mail.test", port: int = 465, security: Security = "tls") -> ServerAccount:
    return ServerAccount(Endpoint(host, port, security), Credentials("ivan@mail.test", "секрет"))


def tls_error(reason: str) -> ssl.SSLError:
    error = ssl.SSLError(1, f"[SSL: {reason}] wrong version number")
    error.reason = reason
    return error


def certificate_error(message: str, code: int) -> ssl.SSLCertVerificationError:
    """As OpenSSL tells it: its words and its X509_V_ERR_…"""
    error = ssl.SSLCertVerificationError(1, "certificate verify failed")
    error.verify_message, error.verify_code = message, code
    return error


@pytest.mark.parametrize(
    ("problem", "source", "said", "advised"),
    [
        (ConnectionRefusedError(111, "refused"), account(), "в соединении отказано", "обычные порты"),
        (ConnectionRefusedError(111, "refused"), account("localhost"), "отказано", "никто не слушает порт 465"),
        (socket.gaierror(-2, "unknown"), account(), "«mail.test» не найден", "имя сервера"),
        (TimeoutError(), account(), "время ожидания истекло", "сетевой экран"),
        (TimeoutError(), account(security="none"), "время ожидания истекло", "Порт 465 ждёт TLS с первого байта"),
        (TimeoutError(), account(port=5993, security="starttls"), "время ожидания истекло", "ждёт на этом порту TLS"),
        (ConnectionResetError(104, "reset"), account(port=993, security="starttls"), "оборвал", "Порт 993 ждёт TLS"),
        (ConnectionResetError(104, "reset"), account(), "сервер оборвал соединение", ""),
        (EOFError(), account(), "сервер оборвал соединение", ""),
        (tls_error("WRONG_VERSION_NUMBER"), account(port=587), "не по TLS", "укажите порт 465"),
        (tls_error("WRONG_VERSION_NUMBER"), account(port=143), "не по TLS", "укажите порт 993"),
        (certificate_error("self-signed certificate", 18), account(), "самоподписанный", "удостоверяющего центра"),
        (certificate_error("Hostname mismatch, not valid for", 62), account(), "другого", "не для имени «mail.test»"),
        (certificate_error("certificate has expired", 10), account(), "действия истёк", "проверьте дату"),
        (OSError(errno.ENETUNREACH, "Network is unreachable"), account(), "сеть недоступна", ""),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else "",
)  # fmt: skip
def test_failure_says_what_and_where_and_advises(
    problem: Exception, source: ServerAccount, said: str, advised: str
) -> None:
    error = failure(source, "connect", problem)
    assert error.server == source.endpoint.name
    assert source.endpoint.name in error.message
    assert said in error.message
    assert advised in error.hint
    assert bool(advised) == bool(error.hint)


def test_certificate_failure_belongs_to_the_tls_step() -> None:
    error = failure(account(), "connect", certificate_error("expired", 10))
    assert error.step == "tls"
    assert error.message.startswith("Не удалось установить защищённое соединение с сервером mail.test:465")


def test_reason_behind_a_library_error_is_told() -> None:
    try:
        try:
            raise ConnectionRefusedError(111, "refused")
        except OSError as cause:
            raise ConnectionError("library text") from cause
    except ConnectionError as wrapped:
        assert "в соединении отказано" in failure(account(), "connect", wrapped).message


def test_refusal_keeps_the_reply_verbatim() -> None:
    error = refusal(account(), "login", "5.7.8 Authentication failed: bad password", 535)
    assert error.reply == "5.7.8 Authentication failed: bad password"
    assert error.code == 535
    assert str(error) == "Не удалось войти на сервер mail.test:465: 535 5.7.8 Authentication failed: bad password"


def test_password_repeated_by_the_server_is_hidden() -> None:
    assert "секрет" not in str(refusal(account(), "login", "bad password 'секрет'", 535))


def test_error_without_reply_is_its_message() -> None:
    assert str(MailError("send", "h:1", "Не удалось")) == "Не удалось"


@pytest.mark.parametrize(
    ("reply", "clean"),
    [
        ("b'[AUTHENTICATIONFAILED] Invalid credentials'", "[AUTHENTICATIONFAILED] Invalid credentials"),
        ("select failed: Mailbox doesn't exist", "Mailbox doesn't exist"),
        ("SEARCH command error: BAD [b'Unknown key']", "BAD [Unknown key]"),
        ("Нет такого ящика".encode().decode("ascii", "surrogateescape"), "Нет такого ящика"),
        ("Неверный пароль".encode("koi8-r"), "Неверный пароль"),
        ("plain words", "plain words"),
        ("\x1b]0;x\x07no\u202e", "�]0;x�no�"),
        (b"\x1b[31mno\tsuch\xc2\x9bm\nbox", "�[31mno such�m\nbox"),
        ("NO b'\\x1b[2Jno'", "NO �[2Jno"),
    ],
    ids=["imaplib", "imapclient", "bad", "surrogates", "bytes", "plain", "terminal", "terminal bytes", "terminal repr"],
)
def test_reply_is_freed_of_the_libraries_wrapping(reply: str | bytes, clean: str) -> None:
    assert clean_reply(reply) == clean


@pytest.mark.parametrize(
    ("host", "advice"),
    [
        ("smtp.yandex.ru", "пароль приложения"),
        ("imap.mail.ru", "пароль для внешнего приложения"),
        ("smtp.gmail.com", "двухэтапная"),
        ("outlook.office365.com", "OAuth"),
        ("mail.test", "Проверьте имя пользователя и пароль"),
    ],
)
def test_refused_login_is_explained_by_the_provider(host: str, advice: str) -> None:
    assert advice in login_hint(account(host))


@pytest.mark.parametrize("host", ["mail.test", "localhost", "127.0.0.1"])
def test_certificates_are_verified_unless_told_otherwise(host: str) -> None:
    assert tls_context(account(host)).verify_mode == ssl.CERT_REQUIRED
    assert tls_context(account(host)).check_hostname
    trusting = ServerAccount(Endpoint("mail.test", 465), tls=TlsPolicy(verify=False))
    assert tls_context(trusting).verify_mode == ssl.CERT_NONE


def test_missing_file_of_authorities_is_named() -> None:
    broken = ServerAccount(Endpoint("mail.test", 465), tls=TlsPolicy(ca_file="/nowhere/ca.pem"))
    with pytest.raises(MailError) as caught:
        tls_context(broken)
    assert "/nowhere/ca.pem" in caught.value.message

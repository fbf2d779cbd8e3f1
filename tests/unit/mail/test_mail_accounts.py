"""Data of accounts: no secret gets out of them."""

from __future__ import annotations

import base64

import pytest

from stdlib.mail.accounts import Credentials, Endpoint, ServerAccount, Timeouts, TlsPolicy


def test_repr_shows_no_secret() -> None:
    account = ServerAccount(Endpoint("mail.test", 465, "tls"), Credentials("ivan", "пароль", "plain", "token-value"))
    assert "ivan" in repr(account)
    assert "пароль" not in repr(account)
    assert "token-value" not in repr(account)


def test_defaults_are_careful() -> None:
    account = ServerAccount(Endpoint("mail.test", 25))
    assert account.tls == TlsPolicy(verify=True, ca_file=None)
    assert account.timeouts == Timeouts(30.0, 30.0)
    assert account.endpoint.security == "starttls-if-offered"
    assert not account.clear_text_login


@pytest.mark.parametrize(
    ("host", "loopback"),
    [
        ("localhost", True),
        ("LOCALHOST.", True),
        ("127.0.0.1", True),
        ("127.9.9.9", True),
        ("::1", True),
        ("mail.test", False),
        ("10.0.0.1", False),
        ("localhost.mail.test", False),
        ("", False),
    ],
)
def test_loopback_is_told_from_the_network(host: str, loopback: bool) -> None:
    assert Endpoint(host, 25).is_loopback is loopback


def test_endpoint_is_named_by_host_and_port() -> None:
    assert Endpoint("mail.test", 25).name == "mail.test:25"
    assert Endpoint("::1", 25).name == "[::1]:25"


def test_cyrillic_host_goes_to_dns_in_punycode() -> None:
    assert Endpoint("почта.рф", 25).wire_host == "xn--80a1acny.xn--p1ai"
    assert Endpoint("я" * 70 + ".рф", 25).wire_host == "я" * 70 + ".рф"


@pytest.mark.parametrize(
    ("credentials", "anonymous"),
    [
        (Credentials(), True),
        (Credentials("ivan", "secret", "anonymous"), True),
        (Credentials("ivan"), False),
        (Credentials(token="abc"), False),
    ],
)
def test_nobody_is_anonymous(credentials: Credentials, anonymous: bool) -> None:
    assert credentials.is_anonymous is anonymous


def test_secrets_are_taken_out_of_replies() -> None:
    credentials = Credentials("ivan", "секрет", token="abc-token")
    plain = base64.b64encode("\0ivan\0секрет".encode()).decode()
    reply = f"501 bad command AUTH PLAIN {plain}, секрет, {base64.b64encode('секрет'.encode()).decode()} abc-token"
    assert credentials.redact(reply) == "501 bad command AUTH PLAIN ***, ***, *** ***"


@pytest.mark.parametrize(
    ("credentials", "sent"),
    [
        (Credentials("ivan", 'pa"ss\\w'), '"pa\\"ss\\\\w"'),
        (Credentials("ivan", 'pa"ss\\w'), repr(b'pa"ss\\w')[2:-1]),
        (Credentials("ivan", "пароль"), repr("пароль".encode())[2:-1]),
        (Credentials("ivan", "ab"), base64.b64encode(b"\0ivan\0ab").decode()),
        (Credentials("ivan", "secret"), base64.b64encode(b"secret").decode()),
        (Credentials("ivan", "secret1"), base64.b64encode(b"secret1").decode().rstrip("=")),
        (
            Credentials("u@x", mechanism="xoauth2", token="abc-token"),
            base64.b64encode(b"user=u@x\x01auth=Bearer abc-token\x01\x01").decode(),
        ),
    ],
)
def test_secrets_are_found_however_they_were_sent(credentials: Credentials, sent: str) -> None:
    redacted = credentials.redact(f"BAD what is {sent} for?")
    assert redacted.replace('"', "").replace("=", "") == "BAD what is *** for?"

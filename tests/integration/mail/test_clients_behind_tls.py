"""Our clients and our server behind TLS and with fixed accounts: they trust that server's certificate and no other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sandbox.server import Sandbox
from stdlib.mail.accounts import Credentials, Mechanism, Security, ServerAccount, TlsPolicy
from stdlib.mail.errors import MailError
from stdlib.mail.imap import ImapConnection
from stdlib.mail.pop3 import Pop3Connection
from stdlib.mail.smtp import SmtpConnection

AccountAt = Callable[..., ServerAccount]
USER, PASSWORD = "ivan@mail.test", "secret"
CYRILLIC_USER, CYRILLIC_PASSWORD = "иван@почта.рф", "Пароль Ивана №1"
LETTER = b"Subject: x\r\n\r\nbody\r\n"
SECURITIES = ("tls", "starttls", "starttls-if-offered")


@pytest.fixture
def secure(tmp_path: Path) -> Iterator[Sandbox]:
    accounts = tmp_path / "accounts.toml"
    known = ((USER, PASSWORD), (CYRILLIC_USER, CYRILLIC_PASSWORD))
    accounts.write_text("".join(f'["{user}"]\npassword = "{word}"\n' for user, word in known), "utf-8")
    with Sandbox(tmp_path / "mail", starttls=True, accounts=accounts) as running:
        yield running


def port(sandbox: Sandbox, protocol: str, security: Security) -> int:
    place: tuple[str, int] = getattr(sandbox, protocol + ("s" if security == "tls" else ""))
    return place[1]


def there(sandbox: Sandbox, account_at: AccountAt, protocol: str, security: Security, **more: object) -> ServerAccount:
    settings = {"tls": TlsPolicy(ca_file=sandbox.certificate), "credentials": Credentials(USER, PASSWORD), **more}
    return account_at(port(sandbox, protocol, security), security, **settings)


@pytest.mark.parametrize("security", SECURITIES)
def test_a_letter_goes_all_the_way(secure: Sandbox, account_at: AccountAt, security: Security) -> None:
    smtp = SmtpConnection(there(secure, account_at, "smtp", security))
    smtp.open()
    assert smtp.send("m@mail.test", [USER], LETTER) == {}
    smtp.close()
    pop3 = Pop3Connection(there(secure, account_at, "pop3", security))
    pop3.open()
    assert b"with ESMTPSA;" in pop3.retrieve(1) and pop3.retrieve(1).endswith(LETTER)
    pop3.close()
    imap = ImapConnection(there(secure, account_at, "imap", security))
    imap.open()
    assert imap.is_open
    imap.close()
    assert all(one.tls for one in secure.api.connections())


@pytest.mark.parametrize("protocol", ["smtp", "imap", "pop3"])
@pytest.mark.parametrize("security", SECURITIES)
def test_a_certificate_that_nobody_named_is_refused(
    secure: Sandbox, account_at: AccountAt, protocol: str, security: Security
) -> None:
    opened = {"smtp": SmtpConnection, "imap": ImapConnection, "pop3": Pop3Connection}[protocol]
    with pytest.raises(MailError, match="сертификат"):
        opened(there(secure, account_at, protocol, security, tls=TlsPolicy())).open()


@pytest.mark.parametrize(
    ("protocol", "mechanism"),
    [
        *((name, way) for name in ("smtp", "imap", "pop3") for way in ("auto", "plain", "cram-md5", "xoauth2")),
        ("smtp", "login"), ("imap", "login"), ("pop3", "apop"),
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    ("user", "secret"), [(USER, PASSWORD), (CYRILLIC_USER, CYRILLIC_PASSWORD)], ids=["latin", "cyrillic"]
)
def test_each_way_to_log_in_is_checked(
    secure: Sandbox, account_at: AccountAt, protocol: str, mechanism: Mechanism, user: str, secret: str
) -> None:
    opened = {"smtp": SmtpConnection, "imap": ImapConnection, "pop3": Pop3Connection}[protocol]
    for password, right in ((secret, True), (secret + "!", False)):
        token = password if mechanism == "xoauth2" else ""
        known = Credentials(user, "" if token else password, mechanism, token)
        connection = opened(there(secure, account_at, protocol, "tls", credentials=known))
        if protocol == "imap" and mechanism == "login" and not user.isascii():
            # LOGIN of IMAP has no way to say it (RFC 3501).
            with pytest.raises(MailError, match="только на латинице"):
                connection.open()
        elif right:
            connection.open()
            connection.close()
        else:
            with pytest.raises(MailError):
                connection.open()

"""Accounts that are fixed in a file: their passwords count, others do not exist, and there may be limits."""

from __future__ import annotations

import hashlib
import hmac
import imaplib
import poplib
import smtplib
import socket
from base64 import b64decode, b64encode
from collections.abc import Iterator
from pathlib import Path

import pytest

from sandbox.account_file import AccountFileError, FixedAccount, read_accounts
from sandbox.limits import Limits
from sandbox.server import Sandbox
from support.mail_clients import LETTER, USER, smtp, talk
from support.tagged_lines import TaggedLines

FILE = f"""
["{USER}"]
password = "тайна"
quota = 5_000

["Anna@Example.com"]
password = "secret"
"""
ANNA = "anna@example.com"


@pytest.fixture
def sandbox(tmp_path: Path) -> Iterator[Sandbox]:
    file = tmp_path / "accounts.toml"
    file.write_text(FILE, "utf-8")
    with Sandbox(accounts=file) as running:
        yield running


def test_smtp_checks_each_mechanism(sandbox: Sandbox) -> None:
    for mechanism in ("auth_plain", "auth_login", "auth_cram_md5"):
        name = mechanism.removeprefix("auth_").replace("_", "-").upper()
        for password, code in (("secret", 235), ("wrong", 535)):
            with smtp(sandbox) as client:
                client.ehlo()
                client.user, client.password = ANNA, password
                try:
                    answer = client.auth(name, getattr(client, mechanism))[0]
                except smtplib.SMTPAuthenticationError as error:
                    answer = error.smtp_code
            assert answer == code, (mechanism, password)


@pytest.mark.parametrize(("token", "codes"), [("secret", [b"235"]), ("wrong", [b"334", b"535"])])
def test_smtp_checks_a_token(sandbox: Sandbox, token: str, codes: list[bytes]) -> None:
    initial = b64encode(f"user={ANNA}\1auth=Bearer {token}\1\1".encode())
    answers = talk(sandbox.smtp, b"EHLO me", b"AUTH XOAUTH2 " + initial, *([b""] if len(codes) > 1 else []), b"QUIT")
    assert [line[:3] for line in answers if line[:3] in (b"235", b"334", b"535")] == codes


def test_imap_checks_passwords(sandbox: Sandbox) -> None:
    with TaggedLines(sandbox.imap, "anna", "secret") as client:
        assert client.ask("SELECT INBOX")[-1].startswith("t OK")
    for user, password in ((ANNA, "wrong"), ("maria@example.com", "secret"), (ANNA, ""), ("", "secret")):
        with imaplib.IMAP4(*sandbox.imap) as client, pytest.raises(imaplib.IMAP4.error):
            client.login(f'"{user}"', password)


def test_pop3_checks_passwords_and_digests(sandbox: Sandbox) -> None:
    client = poplib.POP3(*sandbox.pop3, timeout=60)
    with pytest.raises(poplib.error_proto, match="AUTH"):
        client.apop(ANNA, "wrong")
    assert client.apop(ANNA, "secret").startswith(b"+OK")
    client.quit()
    client = poplib.POP3(*sandbox.pop3, timeout=60)
    client.user(ANNA)
    with pytest.raises(poplib.error_proto, match="AUTH"):
        client.pass_("wrong")
    client.user(ANNA)
    assert client.pass_("secret").startswith(b"+OK")
    client.quit()


def test_cram_md5_by_pop3(sandbox: Sandbox) -> None:
    with socket.create_connection(sandbox.pop3, timeout=60) as client:
        lines = client.makefile("rb")
        lines.readline()
        client.sendall(b"AUTH CRAM-MD5\r\n")
        challenge = b64decode(lines.readline()[2:])
        digest = hmac.new("тайна".encode(), challenge, hashlib.md5).hexdigest()
        client.sendall(b64encode(f"{USER} {digest}".encode()) + b"\r\n")
        assert lines.readline().startswith(b"+OK")
        lines.close()


def test_whoever_guesses_passwords_is_sent_away(tmp_path: Path) -> None:
    file = tmp_path / "accounts.toml"
    file.write_text(FILE, "utf-8")
    with Sandbox(accounts=file, limits=Limits(failed_logins=3)) as sandbox:
        smtp_lines = talk(sandbox.smtp, b"EHLO me", *[b"AUTH PLAIN AGEAYg=="] * 9)
        assert [line[:3] for line in smtp_lines if line[:1] in b"45"] == [b"535", b"535", b"421"]
        pop3_lines = talk(sandbox.pop3, *[b"USER ivan", b"PASS x"] * 9)
        assert len([line for line in pop3_lines if line.startswith(b"-ERR [AUTH]")]) == 3
        imap_lines = talk(sandbox.imap, *[b"a LOGIN ivan x"] * 9)
        assert len([line for line in imap_lines if line.startswith(b"a NO")]) == 3
        assert any(line.startswith(b"* BYE") for line in imap_lines)


def test_unknown_recipients_are_refused_and_make_no_account(sandbox: Sandbox) -> None:
    with smtp(sandbox) as client:
        refused = client.sendmail("a@b.ru", ["ANNA@EXAMPLE.COM", "nobody@example.com"], LETTER)
    assert refused == {"nobody@example.com": (550, b"5.1.1 no such mailbox")}
    assert sandbox.api.accounts() == [ANNA, USER]


def test_a_letter_beyond_the_quota_is_refused(sandbox: Sandbox) -> None:
    with smtp(sandbox) as client:
        client.sendmail("a@b.ru", [USER], LETTER + b"x" * 3000)
        # The client says the size, so it is refused before it was sent; otherwise behind it.
        with pytest.raises(smtplib.SMTPRecipientsRefused, match="552"):
            client.sendmail("a@b.ru", [USER], LETTER + b"x" * 3000)
        client.sendmail("a@b.ru", [ANNA], LETTER + b"x" * 300_000)
        client.ehlo()
        assert client.mail("a@b.ru")[0] == client.rcpt(USER)[0] == 250
        assert client.data(LETTER + b"x" * 3000)[0] == 552
    assert len(sandbox.arrivals()) == 2


def test_imap_tells_and_keeps_the_quota(sandbox: Sandbox) -> None:
    with TaggedLines(sandbox.imap, USER, '"тайна"') as client:
        assert client.ask("GETQUOTAROOT INBOX")[:2] == ['* QUOTAROOT "INBOX" ""', '* QUOTA "" (STORAGE 0 4)']
        raw = b"Subject: x\r\n\r\n" + b"y" * 3000
        literal = f"{{{len(raw)}+}}\r\n".encode() + raw
        assert client.ask(b"APPEND INBOX " + literal)[-1].startswith("t OK")
        assert client.ask('GETQUOTA ""')[0] == '* QUOTA "" (STORAGE 3 4)'
        assert client.ask(b"APPEND INBOX " + literal)[-1].startswith("t NO [OVERQUOTA]")
        client.ask("SELECT INBOX")
        assert client.ask("COPY 1 Archive")[-1].startswith("t NO [OVERQUOTA]")
        # Moving takes no more room.
        assert client.ask("MOVE 1 Archive")[-1].startswith("t OK")
        assert client.ask('SETQUOTA "" (STORAGE 100)')[-1].startswith("t NO")
    with TaggedLines(sandbox.imap, ANNA, "secret") as client:
        assert client.ask("GETQUOTAROOT INBOX")[:-1] == ['* QUOTAROOT "INBOX"']
        assert client.ask('GETQUOTA ""')[-1].startswith("t NO")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "ни одной"), ("[x\ny=1", "испорчен.*в строке 1"), ("[ivan]\npassword='x'", "полным адресом"),
        ("'a@b' = 1", "не раздел"),
        ("['a@b']", "пароль"), ("['a@b']\npassword=''", "пароль"), ("['a@b']\npassword='x'\nquota=-1", "quota"),
        ("['a@b']\npassword='x'\nquota=true", "quota"), ("['a@b']\npassword='x'\nlimit=1", "limit"),
    ],
)  # fmt: skip
def test_a_file_that_makes_no_sense_is_told(tmp_path: Path, text: str, reason: str) -> None:
    file = tmp_path / "accounts.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(AccountFileError, match=reason):
        Sandbox(accounts=file).start()
    with pytest.raises(AccountFileError, match="не открывается"):
        read_accounts(tmp_path / "missing.toml")


def test_passwords_are_not_in_what_python_shows() -> None:
    assert "тайна" not in repr(FixedAccount("a@b", "тайна"))

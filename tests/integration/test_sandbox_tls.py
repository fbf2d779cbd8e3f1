"""The sandbox behind TLS: from the first octet, and by STARTTLS where it is asked for."""

from __future__ import annotations

import contextlib
import gc
import imaplib
import os
import poplib
import shutil
import smtplib
import socket
import ssl
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from interpreter.cli.arguments import main
from sandbox.boxes import Boxes
from sandbox.server import Sandbox
from sandbox.tls import Tls
from support.mail_clients import LETTER, USER, talk


@pytest.fixture
def sandbox(tmp_path: Path) -> Iterator[Sandbox]:
    with Sandbox(tmp_path, starttls=True) as running:
        yield running


def trusting(sandbox: Sandbox) -> ssl.SSLContext:
    context = ssl.create_default_context(cafile=sandbox.certificate)
    # What Python 3.13 asks for by itself.
    context.verify_flags |= ssl.VERIFY_X509_STRICT
    return context


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1"])
def test_smtp_by_tls_from_the_first_octet(sandbox: Sandbox, host: str) -> None:
    with smtplib.SMTP_SSL(host, sandbox.smtps[1], context=trusting(sandbox), timeout=60) as client:
        client.ehlo()
        assert not client.has_extn("starttls")
        client.sendmail("a@b.ru", [USER], LETTER)
    assert b"with ESMTPS;" in Boxes(sandbox.store).raw(1)


def test_imap_and_pop3_by_tls_from_the_first_octet(sandbox: Sandbox) -> None:
    sandbox.store.deliver([USER], LETTER)
    with imaplib.IMAP4_SSL(*sandbox.imaps, ssl_context=trusting(sandbox), timeout=60) as imap:
        assert "STARTTLS" not in imap.capabilities
        imap.login(USER, "x")
        assert imap.select() == ("OK", [b"1"])
    pop3 = poplib.POP3_SSL(*sandbox.pop3s, context=trusting(sandbox), timeout=60)
    pop3.user(USER)
    pop3.pass_("x")
    assert pop3.stat()[0] == 1
    assert "STLS" not in pop3.capa()
    pop3.quit()


def test_smtp_turns_to_tls_and_forgets_what_was_said(sandbox: Sandbox) -> None:
    with smtplib.SMTP(*sandbox.smtp, timeout=60) as client:
        client.login("ivan", "x")
        assert client.has_extn("starttls")
        assert client.starttls(context=trusting(sandbox))[0] == 220
        assert client.docmd("MAIL FROM:<a@b.ru>")[0] == 503
        client.ehlo()
        assert not client.has_extn("starttls")
        assert client.docmd("STARTTLS")[0] == 454
        client.sendmail("a@b.ru", [USER], LETTER)
    assert b"with ESMTPS;" in Boxes(sandbox.store).raw(1)


def test_imap_turns_to_tls(sandbox: Sandbox) -> None:
    with imaplib.IMAP4(*sandbox.imap, timeout=60) as client:
        assert "STARTTLS" in client.capabilities
        assert client.starttls(trusting(sandbox))[0] == "OK"
        assert "STARTTLS" not in client.capabilities
        client.login(USER, "x")
        assert client.select()[0] == "OK"


def test_pop3_turns_to_tls(sandbox: Sandbox) -> None:
    client = poplib.POP3(*sandbox.pop3, timeout=60)
    assert "STLS" in client.capa()
    assert client.stls(trusting(sandbox)).startswith(b"+OK")
    client.user(USER)
    client.pass_("x")
    assert client.stat() == (0, 0)
    client.quit()


def test_a_large_letter_passes_through_tls(sandbox: Sandbox) -> None:
    raw = b"Subject: x\r\n\r\n" + (b"y" * 76 + b"\r\n") * 40_000
    with smtplib.SMTP_SSL(*sandbox.smtps, context=trusting(sandbox), timeout=60) as client:
        client.sendmail("a@b.ru", [USER], raw)
    with imaplib.IMAP4_SSL(*sandbox.imaps, ssl_context=trusting(sandbox), timeout=60) as imap:
        imap.login(USER, "x")
        imap.select()
        parts = imap.fetch("1", "(BODY[])")[1]
        assert isinstance(parts[0], tuple) and parts[0][1].endswith(raw)


@pytest.mark.parametrize(
    ("protocol", "before", "command"),
    [("smtp", b"EHLO x", b"STARTTLS"), ("imap", b"a NOOP", b"a STARTTLS"), ("pop3", b"CAPA", b"STLS")],
    ids=repr,
)
def test_commands_slipped_in_before_tls_end_the_connection(
    sandbox: Sandbox, protocol: str, before: bytes, command: bytes
) -> None:
    answers = talk(getattr(sandbox, protocol), before, command + b"\r\nNOOP")
    assert b"sent ahead" in answers[-1]


def test_starttls_is_not_offered_unless_asked_for() -> None:
    with Sandbox() as sandbox:
        with smtplib.SMTP(*sandbox.smtp, timeout=60) as client:
            client.ehlo()
            assert not client.has_extn("starttls")
            assert client.docmd("STARTTLS")[0] == 454
        assert sandbox.has_tls and sandbox.smtps[1] > 0


def test_a_sandbox_can_do_without_tls() -> None:
    with Sandbox(tls=False) as sandbox:
        assert not sandbox.has_tls
        with pytest.raises(RuntimeError):
            _ = sandbox.certificate
        with pytest.raises(KeyError):
            _ = sandbox.smtps
        assert talk(sandbox.smtp, b"QUIT")[0].startswith(b"220 ")


def test_the_certificate_is_made_once_and_its_key_is_private(tmp_path: Path) -> None:
    with Sandbox(tmp_path) as sandbox:
        assert not (tmp_path / "tls.pem").exists()
        first = Path(sandbox.certificate).read_text()
    with Sandbox(tmp_path) as sandbox:
        assert Path(sandbox.certificate).read_text() == first
    assert "PRIVATE" not in first and first.startswith("-----BEGIN CERTIFICATE-----")
    if os.name == "posix":
        assert (tmp_path / "tls.pem").stat().st_mode & 0o777 == 0o600
    assert sorted(path.name for path in tmp_path.glob("*.pem")) == ["certificate.pem", "tls.pem"]


def test_nobody_else_trusts_the_certificate(sandbox: Sandbox) -> None:
    with pytest.raises(ssl.SSLCertVerificationError):
        smtplib.SMTP_SSL(*sandbox.smtps, context=ssl.create_default_context(), timeout=60)


def test_many_who_want_the_certificate_at_once_get_the_same(tmp_path: Path) -> None:
    found = []

    def want() -> None:
        found.append(Path(Tls(str(tmp_path), "127.0.0.1").certificate()).read_text())

    threads = [threading.Thread(target=want) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8 and len(set(found)) == 1


@pytest.mark.parametrize("protocol", ["smtps", "imaps", "pop3s"])
def test_a_client_that_speaks_no_tls_is_its_own_trouble(
    sandbox: Sandbox, protocol: str, capfd: pytest.CaptureFixture[str]
) -> None:
    with (
        contextlib.suppress(ConnectionError),
        socket.create_connection(getattr(sandbox, protocol), timeout=60) as client,
    ):
        client.sendall(b"EHLO me\r\n")
        while client.recv(1000):
            pass
    with smtplib.SMTP_SSL(*sandbox.smtps, context=trusting(sandbox), timeout=60) as client:
        assert client.noop()[0] == 250
    sandbox.stop()
    gc.collect()
    assert capfd.readouterr() == ("", "")


def test_stopping_ends_connections_with_tls() -> None:
    sandbox = Sandbox().start()
    context = trusting(sandbox)
    clients = [
        context.wrap_socket(socket.create_connection(address, timeout=60), server_hostname="localhost")
        for address in (sandbox.smtps, sandbox.imaps, sandbox.pop3s)
    ]
    for client in clients:
        assert client.recv(1000)
    # And some in the middle of their handshake.
    clients += [socket.create_connection(sandbox.smtps, timeout=60) for _ in range(5)]
    sandbox.stop()
    for client in clients:
        with contextlib.suppress(OSError):
            assert client.recv(100) == b""
        client.close()
    assert "1cs mail" not in {thread.name for thread in threading.enumerate()}
    # A ResourceWarning would be an error here.
    gc.collect()


def test_a_broken_certificate_ends_connections_only(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "tls.pem").write_text("это не сертификат", "utf-8")
    with Sandbox(tmp_path) as sandbox:
        with pytest.raises(OSError):
            smtplib.SMTP_SSL(*sandbox.smtps, context=ssl.create_default_context(), timeout=60)
        assert talk(sandbox.smtp, b"QUIT")[-1].startswith(b"221")
    gc.collect()
    assert capfd.readouterr() == ("", "")


@pytest.mark.skipif(not shutil.which("openssl"), reason="no openssl")
@pytest.mark.parametrize("host", ["localhost", "127.0.0.1"])
def test_without_the_package_openssl_makes_the_certificate(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    monkeypatch.setattr("sandbox.certificate._has_cryptography", lambda: False)
    with Sandbox(tmp_path) as sandbox:
        assert sandbox.has_tls
        with smtplib.SMTP_SSL(host, sandbox.smtps[1], context=trusting(sandbox), timeout=60) as client:
            assert client.noop()[0] == 250
    assert (tmp_path / "tls.pem").stat().st_mode & 0o077 == 0


def test_with_neither_there_is_no_tls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sandbox.certificate._has_cryptography", lambda: False)
    monkeypatch.setenv("PATH", str(tmp_path))
    with Sandbox(tmp_path) as sandbox:
        assert not sandbox.has_tls
        assert talk(sandbox.smtp, b"QUIT")[0].startswith(b"220 ")


def test_an_openssl_that_fails_is_an_error_of_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sandbox.certificate._has_cryptography", lambda: False)
    program = tmp_path / "openssl"
    program.write_text("#!/bin/sh\nexit 1\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with Sandbox(tmp_path) as sandbox, pytest.raises(OSError, match="openssl"):
        _ = sandbox.certificate


def test_clients_that_take_leave_and_do_not_wait_are_no_failure_of_ours(
    sandbox: Sandbox, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(15):
        connection = socket.create_connection(sandbox.smtps, timeout=60)
        client = trusting(sandbox).wrap_socket(connection, server_hostname="localhost")
        assert client.recv(1000).startswith(b"220 ")
        client.sendall(b"QUIT\r\n")
        client.setblocking(False)
        # TLS's own farewell, without waiting for the other side's.
        with contextlib.suppress(ssl.SSLError, OSError):
            client.unwrap()
        client.close()
    with smtplib.SMTP_SSL(*sandbox.smtps, context=trusting(sandbox), timeout=60) as other:
        assert other.noop()[0] == 250
    sandbox.stop()
    # asyncio logs what callbacks raise.
    assert [record.getMessage() for record in caplog.records] == []


def test_an_account_whose_certificate_is_not_trusted_names_the_commands_that_help(
    sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ONECS_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("ONECS_MAIL_PASSWORD", "x")
    server = f"localhost:{sandbox.smtps[1]}/tls"
    account = ["mail", "account", "set", USER, "--smtp", server]
    assert main(account) == 0
    capsys.readouterr()
    assert main(["mail", "account", "test"]) == 1
    told = capsys.readouterr().err
    assert "сертификат сервера не прошёл проверку (" in told and "certificate" not in told
    assert f"    1cs {' '.join(account)} --ca-file ca.pem\n" in told
    assert f"    1cs {' '.join(account)} --no-verify\n" in told
    assert main([*account, "--no-verify"]) == 0
    assert main(["mail", "account", "test"]) == 0
    assert "вход выполнен" in capsys.readouterr().out


def test_an_account_that_fails_otherwise_is_told_nothing_of_certificates(
    sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ONECS_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("ONECS_MAIL_PASSWORD", "x")
    assert main(["mail", "account", "set", USER, "--smtp", f"localhost:{sandbox.smtp[1]}/tls"]) == 0
    assert main(["mail", "account", "test"]) == 1
    assert "--no-verify" not in capsys.readouterr().err

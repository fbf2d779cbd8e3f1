"""The sandbox and programs that others wrote: mbsync synchronises with it, curl sends, lists, fetches, deletes."""

from __future__ import annotations

import mailbox
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from sandbox.server import Sandbox
from stdlib.mail.mime.read import read_letter
from support.mail_clients import USER, compose, imap

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.servers

FOLDER = "Отчёты за ноябрь"
PASSWORD = "пароль №1"
SECURITY = ("none", "starttls", "tls")
with_security = pytest.mark.parametrize("security", SECURITY)


@pytest.fixture
def sandbox(tmp_path: Path) -> Iterator[Sandbox]:
    with Sandbox(tmp_path / "letters", starttls=True) as running:
        yield running


class Mbsync:
    """A channel between USER's boxes and Maildirs in a folder."""

    def __init__(self, sandbox: Sandbox, folder: Path, security: str, mechanism: str) -> None:
        self._settings = folder / "mbsyncrc"
        self.local = folder / "local"
        self.local.mkdir()
        host, port = sandbox.imaps if security == "tls" else sandbox.imap
        lines = [
            "IMAPStore far", f"Host {host}", f"Port {port}", f"User {USER}", f'Pass "{PASSWORD}"',
            f"SSLType {({'none': 'None', 'starttls': 'STARTTLS', 'tls': 'IMAPS'})[security]}",
            f"AuthMechs {mechanism}", "Timeout 20", f"CertificateFile {sandbox.certificate}", "",
            "MaildirStore near", f"Path {self.local}/", f"Inbox {self.local}/INBOX", "SubFolders Verbatim", "",
            "Channel all", "Far :far:", "Near :near:", "Patterns *", "Create Both", "Remove Both", "Expunge Both",
            "Sync All", f"SyncState {folder}/state-",
        ]  # fmt: skip
        self._settings.write_text("\n".join(lines) + "\n", "utf-8")

    def run(self) -> None:
        command = ["mbsync", "-c", str(self._settings), "-a"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stdout + done.stderr
        # What it says of new Maildirs and of a password in the clear is no trouble.
        said = [line for line in done.stderr.splitlines() if "Warning ***" not in line and "notice" not in line]
        assert said == []

    def box(self, name: str) -> mailbox.Maildir:
        return mailbox.Maildir(self.local / name, create=False)

    def subjects(self, name: str) -> list[str]:
        with_raw = [message.as_bytes() for message in self.box(name)]
        return sorted(read_letter(raw).head.subject for raw in with_raw)


def subjects(sandbox: Sandbox, folder: str = "INBOX") -> list[str]:
    return sorted(letter.subject for letter in sandbox.api.letters(USER, folder, count=1000))


def in_imap(name: str) -> str:
    """The name of a Maildir: mbsync leaves it in the modified UTF-7 of IMAP."""
    from imapclient.imap_utf7 import encode

    coded: bytes = encode(name)
    return coded.decode("ascii")


@with_security
def test_mbsync_takes_and_brings(sandbox: Sandbox, tmp_path: Path, security: str) -> None:
    for number in range(30):
        sandbox.api.put(USER, compose(f"Счёт № {number:02}", attachment=bytes(range(256))))
    with imap(sandbox) as client:
        client.create_folder(FOLDER)
        client.append(FOLDER, compose("В папке"))
    mbsync = Mbsync(sandbox, tmp_path, security, "LOGIN")
    mbsync.run()
    assert mbsync.subjects("INBOX") == [f"Счёт № {number:02}" for number in range(30)]
    assert mbsync.subjects(in_imap(FOLDER)) == ["В папке"]
    mbsync.box("INBOX").add(compose("Снизу вверх"))
    new = in_imap("Новая & папка")
    mailbox.Maildir(mbsync.local / new).add(compose("В новой папке"))
    mbsync.run()
    assert "Снизу вверх" in subjects(sandbox)
    assert subjects(sandbox, "Новая & папка") == ["В новой папке"]


@with_security
def test_mbsync_carries_flags_and_deletions_both_ways(sandbox: Sandbox, tmp_path: Path, security: str) -> None:
    for number in range(4):
        sandbox.api.put(USER, compose(f"Письмо {number}"))
    mbsync = Mbsync(sandbox, tmp_path, security, "PLAIN")
    mbsync.run()
    box = mbsync.box("INBOX")
    for key, message in box.items():
        if "0" in read_letter(message.as_bytes()).head.subject:
            message.set_flags("FRS")
            box[key] = message
        if "1" in read_letter(message.as_bytes()).head.subject:
            message.set_flags("ST")
            box[key] = message
    with imap(sandbox) as client:
        client.select_folder("INBOX")
        client.add_flags(client.search(["SUBJECT", "Письмо 2"], "UTF-8"), ["\\Deleted"])
        client.expunge()
        client.add_flags(client.search(["SUBJECT", "Письмо 3"], "UTF-8"), ["\\Flagged"])
    mbsync.run()
    assert subjects(sandbox) == mbsync.subjects("INBOX") == ["Письмо 0", "Письмо 3"]
    with imap(sandbox) as client:
        client.select_folder("INBOX")
        (uid,) = client.search(["SUBJECT", "Письмо 0"], "UTF-8")
        assert set(client.get_flags([uid])[uid]) - {b"\\Recent"} == {b"\\Seen", b"\\Flagged", b"\\Answered"}
    flags = {read_letter(each.as_bytes()).head.subject: each.get_flags() for each in mbsync.box("INBOX")}
    assert flags == {"Письмо 0": "FRS", "Письмо 3": "F"}


def test_mbsync_does_nothing_the_second_time(sandbox: Sandbox, tmp_path: Path) -> None:
    for number in range(200):
        sandbox.api.put(USER, compose(f"Письмо {number}"))
    mbsync = Mbsync(sandbox, tmp_path, "tls", "CRAM-MD5")
    mbsync.run()
    names, version = sorted(mbsync.box("INBOX").keys()), sandbox.api.last_number()
    mbsync.run()
    assert len(names) == 200
    assert (sorted(mbsync.box("INBOX").keys()), sandbox.api.last_number()) == (names, version)


def curl(sandbox: Sandbox, protocol: str, security: str, path: str, *options: str, auth: str = "") -> bytes:
    """What it prints; it is told to insist on TLS where there should be."""
    name = protocol + "s" * (security == "tls")
    port = getattr(sandbox, name)[1]
    command = ["curl", "-sS", "--max-time", "20", "--cacert", sandbox.certificate, "--user", f"{USER}:{PASSWORD}"]
    command += ["--ssl-reqd"] if security == "starttls" else []
    command += ["--login-options", f"AUTH={auth}"] if auth else []
    done = subprocess.run(
        [*command, *options, f"{name}://localhost:{port}/{path}"], capture_output=True, timeout=40, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@with_security
@pytest.mark.parametrize("auth", ["PLAIN", "LOGIN", "CRAM-MD5"])
def test_curl_sends(sandbox: Sandbox, tmp_path: Path, security: str, auth: str) -> None:
    raw = compose("От curl", attachment=bytes(range(256)) * 500)
    (tmp_path / "letter.eml").write_bytes(raw)
    upload = ("--mail-from", "maria@example.com", "--mail-rcpt", USER, "--upload-file", str(tmp_path / "letter.eml"))
    curl(sandbox, "smtp", security, "client.test", *upload, auth=auth)
    (letter,) = sandbox.api.letters(USER)
    assert sandbox.api.raw(letter.number).endswith(raw)
    protections = {line for line in sandbox.api.raw(letter.number).split(b"\r\n")[:4] if b"with ESMTP" in line}
    assert len(protections) == 1
    assert (b"with ESMTPSA" in protections.pop()) == (security != "none")


@with_security
@pytest.mark.parametrize("auth", ["PLAIN", "LOGIN", "CRAM-MD5", ""])
def test_curl_reads_by_imap(sandbox: Sandbox, security: str, auth: str) -> None:
    raw = compose("По IMAP", attachment=b"\r\n.\r\n" * 1000)
    sandbox.api.put(USER, raw)
    sandbox.api.put(USER, compose("Другое"))
    assert curl(sandbox, "imap", security, "INBOX;UID=1", auth=auth) == raw
    found = curl(sandbox, "imap", security, f"INBOX?{quote('SUBJECT IMAP')}", auth=auth)
    assert found.split() == [b"*", b"SEARCH", b"1"]


@pytest.mark.parametrize(("protocol", "path"), [("imap", "INBOX;UID=1"), ("pop3", "1")])
def test_curl_logs_in_with_a_token(sandbox: Sandbox, protocol: str, path: str) -> None:
    raw = compose("По токену")
    sandbox.api.put(USER, raw)
    assert curl(sandbox, protocol, "tls", path, "--oauth2-bearer", "токен", auth="XOAUTH2") == raw


@with_security
@pytest.mark.parametrize("auth", ["PLAIN", "LOGIN", "CRAM-MD5", "+APOP"])
def test_curl_reads_and_deletes_by_pop3(sandbox: Sandbox, security: str, auth: str) -> None:
    raw = compose("По POP3", body="Точки\n.\n..\n.конец")
    sandbox.api.put(USER, raw)
    assert curl(sandbox, "pop3", security, "", auth=auth).split() == [b"1", str(len(raw)).encode()]
    assert curl(sandbox, "pop3", security, "1", auth=auth) == raw
    curl(sandbox, "pop3", security, "1", "--list-only", "--request", "DELE", auth=auth)
    assert sandbox.api.letters(USER) == []


def test_curl_puts_a_letter_into_a_folder_and_lists_folders(sandbox: Sandbox, tmp_path: Path) -> None:
    raw = compose("В папку")
    (tmp_path / "letter.eml").write_bytes(raw)
    folder = in_imap(FOLDER)
    curl(sandbox, "imap", "tls", "", "--request", f'CREATE "{folder}"')
    curl(sandbox, "imap", "tls", quote(folder), "--upload-file", str(tmp_path / "letter.eml"))
    assert folder.encode() in curl(sandbox, "imap", "tls", "")
    assert subjects(sandbox, FOLDER) == ["В папку"]


@pytest.mark.parametrize("protocol", ["smtp", "imap", "pop3"])
def test_curl_refuses_a_certificate_it_was_not_told_to_trust(sandbox: Sandbox, protocol: str) -> None:
    port = getattr(sandbox, protocol + "s")[1]
    done = subprocess.run(["curl", "-sS", f"{protocol}s://localhost:{port}/"], capture_output=True, timeout=40)
    assert done.returncode == 60

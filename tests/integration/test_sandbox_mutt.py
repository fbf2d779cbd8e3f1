"""The sandbox and mutt: a mail program with its own code for SMTP, IMAP and POP3."""

from __future__ import annotations

import mailbox
import os
import select
import shutil
import subprocess
import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from sandbox.server import Sandbox
from stdlib.mail.mime.read import read_letter
from support.mail_clients import USER, compose

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from stdlib.mail.mime.read import ParsedLetter

pytestmark = [pytest.mark.servers, pytest.mark.skipif(not shutil.which("mutt"), reason="no mutt")]

PATIENCE = 60
PASSWORD = "пароль №1"
with_security = pytest.mark.parametrize("security", ["none", "starttls", "tls"])


@pytest.fixture
def sandbox(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> Iterator[Sandbox]:
    with Sandbox(tmp_path / "letters", starttls=True) as running:
        yield running
    # asyncio logs what goes wrong in callbacks.
    assert [record.getMessage() for record in caplog.records] == []


class Mutt:
    """With settings of its own, in a terminal of its own."""

    def __init__(self, sandbox: Sandbox, folder: Path, security: str) -> None:
        self._sandbox, self._secure = sandbox, security == "tls"
        self._settings = folder / "muttrc"
        self._environment = {**os.environ, "HOME": str(folder), "TERM": "xterm", "LANG": "C.UTF-8"}
        lines = [
            # Otherwise it asks whether to make one.
            f"set folder='{folder}'",
            'set mbox_type=mbox record="" confirmappend=no confirmcreate=no wait_key=no',
            "set quit=yes delete=yes move=no mark_old=no",
            f"set ssl_force_tls=no ssl_starttls={'yes' if security == 'starttls' else 'no'}",
            f"set certificate_file='{sandbox.certificate}'",
            "set charset=utf-8 send_charset=utf-8 from=maria@example.com use_envelope_from=yes sleep_time=0",
            f"set smtp_url='{self._url('smtp')}' smtp_pass='{PASSWORD}'",
            f"set imap_pass='{PASSWORD}' pop_pass='{PASSWORD}'",
        ]
        self._settings.write_text("\n".join(lines) + "\n", "utf-8")

    def send(self, subject: str, text: str, file: Path) -> None:
        command = ["mutt", "-n", "-F", str(self._settings), "-s", subject, "-a", str(file), "--", USER]
        done = subprocess.run(
            command, input=text.encode(), capture_output=True, env=self._environment, timeout=PATIENCE, check=False
        )
        assert (done.returncode, done.stderr) == (0, b"")

    def press(self, protocol: str, folder: str, keys: str) -> None:
        """Open a mailbox, press keys, wait for the end."""
        import pty

        place = self._url(protocol) + folder
        command = ["mutt", "-n", "-F", str(self._settings), "-f", place, "-e", f'push "{keys}"']
        master, slave = pty.openpty()
        with subprocess.Popen(
            command, stdin=slave, stdout=slave, stderr=slave, env=self._environment, start_new_session=True
        ) as process:
            os.close(slave)
            shown = b""
            deadline = time.monotonic() + PATIENCE
            while process.poll() is None and time.monotonic() < deadline:
                if select.select([master], [], [], 0.1)[0]:
                    try:
                        shown += os.read(master, 65536)
                    except OSError:
                        # Linux says so when the other end has closed.
                        time.sleep(0.1)
            ended = process.poll()
            if ended is None:
                process.kill()
        os.close(master)
        assert ended == 0, shown.decode("utf-8", "replace")

    def _url(self, protocol: str) -> str:
        name = protocol + "s" * self._secure
        _, port = getattr(self._sandbox, name.replace("pop", "pop3"))
        return f"{name}://{USER.replace('@', '%40')}@localhost:{port}/"


def copied(folder: Path) -> ParsedLetter:
    """The one letter that mutt has put there."""
    with closing(mailbox.mbox(folder / "copy")) as box:
        (message,) = box
        return read_letter(message.as_bytes())


@with_security
def test_mutt_sends_text_and_files(sandbox: Sandbox, tmp_path: Path, security: str) -> None:
    file = tmp_path / "Отчёт.bin"
    file.write_bytes(bytes(range(256)) * 300)
    Mutt(sandbox, tmp_path, security).send("От mutt", "Здравствуйте\n.\n", file)
    (letter,) = sandbox.api.letters(USER)
    read = read_letter(sandbox.api.raw(letter.number))
    assert (letter.subject, read.text()) == ("От mutt", "Здравствуйте\n.\n")
    assert [(each.name, each.data) for each in read.attachments] == [("Отчёт.bin", file.read_bytes())]
    (connection,) = sandbox.api.connections()
    assert (connection.tls, connection.user) == (security != "none", USER)


@with_security
def test_it_copies_marks_and_deletes_by_imap(sandbox: Sandbox, tmp_path: Path, security: str) -> None:
    raw = compose("Письмо 2", attachment=bytes(range(256)))
    for each in (compose("Письмо 0"), compose("Письмо 1"), raw):
        sandbox.api.put(USER, each)
    keys = (
        f"<last-entry><copy-message>{tmp_path}/copy<enter><set-flag>!"
        "<delete-pattern>~s 'Письмо 1'<enter><sync-mailbox><quit>"
    )
    Mutt(sandbox, tmp_path, security).press("imap", "INBOX", keys)
    assert [(each.subject, each.flagged) for each in sandbox.api.letters(USER)] == [
        ("Письмо 2", True),
        ("Письмо 0", False),
    ]
    assert copied(tmp_path).attachments[0].data == bytes(range(256))


@with_security
def test_it_reads_and_deletes_by_pop3(sandbox: Sandbox, tmp_path: Path, security: str) -> None:
    for number in range(3):
        sandbox.api.put(USER, compose(f"Письмо {number}", body="Точка\n.\n..конец"))
    keys = f"<last-entry><copy-message>{tmp_path}/copy<enter><delete-pattern>~s 'Письмо 1'<enter><quit>"
    Mutt(sandbox, tmp_path, security).press("pop", "", keys)
    assert [each.subject for each in sandbox.api.letters(USER)] == ["Письмо 2", "Письмо 0"]
    assert copied(tmp_path).text() == "Точка\n.\n..конец\n"

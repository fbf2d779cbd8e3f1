"""A file of many megabytes is sent and fetched in memory of less than four times its size."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sandbox.server import Sandbox
from stdlib.mail.accounts import Credentials, Endpoint, ServerAccount
from stdlib.mail.imap import ImapConnection
from stdlib.mail.mime.compose import compose
from stdlib.mail.mime.letter import Attachment, Letter
from support import big_letters

MEGABYTES = 32
# Two copies at most at a time: the file and the letter that it is in (1.37 times the file).
TIMES = 4.0


def _put(sandbox: Sandbox, box: str, size: int) -> None:
    letter = compose(Letter(attachments=(Attachment("архив.zip", os.urandom(size)),)))
    account = ServerAccount(Endpoint("127.0.0.1", sandbox.imap[1], "none"), Credentials(box, big_letters.PASSWORD))
    with ImapConnection(account) as connection:
        connection.append("INBOX", letter)


@pytest.fixture(scope="module")
def server() -> Iterator[Sandbox]:
    with Sandbox(tls=False) as running:
        _put(running, "small@example.com", big_letters.SMALL)
        _put(running, "big@example.com", MEGABYTES * big_letters.MEGABYTE)
        yield running


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells the peak of a process")
@pytest.mark.parametrize("way", big_letters.WAYS)
def test_a_big_attachment_takes_less_than_four_times_its_size(server: Sandbox, way: str) -> None:
    protocol = way.split()[1]
    ports = {"smtp": server.smtp[1], "imap": server.imap[1], "append": server.imap[1], "pop3": server.pop3[1]}
    fetching = protocol in ("imap", "pop3")
    boxes = ("small@example.com", "big@example.com") if fetching else ("other@example.com", "third@example.com")
    done = subprocess.run(
        [sys.executable, str(Path(big_letters.__file__)), way, str(ports[protocol]), *boxes, str(MEGABYTES)],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert 0.9 < float(done.stdout) < TIMES

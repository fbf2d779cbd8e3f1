"""A sandbox that is killed while letters arrive: whatever it said yes to is there afterwards."""

from __future__ import annotations

import os
import signal
import smtplib
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from sandbox.api import SandboxApi
from sandbox.server import Sandbox
from support.mail_clients import count, send

SERVER = """
import sys
from sandbox.server import Sandbox
with Sandbox(sys.argv[1]) as sandbox:
    print(*sandbox.smtp, flush=True)
    sandbox.wait()
"""
SENDERS = 3
ENOUGH = 60


class Sender(threading.Thread):
    """Sends letters until the server is gone; remembers those that were accepted."""

    def __init__(self, address: tuple[str, int], name: str) -> None:
        super().__init__()
        self.accepted: list[str] = []
        self._address = address
        self._prefix = name

    def run(self) -> None:
        try:
            with smtplib.SMTP(*self._address, timeout=60) as client:
                while True:
                    subject = f"{self._prefix}-{len(self.accepted)}"
                    raw = f"Subject: {subject}\r\n\r\n{'x' * 5000}\r\n".encode()
                    client.sendmail("a@b.ru", ["ivan@example.com", "anna@example.com"], raw)
                    self.accepted.append(subject)
        except (smtplib.SMTPException, OSError):
            return


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="a system where a process can be killed")
def test_nothing_that_was_accepted_is_lost(tmp_path: Path) -> None:
    accepted: list[str] = []
    for life in range(3):
        server = subprocess.Popen([sys.executable, "-c", SERVER, str(tmp_path)], stdout=subprocess.PIPE, text=True)
        assert server.stdout is not None
        host, port = server.stdout.readline().split()
        senders = [Sender((host, int(port)), f"{life}-{number}") for number in range(SENDERS)]
        for sender in senders:
            sender.start()
        deadline = time.monotonic() + 300
        while sum(len(sender.accepted) for sender in senders) < ENOUGH:
            assert time.monotonic() < deadline
            time.sleep(0.001)
        os.kill(server.pid, signal.SIGKILL)
        for sender in senders:
            sender.join(60)
            assert not sender.is_alive()
        server.communicate(timeout=60)
        accepted += [subject for sender in senders for subject in sender.accepted]
    assert len(accepted) >= 3 * ENOUGH
    with SandboxApi.open(str(tmp_path)) as api:
        for address in ("ivan@example.com", "anna@example.com"):
            kept = [one.subject for one in api.letters(address, count=100_000)]
            assert set(accepted) <= set(kept)
            assert len(kept) == len(set(kept))
            # At most the letter each sender was waiting for an answer about.
            assert len(kept) <= len(accepted) + 3 * SENDERS
        assert all(api.raw(one.number).endswith(b"x" * 5000 + b"\r\n") for one in api.letters(count=20))
    with Sandbox(tmp_path) as sandbox:
        assert sandbox.store.database.row("PRAGMA integrity_check") == ("ok",)
        before = count(sandbox)
        send(sandbox)
        assert count(sandbox) == before + 1

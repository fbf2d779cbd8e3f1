"""The sandbox as `1cs mail serve` has it, in a process that can be killed and comes back on the same ports."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

from stdlib.mail.accounts import Credentials, Endpoint, ServerAccount, Timeouts, TlsPolicy

_PORTS = ("smtp", "imap", "pop3", "smtps", "imaps", "pop3s")
_PROGRAM = """
import sys
from sandbox.server import Sandbox
ports = dict(zip(sys.argv[2::2], map(int, sys.argv[3::2])))
with Sandbox(sys.argv[1], **ports, keep_arrivals=False) as sandbox:
    print(sandbox.certificate, flush=True)
    sandbox.wait()
"""


class SoakServer:
    """`lives` counts how often it was started."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._ports = dict(zip(_PORTS, _free_ports(len(_PORTS)), strict=True))
        self._process: subprocess.Popen[str] | None = None
        self._certificate = ""
        self.lives = 0

    def start(self) -> None:
        options = [word for name, port in self._ports.items() for word in (f"{name}_port", str(port))]
        command = [sys.executable, "-c", _PROGRAM, str(self._folder), *options]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout is not None
        self._certificate = self._process.stdout.readline().strip()
        if not self._certificate:
            raise RuntimeError("the server did not start")
        self.lives += 1

    def kill(self) -> None:
        """As by `kill -9`."""
        if self._process is not None:
            self._process.send_signal(signal.SIGKILL)
            self._process.communicate(timeout=60)
            self._process = None

    def memory(self) -> int:
        """Kilobytes; 0: it does not run."""
        return 0 if self._process is None else memory_of(str(self._process.pid))

    def account(self, protocol: str, user: str, *, tls: bool) -> ServerAccount:
        port = self._ports[protocol + "s" * tls]
        endpoint = Endpoint("127.0.0.1", port, "tls" if tls else "none")
        credentials = Credentials(user, "любой пароль")
        return ServerAccount(endpoint, credentials, Timeouts(20, 60), TlsPolicy(ca_file=self._certificate))


def memory_of(process: str) -> int:
    """Kilobytes of a process (`self`: this one) that are in memory; 0: it is gone."""
    try:
        status = Path(f"/proc/{process}/status").read_text("ascii")
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS:")), 0)


def _free_ports(count: int) -> list[int]:
    with ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]

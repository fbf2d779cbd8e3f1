"""Whoever runs scripts on the real mail servers, with a configured account."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stdlib.mail.accounts import Credentials, Endpoint, ServerAccount, TlsPolicy
from stdlib.mail.imap import ImapConnection
from stdlib.mail.mime.read import read_letter
from support.project import ROOT
from support.real_servers import DOMAIN, USERS

if TYPE_CHECKING:
    from pathlib import Path

    from stdlib.mail.mime.read import ParsedLetter
    from support.real_servers import RealServers

PROTOCOLS = ("smtp", "imap", "pop3")
# The protocol's own security, and the end of the name of its port in RealServers.
SECURITY = {"tls": "s", "starttls": ""}


@dataclass(frozen=True, slots=True)
class User:
    """Whoever runs scripts: a home of their own with an account in it."""

    servers: RealServers
    home: Path
    name: str

    @property
    def address(self) -> str:
        return f"{self.name}@{DOMAIN}"

    def configure(self, security: str, trust: str = "") -> None:
        """`trust`: a line about certificates instead of the right one."""
        lines = [f'sender = "{self.address}"', trust or f'ca_file = "{self.servers.certificate}"']
        for protocol in PROTOCOLS:
            port = self.servers.ports[protocol + SECURITY[security]]
            lines += [f"[{protocol}]", 'host = "localhost"', f"port = {port}", f'security = "{security}"']
        folder = self.home / "config"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "account.toml").write_text("\n".join(lines) + "\n", "utf-8")

    def run(self, *arguments: str, password: str = "") -> subprocess.CompletedProcess[str]:
        environment = os.environ | {
            "ONECS_HOME": str(self.home),
            "ONECS_MAIL_PASSWORD": password or USERS[self.name],
            "PYTHONWARNINGS": "error",
        }
        command = [sys.executable, "-m", "interpreter.cli.start", "run", *arguments]
        return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60)

    def run_text(self, text: str, password: str = "") -> subprocess.CompletedProcess[str]:
        script = self.home / "сценарий.1cs"
        script.write_text(text, "utf-8")
        return self.run(str(script), password=password)

    def box(self) -> ImapConnection:
        endpoint = Endpoint("localhost", self.servers.ports["imaps"], "tls")
        credentials = Credentials(self.name, USERS[self.name])
        return ImapConnection(ServerAccount(endpoint, credentials, tls=TlsPolicy(ca_file=self.servers.certificate)))

    def letters(self) -> list[ParsedLetter]:
        with self.box() as box:
            box.select()
            return [read_letter(message.raw) for message in box.fetch_messages(box.uids())]

    def empty(self) -> None:
        with self.box() as box:
            box.select()
            box.mark_deleted(box.uids())
            box.expunge()

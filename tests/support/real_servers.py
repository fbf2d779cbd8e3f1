"""Dovecot and Exim or Postfix of Debian in a folder of their own: on free ports of the loopback.

Dovecot and Exim run as an ordinary user, Postfix starts only as root. Exim or Postfix takes letters for the users of
`mail.test`, for анна@mail.test too, and puts them into the Maildir that Dovecot shows.
"""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from support.servers import postfix
from support.servers.tokens import put_key

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

USERS = {"ivan": "secret1", "maria": "secret2", "anna": "Пароль Анны №1"}
DOMAIN = "mail.test"
Sender = Literal["exim", "postfix"]
_PORTS = ("imap", "imaps", "pop3", "pop3s", "smtp", "smtps")


@dataclass(frozen=True, slots=True)
class RealServers:
    """Ports by name (imap, imaps, pop3, pop3s, smtp, smtps), the certificate that the servers show, and another one."""

    ports: dict[str, int]
    certificate: str
    other_certificate: str
    sender: Sender


class NotInstalled(Exception):
    """The servers are packages of Debian; .ci/run installs them."""


@contextmanager
def real_servers(sender: Sender = "exim") -> Iterator[RealServers]:
    """Dovecot, and who takes letters: `sender`."""
    dovecot = _program("dovecot")
    folder = Path(tempfile.mkdtemp(prefix="1cs-servers-"))
    ports = dict(zip(_PORTS, _free_ports(len(_PORTS)), strict=True))
    with ExitStack() as stack:
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        _write_settings(folder, ports)
        stack.enter_context(_running([dovecot, "-F", "-c", str(folder / "dovecot.conf")], folder))
        stack.enter_context(_exim(folder) if sender == "exim" else _postfix(folder))
        for port in ports.values():
            _wait_for(port, folder)
        yield RealServers(ports, str(folder / "cert.pem"), str(folder / "other.pem"), sender)


def _exim(folder: Path) -> AbstractContextManager[None]:
    # -odi: a letter is in its box before the session of its sender ends, so that a program can read what it sent.
    return _running([_program("exim4"), "-C", str(folder / "exim.conf"), "-bdf", "-odi", "-q1m"], folder)


def _postfix(folder: Path) -> AbstractContextManager[None]:
    _program("postfix")
    return _running(postfix.prepared(folder), folder, as_root=True)


def _program(name: str) -> str:
    found = shutil.which(name, path=os.environ["PATH"] + ":/usr/sbin")
    if not found:
        raise NotInstalled(f"{name} is not installed; .ci/run does it where CI=true")
    return found


def _owner() -> pwd.struct_passwd:
    """Whoever the servers run as: mail servers refuse to be root."""
    return pwd.getpwnam("mail") if os.getuid() == 0 else pwd.getpwuid(os.getuid())


def _free_ports(count: int) -> list[int]:
    with ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]


def _write_settings(folder: Path, ports: dict[str, int]) -> None:
    owner = _owner()
    names = {
        "folder": str(folder),
        "user": owner.pw_name,
        "group": _group(owner),
        "uid": str(owner.pw_uid),
        "gid": str(owner.pw_gid),
        **{name: str(port) for name, port in ports.items()},
    }
    settings = Path(__file__).parent / "servers"
    for name in ("dovecot.conf", "dovecot-oauth2.conf", "exim.conf", "main.cf", "master.cf"):
        template = _dovecot_template(settings) if name == "dovecot.conf" else settings / name
        text = template.read_text("utf-8")
        for key, value in names.items():
            text = text.replace(f"@{key}@", value)
        (folder / name).write_text(text, "utf-8")
    (folder / "users").write_text("".join(f"{user}:{{PLAIN}}{word}::::::\n" for user, word in USERS.items()), "utf-8")
    logins = [(name, word) for user, word in USERS.items() for name in (user, f"{user}@{DOMAIN}")]
    (folder / "passwords").write_text("".join(f"{name}: {word}\n" for name, word in logins), "utf-8")
    put_key(folder)
    for inner in ("run", "state", "home", "spool", "log"):
        (folder / inner).mkdir()
    _make_certificate(folder, "cert.pem")
    _make_certificate(folder, "other.pem")
    if os.getuid() == 0:
        for path in (folder, *folder.rglob("*")):
            os.chown(path, owner.pw_uid, owner.pw_gid)
    folder.chmod(0o755)
    (folder / "exim.conf").chmod(0o644)


def _dovecot_template(settings: Path) -> Path:
    """Dovecot 2.4 reads another language than 2.3."""
    version = subprocess.run([_program("dovecot"), "--version"], capture_output=True, text=True, check=True).stdout
    return settings / ("dovecot23.conf" if version.startswith("2.3") else "dovecot24.conf")


def _group(owner: pwd.struct_passwd) -> str:
    import grp

    return grp.getgrgid(owner.pw_gid).gr_name


def _make_certificate(folder: Path, name: str) -> None:
    key = "key.pem" if name == "cert.pem" else "other-key.pem"
    subprocess.run(
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 30 -subj /CN=localhost "
        f"-addext subjectAltName=DNS:localhost,IP:127.0.0.1 -keyout {key} -out {name}".split(),
        cwd=folder,
        check=True,
        capture_output=True,
    )


@contextmanager
def _running(command: list[str], folder: Path, *, as_root: bool = False) -> Iterator[None]:
    owner = _owner()
    changes_user = os.getuid() == 0 and not as_root
    as_owner = {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []} if changes_user else {}
    with (folder / "log" / f"{Path(command[0]).name}.out").open("wb") as output:
        process = subprocess.Popen(command, stdout=output, stderr=output, cwd=folder, **as_owner)
        try:
            yield
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _wait_for(port: int, folder: Path) -> None:
    until = time.monotonic() + 20
    while time.monotonic() < until:
        with socket.socket() as client:
            if client.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    logs = "\n".join(path.read_text("utf-8", "replace")[-2000:] for path in sorted((folder / "log").iterdir()))
    raise TimeoutError(f"nobody listens on port {port}\n{logs}")

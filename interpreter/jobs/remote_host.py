"""The script's Host, seen from a job's process: what it may do and whose mail it reads is the script's to say."""

from __future__ import annotations

from queue import SimpleQueue
from threading import Lock

from interpreter.jobs.channel import send
from runtime.errors import OnecError
from runtime.host import Host

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import IO, Any


class Link:
    """The way to the script's process."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._sending, self._asking = Lock(), Lock()
        self.answers: SimpleQueue[tuple[Any, ...]] = SimpleQueue()

    def tell(self, *message: Any) -> None:
        with self._sending:
            send(self._stream, *message)

    def ask(self, question: str, *values: Any) -> Any:
        """The answer; OnecError as it was raised there."""
        with self._asking:
            self.tell("ask", question, *values)
            kind, *answer = self.answers.get()
        if kind == "error":
            raise OnecError(answer[0], hint=answer[1])
        return answer[0]


class RemoteHost(Host):
    """Messages go to the job, everything else is asked of the script's host. A job has no input."""

    def __init__(self, link: Link, given: dict[str, Any]) -> None:
        self.__dict__.update(given)
        self._link = link
        self._account: _Account | None = None

    def write(self, text: str) -> None:
        self._link.tell("said", text)

    def write_error(self, text: str) -> None:
        self._link.tell("told", text)

    def now(self) -> float:
        moment: float = self._link.ask("now")
        return moment

    def allows(self, what: str, detail: str) -> bool:
        return bool(self._link.ask("allows", what, detail))

    def mail_account(self) -> _Account:
        if self._account is None:
            self._account = _Account(*self._link.ask("mail"))
        return self._account

    def mail_route(self, protocol: str, host: str, port: int, tls: bool) -> tuple[str, int, str] | None:
        route: tuple[str, int, str] | None = self._link.ask("route", protocol, host, port, tls)
        return route


class RemoteStorage:
    """runtime.host.Storage."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def put(self, address: str, value: bytes) -> None:
        self._link.ask("put", address, value)

    def get(self, address: str) -> bytes | None:
        value: bytes | None = self._link.ask("get", address)
        return value

    def delete(self, address: str) -> None:
        self._link.ask("delete", address)


class _Server:
    __slots__ = ("host", "password", "port", "security", "user")

    def __init__(self, host: str, port: int, user: str, password: str, security: str) -> None:
        self.host, self.port, self.user, self.password, self.security = host, port, user, password, security


class _Account:
    __slots__ = ("ca_file", "imap", "pop3", "sender", "smtp", "verify")

    def __init__(self, sender: str, servers: tuple[Any, ...], verify: bool, ca_file: str) -> None:
        self.sender, self.verify, self.ca_file = sender, verify, ca_file
        self.smtp, self.imap, self.pop3 = (_Server(*one) for one in servers)

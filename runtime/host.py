"""What the surroundings give a script. Library code reaches the world only through `current()`.

An embedder gives its own Host: a test one that records, a notebook one that draws, a safe one whose `allows` refuses.
"""

from __future__ import annotations

from runtime.errors import OnecError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from contextvars import ContextVar
    from typing import Any, Protocol

    class MailServer(Protocol):
        """Where one protocol's server is: `security` is "tls", "starttls" or "none"."""

        @property
        def host(self) -> str: ...
        @property
        def port(self) -> int: ...
        @property
        def user(self) -> str: ...
        @property
        def password(self) -> str: ...
        @property
        def security(self) -> str: ...

    class MailAccount(Protocol):
        """The default account: the configured one, else the sandbox. `sender` is its own address.

        `verify`: are certificates verified; `ca_file`: a PEM file of authorities besides the system's, or "".
        """

        @property
        def sender(self) -> str: ...
        @property
        def smtp(self) -> MailServer: ...
        @property
        def imap(self) -> MailServer: ...
        @property
        def pop3(self) -> MailServer: ...
        @property
        def verify(self) -> bool: ...
        @property
        def ca_file(self) -> str: ...

    class Storage(Protocol):
        """Values in their written form, by address: one for a script and all the jobs that it started."""

        def put(self, address: str, value: bytes) -> None: ...
        def get(self, address: str) -> bytes | None: ...
        def delete(self, address: str) -> None: ...

    class Watcher(Protocol):
        """Told of a job from another thread: of each message, then once how it ended."""

        def said(self, text: str) -> None: ...
        def completed(self, result: bytes) -> None: ...
        def failed(self, error: tuple[Any, ...]) -> None: ...

    class Script(Protocol):
        """The script that runs, as far as its methods can be called in processes of their own."""

        jobs: list[Any]
        """For the library: what it has started, oldest first."""
        storage: Storage

        def start(self, method: str, arguments: bytes, count: int, watcher: Watcher) -> Callable[[], None]:
            """Call a method with so many written arguments; what it gives back ends the job at once.

            Raises OnecError when there is no such method, or it takes another number of arguments.
            """


class Host:
    """Refuses everything but output that is thrown away; subclasses give what they have."""

    arguments: tuple[str, ...] = ()
    locale: str = "ru_RU"
    """How the script writes numbers and dates, like ru_RU or en_US. It is read when the script begins."""

    def write(self, text: str) -> None:
        """Put out a text as it is (no line break is added)."""

    def flush(self) -> None:
        """Let what was written be seen: another program may write to the same place now."""

    def write_error(self, text: str) -> None:
        """Put out a message for the one who runs the script, beside its output."""

    def read_line(self, prompt: str = "") -> str | None:
        """A line of input without its end; None at the end of input."""
        return None

    def now(self) -> float:
        """Seconds since the epoch, UTC."""
        from time import time

        return time()

    def allows(self, what: str, detail: str) -> bool:
        """May the script do `what` ("read", "write", "network", "process") with `detail`, a path or a host?"""
        return False

    def kept(self) -> Host | None:
        """What stands in this one's place for what is begun now and called later; None: nothing needs to."""
        return None

    def mail_account(self) -> MailAccount:
        """The default mail account; OnecError when there is none."""
        raise OnecError("Учётная запись почты не настроена")

    def mail_route(self, protocol: str, host: str, port: int, tls: bool) -> tuple[str, int, str] | None:
        """Who answers in place of the mail server that the script names: host, port, and a PEM file of the
        authorities that its certificate is verified by instead; None: the named server itself.

        `protocol` is "smtp", "imap" or "pop3", `tls`: the script wants TLS from the first byte.
        """
        return None


def require(what: str, detail: str) -> None:
    """Raise an OnecError unless the host allows it (see Host.allows)."""
    if not current().allows(what, detail):
        raise OnecError(f"{_REFUSALS[what]} ({detail})", hint="Сценарий запущен в безопасном режиме")


_REFUSALS = {
    "read": "Чтение файлов запрещено",
    "write": "Запись файлов запрещена",
    "network": "Обращение к сети запрещено",
    "process": "Запуск процессов запрещён",
}


def current() -> Host:
    """The host of the script that is running."""
    return _current.get()


def replace(host: Host) -> None:
    """Let the script that is running go on with another host."""
    _current.set(host)


def lasting(call: Callable[[], None]) -> Callable[[], None]:
    """The call as it may be made later: what the script may not do when it gives it, it may not do then either."""
    kept = current().kept()
    if kept is None:
        return call
    find_script = _script.get()

    def restricted() -> None:
        with using(kept, find_script):
            call()

    return restricted


def script() -> Script:
    """The script that is running; OnecError when what runs it cannot start jobs."""
    find = _script.get()
    if find is None:
        raise OnecError("Фоновые задания здесь недоступны")
    return find()


def _variables() -> tuple[ContextVar[Host], ContextVar[Callable[[], Script] | None]]:
    from contextvars import ContextVar

    return ContextVar("host", default=Host()), ContextVar("script", default=None)  # noqa: B039 - stateless


_current, _script = _variables()
abroad = False
"""Has any script of this process had other habits than the Russian ones? Until then nobody asks for the locale."""


class using:  # noqa: N801 - reads as a statement
    """`with using(host):` what runs inside has this host. `find_script` gives its Script, when somebody asks."""

    def __init__(self, host: Host, find_script: Callable[[], Script] | None = None) -> None:
        self.host, self.find_script = host, find_script

    def __enter__(self) -> Host:
        global abroad
        abroad = abroad or self.host.locale[:2] != "ru"
        self.tokens = _current.set(self.host), _script.set(self.find_script)
        return self.host

    def __exit__(self, *reason: object) -> None:
        _current.reset(self.tokens[0])
        _script.reset(self.tokens[1])

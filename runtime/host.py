"""What the surroundings give a script. Library code reaches the world only through `current()`.

An embedder gives its own Host: a test one that records, a notebook one that draws, a safe one whose `allows` refuses.
"""

from __future__ import annotations

from runtime.errors import OnecError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from contextvars import ContextVar
    from typing import Protocol

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

    def mail_account(self) -> MailAccount:
        """The default mail account; OnecError when there is none."""
        raise OnecError("Учётная запись почты не настроена")


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


def _variable() -> ContextVar[Host]:
    from contextvars import ContextVar

    return ContextVar("host", default=Host())  # noqa: B039 - stateless


_current = _variable()
abroad = False
"""Has any script of this process had other habits than the Russian ones? Until then nobody asks for the locale."""


class using:  # noqa: N801 - reads as a statement
    """`with using(host):` what runs inside has this host."""

    def __init__(self, host: Host) -> None:
        self.host = host

    def __enter__(self) -> Host:
        global abroad
        abroad = abroad or self.host.locale[:2] != "ru"
        self.token = _current.set(self.host)
        return self.host

    def __exit__(self, *reason: object) -> None:
        _current.reset(self.token)

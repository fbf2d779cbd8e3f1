"""The Host of the command line: the process's own streams, files and network, the configured mail account."""

from __future__ import annotations

import os
import sys
from _thread import RLock

from runtime.host import Host

TYPE_CHECKING = False
if TYPE_CHECKING:
    from interpreter.cli.accounts import Account
    from interpreter.cli.sandbox_route import SandboxRoute


class OutputClosed(BaseException):
    """Nobody takes the output any more: a reader that left (`1cs run … | head`), or `reason`, such as a full disk."""

    def __init__(self, error: OSError) -> None:
        from interpreter.cli.reasons import reason_of

        super().__init__(error)
        self.reason = "" if isinstance(error, BrokenPipeError) else reason_of(error)


class ConsoleHost(Host):
    """`sandbox`, when it is given: all mail goes to the built-in server, whatever servers the script names.

    It is a file that says who may log in there, or empty: anybody.
    """

    def __init__(
        self, arguments: tuple[str, ...] = (), *, locale: str = Host.locale, sandbox: str | None = None
    ) -> None:
        self.arguments, self.locale = arguments, locale
        self._sandbox = sandbox
        self._account: Account | None = None
        self._route: SandboxRoute | None = None
        self._opening = RLock()
        """Background jobs may ask for mail at the same moment."""
        self._output = sys.stdout

    def write(self, text: str) -> None:
        if self._output is None:
            return
        try:
            self._output.write(text)
        except OSError as error:
            raise OutputClosed(error) from None

    def write_error(self, text: str) -> None:
        self.flush()
        if sys.stderr is not None:
            sys.stderr.write(text)
            sys.stderr.flush()

    def read_line(self, prompt: str = "") -> str | None:
        self.write(prompt)
        self.flush()
        line = sys.stdin.readline() if sys.stdin is not None else ""
        return line.rstrip("\r\n") if line else None

    def allows(self, what: str, detail: str) -> bool:
        return True

    def mail_account(self) -> Account:
        with self._opening:
            if self._account is None:
                from interpreter.cli.accounts import open_account

                self._account = open_account() if self._sandbox is None else self._detour(self._sandbox).account
            return self._account

    def mail_route(self, protocol: str, host: str, port: int, tls: bool) -> tuple[str, int, str] | None:
        return None if self._sandbox is None else self._detour(self._sandbox).lead(protocol, host, port, tls)

    def _detour(self, accounts: str) -> SandboxRoute:
        with self._opening:
            if self._route is None:
                from interpreter.cli.sandbox_route import SandboxRoute

                self._route = SandboxRoute(self.write_error, accounts)
            return self._route

    def flush(self) -> None:
        if self._output is None:
            return
        try:
            self._output.flush()
        except OSError as error:
            raise OutputClosed(error) from None

    def close(self) -> str:
        """End what was opened for the script; a line that says what mail arrived, or nothing."""
        account = self._account if self._route is None else self._route.account
        if account is None:
            return ""
        from interpreter.cli.accounts import close_account

        return close_account(account)


def prepare_streams() -> None:
    """UTF-8 in and out whatever the locale."""
    for stream, errors in (
        (sys.stdin, "surrogateescape"),
        (sys.stdout, "backslashreplace"),
        (sys.stderr, "backslashreplace"),
    ):
        reconfigure = getattr(stream, "reconfigure", None)
        # None: no stream at all, or one that an embedder put there.
        if reconfigure and (stream.encoding.lower() != "utf-8" or stream.errors != errors):
            reconfigure(encoding="utf-8", errors=errors)


def open_missing_streams() -> None:
    """A service may start us without stdin or stdout: an empty one and one that keeps nothing stand in."""
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115 - until the process ends
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115


def discard_output() -> None:
    """After a closed pipe: keep Python's own last flush from complaining."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

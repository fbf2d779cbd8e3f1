"""`--sandbox`: every mail connection of a script ends at the built-in mail server, whatever server it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interpreter.cli.accounts import AccountError, mail_folder
from interpreter.cli.sandbox_account import NO_TLS_HINT, SandboxAccount, trusted_certificate

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.server import Sandbox

_WELL_KNOWN = {
    25: ("smtp", False),
    465: ("smtp", True),
    587: ("smtp", False),
    2525: ("smtp", False),
    143: ("imap", False),
    993: ("imap", True),
    110: ("pop3", False),
    995: ("pop3", True),
}
"""What answers at a port everywhere, and whether it speaks TLS at once: so the mistakes of a profile still show."""


class SandboxRoute:
    """Leads connections to the account's server; tells so once, when a script names another one.

    `accounts`: a file that says who may log in (sandbox.account_file), or empty: anybody.
    """

    def __init__(self, tell: Callable[[str], None], accounts: str = "") -> None:
        # Real servers offer STARTTLS, and clients refuse to log in without it.
        self.account = SandboxAccount.start(mail_folder(), starttls=True, accounts=accounts or None)
        self._own: Sandbox = self.account.sandbox
        try:
            self._authorities = trusted_certificate(self._own)
        except AccountError:
            self._own.stop()
            raise
        self._tell = tell
        self._told = False

    def lead(self, protocol: str, host: str, port: int, tls: bool) -> tuple[str, int, str]:
        """What runtime.host.Host.mail_route gives. At other ports answers what the script expects there."""
        if (host, port) in (self._own.smtp, self._own.imap, self._own.pop3):
            return host, port, self._authorities
        spoken, protected = _WELL_KNOWN.get(port, (protocol, tls))
        there = self._place(spoken, protected)
        if not self._told:
            self._told = True
            self._tell(f"Почта отведена в песочницу: вместо {host}:{port} отвечает {there[0]}:{there[1]}\n")
        return *there, self._authorities

    def _place(self, protocol: str, protected: bool) -> tuple[str, int]:
        if protected and not self._own.has_tls:
            raise AccountError("Песочнице нечем сделать сертификат, поэтому TLS в ней нет", hint=NO_TLS_HINT)
        place: tuple[str, int] = getattr(self._own, f"{protocol}s" if protected else protocol)
        return place

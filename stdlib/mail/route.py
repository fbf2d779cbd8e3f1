"""Where a connection really goes: to the server that the account names, unless the host leads mail elsewhere.

Errors and advice speak of the named server all the same: it is the one that the script knows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from runtime.host import current
from stdlib.mail.accounts import ServerAccount, TlsPolicy

Protocol = Literal["smtp", "imap", "pop3"]


@dataclass(frozen=True, slots=True)
class Route:
    """What to connect to, and how the certificate that is shown there is verified."""

    host: str
    port: int
    tls: TlsPolicy
    is_led: bool = False
    """Whether another server plays the one that the account names."""


def route_of(account: ServerAccount, protocol: Protocol) -> Route:
    """Asked anew for every connection; OnecError when the host cannot lead it where it wants."""
    endpoint = account.endpoint
    if not 0 < endpoint.port < 65536:
        from stdlib.mail.diagnosis import failure

        raise failure(account, "connect", "порт бывает от 1 до 65535")
    led = current().mail_route(protocol, endpoint.host, endpoint.port, endpoint.security == "tls")
    if led is None:
        return Route(endpoint.wire_host, endpoint.port, account.tls)
    host, port, authorities = led
    return Route(host, port, TlsPolicy(account.tls.verify, authorities or account.tls.ca_file), True)

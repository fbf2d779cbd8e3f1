"""The TLS context of a connection."""

from __future__ import annotations

import ssl
from functools import lru_cache

from stdlib.mail.accounts import ServerAccount, TlsPolicy
from stdlib.mail.diagnosis import failure


def tls_context(account: ServerAccount, led: TlsPolicy | None = None) -> ssl.SSLContext:
    """Context by the account's policy, or by that of where its mail is led; MailError: no such file of authorities."""
    policy = account.tls
    try:
        # A file that cannot be read is the script's mistake wherever its mail is led.
        own = _context(policy)
        return own if led is None else _context(led)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        reason = f"файл сертификатов «{policy.ca_file}» не читается ({why})"
        raise failure(account, "tls", reason) from error


# Loading the system's authorities takes 10-20 ms.
@lru_cache(maxsize=8)
def _context(policy: TlsPolicy) -> ssl.SSLContext:
    context = ssl.create_default_context()
    if policy.ca_file:
        context.load_verify_locations(policy.ca_file)
    if not policy.verify:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context

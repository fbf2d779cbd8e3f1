"""How a TLS connection is made: whom to trust, and by what the client shows who it is."""

from __future__ import annotations

import ssl
from dataclasses import dataclass, field
from functools import lru_cache

from stdlib.net.errors import NetError


@dataclass(frozen=True, slots=True)
class TlsSettings:
    """`ca_file`: a PEM file of whom to trust instead of the system's authorities; `certificate_file`: the client's."""

    verify: bool = True
    ca_file: str | None = None
    certificate_file: str | None = None
    certificate_password: str = field(default="", repr=False)


# Loading the system's authorities takes 10-20 ms.
@lru_cache(maxsize=8)
def tls_context(settings: TlsSettings) -> ssl.SSLContext:
    """Context by the settings; NetError when a file cannot be used."""
    context = _trusting(settings)
    if settings.certificate_file:
        try:
            # Without a password the library would ask for one on the terminal.
            context.load_cert_chain(settings.certificate_file, password=settings.certificate_password)
        except OSError as error:
            raise _unreadable("клиента", settings.certificate_file, error) from error
    return context


def _trusting(settings: TlsSettings) -> ssl.SSLContext:
    try:
        context = ssl.create_default_context(cafile=settings.ca_file)
    except OSError as error:
        raise _unreadable("удостоверяющих центров", settings.ca_file or "", error) from error
    if not settings.verify:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context


def _unreadable(whose: str, path: str, error: OSError) -> NetError:
    hint = ""
    reason = error.strerror or str(error)
    if isinstance(error, ssl.SSLError):
        reason = "в нём нет того, что нужно, или не подходит пароль"
        hint = (
            "Нужен файл PEM; у сертификата клиента в нём же стоит закрытый ключ. Файл PKCS#12 (.pfx, .p12) переводит в "
            "PEM команда: openssl pkcs12 -in клиент.pfx -out клиент.pem -nodes"
        )
    return NetError("tls", f"Файл сертификатов {whose} «{path}» не читается: {reason}", hint)

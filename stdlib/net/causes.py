"""Exceptions of sockets and TLS in words: what happened and how to mend it, whatever the protocol."""

from __future__ import annotations

import socket
import ssl
from dataclasses import dataclass
from errno import errorcode

from stdlib.net.errors import Kind

CHECK_HOST = "Проверьте имя сервера и подключение к сети"
CHECK_PORT = "Проверьте имя сервера и порт; соединению может мешать сетевой экран"
# X509_V_ERR_CERT_NOT_YET_VALID, X509_V_ERR_CERT_HAS_EXPIRED.
_OUT_OF_DATE = (9, 10)
_NO_TLS = ("WRONG_VERSION_NUMBER", "RECORD_LAYER_FAILURE", "UNKNOWN_PROTOCOL")
SWITCH_OFF = "отключите проверку сертификата для этого подключения"


@dataclass(frozen=True, slots=True)
class Cause:
    """What happened, as the end of a sentence («… : в соединении отказано»), and advice or ""."""

    kind: Kind
    text: str
    hint: str = ""


def innermost(error: BaseException) -> BaseException:
    """The operating system's error behind the library's one, when there is one."""
    seen = error
    while seen.__cause__ is not None:
        seen = seen.__cause__
    return seen if isinstance(seen, OSError | UnicodeError) or not isinstance(error, OSError) else error


def cause_of(error: BaseException, host: str, *, switch_off: str = SWITCH_OFF) -> Cause | None:
    """The cause told by an error of a socket or of TLS; None for other errors.

    `switch_off`: how the script says that certificates need not be verified, as the end of the advice «или …».
    """
    if isinstance(error, ssl.SSLCertVerificationError):
        return _certificate(host, error, switch_off)
    if isinstance(error, ssl.SSLEOFError | ssl.SSLZeroReturnError):
        return Cause("closed", "сервер оборвал соединение")
    if isinstance(error, ssl.SSLError):
        return _tls(error)
    # A name that DNS cannot have is refused before anybody is asked.
    unspeakable = isinstance(error, UnicodeError) and not isinstance(error, UnicodeDecodeError)
    if unspeakable or isinstance(error, socket.gaierror):
        return Cause("host", f"сервер с именем «{host}» не найден", CHECK_HOST)
    if isinstance(error, ConnectionRefusedError):
        return Cause("refused", "в соединении отказано")
    if isinstance(error, TimeoutError):
        return Cause("timeout", "время ожидания истекло")
    if isinstance(error, ConnectionError | EOFError):
        return Cause("closed", "сервер оборвал соединение")
    if isinstance(error, OSError):
        return Cause("system", _REASONS.get(errorcode.get(error.errno or 0, "")) or error.strerror or str(error))
    return None


_REASONS = {
    "EADDRNOTAVAIL": "адрес недоступен",
    "EHOSTUNREACH": "сервер недоступен",
    "EMFILE": "открыто слишком много соединений",
    "ENETDOWN": "сеть не работает",
    "ENETUNREACH": "сеть недоступна",
    "ENOBUFS": "системе не хватает памяти",
    "ENOTCONN": "соединения нет",
}
"""Of errors for which Python has no class."""

_CERTIFICATE_REASONS = {
    9: "срок его действия ещё не начался",
    10: "срок его действия истёк",
    18: "он самоподписанный",
    19: "среди подписавших его есть самоподписанный, которому здесь не доверяют",
    20: "его удостоверяющий центр здесь неизвестен",
    21: "его удостоверяющий центр здесь неизвестен",
    23: "он отозван",
    62: "он выдан для другого имени",
    64: "он выдан для другого адреса",
}
"""By X509_V_ERR_… of OpenSSL; what is not here is told in its own words."""


def _certificate(host: str, error: ssl.SSLCertVerificationError, switch_off: str) -> Cause:
    reason = _CERTIFICATE_REASONS.get(error.verify_code) or error.verify_message
    text = f"сертификат сервера не прошёл проверку ({reason})"
    if "mismatch" in error.verify_message.lower() or "not valid for" in error.verify_message.lower():
        hint = f"Сертификат выдан не для имени «{host}»: укажите то имя сервера, которое записано в сертификате"
    elif error.verify_code in _OUT_OF_DATE:
        hint = (
            "Срок действия сертификата истёк или ещё не начался: проверьте дату на этом компьютере; если она верна, "
            f"обновить сертификат должен владелец сервера. Если серверу можно доверять и без этого, {switch_off}"
        )
    else:
        hint = (
            "Если серверу можно доверять, добавьте сертификат его удостоверяющего центра (файл PEM) в доверенные "
            f"или {switch_off}"
        )
    return Cause("certificate", text, hint)


def _tls(error: ssl.SSLError) -> Cause:
    if error.reason in _NO_TLS:
        return Cause("protocol", "сервер ответил не по TLS")
    return Cause("tls", f"ошибка TLS ({(error.reason or str(error)).replace('_', ' ').lower()})")

"""Headers and targets of requests as they go on the wire."""

from __future__ import annotations

import re
from urllib.parse import quote

_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_HOST = re.compile(r"[\w.:%-]+", re.ASCII)
_FORBIDDEN = re.compile(r"[\r\n\0]")
_CHARSET = re.compile(r"""charset\s*=\s*(?:"([^"]*)"|([^\s;"]+))""", re.IGNORECASE)
_LONGEST_CONTENT_TYPE = 1000
# What may stand in a target as it is; a percent sign begins what the script has already encoded.
_AS_IS = "%/:?@!$&'()*+,;=-._~[]|"


class WireError(ValueError):
    """What a script wants to send has no place in a request; the message is Russian."""


def wire_header(name: str, value: str) -> tuple[bytes, bytes]:
    """A header; WireError when it would end the line or is no header at all."""
    if not _NAME.fullmatch(name):
        raise WireError(f"Недопустимое имя заголовка «{_shown(name)}»")
    if _FORBIDDEN.search(value):
        # The value may be a secret.
        raise WireError(f"В значении заголовка «{name}» есть перевод строки")
    return name.encode("ascii"), value.strip(" \t").encode("utf-8", "replace")


def wire_target(address: str) -> bytes:
    """The path and the query; letters other than Latin ones and blanks are percent-encoded, a fragment is not sent."""
    if _FORBIDDEN.search(address):
        raise WireError("В адресе ресурса есть перевод строки")
    path = address.partition("#")[0]
    start = "" if path.startswith("/") else "/"
    return (start + quote(path, safe=_AS_IS, errors="replace")).encode("ascii")


def wire_method(method: str) -> bytes:
    if not _NAME.fullmatch(method):
        raise WireError(f"Недопустимый метод HTTP «{_shown(method)}»")
    return method.encode("ascii")


def wire_host(host: str) -> str:
    """The host as DNS spells it; WireError when it cannot be one."""
    try:
        spelled = host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        spelled = ""
    if not _HOST.fullmatch(spelled):
        raise WireError(f"Недопустимое имя сервера «{_shown(host)}»")
    return spelled


def readable(value: bytes) -> str:
    """A header that was received; servers write what is not ASCII in UTF-8 or in Latin-1."""
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")


def charset_of(content_type: str) -> str:
    """The charset that a Content-Type names, or ""."""
    found = _CHARSET.search(content_type[:_LONGEST_CONTENT_TYPE])
    return (found[1] or found[2] or "").strip() if found else ""


def _shown(text: str) -> str:
    return "".join(c if c.isprintable() else "?" for c in text[:60])

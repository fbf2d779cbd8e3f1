"""Keeps other sites out: a browser shows them on this machine too, and they can make it ask us.

Whoever runs programs here may read the letters anyway (the servers take any password), so there is no log-in. What
must not come in are pages of other sites: by a name of theirs that leads to 127.0.0.1 (DNS rebinding), which the field
Host shows, and by forms, scripts and images of theirs, which Origin and Sec-Fetch-Site show.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from http import HTTPStatus

from sandbox.web.exchange import Headers, Refusal, Request

_HOST = re.compile(r"(\[[0-9a-fA-F:.]+\]|[^:@/\[\]\s]+)(?::\d{1,5})?")
LOCAL_NAMES = frozenset(("localhost", "127.0.0.1", "[::1]"))

_PAGE_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "frame-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
USUAL_HEADERS: Headers = (
    ("Content-Security-Policy", _PAGE_POLICY),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cache-Control", "no-store"),
)
"""Of every answer that has none of its own by that name."""


def admit(request: Request, names: Collection[str]) -> None:
    """Refusal unless a page of ours, or no page at all, asks for something by one of these host names."""
    host = request.headers.get("host", "")
    match = _HOST.fullmatch(host)
    if match is None or match[1].lower().rstrip(".") not in names:
        raise Refusal(HTTPStatus.MISDIRECTED_REQUEST, "У этого сервера другое имя")
    origin = request.headers.get("origin")
    if origin is not None and origin.lower() != f"http://{host}".lower():
        raise Refusal(HTTPStatus.FORBIDDEN, "Другим сайтам сюда нельзя")
    if request.headers.get("sec-fetch-site", "none") in ("none", "same-origin"):
        return
    # A link on another site may lead to the page; nothing else of theirs may ask for anything.
    if request.path != "/" or request.headers.get("sec-fetch-dest") != "document":
        raise Refusal(HTTPStatus.FORBIDDEN, "Другим сайтам сюда нельзя")

"""Where an answer sends the client to, and what may go there."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urljoin, urlsplit

from stdlib.net.http import HttpRequest, HttpResponse, HttpServer
from stdlib.net.tls import TlsSettings

MOST_REDIRECTS = 10
_SAME_METHOD = (307, 308)
_STATUSES = (301, 302, 303, *_SAME_METHOD)
# What another server must not learn; Host would name the wrong one.
_OF_THIS_SERVER = ("authorization", "cookie", "host", "proxy-authorization")
_OF_THE_BODY = ("content-type", "content-encoding", "content-language")


def redirected(server: HttpServer, request: HttpRequest, answer: HttpResponse) -> tuple[HttpServer, HttpRequest] | None:
    """The next request and its server; None when the answer is no redirect, or one that is not followed.

    Secrets do not go to another server, and nothing goes from a protected connection to one that is not. The proxy is
    left to the caller: `proxy` of another server is None.
    """
    location = next((value for name, value in answer.headers if name.lower() == "location"), "")
    if answer.status not in _STATUSES or not location:
        return None
    try:
        target = urlsplit(urljoin(_address(server, request), location))
        host, port = target.hostname, target.port
    except ValueError:
        return None
    if target.scheme not in ("http", "https") or not host or (server.tls and target.scheme == "http"):
        return None
    path = (target.path or "/") + (f"?{target.query}" if target.query else "")
    onward = replace(_with_method(request, answer.status), target=path)
    secure = target.scheme == "https"
    port = port or (443 if secure else 80)
    if (host, port, secure) == (server.host.lower(), server.port, server.tls is not None):
        return server, onward
    # The client's certificate tells who it is, as a password does.
    tls = replace(server.tls or TlsSettings(), certificate_file=None, certificate_password="") if secure else None
    headers = tuple(header for header in onward.headers if header[0].lower() not in _OF_THIS_SERVER)
    other = replace(server, host=host, port=port, tls=tls, user="", password="", proxy=None)
    return other, replace(onward, headers=headers)


def _address(server: HttpServer, request: HttpRequest) -> str:
    path = request.target if request.target.startswith("/") else f"/{request.target}"
    return f"{'https' if server.tls else 'http'}://{server.name}{path}"


def _with_method(request: HttpRequest, status: int) -> HttpRequest:
    """As browsers do: what was posted is not posted again, unless the status says so."""
    if status in _SAME_METHOD or request.method in ("GET", "HEAD"):
        return request
    headers = tuple(header for header in request.headers if header[0].lower() not in _OF_THE_BODY)
    return replace(request, method="GET", headers=headers, body=b"", length=0)

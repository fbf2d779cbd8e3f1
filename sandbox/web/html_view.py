"""The HTML of a letter, shut in: whatever it holds, it runs nothing, asks nobody and reaches nothing of the page.

It is shown in a frame without rights (`sandbox`), as a document whose own policy forbids scripts, forms and all
addresses. Pictures that came with the letter are written into it, so nothing at all needs to be fetched. Those from
elsewhere tell the sender that the letter was opened: they are let in only when asked for.
"""

from __future__ import annotations

import re
from base64 import b64encode
from typing import TYPE_CHECKING

from sandbox.web.exchange import Headers, Response

if TYPE_CHECKING:
    from stdlib.mail.mime.read import ParsedAttachment, ParsedLetter

_CID = re.compile(r"cid:([^\s\"'<>()]{1,500})", re.IGNORECASE)
_MOST_EMBEDDED = 64 * 1024 * 1024
"""Characters of pictures written in: a small letter may name a big one of its pictures ten thousand times."""
_PICTURE = re.compile(r"image/(?:png|jpeg|gif|webp|bmp|svg\+xml)")
# A policy does not keep <link rel=preconnect> and the like from being obeyed.
_REACHING_OUT = re.compile(r"<(?=(?:link|meta|base)[\s/>])", re.IGNORECASE)
_START = '<!doctype html><meta charset="utf-8"><base target="_blank">'
_RIGHTS = "sandbox allow-popups allow-popups-to-escape-sandbox"
_ALONE = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
_WITH_REMOTE = (
    "default-src 'none'; style-src 'unsafe-inline' http: https:; img-src data: http: https:; "
    "font-src data: http: https:; media-src http: https:"
)


def html_response(letter: ParsedLetter, remote: bool) -> Response | None:
    """The first HTML text as a document; None when the letter has none."""
    text = letter.text("text/html")
    if text is None:
        return None
    text = _CID.sub(_Pictures(letter).embedded, text)
    if not remote:
        text = _REACHING_OUT.sub("<x-", text)
    return Response((_START + text).encode("utf-8", "replace"), "text/html; charset=utf-8", headers=_headers(remote))


class _Pictures:
    """The pictures that came with a letter, by the names they have in its HTML."""

    def __init__(self, letter: ParsedLetter) -> None:
        self._files = {file.content_id: file for file in letter.attachments if file.content_id}
        self._room = _MOST_EMBEDDED

    def embedded(self, match: re.Match[str]) -> str:
        """The picture itself in place of its name, while there is room."""
        from urllib.parse import unquote

        file = self._files.get(match[1]) or self._files.get(unquote(match[1]))
        if file is None or not _PICTURE.fullmatch(file.content_type.lower()):
            return match[0]
        self._room -= len(file.data) * 4 // 3
        return match[0] if self._room < 0 else _data_address(file)


def _data_address(file: ParsedAttachment) -> str:
    return f"data:{file.content_type.lower()};base64,{b64encode(file.data).decode('ascii')}"


def _headers(remote: bool) -> Headers:
    policy = _WITH_REMOTE if remote else _ALONE
    return (
        (
            "Content-Security-Policy",
            f"{policy}; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; {_RIGHTS}",
        ),
        ("X-DNS-Prefetch-Control", "off"),
    )

"""What Послать does with the texts of a letter: local pictures of HTML are attached, a plain text is derived."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from runtime.host import require
from stdlib.enterprise.mail.internet_mail_text import InternetMailText
from stdlib.enterprise.mail.internet_mail_text_type import InternetMailTextType

if TYPE_CHECKING:
    from stdlib.enterprise.mail.internet_mail_message import InternetMailMessage

_IMAGE = re.compile(r"""(<img\b[^>]*?\bsrc\s*=\s*)(["'])(.*?)\2""", re.IGNORECASE | re.DOTALL)
_IGNORED = re.compile(r"<(style|script|head|title)\b.*?</\1\s*>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_LINE = re.compile(r"</?(?:div|p|tr|li|h[1-6]|table|ul|ol)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_ANY_SCHEME = re.compile(r"[a-z][a-z0-9+.-]+:", re.IGNORECASE)


def process(message: InternetMailMessage) -> None:
    """Attach the pictures on disk that HTML texts show, and add a plain text when there is only HTML."""
    pages = [text for text in message.texts if text.text_type is InternetMailTextType.html]
    for page in pages:
        page.text = _IMAGE.sub(lambda found: _attached(message, found), page.text)
    if pages and not any(text.text_type is InternetMailTextType.plain_text for text in message.texts):
        message.texts.items.insert(0, InternetMailText(plain_text(pages[0].text)))


def plain_text(html: str) -> str:
    """The text of a page: blocks become lines, <BR> is ignored (as the platform does), entities are letters."""
    text = _IGNORED.sub("", html)
    text = re.sub(r"\s+", " ", text)
    text = unescape(_TAG.sub("", _LINE.sub("\n", text)))
    return re.sub(r"\n\s*\n+", "\n", re.sub(r"[ \t]*\n[ \t]*", "\n", text)).strip()


def _attached(message: InternetMailMessage, found: re.Match[str]) -> str:
    path = _local_path(unescape(found[3]))
    if path is None:
        return found[0]
    from mimetypes import guess_type
    from os.path import isfile

    # A text may quote a letter of a stranger: only pictures are taken from the disk.
    if not (guess_type(path)[0] or "").startswith("image/"):
        return found[0]
    require("read", path)
    if not isfile(path):
        return found[0]
    added = message.attachments.add(path)
    added.cid = f"image{message.attachments.count()}"
    return f"{found[1]}{found[2]}cid:{added.cid}{found[2]}"


def _local_path(address: str) -> str | None:
    if address.lower().startswith("file:"):
        return unquote(urlsplit(address).path)
    # One letter before the colon is a drive of Windows, not a scheme.
    return None if _ANY_SCHEME.match(address) or address.startswith("//") else unquote(address)

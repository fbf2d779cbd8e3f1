"""What Послать does with the texts of a letter: local pictures of HTML are attached, a plain text is derived."""

from __future__ import annotations

import re
from html import unescape
from itertools import count
from mimetypes import guess_type
from os.path import isfile
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from runtime.host import require
from stdlib.enterprise.mail.internet_mail_attachments import from_file
from stdlib.enterprise.mail.internet_mail_text import InternetMailText
from stdlib.enterprise.mail.internet_mail_text_type import InternetMailTextType

if TYPE_CHECKING:
    from stdlib.enterprise.mail.internet_mail_attachment import InternetMailAttachment
    from stdlib.enterprise.mail.internet_mail_message import InternetMailMessage

_IMAGE = re.compile(r"""(<img\b[^>]*?\bsrc\s*=\s*)(["'])(.*?)\2""", re.IGNORECASE | re.DOTALL)
_IGNORED = re.compile(r"<(style|script|head|title)\b.*?</\1\s*>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_LINE = re.compile(r"</?(?:div|p|tr|li|h[1-6]|table|ul|ol)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_ANY_SCHEME = re.compile(r"[a-z][a-z0-9+.-]+:", re.IGNORECASE)


def processed(message: InternetMailMessage) -> tuple[list[InternetMailText], list[InternetMailAttachment]]:
    """Texts and attachments of the message as they are sent; those of the message itself stay as they are.

    Pictures on disk that HTML texts show are attached, a plain text is added where there is only HTML.
    """
    texts = [text.copy() for text in message.texts]
    pictures = _Pictures({attachment.cid for attachment in message.attachments})
    pages = [text for text in texts if text.text_type is InternetMailTextType.html]
    for page in pages:
        page.text = _IMAGE.sub(pictures.attached, page.text)
    if pages and not any(text.text_type is InternetMailTextType.plain_text for text in texts):
        added = InternetMailText(plain_text(pages[0].text))
        added.encoding = pages[0].encoding
        texts.append(added)
    return texts, [*message.attachments, *pictures.found.values()]


def process(message: InternetMailMessage) -> None:
    """The same, done to the message."""
    texts, attachments = processed(message)
    for text, changed in zip(message.texts, texts, strict=False):
        text.text = changed.text
    message.texts.items.extend(texts[len(message.texts) :])
    message.attachments.items = attachments


def plain_text(html: str) -> str:
    """The text of a page: blocks become lines, <BR> is ignored (as the platform does), entities are letters."""
    text = _IGNORED.sub("", html)
    text = re.sub(r"\s+", " ", text)
    text = unescape(_TAG.sub("", _LINE.sub("\n", text)))
    return re.sub(r"\n\s*\n+", "\n", re.sub(r"[ \t]*\n[ \t]*", "\n", text)).strip()


class _Pictures:
    """Pictures on disk that become attachments, each once."""

    def __init__(self, taken: set[str]) -> None:
        self._taken = taken
        self.found: dict[str, InternetMailAttachment] = {}

    def attached(self, found: re.Match[str]) -> str:
        """The tag, showing the attachment if its picture is on disk."""
        path = _local_path(unescape(found[3]))
        # A text may quote a letter of a stranger: only pictures are taken from the disk.
        if path is None or not (guess_type(path)[0] or "").startswith("image/"):
            return found[0]
        if path not in self.found:
            require("read", path)
            if not isfile(path):
                return found[0]
            self.found[path] = from_file(path)
            self.found[path].cid = self._free_identifier()
        return f"{found[1]}{found[2]}cid:{self.found[path].cid}{found[2]}"

    def _free_identifier(self) -> str:
        number = next(number for number in count(1) if f"image{number}" not in self._taken)
        self._taken.add(f"image{number}")
        return f"image{number}"


def _local_path(address: str) -> str | None:
    if address.lower().startswith("file:"):
        # Loading it takes as long as sending a letter.
        from urllib.request import url2pathname

        return url2pathname(urlsplit(address).path)
    # One letter before the colon is a drive of Windows, not a scheme.
    return None if _ANY_SCHEME.match(address) or address.startswith("//") else unquote(address)

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
    from collections.abc import Callable

    from stdlib.enterprise.mail.internet_mail_attachment import InternetMailAttachment
    from stdlib.enterprise.mail.internet_mail_message import InternetMailMessage

# HTML may quote a letter of a stranger: nothing here looks at the same characters twice.
_IMAGE = re.compile(r"<img\b", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([^\s=>/"']++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'))?|[^>]""")
_IGNORED = re.compile(r"<(style|script|head|title)\b|<!--", re.IGNORECASE)
_END_OF_COMMENT = re.compile("-->")
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
        page.text = with_sources(page.text, pictures.attached)
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
    text = re.sub(r"\s+", " ", _without_ignored(html))
    text = unescape(_tags_replaced(_TAG, "", _tags_replaced(_LINE, "\n", text)))
    lines = (line.strip(" \t") for line in text.split("\n"))
    return "\n".join(line for line in lines if line.strip()).strip()


def with_sources(html: str, source: Callable[[str], str | None]) -> str:
    """The page with other sources of its pictures, by what the function says of each; None leaves it as it is."""
    out: list[str] = []
    done = 0
    tag = _IMAGE.search(html)
    while tag:
        pos = tag.end()
        while found := _ATTRIBUTE.match(html, pos):
            pos = found.end()
            which = 2 if found[2] is not None else 3
            if (found[1] or "").lower() == "src" and found[which]:
                changed = source(unescape(found[which]))
                if changed is not None:
                    out += (html[done : found.start(which)], changed)
                    done = found.end(which)
                break
        tag = _IMAGE.search(html, pos)
    return "".join([*out, html[done:]])


def _without_ignored(html: str) -> str:
    """Without comments and what is not shown; what is not closed stays."""
    kept: list[str] = []
    unclosed: set[str] = set()
    start = pos = 0
    while found := _IGNORED.search(html, pos):
        name = (found[1] or "").lower()
        pos = found.end()
        if name in unclosed:
            continue
        closing = re.compile(rf"</{name}\s*+>", re.IGNORECASE) if name else _END_OF_COMMENT
        if end := closing.search(html, pos):
            kept.append(html[start : found.start()])
            start = pos = end.end()
        else:
            unclosed.add(name)
    return "".join([*kept, html[start:]])


def _tags_replaced(tag: re.Pattern[str], replacement: str, html: str) -> str:
    # Beyond the last > no tag ends, and every < before it is closed: the pattern never looks in vain.
    end = html.rfind(">") + 1
    return tag.sub(replacement, html[:end]) + html[end:]


class _Pictures:
    """Pictures on disk that become attachments, each once."""

    def __init__(self, taken: set[str]) -> None:
        self._taken = taken
        self.found: dict[str, InternetMailAttachment] = {}

    def attached(self, source: str) -> str | None:
        """The attachment as a source of a picture; None when the picture is not on disk."""
        path = _local_path(source)
        # A text may quote a letter of a stranger: only pictures are taken from the disk.
        if path is None or not (guess_type(path)[0] or "").startswith("image/"):
            return None
        if path not in self.found:
            require("read", path)
            if not isfile(path):
                return None
            self.found[path] = from_file(path)
            self.found[path].cid = self._free_identifier()
        return f"cid:{self.found[path].cid}"

    def _free_identifier(self) -> str:
        number = next(number for number in count(1) if f"image{number}" not in self._taken)
        self._taken.add(f"image{number}")
        return f"image{number}"


def _local_path(address: str) -> str | None:
    if address.lower().startswith("file:"):
        path = _path_of(address)
    else:
        # One letter before the colon is a drive of Windows, not a scheme.
        path = "" if _ANY_SCHEME.match(address) else unquote(address)
    # Two slashes of either kind begin the name of another machine: Windows would
    # tell it the user's name and a digest of the password.
    return None if not path or path[:2].replace("\\", "/") == "//" else path


def _path_of(address: str) -> str:
    # Loading it takes as long as sending a letter.
    from urllib.request import url2pathname

    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return url2pathname(parts.path) if parts.netloc.lower() in ("", "localhost") else ""

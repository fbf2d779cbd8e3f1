"""What of a letter will trouble whoever gets it, and where its links lead. Nothing is asked over the network.

A remark has a code, which the page words, and a detail: the name of a field, an address, a size. Those about HTML say
what mail programs do with it: they leave out scripts, forms and frames, block pictures from the network, and the
older ones know little of CSS.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from sandbox.header_block import header_end, split_header
from sandbox.web.html_tags import HtmlText
from stdlib.mail.mime.read import read_letter

if TYPE_CHECKING:
    from sandbox.header_block import HeaderBlock
    from sandbox.web.html_tags import Tag
    from stdlib.mail.mime.read import ParsedLetter

_MOST = 500
"""Links and remarks that are told."""
_LONGEST_LINE = 998
"""Octets (RFC 5322, 2.1.1)."""
_CUT_BY_GMAIL = 102 * 1024
_LONGEST_TOLD = 500
_LONGEST_ADDRESS = 2000
_NEEDED = ("from", "date", "message-id", "subject")
_ONCE = (
    b"from", b"sender", b"reply-to", b"to", b"cc", b"bcc", b"message-id", b"in-reply-to", b"references", b"subject",
    b"date", b"mime-version", b"content-type", b"content-transfer-encoding",
)  # fmt: skip
_LEFT_OUT = {
    "script": "script", "form": "form", "input": "form", "iframe": "frame", "frame": "frame", "object": "frame",
    "embed": "frame", "video": "media", "audio": "media", "base": "base",
}  # fmt: skip
_LONG_LINE = re.compile(rb"[^\r\n]{%d}" % (_LONGEST_LINE + 1))
_STYLE = re.compile(r"\b(position|display|float|background(?:-image)?)\s*:\s*([^;\"'}]{1,200})", re.IGNORECASE)
_POOR_STYLES = re.compile(
    r"position:(?:absolute|fixed|sticky)|display:(?:inline-)?(?:flex|grid)|background(?:-image)?:.*url\(", re.IGNORECASE
)
_DOMAIN = re.compile(r"(?:https?://)?((?:[\w-]{1,63}\.){1,10}[^\W\d_]{2,24})(?=[/:?#]|\Z)")


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that is amiss."""

    code: str
    detail: str = ""


def check_letter(raw: bytes) -> dict[str, Any]:
    """`remarks`: `code`, `detail`; `links`: `address`, `text`; `pictures`: addresses of those from the network."""
    letter = read_letter(raw)
    remarks = [*_of_header(raw, split_header(raw)), *_of_texts(raw, letter)]
    links: list[tuple[str, str]] = []
    pictures: list[str] = []
    text = letter.text("text/html")
    if text is not None:
        html = HtmlText(text)
        links, pictures = _links(html), _pictures(html)
        remarks += [*_of_html(letter, text, html), *_of_links(links)]
    return {
        "remarks": [{"code": each.code, "detail": each.detail[:_LONGEST_TOLD]} for each in _once(remarks)],
        "links": [_told(address, words) for address, words in links[:_MOST]],
        "pictures": [each[:_LONGEST_ADDRESS] for each in pictures[:_MOST]],
    }


def _told(address: str, words: str) -> dict[str, str]:
    return {"address": address[:_LONGEST_ADDRESS], "text": words[:_LONGEST_TOLD]}


def _once(remarks: list[Remark]) -> list[Remark]:
    return list(dict.fromkeys(remarks))[:_MOST]


def _of_header(raw: bytes, header: HeaderBlock) -> Iterator[Remark]:
    for name in _NEEDED:
        if not header.get(name.encode()):
            yield Remark("no-field", name.title().replace("-Id", "-ID"))
    if not any(header.get(name) for name in (b"to", b"cc", b"bcc")):
        yield Remark("no-field", "To")
    counted = Counter(name for name, _ in header.fields)
    for once in _ONCE:
        if counted[once] > 1:
            yield Remark("field-twice", once.decode("ascii").title())
    if not raw[: header_end(raw, 0, len(raw))].isascii():
        yield Remark("raw-header")


def _of_texts(raw: bytes, letter: ParsedLetter) -> Iterator[Remark]:
    if letter.defects:
        yield Remark("malformed")
    if _LONG_LINE.search(raw):
        yield Remark("long-line", str(_LONGEST_LINE))
    if not letter.texts and not letter.attachments:
        yield Remark("empty")
    elif letter.text("text/html") is not None and letter.text("text/plain") is None:
        yield Remark("html-alone")


def _of_html(letter: ParsedLetter, text: str, html: HtmlText) -> Iterator[Remark]:
    size = len(text.encode("utf-8", "replace"))
    if size > _CUT_BY_GMAIL:
        yield Remark("html-large", str(size))
    there = {file.content_id for file in letter.attachments}
    for tag in html.tags():
        if tag.closes:
            continue
        if tag.name in _LEFT_OUT:
            yield Remark(_LEFT_OUT[tag.name], f"<{tag.name}>")
        if any(name.startswith("on") for name in tag.attributes):
            yield Remark("script", f"<{tag.name}>")
        if tag.name == "link" and "stylesheet" in tag.attributes.get("rel", "").lower():
            yield Remark("style-sheet", tag.attributes.get("href", ""))
        if tag.name == "img":
            yield from _of_picture(tag, there)
    if "@import" in text:
        yield Remark("style-sheet", "@import")
    for found in _STYLE.finditer(text):
        style = f"{found[1]}:{found[2].strip()}"
        if _POOR_STYLES.match(style):
            yield Remark("poor-style", style.lower())


def _of_picture(tag: Tag, there: set[str]) -> Iterator[Remark]:
    address = tag.attributes.get("src", "")
    if "alt" not in tag.attributes:
        yield Remark("no-alt", address)
    if address.lower().startswith("data:"):
        yield Remark("data-picture")
    elif address.lower().startswith("cid:") and address[4:] not in there:
        yield Remark("no-picture", address)


def _of_links(links: list[tuple[str, str]]) -> Iterator[Remark]:
    for address, words in links:
        scheme, _, rest = address.partition(":")
        scheme = scheme.lower()
        if not address or address == "#":
            yield Remark("empty-link", words)
        elif not rest or not re.fullmatch(r"[a-z][a-z0-9+.-]*", scheme):
            yield Remark("bare-link", address)
        elif scheme in ("javascript", "data", "file"):
            yield Remark("bad-link", address)
        elif scheme == "http":
            yield Remark("http-link", address)
        if scheme in ("http", "https") and _leads_elsewhere(address, words):
            yield Remark("misleading-link", f"{words} → {address}")


def _leads_elsewhere(address: str, words: str) -> bool:
    """Whether the words name a site, and the link leads to another."""
    named = _DOMAIN.match(words)
    if named is None:
        return False
    try:
        host = (urlsplit(address).hostname or "").lower()
    except ValueError:
        return False
    site = named[1].lower().removeprefix("www.")
    return host != site and not host.endswith(f".{site}")


def _links(html: HtmlText) -> list[tuple[str, str]]:
    """Addresses with the words that are clicked."""
    found: list[tuple[str, str]] = []
    opened: Tag | None = None
    for tag in html.tags():
        if tag.name == "area" and "href" in tag.attributes:
            found.append((tag.attributes["href"], tag.attributes.get("alt", "")))
        if tag.name == "a":
            if opened is not None:
                found.append((opened.attributes["href"], html.words(opened.end, tag.start)))
            opened = tag if not tag.closes and "href" in tag.attributes else None
    if opened is not None:
        found.append((opened.attributes["href"], ""))
    return found


def _pictures(html: HtmlText) -> list[str]:
    sources = (tag.attributes.get("src") or tag.attributes.get("background", "") for tag in html.tags())
    return list(dict.fromkeys(each for each in sources if re.match(r"(?:https?:)?//", each, re.IGNORECASE)))

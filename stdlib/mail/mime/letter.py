"""A letter to be sent, as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from stdlib.mail.mime.addresses import Address, needs_smtputf8

LETTER_TYPES = frozenset(("message/rfc822", "message/global", "message/news"))
"""Types of attachments that are letters themselves."""

# How text beyond ASCII is written in headers: encoded words (RFC 2047) in base64 or Q, or the bytes as they are.
HeaderEncoding = Literal["base64", "quoted-printable", "none"]
AttachmentEncoding = Literal["base64", "uuencode"]
# Texts beyond ASCII: "" takes what makes the shorter and more legible letter.
TextEncoding = Literal["", "base64", "quoted-printable"]


@dataclass(frozen=True, slots=True)
class TextPart:
    """One form of the letter's text; the forms of different types are alternatives of each other."""

    text: str
    content_type: str = "text/plain"
    charset: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """One attached file; `content_type` empty = guessed by name, message/rfc822 = a letter within the letter.

    With `inline` and a `content_id` (without <>) it goes beside the HTML text, which shows it by `cid:`. `charset` is
    for the name, "" = the letter's.
    """

    name: str
    data: bytes
    content_type: str = ""
    content_id: str = ""
    inline: bool = False
    encoding: AttachmentEncoding = "base64"
    charset: str = ""


@dataclass(frozen=True, slots=True)
class ExtraHeader:
    """A header given by name; it replaces ours of the same name. `encoding` None = that of the letter."""

    name: str
    value: str | tuple[Address, ...]
    encoding: HeaderEncoding | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """What compose() needs; times are aware, `message_id` is without <> (empty = a new one), `priority` is 1..5."""

    sender: Address | None = None
    to: tuple[Address, ...] = ()
    cc: tuple[Address, ...] = ()
    bcc: tuple[Address, ...] = ()
    reply_to: tuple[Address, ...] = ()
    subject: str = ""
    date: datetime | None = None
    message_id: str = ""
    texts: tuple[TextPart, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    priority: int = 3
    headers: tuple[ExtraHeader, ...] = ()
    charset: str = "utf-8"
    header_encoding: HeaderEncoding = "base64"
    text_encoding: TextEncoding = ""

    def recipients(self) -> tuple[str, ...]:
        """Addresses of the envelope: to, cc and bcc, each once, in order."""
        everyone = (*self.to, *self.cc, *self.bcc)
        return tuple(dict.fromkeys(recipient.address for recipient in everyone))

    def needs_smtputf8(self) -> bool:
        """Whether a mailbox in the header has a user part that is not ASCII (RFC 6531)."""
        mailboxes = (*self.to, *self.cc, *self.reply_to, *((self.sender,) if self.sender else ()))
        return needs_smtputf8(mailbox.address for mailbox in mailboxes)

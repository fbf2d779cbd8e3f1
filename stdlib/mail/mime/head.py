"""The head of a received letter: subject, addresses, date, identifiers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from stdlib.mail.mime.addresses import Address, parse_addresses
from stdlib.mail.mime.dates import parse_date
from stdlib.mail.mime.headers import decode_header
from stdlib.mail.mime.structure import Fields, first_field, from_first_field, split_fields

_IDENTIFIER = re.compile(r"<([^<>]+)>")
_PRIORITY = re.compile(rb"\s*([1-5])")
_IMPORTANCE = {b"high": 1, b"urgent": 1, b"low": 5, b"non-urgent": 5}


@dataclass(frozen=True, slots=True)
class Head:
    """Fields of a letter's header and what they mean; `date` is aware (with the sender's offset) or None."""

    fields: Fields
    raw: bytes
    charset: str
    subject: str
    sender: Address | None
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    bcc: tuple[Address, ...]
    reply_to: tuple[Address, ...]
    date: datetime | None
    message_id: str
    priority: int

    def value(self, name: str) -> str | None:
        """Text of the first field of this name, in any case of letters; None without one."""
        folded = name.lower()
        for key, value in self.fields:
            if key.lower() == folded:
                return decode_header(value.strip(), self.charset)
        return None

    def items(self) -> list[tuple[str, str]]:
        """All fields as text, in their order."""
        return [(name, decode_header(value.strip(), self.charset)) for name, value in self.fields]

    def addresses(self, name: str) -> tuple[Address, ...]:
        """Mailboxes of all fields of this name."""
        return _addresses(self.fields, name.lower(), self.charset)


def read_head(raw: bytes) -> Head:
    """The head of a letter, from the whole letter or from its header alone. Never raises."""
    raw = from_first_field(raw)
    fields, start = split_fields(raw)
    return head_of(fields, raw[:start], "")


def head_of(fields: Fields, raw: bytes, charset: str) -> Head:
    """The head made of these fields; `charset` is the hint for raw 8-bit text."""
    senders = _addresses(fields, "from", charset) or _addresses(fields, "sender", charset)
    return Head(
        fields=fields,
        raw=raw,
        charset=charset,
        subject=decode_header(first_field(fields, "subject").strip(), charset),
        sender=senders[0] if senders else None,
        to=_addresses(fields, "to", charset),
        cc=_addresses(fields, "cc", charset),
        bcc=_addresses(fields, "bcc", charset),
        reply_to=_addresses(fields, "reply-to", charset),
        date=parse_date(decode_header(first_field(fields, "date").strip())),
        message_id=_identifier(first_field(fields, "message-id")),
        priority=_priority(fields),
    )


def _addresses(fields: Fields, name: str, charset: str) -> tuple[Address, ...]:
    found: list[Address] = []
    for key, value in fields:
        if key.lower() == name:
            flat = value.replace(b"\r", b"").replace(b"\n", b"").strip()
            found.extend(parse_addresses(flat.decode("utf-8", "surrogateescape"), lenient=True, charset=charset))
    return tuple(found)


def _identifier(value: bytes) -> str:
    text = decode_header(value.strip())
    match = _IDENTIFIER.search(text)
    return match[1].strip() if match else text.strip("<> ")


def _priority(fields: Fields) -> int:
    if match := _PRIORITY.match(first_field(fields, "x-priority")):
        return int(match[1])
    for name in ("importance", "x-msmail-priority", "priority"):
        found = _IMPORTANCE.get(first_field(fields, name).strip().lower())
        if found:
            return found
    return 3

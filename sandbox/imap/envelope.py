"""ENVELOPE (RFC 3501, 7.4.2)."""

from __future__ import annotations

from sandbox.header_block import HeaderBlock
from sandbox.imap.address_list import split_addresses
from sandbox.imap.output import nstring


def envelope(header: HeaderBlock) -> bytes:
    """The envelope of a letter; Sender and Reply-To fall back to From."""
    sender = _addresses(header, b"from")
    fields = (
        nstring(header.get(b"date")),
        nstring(header.get(b"subject")),
        sender,
        _addresses(header, b"sender", sender),
        _addresses(header, b"reply-to", sender),
        _addresses(header, b"to"),
        _addresses(header, b"cc"),
        _addresses(header, b"bcc"),
        nstring(header.get(b"in-reply-to")),
        nstring(header.get(b"message-id")),
    )
    return b"(" + b" ".join(fields) + b")"


def _addresses(header: HeaderBlock, name: bytes, otherwise: bytes = b"NIL") -> bytes:
    found = split_addresses(b", ".join(header.all(name)))
    if not found:
        return otherwise
    return (
        b"("
        + b"".join(
            b"(" + b" ".join((nstring(one.name), b"NIL", nstring(one.mailbox), nstring(one.host))) + b")"
            for one in found
        )
        + b")"
    )

"""A letter as JSON has it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sandbox.boxes import LetterSummary
    from stdlib.mail.mime.addresses import Address
    from stdlib.mail.mime.read import ParsedAttachment, ParsedLetter, ParsedText

LONGEST_TEXT = 1_000_000
"""Characters of a text that are shown; the source has all of them."""


def letter_line(summary: LetterSummary) -> dict[str, Any]:
    """What a list shows of a letter."""
    return {
        "number": summary.number,
        "address": summary.address,
        "folder": summary.folder,
        "received": summary.date.isoformat(),
        "sender": summary.sender,
        "recipients": summary.recipients,
        "subject": summary.subject,
        "size": summary.size,
        "seen": summary.seen,
        "flagged": summary.flagged,
        "answered": summary.answered,
    }


def letter_details(letter: ParsedLetter) -> dict[str, Any]:
    """What a page shows of a letter besides its line in the list."""
    head = letter.head
    return {
        "subject": head.subject,
        "from": _person(head.sender) if head.sender else None,
        "to": _people(head.to),
        "cc": _people(head.cc),
        "bcc": _people(head.bcc),
        "reply_to": _people(head.reply_to),
        "sent": head.date.isoformat() if head.date else "",
        "message_id": head.message_id,
        "headers": head.items(),
        "texts": [_text(text) for text in letter.texts],
        "has_html": any(text.content_type == "text/html" for text in letter.texts),
        "files": [_file(place, file) for place, file in enumerate(letter.attachments)],
        "repaired": letter.defects,
    }


def _text(text: ParsedText) -> dict[str, Any]:
    return {
        "type": text.content_type,
        "charset": text.charset,
        "text": text.text[:LONGEST_TEXT],
        "cut": len(text.text) > LONGEST_TEXT,
    }


def _file(place: int, file: ParsedAttachment) -> dict[str, Any]:
    return {
        "place": place,
        "name": file.name,
        "type": file.content_type,
        "size": len(file.data),
        "inline": file.inline,
        "content_id": file.content_id,
    }


def _people(addresses: tuple[Address, ...]) -> list[dict[str, str]]:
    return [_person(address) for address in addresses]


def _person(address: Address) -> dict[str, str]:
    return {"name": address.name, "address": address.address}

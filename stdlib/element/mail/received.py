"""Bytes of a received letter or of its header → objects of the language."""

from __future__ import annotations

from stdlib.element.mail.email import Email
from stdlib.element.mail.email_address import EmailAddress
from stdlib.element.mail.email_attachment import EmailAttachment
from stdlib.element.mail.email_headers import EmailHeaders
from stdlib.element.mail.email_importance import of_priority
from stdlib.element.time.instant import Instant

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from stdlib.mail.mime.addresses import Address
    from stdlib.mail.mime.head import Head
    from stdlib.mail.mime.read import ParsedAttachment


def received_email(raw: bytes) -> Email:
    """Never fails: what cannot be read is repaired or guessed, see ЕстьОшибкиРазбора."""
    from stdlib.mail.mime.read import read_letter

    parsed = read_letter(raw)
    email = Email()
    _fill(email, parsed.head)
    email.text = _without_last_break(parsed.text())
    email.html = _without_last_break(parsed.text("text/html"))
    email.attachments = [
        EmailAttachment(_name(file, number), file.data, file.content_type, file.content_id, file.inline)
        for number, file in enumerate(parsed.attachments, 1)
    ]
    email.defects = parsed.defects
    email.original = raw
    return email


def received_headers(raw: bytes) -> EmailHeaders:
    from stdlib.mail.mime.head import read_head

    headers = EmailHeaders()
    _fill(headers, read_head(raw))
    return headers


def _fill(headers: EmailHeaders, head: Head) -> None:
    headers.head = head
    headers.sender = EmailAddress.received(head.sender) if head.sender else None
    headers.to = _addresses(head.to)
    headers.cc = _addresses(head.cc)
    headers.bcc = _addresses(head.bcc)
    headers.reply_to = _addresses(head.reply_to)
    headers.subject = head.subject
    headers.importance = of_priority(head.priority)
    headers.message_id = head.message_id or None
    headers.sent = Instant.of_epoch(head.date.timestamp()) if head.date else None


def _without_last_break(text: str | None) -> str | None:
    """Text that is sent as it is always ends with a line break, which its author has not written."""
    return text.removesuffix("\n") if text else text


def _name(file: ParsedAttachment, number: int) -> str:
    """Never empty: programs save files by their names."""
    return file.name or (f"message{number}.eml" if file.letter else f"attachment{number}")


def _addresses(mailboxes: Iterable[Address]) -> list[EmailAddress]:
    return [EmailAddress.received(mailbox) for mailbox in mailboxes]

"""ИнтернетПочтовоеСообщение ↔ a letter of the transport (stdlib.mail.mime)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from runtime.enterprise.date import EMPTY_DATE, Date
from runtime.errors import OnecError
from stdlib.enterprise.binary.binary_data import BinaryData
from stdlib.enterprise.collections.array import Array
from stdlib.enterprise.mail.delivery.charsets import charset_of
from stdlib.enterprise.mail.internet_mail_address import InternetMailAddress
from stdlib.enterprise.mail.internet_mail_addresses import InternetMailAddresses
from stdlib.enterprise.mail.internet_mail_attachment import InternetMailAttachment
from stdlib.enterprise.mail.internet_mail_attachment_encoding_mode import InternetMailAttachmentEncodingMode
from stdlib.enterprise.mail.internet_mail_message import InternetMailMessage
from stdlib.enterprise.mail.internet_mail_message_importance import InternetMailMessageImportance
from stdlib.enterprise.mail.internet_mail_message_non_ascii_symbols_encoding_mode import (
    InternetMailMessageNonASCIISymbolsEncodingMode as Mode,
)
from stdlib.enterprise.mail.internet_mail_message_parse_status import InternetMailMessageParseStatus
from stdlib.enterprise.mail.internet_mail_text import InternetMailText, type_of
from stdlib.mail.mime.addresses import Address, parse_addresses
from stdlib.mail.mime.blind_copies import without_blind_copies
from stdlib.mail.mime.charsets import guess_text
from stdlib.mail.mime.compose import compose
from stdlib.mail.mime.encoding import HeaderInjection, is_writable
from stdlib.mail.mime.head import Head, read_head
from stdlib.mail.mime.letter import Attachment, ExtraHeader, Letter, TextPart
from stdlib.mail.mime.read import ParsedAttachment, ParsedLetter, ParsedText, read_letter

if TYPE_CHECKING:
    from stdlib.mail.mime.letter import HeaderEncoding

Content = tuple[Iterable[InternetMailText], Iterable[InternetMailAttachment]]
_LAST_YEAR = 3999
_NUMBER = re.compile(r"\s*[-+]?[0-9]{1,99}(?:\.[0-9]{1,99})?", re.ASCII)
_ENCODINGS: dict[object, HeaderEncoding] = {
    Mode.mime: "base64",
    Mode.quoted_printable: "quoted-printable",
    Mode.none: "none",
}


def letter_of(message: InternetMailMessage, content: Content | None = None) -> Letter:
    """The message as the transport composes it, with its own texts and attachments or with these."""
    texts, attachments = content or (message.texts, message.attachments)
    return Letter(
        sender=_sender(message),
        to=message.to.plain(),
        cc=message.cc.plain(),
        bcc=message.bcc.plain(),
        reply_to=message.reply_to.plain(),
        subject=message.subject,
        message_id=message.message_id,
        texts=tuple(TextPart(t.text, t.content_type, charset_of(t.encoding)) for t in texts),
        attachments=tuple(_attachment(a) for a in attachments),
        priority=message.importance.index + 1,
        headers=tuple(_extra_headers(message)),
        charset=charset_of(message.encoding) or "UTF-8",
        header_encoding=_ENCODINGS[message.non_ascii_symbols_encoding_mode],
        text_encoding="quoted-printable" if message.non_ascii_symbols_encoding_mode is Mode.quoted_printable else "",
    )


def written(message: InternetMailMessage) -> bytes:
    """The message as it is transmitted, without blind copies; the server's own bytes while it is as it came."""
    letter = letter_of(message)
    if message.source is None:
        return composed(letter)
    return message.source if letter == message.received else composed(_without_broken_addresses(letter))


def composed(letter: Letter) -> bytes:
    """Bytes of the letter; an error of the script when something in it cannot stand in a header."""
    try:
        return compose(letter)
    except HeaderInjection as error:
        raise OnecError(str(error)) from error


def _without_broken_addresses(letter: Letter) -> Letter:
    """A received letter may hold addresses that no letter may be written with: the script is not to blame."""

    def writable(addresses: tuple[Address, ...]) -> tuple[Address, ...]:
        return tuple(address for address in addresses if is_writable(address))

    headers = [
        header if isinstance(header.value, str) else replace(header, value=writable(header.value))
        for header in letter.headers
    ]
    return replace(
        letter,
        sender=letter.sender if letter.sender and is_writable(letter.sender) else None,
        to=writable(letter.to),
        cc=writable(letter.cc),
        reply_to=writable(letter.reply_to),
        headers=tuple(header for header in headers if header.value),
    )


def fill(message: InternetMailMessage, raw: bytes) -> None:
    """Everything from a received letter; what the message held before is gone."""
    fill_parsed(message, read_letter(raw))


def fill_parsed(message: InternetMailMessage, parsed: ParsedLetter) -> None:
    fill_head(message, parsed.head, len(parsed.raw))
    message.source = parsed.raw
    message.fields.clear()
    message.texts.items = [_text(part) for part in parsed.texts]
    message.attachments.items = [_received(attachment) for attachment in parsed.attachments]
    message.partial = parsed.partial is not None
    status = InternetMailMessageParseStatus
    message.parse_status = status.errors_detected if parsed.defects else status.errors_not_detected
    message.received = letter_of(message)


def fill_head(message: InternetMailMessage, head: Head, size: int) -> None:
    """What ПолучитьЗаголовки fills."""
    message.header = guess_text(head.raw, head.charset)
    message.raw_header = head.raw
    message.size, message.message_id, message.subject = size, head.message_id, head.subject
    message.set_sender(InternetMailAddress.of(head.sender) if head.sender else InternetMailAddress())
    message.sender_name = head.sender.name if head.sender else ""
    for addresses, found in (
        (message.to, head.to), (message.cc, head.cc), (message.bcc, head.bcc), (message.reply_to, head.reply_to)
    ):  # fmt: skip
        addresses.fill(found)
    message.read_receipt_addresses.fill(head.addresses("Disposition-Notification-To"))
    message.delivery_receipt_addresses.fill(head.addresses("Return-Receipt-To"))
    message.request_read_receipt = bool(len(message.read_receipt_addresses))
    message.request_delivery_receipt = bool(len(message.delivery_receipt_addresses))
    message.organization = head.value("Organization") or ""
    message.categories = head.value("Keywords") or ""
    message.importance = _importance(head.priority)
    message.posting_date = date_of(head.date)
    offset = head.date.utcoffset() if head.date else None
    message.posting_date_offset = int(offset.total_seconds()) if offset else 0


def header_field(message: InternetMailMessage, name: str, sample: object) -> object:
    """ПолучитьПолеЗаголовка: a field as a value of the sample's kind."""
    from runtime.enterprise.convert import to_number

    given = message.fields.get(name.lower())
    raw: object = given[1] if given else _written_field(message, name)
    if isinstance(sample, InternetMailAddress | InternetMailAddresses):
        addresses = InternetMailAddresses()
        addresses.fill(_address_values(raw))
        if isinstance(sample, InternetMailAddresses):
            return addresses
        return addresses[0] if len(addresses) else InternetMailAddress()
    text = _field_text(raw)
    if isinstance(sample, int) and not isinstance(sample, bool):
        # Others write "1 (Highest)", or no number at all.
        number = _NUMBER.match(text)
        return to_number(number[0]) if number else 0
    return text


def _written_field(message: InternetMailMessage, name: str) -> str | None:
    if message.source is None and message.raw_header:
        # Of ПолучитьЗаголовки: there is nothing to write but what came.
        return read_head(message.raw_header).value(name)
    value = read_head(written(message)).value(name)
    # Writing a letter that was changed loses fields that no property shows.
    return read_head(message.source).value(name) if value is None and message.source is not None else value


def date_of(moment: datetime | None) -> Date:
    """The wall clock of a moment, in its own time zone; the empty date when there is none that 1C can hold."""
    if moment is None or moment.year > _LAST_YEAR:
        return EMPTY_DATE
    return Date(moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second)


def _sender(message: InternetMailMessage) -> Address | None:
    sender = message.sender()
    if not isinstance(sender, InternetMailAddress) or not sender.address:
        return None
    plain = sender.plain()
    return replace(plain, name=plain.name or message.sender_name)


def _attachment(item: InternetMailAttachment) -> Attachment:
    data, kind = item.data, item.mime_type
    if isinstance(data, InternetMailMessage):
        raw, kind = without_blind_copies(data.get_source_data().data), kind or "message/rfc822"
    else:
        raw = data.data
    encoded = item.encoding_mode is InternetMailAttachmentEncodingMode.uuencode
    charset = charset_of(item.encoding)
    return Attachment(item.name, raw, kind, item.cid, bool(item.cid), "uuencode" if encoded else "base64", charset)


def _extra_headers(message: InternetMailMessage) -> list[ExtraHeader]:
    """Fields that properties stand for, unless the script has set them by hand, and those that it has set."""
    headers = [header for header in _of_properties(message) if header.name.lower() not in message.fields]
    for name, value, mode in message.fields.values():
        headers.append(ExtraHeader(name, _header_value(value), _ENCODINGS[mode] if mode is not None else None))
    return headers


def _of_properties(message: InternetMailMessage) -> Iterator[ExtraHeader]:
    if message.organization:
        yield ExtraHeader("Organization", message.organization)
    if message.categories:
        yield ExtraHeader("Keywords", message.categories)
    for name, wanted, addresses in (
        ("Return-Receipt-To", message.request_delivery_receipt, message.delivery_receipt_addresses),
        ("Disposition-Notification-To", message.request_read_receipt, message.read_receipt_addresses),
    ):
        sender = _sender(message)
        plain = addresses.plain() or ((sender,) if wanted and sender else ())
        if plain:
            yield ExtraHeader(name, plain)


def _header_value(value: object) -> str | tuple[Address, ...]:
    if isinstance(value, InternetMailAddress | InternetMailAddresses):
        return _address_values(value)
    return _field_text(value)


def _field_text(value: object) -> str:
    if isinstance(value, InternetMailAddress | InternetMailAddresses):
        return ", ".join(f"{one.name} <{one.address}>" if one.name else one.address for one in _address_values(value))
    from decimal import Decimal

    from runtime.enterprise.presentation import plain, text_of

    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return plain(value)
    return text_of(value)


def _address_values(value: Any) -> tuple[Address, ...]:
    if isinstance(value, InternetMailAddress):
        return (value.plain(),)
    if isinstance(value, InternetMailAddresses):
        return value.plain()
    return tuple(parse_addresses(value)) if isinstance(value, str) else ()


def _text(part: ParsedText) -> InternetMailText:
    made = InternetMailText(part.text, type_of(part.content_type))
    made.custom_text_type, made.encoding, made.received = part.content_type, part.charset, (part.text, part.raw)
    return made


def _received(parsed: ParsedAttachment) -> InternetMailAttachment:
    data: BinaryData | InternetMailMessage = BinaryData(parsed.data)
    if parsed.letter is not None:
        data = InternetMailMessage()
        fill_parsed(data, parsed.letter)
    made = InternetMailAttachment(data, parsed.name)
    made.cid, made.mime_type = parsed.content_id, parsed.content_type
    return made


def _importance(priority: int) -> InternetMailMessageImportance:
    values = InternetMailMessageImportance
    order = (values.highest, values.high, values.normal, values.low, values.lowest)
    found: InternetMailMessageImportance = order[min(max(priority, 1), 5) - 1]
    return found


def identifiers(*values: str) -> Array:
    return Array.of(values)

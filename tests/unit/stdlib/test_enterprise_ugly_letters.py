"""A script never gets an exception because a letter is ugly: СтатусРазбора tells it."""

from __future__ import annotations

from email import message_from_bytes
from email.message import Message
from email.policy import SMTP

import pytest

from stdlib.enterprise.binary.binary_data import BinaryData
from stdlib.enterprise.mail.internet_mail_message import InternetMailMessage
from stdlib.enterprise.mail.internet_mail_message_parse_status import InternetMailMessageParseStatus as Status
from support.ugly_letters import UGLY_LETTERS


def _received(raw: bytes) -> InternetMailMessage:
    message = InternetMailMessage()
    message.set_source_data(BinaryData(raw))
    return message


def _texts(message: InternetMailMessage) -> list[str]:
    return [text for each in message.texts if (text := each.text.strip())]


def _defects(part: Message) -> list[object]:
    """What another reader has to say against it; letters within are as they came."""
    inner = part.get_payload() if part.get_content_maintype() == "multipart" else []
    assert isinstance(inner, list)
    return [*part.defects, *(defect for each in inner if isinstance(each, Message) for defect in _defects(each))]


@pytest.mark.parametrize("name", UGLY_LETTERS)
def test_a_script_reads_an_ugly_letter_and_sends_it_on(name: str) -> None:
    ugly = UGLY_LETTERS[name]
    message = _received(ugly.raw)
    assert message.parse_status is (Status.errors_not_detected if ugly.sound else Status.errors_detected)
    assert message.get_source_data().data == ugly.raw
    message.subject = f"Fwd: {message.subject}"
    data = message.get_source_data().data
    again = _received(data)
    assert again.parse_status is Status.errors_not_detected
    assert again.subject == message.subject
    assert _texts(again) == _texts(message)
    assert len(again.attachments) == len(message.attachments)
    assert _defects(message_from_bytes(data, policy=SMTP)) == []

"""Any bytes are a letter to Enterprise, and any letter survives being sent."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from stdlib.enterprise.binary.binary_data import BinaryData
from stdlib.enterprise.mail.internet_mail_message import InternetMailMessage
from stdlib.enterprise.mail.internet_mail_text_type import InternetMailTextType

_LINES = st.sampled_from(
    [
        b"From: a@b.c",
        b"From: <<>>,;",
        b"To: =?utf-8?B?0JA=?= <x@y>, z",
        b"Date: Sat, 31 Dec 9999 23:59:60 +9999",
        b"Date: 1 Jan 0001 00:00:00 -0100",
        b"Subject: \xcf\xf0\xe8\xe2\xe5\xf2",
        b"Received: by x; never",
        b"Content-Type: multipart/mixed; boundary=b",
        b"Content-Type: message/rfc822",
        b"Content-Type: message/partial; number=x; total=0; id=1",
        b"Content-Type: text/html; charset=nothing",
        b"Content-Transfer-Encoding: base64",
        b"X-Priority: 99",
        b"--b",
        b"--b--",
        b"",
        b"=?utf-8?B?",
        b"\x00\xff",
    ]
)
_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"))
_NAME = st.text(st.characters(exclude_categories=["C", "Z"]), max_size=30)


@given(st.lists(_LINES, max_size=25).map(b"\r\n".join) | st.binary(max_size=200))
def test_any_bytes_are_taken_and_given_back(raw: bytes) -> None:
    message = InternetMailMessage()
    message.set_source_data(BinaryData(raw))
    assert message.get_source_data().data == raw
    message.subject += "!"
    again = InternetMailMessage()
    again.set_source_data(message.get_source_data())
    assert again.subject == message.subject.strip()


@given(_NAME, _NAME, _TEXT, _TEXT, st.binary(max_size=100))
def test_a_letter_comes_back_as_it_was_composed(subject: str, name: str, text: str, html: str, data: bytes) -> None:
    message = InternetMailMessage()
    message.subject = subject
    message.to.add("ivan@1c.ru").display_name = name
    message.texts.add(text)
    message.texts.add(html, InternetMailTextType.html)
    message.attachments.add(BinaryData(data), name or "1")
    again = InternetMailMessage()
    again.set_source_data(message.get_source_data())
    assert again.subject == subject
    assert again.to[0].display_name == name
    assert [each.text.removesuffix("\n") for each in again.texts] == [each.removesuffix("\n") for each in (text, html)]
    assert [each.data for each in again.attachments] == [BinaryData(data)]

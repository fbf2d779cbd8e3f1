"""Letters that scripts compose, read by a reader that is not ours: the parser of Python."""

from __future__ import annotations

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest

from stdlib.enterprise.binary.binary_data import BinaryData
from stdlib.enterprise.mail.delivery.charsets import codec_of
from stdlib.enterprise.mail.internet_mail_attachment_encoding_mode import InternetMailAttachmentEncodingMode
from stdlib.enterprise.mail.internet_mail_message import InternetMailMessage
from stdlib.enterprise.mail.internet_mail_message_importance import InternetMailMessageImportance as Importance
from stdlib.enterprise.mail.internet_mail_message_non_ascii_symbols_encoding_mode import (
    InternetMailMessageNonASCIISymbolsEncodingMode as Mode,
)
from stdlib.enterprise.mail.internet_mail_text_type import InternetMailTextType

_LATIN, _CYRILLIC, _JAPANESE = "Grusse, 5", "Счет за май", "日本語"
# The names that the platform's reference lists, each with a text of its alphabet.
_CHARSETS = {
    _LATIN: "UTF-16 UTF-16BE UTF-16LE ISO-8859-1 iso-8859-2 iso-8859-3 iso-8859-4 iso-8859-9 iso-8859-13 iso-8859-15 "
    "US-ASCII windows-1250 windows-1252 windows-1254 windows-1257 windows-1258 macintosh",
    _CYRILLIC: "UTF-8 iso-8859-5 windows-1251 cp866 KOI8-R KOI8-U x-mac-cyrillic gb18030",
    _JAPANESE: "Shift_JIS EUC-JP ISO-2022-JP",
    "مرحبا": "iso-8859-6 windows-1256",
    "Γειά": "iso-8859-7 windows-1253",
    "שלום": "iso-8859-8 windows-1255",
    "สวัสดี": "windows-874",
    "中文": "Big5 Big5-HKSCS GBK GB2312 GB_2312-80 HZ-GB-2312 ISO-2022-CN ISO-2022-CN-EXT",
    "한국어": "EUC-KR KSC_5601 windows-949 ISO-2022-KR",
}


def _letter(*texts: str) -> InternetMailMessage:
    message = InternetMailMessage()
    message.set_sender("ivan@mail.test")
    message.to.add("maria@mail.test").display_name = "Мария"
    message.subject = _CYRILLIC
    for text in texts:
        message.texts.add(text)
    return message


def _read(message: InternetMailMessage) -> EmailMessage:
    made = message_from_bytes(message.get_source_data().data, policy=default)
    assert isinstance(made, EmailMessage)
    assert [part.defects for part in made.walk() if part.defects] == []
    return made


@pytest.mark.parametrize(
    ("charset", "text"), [(name, text) for text, names in _CHARSETS.items() for name in names.split()]
)
def test_every_charset_of_the_platform_is_written(charset: str, text: str) -> None:
    # Python cannot write the ones for Chinese; then the letter is in UTF-8, and says so.
    assert charset.startswith("ISO-2022-CN") or codec_of(charset)
    message = _letter(text)
    message.encoding, message.subject = charset, text
    message.attachments.add(BinaryData(b"1"), text)
    found = _read(message)
    assert found["Subject"] == text
    body = found.get_body()
    assert body is not None and body.get_content().strip() == text
    assert [part.get_filename() for part in found.iter_attachments()] == [text]


@pytest.mark.parametrize("mode", [Mode.mime, Mode.quoted_printable])
def test_the_way_of_encoding_is_the_chosen_one(mode: Mode) -> None:
    message = _letter(_CYRILLIC * 10)
    message.non_ascii_symbols_encoding_mode = mode
    found = _read(message)
    quoted = mode is Mode.quoted_printable
    assert (b"Subject: =?utf-8?Q?" if quoted else b"Subject: =?utf-8?B?") in message.get_source_data().data
    assert found["Content-Transfer-Encoding"] == ("quoted-printable" if quoted else "base64")
    assert found.get_content().strip() == _CYRILLIC * 10
    assert str(found["To"]) == "Мария <maria@mail.test>"


def test_html_with_a_picture_and_a_derived_text() -> None:
    message = _letter()
    message.texts.add('<div>раз</div><div>два<br>три</div><img src="cid:p1">', InternetMailTextType.html)
    message.attachments.add(BinaryData(b"\x89PNG"), "точка.png").cid = "p1"
    message.attachments.add(BinaryData(b"%PDF"), "счёт.pdf")
    message.process_texts()
    found = _read(message)
    plain, html = found.get_body(("plain",)), found.get_body(("html",))
    assert plain is not None and plain.get_content().split() == ["раз", "дватри"]
    assert html is not None and "cid:p1" in html.get_content()
    pictures = [part for part in found.walk() if part["Content-ID"] == "<p1>"]
    assert [part.get_content() for part in pictures] == [b"\x89PNG"]
    assert [part.get_content_type() for part in found.walk()].count("multipart/related") == 1
    assert [part.get_filename() for part in found.iter_attachments()][-1] == "счёт.pdf"


def test_letters_within_letters_are_read_to_the_innermost() -> None:
    inner = _letter("внутри")
    for level in range(5):
        outer = _letter(f"уровень {level}")
        outer.attachments.add(inner, f"уровень {level}")
        inner = outer
    found = _read(inner)
    for _ in range(5):
        part = next(found.iter_attachments())
        assert part.get_content_type() == "message/rfc822"
        found = part.get_content()
    assert found.get_content().strip() == "внутри"


@pytest.mark.parametrize(
    ("importance", "priority", "word"),
    [
        (Importance.highest, "1", "high"),
        (Importance.high, "2", "high"),
        (Importance.normal, None, None),
        (Importance.low, "4", "low"),
        (Importance.lowest, "5", "low"),
    ],
    ids=["highest", "high", "normal", "low", "lowest"],
)
def test_importance_is_told_to_other_programs(importance: Importance, priority: str | None, word: str | None) -> None:
    message = _letter("т")
    message.importance = importance
    found = _read(message)
    assert (found["X-Priority"], found["Importance"]) == (priority, word)


def test_receipts_go_to_whom_the_script_names_or_to_the_sender() -> None:
    message = _letter("т")
    message.request_delivery_receipt = message.request_read_receipt = True
    message.read_receipt_addresses.add("boss@mail.test").display_name = "Начальник"
    found = _read(message)
    assert found["Return-Receipt-To"] == "ivan@mail.test"
    assert found["Disposition-Notification-To"] == "Начальник <boss@mail.test>"


def test_an_attachment_of_any_size_is_there_once() -> None:
    data = bytes(range(256)) * 40_000
    message = _letter("т")
    message.attachments.add(BinaryData(data), "a.bin")
    message.attachments.add(
        BinaryData(data[:5000]), "b.bin"
    ).encoding_mode = InternetMailAttachmentEncodingMode.uuencode
    found = _read(message)
    assert [part.get_payload(decode=True) for part in found.iter_attachments()] == [data, data[:5000]]


def test_composing_a_big_file_takes_little_more_memory_than_the_letter() -> None:
    import tracemalloc

    message = _letter("т")
    message.attachments.add(BinaryData(bytes(20_000_000)), "a.bin")
    tracemalloc.start()
    try:
        size = message.get_source_data().size()
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    # The pieces and what they are joined to; with one copy more it would be three times.
    assert peak < size * 2.3

"""What compose() writes, checked with the standard parser and byte by byte."""

from __future__ import annotations

import base64
import email
import email.policy
from datetime import UTC, datetime, timedelta, timezone
from email.message import EmailMessage
from time import process_time

import pytest

from stdlib.mail.mime.addresses import Address
from stdlib.mail.mime.compose import compose, new_message_id
from stdlib.mail.mime.encoding import HeaderInjection
from stdlib.mail.mime.head import read_head
from stdlib.mail.mime.letter import Attachment, ExtraHeader, HeaderEncoding, Letter, TextPart
from stdlib.mail.mime.read import read_letter

MARIA = Address("Мария Петрова", "maria@mail.test")
IVAN = Address("", "ivan@mail.test")


def letter(**changes: object) -> Letter:
    fields: dict[str, object] = {
        "sender": MARIA,
        "to": (IVAN,),
        "subject": "Счёт № 15",
        "texts": (TextPart("Привет!\n"),),
    }
    return Letter(**(fields | changes))  # type: ignore[arg-type]


def parsed(source: Letter) -> EmailMessage:
    message = email.message_from_bytes(compose(source), policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    return message


def header_block(source: Letter) -> bytes:
    return compose(source).partition(b"\r\n\r\n")[0]


def test_standard_parser_reads_the_letter() -> None:
    message = parsed(letter(cc=(Address("Пётр", "p@mail.test"),), reply_to=(IVAN,)))
    assert message["Subject"] == "Счёт № 15"
    assert message["From"].addresses[0].display_name == "Мария Петрова"
    assert message["Cc"].addresses[0].addr_spec == "p@mail.test"
    assert message["Reply-To"] == "ivan@mail.test"
    assert message.get_content() == "Привет!\r\n"
    assert message.defects == []


def test_every_line_ends_with_crlf() -> None:
    raw = compose(letter(texts=(TextPart("а\nб\rв\r\nг"), TextPart("<p>г</p>", "text/html"))))
    assert raw.count(b"\n") == raw.count(b"\r\n") == raw.count(b"\r")


def test_lines_of_the_header_are_short_and_ascii() -> None:
    source = letter(
        subject="Очень длинная тема письма о поставке оборудования " * 5,
        to=tuple(Address(f"Получатель письма номер {number}", f"user{number}@mail.test") for number in range(30)),
    )
    block = header_block(source)
    assert block.isascii()
    assert max(map(len, block.split(b"\r\n"))) <= 78
    # Python 3.11 puts spaces between the encoded words of a name (not of a subject), so names are read by our reader.
    assert parsed(source)["Subject"] == source.subject
    assert read_head(compose(source)).to == source.to


def test_encoded_words_are_split_between_letters() -> None:
    block = header_block(letter(subject="Ё" * 100))
    for line in block.split(b"\r\n"):
        for word in line.split():
            if word.startswith(b"=?utf-8?B?"):
                assert len(word) <= 75
                base64.b64decode(word[10:-2]).decode("utf-8")


def test_long_ascii_subject_is_folded_and_unfolds_to_itself() -> None:
    subject = "word " * 40 + "end"
    block = header_block(letter(subject=subject))
    assert max(map(len, block.split(b"\r\n"))) <= 78
    assert parsed(letter(subject=subject))["Subject"] == subject


def test_bcc_stays_out_unless_asked_for() -> None:
    source = letter(bcc=(Address("", "secret@mail.test"),))
    assert b"secret@mail.test" not in compose(source)
    assert b"Bcc: secret@mail.test\r\n" in compose(source, with_bcc=True)
    assert source.recipients() == ("ivan@mail.test", "secret@mail.test")


def test_recipients_of_the_envelope_are_named_once() -> None:
    assert letter(cc=(IVAN,), bcc=(Address("И", "ivan@mail.test"),)).recipients() == ("ivan@mail.test",)


def test_letter_knows_whether_its_header_needs_smtputf8() -> None:
    assert letter(cc=(Address("", "иван@mail.test"),)).needs_smtputf8()
    assert not letter(cc=(Address("Иван", "ivan@почта.рф"),)).needs_smtputf8()


def test_date_keeps_its_offset() -> None:
    moscow = timezone(timedelta(hours=3))
    block = header_block(letter(date=datetime(2026, 11, 22, 10, 0, tzinfo=moscow)))
    assert b"Date: Sun, 22 Nov 2026 10:00:00 +0300\r\n" in block


def test_letter_without_date_gets_the_present_one() -> None:
    written = parsed(letter())["Date"].datetime
    assert abs((datetime.now(UTC) - written).total_seconds()) < 60


def test_message_id_is_made_or_kept() -> None:
    assert b"Message-ID: <abc@x.ru>\r\n" in header_block(letter(message_id="abc@x.ru"))
    first, second = new_message_id("a@почта.рф"), new_message_id("a@почта.рф")
    assert first != second
    assert first.endswith("@xn--80a1acny.xn--p1ai")
    assert new_message_id("").endswith("@localhost")


@pytest.mark.parametrize(("priority", "importance"), [(1, "high"), (2, "high"), (4, "low"), (5, "low")])
def test_priority_is_written(priority: int, importance: str) -> None:
    block = header_block(letter(priority=priority))
    assert f"X-Priority: {priority}\r\nImportance: {importance}\r\n".encode() in block


def test_normal_priority_is_not_written() -> None:
    assert b"Priority" not in header_block(letter())


def test_domain_in_the_header_is_punycode() -> None:
    assert b"<ivan@xn--80a1acny.xn--p1ai>" in header_block(letter(to=(Address("Иван", "ivan@почта.рф"),)))


def test_extra_header_replaces_ours() -> None:
    block = header_block(letter(headers=(ExtraHeader("subject", "Другая"), ExtraHeader("X-Own", "да", "none"))))
    assert block.lower().count(b"subject:") == 1
    assert "X-Own: да".encode() in block


def test_extra_header_of_addresses_encodes_names() -> None:
    source = letter(headers=(ExtraHeader("Disposition-Notification-To", (MARIA,)),))
    assert parsed(source)["Disposition-Notification-To"] == "Мария Петрова <maria@mail.test>"


def test_headers_of_the_content_are_always_ours() -> None:
    block = header_block(letter(headers=(ExtraHeader("Content-Type", "text/evil"),)))
    assert b"evil" not in block


@pytest.mark.parametrize(
    "changes",
    [
        {"subject": "Тема\r\nBcc: evil@x.ru"},
        {"subject": "plain\nBcc: evil@x.ru"},
        {"subject": "plain\rBcc: evil@x.ru"},
        {"subject": "nul\x00"},
        {"to": (Address("Имя\r\nBcc: e@x.ru", "a@b.ru"),)},
        {"to": (Address("", "a@b.ru\r\nBcc: e@x.ru"),)},
        {"to": (Address("", "a@b.ru>, <e@x.ru"),)},
        {"to": (Address("", "a@" + "я" * 70 + ".рф"),)},
        {"message_id": "a@b\r\nBcc: e@x.ru"},
        {"headers": (ExtraHeader("X-Own", "a\r\nBcc: e@x.ru"),)},
        {"headers": (ExtraHeader("X-Own", "a\nb", "none"),)},
        {"headers": (ExtraHeader("X Own", "a"),)},
        {"headers": (ExtraHeader("X-Own: a\r\nBcc", "e@x.ru"),)},
        {"headers": (ExtraHeader("Поле", "a"),)},
        {"texts": (TextPart("a", "text/plain\r\nBcc: e@x.ru"),)},
        {"attachments": (Attachment("a\r\nb.txt", b""),)},
        {"attachments": (Attachment("a.txt", b"", "text/plain\r\nX: y"),)},
        {"attachments": (Attachment("a.txt", b"", content_id="x\r\nX: y"),)},
    ],
    ids=repr,
)
def test_value_cannot_break_out_of_its_header(changes: dict[str, object]) -> None:
    with pytest.raises(HeaderInjection):
        compose(letter(**changes))


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("only ascii\n", "7bit"),
        ("Кириллица почти вся", "base64"),
        ("mostly ascii text with one letter Ё and many more words", "quoted-printable"),
        ("x" * 2000, "quoted-printable"),
    ],
    ids=["ascii", "cyrillic", "one letter beyond ascii", "line too long"],
)
def test_transfer_encoding_suits_the_text(text: str, encoding: str) -> None:
    message = parsed(letter(texts=(TextPart(text),)))
    assert message["Content-Transfer-Encoding"] == encoding
    assert message.get_content().rstrip() == text.rstrip()
    assert max(map(len, compose(letter(texts=(TextPart(text),))).split(b"\r\n"))) <= 998


def test_charset_of_the_letter_is_used_while_the_text_fits() -> None:
    message = parsed(letter(charset="koi8-r", subject="Привет", texts=(TextPart("Привет"),)))
    assert message.get_content_charset() == "koi8-r"
    assert "=?koi8-r?B?" in compose(letter(charset="koi8-r", subject="Привет")).decode("ascii")
    assert parsed(letter(charset="koi8-r", texts=(TextPart("Привет ☺"),))).get_content_charset() == "utf-8"
    assert parsed(letter(charset="windows-1251")).get_content_charset() == "windows-1251"


def test_headers_can_be_quoted_printable_or_raw() -> None:
    assert b"=?utf-8?Q?=D0=9F?=" in header_block(letter(subject="П", header_encoding="quoted-printable"))
    assert "Subject: Привет\r\n".encode() in header_block(letter(subject="Привет", header_encoding="none")) + b"\r\n"


@pytest.mark.parametrize("encoding", ["base64", "quoted-printable", "none"])
@pytest.mark.parametrize("charset", ["utf-8", "koi8-r", "shift_jis", "utf-16"])
@pytest.mark.parametrize(
    "text",
    ["я" * 3000, "x" * 3000, '"' * 3000, "слово " * 500 + "!", "a  b" * 900, "😀" * 700],
    ids=["letters", "ascii", "quotes", "words", "blanks", "emoji"],
)
def test_no_line_is_longer_than_998_octets(text: str, charset: str, encoding: HeaderEncoding) -> None:
    person = Address(text, "ivan@mail.test")
    letter = Letter(
        sender=person,
        to=(person, person),
        subject=text,
        texts=(TextPart(text), TextPart(text, "text/html")),
        attachments=(Attachment(text, b"data", "text/plain; x=" + "y" * 2000),),
        headers=(ExtraHeader("Organization", text), ExtraHeader("X-People", (person,))),
        charset=charset,
        header_encoding=encoding,
    )
    raw = compose(letter)
    assert max(map(len, raw.split(b"\r\n"))) <= 998
    found = read_letter(raw)
    assert (found.head.subject, found.head.to[1].name, found.attachments[0].name) == (text, text, text)


def test_identifiers_and_addresses_that_no_line_holds_are_refused() -> None:
    with pytest.raises(HeaderInjection, match="длиннее"):
        compose(Letter(attachments=(Attachment("a.png", b"", content_id="x" * 1000, inline=True),)))
    with pytest.raises(HeaderInjection, match="Недопустимый почтовый адрес"):
        compose(Letter(to=(Address("", "x" * 1000 + "@mail.test"),)))


def test_structure_is_mixed_alternative_related() -> None:
    message = parsed(
        letter(
            texts=(TextPart("<img src='cid:pic'>", "text/html"), TextPart("текст")),
            attachments=(
                Attachment("pic.png", b"\x89PNG", content_id="pic", inline=True),
                Attachment("Отчёт.pdf", b"%PDF"),
            ),
        )
    )
    kinds = [part.get_content_type() for part in message.walk()]
    assert kinds == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "multipart/related",
        "text/html",
        "image/png",
        "application/pdf",
    ]
    picture = next(part for part in message.walk() if part.get_content_type() == "image/png")
    assert picture["Content-ID"] == "<pic>"
    assert picture.get_content_disposition() == "inline"


def test_inline_file_without_html_is_an_ordinary_part() -> None:
    message = parsed(letter(attachments=(Attachment("pic.png", b"1", content_id="pic", inline=True),)))
    assert [part.get_content_type() for part in message.walk()] == ["multipart/mixed", "text/plain", "image/png"]


def test_second_text_of_a_type_goes_beside() -> None:
    message = parsed(letter(texts=(TextPart("один"), TextPart("два"))))
    assert [part.get_content_type() for part in message.walk()] == ["multipart/mixed", "text/plain", "text/plain"]


@pytest.mark.parametrize(
    "name",
    [
        "report.pdf",
        "two words.txt",
        'quo"te\\.txt',
        "Отчёт за май.xlsx",
        "Очень длинное имя файла " * 8 + ".xml",
        "a" * 300,
    ],
    ids=repr,
)
def test_file_name_survives_the_standard_parser(name: str) -> None:
    message = parsed(letter(attachments=(Attachment(name, b"data"),)))
    part = next(message.iter_attachments())
    assert part.get_filename() == name
    assert part.get_content() in (b"data", "data")


def test_old_programs_find_the_name_in_the_content_type() -> None:
    raw = compose(letter(attachments=(Attachment("Ёж.bin", b"1"),)))
    assert b'name="=?utf-8?B?0IHQti5iaW4=?="' in raw
    assert b"filename*=utf-8''%D0%81%D0%B6.bin" in raw


@pytest.mark.parametrize(
    ("name", "content_type"),
    [
        ("a.pdf", "application/pdf"),
        ("a.xml", "text/xml"),
        ("a.tar.gz", "application/octet-stream"),
        ("без типа", "application/octet-stream"),
        ("a.eml", "application/octet-stream"),
    ],
)
def test_type_of_a_file_is_guessed_by_its_name(name: str, content_type: str) -> None:
    part = next(parsed(letter(attachments=(Attachment(name, b"<a/>"),))).iter_attachments())
    assert part.get_content_type() == content_type


def test_letter_within_the_letter_keeps_its_bytes() -> None:
    inner = compose(letter(subject="внутри"))
    raw = compose(letter(attachments=(Attachment("fwd.eml", inner, "message/rfc822"),)))
    assert inner.rstrip(b"\r\n") in raw
    assert b"message/rfc822" in raw


def test_uuencoded_attachment_is_written() -> None:
    raw = compose(letter(attachments=(Attachment("a.bin", bytes(range(100)), encoding="uuencode"),)))
    assert b"Content-Transfer-Encoding: x-uuencode" in raw
    part = next(email.message_from_bytes(raw, policy=email.policy.default).iter_attachments())  # type: ignore[attr-defined]
    assert part.get_payload(decode=True) == bytes(range(100))


def test_letter_without_text_is_sound() -> None:
    message = parsed(letter(texts=(), attachments=(Attachment("a.bin", b"1"),)))
    assert message.defects == []
    assert next(message.iter_attachments()).get_content() == b"1"


def test_ten_thousand_small_letters_a_second_are_composed() -> None:
    letters = [letter(subject=f"Счёт № {number}") for number in range(300)]
    # Four times below the figure of the slow machine this was measured on.
    assert len(letters) / min(_seconds(letters) for _ in range(3)) > 10_000


def _seconds(letters: list[Letter]) -> float:
    start = process_time()
    for item in letters:
        compose(item)
    return process_time() - start

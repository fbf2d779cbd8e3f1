"""Letters as they really come: sound ones, spoilt ones, ugly ones."""

from __future__ import annotations

import base64
import binascii
import quopri
import random
import struct
import tracemalloc
from datetime import UTC, datetime, timedelta, timezone
from time import process_time

import pytest

from stdlib.mail.mime.addresses import Address
from stdlib.mail.mime.head import read_head
from stdlib.mail.mime.read import ParsedLetter, read_letter

SUBJECT = "Счёт № 15 за май"
NAME = "Мария Петрова"
TEXT = "Привет! Оплатите счёт до пятницы, пожалуйста."
FILE = "Отчёт за май.bin"
DATA = random.Random(7).randbytes(5000)


def base64_lines(data: bytes) -> bytes:
    return base64.encodebytes(data).replace(b"\n", b"\r\n")


def word(text: str, charset: str = "utf-8") -> bytes:
    return b"=?" + charset.encode() + b"?B?" + base64.b64encode(text.encode(charset)) + b"?="


def head(subject: bytes = word(SUBJECT), sender: bytes = word(NAME) + b" <m@mail.test>", extra: bytes = b"") -> bytes:
    return (
        b"From: " + sender + b"\r\nTo: ivan@mail.test\r\nSubject: " + subject + b"\r\n"
        b"Date: Sun, 22 Nov 2026 10:00:00 +0300\r\nMessage-ID: <1@mail.test>\r\nMIME-Version: 1.0\r\n" + extra
    )


def text_part(charset: str = "utf-8", transfer: str = "8bit", declared: str = "", text: str = TEXT) -> bytes:
    data = text.encode(charset)
    if transfer == "base64":
        data = base64_lines(data)
    elif transfer == "quoted-printable":
        data = quopri.encodestring(data).replace(b"\n", b"\r\n")
    header = f"Content-Type: text/plain; charset={declared or charset}\r\nContent-Transfer-Encoding: {transfer}\r\n\r\n"
    return header.encode() + data + b"\r\n"


def percent(text: str) -> bytes:
    return "".join(f"%{byte:02X}" for byte in text.encode()).encode()


def file_part(
    data: bytes = DATA, name: bytes = b"filename*=utf-8''" + percent(FILE), kind: bytes = b"application/octet-stream"
) -> bytes:
    return (
        b"Content-Type: " + kind + b"\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; "
        + name + b"\r\n\r\n" + base64_lines(data)
    )  # fmt: skip


def multipart(
    parts: list[bytes], subtype: bytes = b"mixed", mark: bytes = b"=_b1", closed: bool = True, declared: bool = True
) -> bytes:
    header = b"Content-Type: multipart/" + subtype + (b'; boundary="' + mark + b'"' if declared else b"") + b"\r\n\r\n"
    body = b"".join(b"--" + mark + b"\r\n" + part + b"\r\n" for part in parts)
    return header + b"preamble\r\n" + body + (b"--" + mark + b"--\r\n" if closed else b"")


def tnef(name: str, data: bytes) -> bytes:
    def attribute(level: int, identifier: int, value: bytes) -> bytes:
        return struct.pack("<BII", level, identifier, len(value)) + value + struct.pack("<H", sum(value) & 0xFFFF)

    return (
        struct.pack("<IH", 0x223E9F78, 1)
        + attribute(1, 0x00069007, struct.pack("<II", 1251, 0))
        + attribute(2, 0x00069002, b"\0" * 14)
        + attribute(2, 0x00018010, name.encode("cp1251") + b"\0")
        + attribute(2, 0x0006800F, data)
    )


def uuencoded(data: bytes) -> bytes:
    lines = [binascii.b2a_uu(data[start : start + 45]).rstrip(b"\n") for start in range(0, len(data), 45)]
    return b"begin 644 a.bin\r\n" + b"\r\n".join(lines) + b"\r\n`\r\nend\r\n"


def files(letter: ParsedLetter) -> dict[str, bytes]:
    return {item.name: item.data for item in letter.attachments}


SOUND = {
    "plain utf-8 in base64": head() + text_part(transfer="base64"),
    "koi8-r in quoted-printable": head() + text_part("koi8-r", "quoted-printable"),
    "cp1251 in 8 bits": head(word(SUBJECT, "windows-1251")) + text_part("cp1251", declared="windows-1251"),
    "raw cp1251 headers": head(SUBJECT.encode("cp1251"), NAME.encode("cp1251") + b" <m@mail.test>")
    + text_part("cp1251", declared="windows-1251"),
    "raw utf-8 headers": head(SUBJECT.encode(), NAME.encode() + b" <m@mail.test>") + text_part(),
    "misspelt charset": head() + text_part("cp1251", declared="cp-1251"),
    "bare line feeds": (head() + text_part(transfer="base64")).replace(b"\r\n", b"\n"),
    "alternative": head() + multipart([text_part(), text_part().replace(b"text/plain", b"text/html")], b"alternative"),
    "folded content type": head() + text_part().replace(b"; charset", b";\r\n\tcharset"),
    "comment in content type": head() + text_part().replace(b"text/plain;", b"text/plain (plain text);"),
}
SPOILT = {
    "declared utf-8, really cp1251": head() + text_part("cp1251", declared="utf-8"),
    "no charset, cp1251 body": head() + b"Content-Type: text/plain\r\n\r\n" + TEXT.encode("cp1251") + b"\r\n",
    "unknown charset": head() + text_part(declared="x-mac-foo"),
    "no closing boundary": head() + multipart([text_part()], closed=False),
    "no boundary parameter": head() + multipart([text_part()], declared=False),
    "wrong boundary parameter": head() + multipart([text_part()]).replace(b'boundary="=_b1"', b'boundary="other"'),
    "broken header line": b"From m@mail.test Sun Nov 22 10:00:00 2026\r\n"
    + head(extra=b"Broken line\r\n")
    + text_part(),
    "unknown transfer encoding": head() + text_part().replace(b"8bit", b"x-foo"),
}


@pytest.mark.parametrize("kind", [*SOUND, *SPOILT])
def test_letter_is_understood(kind: str) -> None:
    letter = read_letter(SOUND.get(kind) or SPOILT[kind])
    assert letter.head.subject == SUBJECT
    assert letter.head.sender == Address(NAME, "m@mail.test")
    assert TEXT in (letter.text() or "")


@pytest.mark.parametrize("kind", SOUND)
def test_sound_letter_has_no_defects(kind: str) -> None:
    assert not read_letter(SOUND[kind]).defects


@pytest.mark.parametrize("kind", SPOILT)
def test_spoilt_letter_has_defects(kind: str) -> None:
    assert read_letter(SPOILT[kind]).defects


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("rfc 2231", "filename*=utf-8''" + percent(FILE).decode()),
        ("pieces", f"filename*0*=utf-8''{percent(FILE[:5]).decode()};\r\n filename*1*={percent(FILE[5:]).decode()}"),
        (
            "pieces in disorder",
            f"filename*1*={percent(FILE[5:]).decode()}; filename*0*=UTF-8'ru'{percent(FILE[:5]).decode()}",
        ),
        ("encoded word", 'filename="' + word(FILE).decode() + '"'),
        ("encoded word, no quotes", "filename=" + word(FILE).decode()),
        ("raw utf-8", f'filename="{FILE}"'),
        ("unquoted with blanks", f"filename={FILE}"),
    ],
)
def test_file_name_is_understood(kind: str, name: str) -> None:
    letter = read_letter(head() + multipart([text_part(), file_part(name=name.encode())]))
    assert files(letter) == {FILE: DATA}
    assert not letter.defects


def test_raw_cp1251_file_name_follows_the_charset_of_the_text() -> None:
    part = file_part(name=b'filename="' + FILE.encode("cp1251") + b'"')
    letter = read_letter(head() + multipart([text_part("cp1251", declared="windows-1251"), part]))
    assert files(letter) == {FILE: DATA}


def test_name_of_the_content_type_serves_too() -> None:
    part = b'Content-Type: application/pdf; name="a.pdf"\r\n\r\n%PDF\r\n'
    assert files(read_letter(head() + multipart([text_part(), part]))) == {"a.pdf": b"%PDF\r\n"}


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\\\docs\\\\отчёт.doc", "отчёт.doc"),
        ("/etc/passwd", "passwd"),
        ("Счёт 5/2026.pdf", "Счёт 5_2026.pdf"),
        ("..", ""),
        ("a\tb.txt", "ab.txt"),
    ],
)
def test_file_name_does_not_lead_out_of_a_folder(written: str, name: str) -> None:
    letter = read_letter(head() + multipart([text_part(), file_part(b"x", f'filename="{written}"'.encode())]))
    assert list(files(letter)) == [name]


def test_rubbish_in_base64_is_left_out() -> None:
    part = file_part().rstrip(b"=\r\n") + b"\r\n!!! see our site\r\n"
    letter = read_letter(head() + multipart([text_part(), part]))
    assert files(letter) == {FILE: DATA}
    assert letter.defects


def test_two_base64_texts_in_a_row_are_joined() -> None:
    part = file_part(b"one") + base64_lines(b"second")
    letter = read_letter(head() + multipart([text_part(), part]))
    assert files(letter) == {FILE: b"onesecond"}


def test_winmail_dat_gives_its_files() -> None:
    part = file_part(tnef(FILE, DATA), b'filename="winmail.dat"', b"application/ms-tnef")
    assert files(read_letter(head() + multipart([text_part(), part]))) == {FILE: DATA}


def test_winmail_dat_that_is_none_stays_a_file() -> None:
    part = file_part(b"no tnef", b'filename="winmail.dat"', b"application/ms-tnef")
    assert files(read_letter(head() + multipart([text_part(), part]))) == {"winmail.dat": b"no tnef"}


def test_uuencoded_file_is_taken_out_of_the_text() -> None:
    letter = read_letter(head() + text_part()[:-2] + b"\r\n" + uuencoded(DATA[:450]) + b"bye\r\n")
    assert files(letter) == {"a.bin": DATA[:450]}
    assert (letter.text() or "").rstrip() == TEXT + "\n\r\nbye".replace("\r", "")


def test_uuencode_as_transfer_encoding_is_decoded() -> None:
    part = b'Content-Type: application/x; name="a.bin"\r\nContent-Transfer-Encoding: x-uuencode\r\n\r\n' + uuencoded(
        DATA
    )
    assert files(read_letter(head() + multipart([text_part(), part]))) == {"a.bin": DATA}


def test_letter_within_the_letter_is_parsed_and_kept() -> None:
    inner = head(b"inner") + multipart([text_part(text="внутри"), file_part()], mark=b"=_b2")
    part = b'Content-Type: message/rfc822\r\nContent-Disposition: attachment; filename="fwd.eml"\r\n\r\n' + inner
    letter = read_letter(head() + multipart([text_part(), part]))
    nested = letter.attachments[0]
    assert nested.name == "fwd.eml"
    assert nested.data == inner
    assert nested.letter is not None
    assert nested.letter.head.subject == "inner"
    assert (nested.letter.text() or "").strip() == "внутри"
    assert files(nested.letter) == {FILE: DATA}
    assert letter.texts[0].text.strip() == TEXT


def test_inline_picture_has_its_identifier() -> None:
    part = b"Content-Type: image/png\r\nContent-ID: <pic1>\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64_lines(
        DATA
    )
    html = b'Content-Type: text/html; charset=utf-8\r\n\r\n<img src="cid:pic1">'
    letter = read_letter(head() + multipart([html, part], b"related"))
    assert [(item.content_id, item.inline, item.data) for item in letter.attachments] == [("pic1", True, DATA)]
    assert letter.text("text/html") == '<img src="cid:pic1">'
    assert letter.text() is None


def test_texts_keep_their_type_charset_and_bytes() -> None:
    letter = read_letter(head() + text_part("koi8-r", "quoted-printable"))
    text = letter.texts[0]
    assert (text.content_type, text.charset) == ("text/plain", "koi8-r")
    assert text.raw.decode("koi8-r").strip() == TEXT


def test_html_without_charset_follows_its_meta() -> None:
    page = f'<html><head><meta charset="koi8-r"></head>{TEXT}</html>'.encode("koi8-r")
    letter = read_letter(head() + b"Content-Type: text/html\r\n\r\n" + page)
    assert TEXT in (letter.text("text/html") or "")


def test_utf_16_text_with_mark_is_read() -> None:
    raw = head() + b"Content-Type: text/plain; charset=utf-16\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    letter = read_letter(raw + base64_lines(TEXT.encode("utf-16")))
    assert letter.text() == TEXT


def test_signed_part_is_kept_as_a_file() -> None:
    signature = file_part(b"\x30\x80signature", b'filename="smime.p7s"', b"application/pkcs7-signature")
    letter = read_letter(head() + multipart([text_part(), signature], b"signed"))
    assert files(letter) == {"smime.p7s": b"\x30\x80signature"}


def test_delivery_report_shows_its_parts() -> None:
    status = b"Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n"
    returned = b"Content-Type: text/rfc822-headers\r\n\r\nSubject: x\r\n"
    letter = read_letter(head() + multipart([text_part(), status, returned], b"report"))
    kinds = [item.content_type for item in letter.attachments]
    assert kinds == ["message/delivery-status", "text/rfc822-headers"]
    assert len(letter.texts) == 1


def test_date_keeps_the_offset_of_the_sender() -> None:
    date = read_letter(head() + text_part()).head.date
    assert date == datetime(2026, 11, 22, 10, 0, tzinfo=timezone(timedelta(hours=3)))
    assert date is not None
    assert date.utcoffset() == timedelta(hours=3)


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("22 Nov 2026 07:00:00 GMT", datetime(2026, 11, 22, 7, tzinfo=UTC)),
        ("Sun, 22 Nov 2026 07:00:00 -0000", datetime(2026, 11, 22, 7, tzinfo=UTC)),
        ("yesterday", None),
        ("Sun, 99 Nov 2026 07:00:00 +0300", None),
        ("", None),
        ("Mon, 01 Jan 0001 00:00:00 +9999", None),
    ],
)
def test_dates_that_may_be_broken(written: str, date: datetime | None) -> None:
    assert read_head(f"Date: {written}\r\n\r\n".encode()).date == date


@pytest.mark.parametrize(
    ("written", "priority"),
    [
        ("X-Priority: 1 (Highest)", 1),
        ("X-Priority: 4", 4),
        ("Importance: high", 1),
        ("Importance: Low", 5),
        ("X-A: b", 3),
    ],
)
def test_priority_is_found(written: str, priority: int) -> None:
    assert read_head(written.encode() + b"\r\n\r\n").priority == priority


def test_head_gives_fields_in_order_and_by_name() -> None:
    found = read_head(b"X-One: 1\r\nX-Two: =?utf-8?Q?=D0=B4=D0=B2=D0=B0?=\r\nx-one: again\r\n\r\n")
    assert found.items() == [("X-One", "1"), ("X-Two", "два"), ("x-one", "again")]
    assert found.value("X-ONE") == "1"
    assert found.value("absent") is None


def test_message_id_comes_without_brackets() -> None:
    assert read_head(b"Message-ID:\r\n <a@b.ru>\r\n\r\n").message_id == "a@b.ru"
    assert read_head(b"Message-ID: a@b.ru\r\n\r\n").message_id == "a@b.ru"


def test_unquoted_surname_in_from_is_joined() -> None:
    assert read_head("From: Петров, Иван <i@m.ru>\r\n\r\n".encode()).sender == Address("Петров, Иван", "i@m.ru")


def test_partial_letter_says_so_and_keeps_its_body() -> None:
    raw = head() + b'Content-Type: message/partial; id="abc@x"; number=2; total=3\r\n\r\npiece\r\n'
    letter = read_letter(raw)
    assert letter.partial is not None
    assert (letter.partial.id, letter.partial.number, letter.partial.total) == ("abc@x", 2, 3)
    assert [item.data for item in letter.attachments] == [b"piece\r\n"]


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\r\n",
        b"\r\n\r\n",
        b"no header at all",
        b"Subject",
        b":\r\n",
        b"Content-Type: multipart/mixed; boundary=\"\"\r\n\r\n--\r\n",
        b"Content-Type: message/rfc822\r\n\r\n",
        b"Content-Type: ;;;=\r\n\r\nx",
        b"Content-Type: text/plain; charset=unicode_escape\r\n\r\n\\d\xff",
        b"\x00\xff\xfe",
    ],
    ids=repr,
)  # fmt: skip
def test_nothing_of_a_letter_is_no_error(raw: bytes) -> None:
    letter = read_letter(raw)
    assert letter.raw == raw
    assert isinstance(letter.head.subject, str)


def test_deep_nesting_ends_without_recursion_error() -> None:
    raw = b"x"
    for depth in range(300):
        raw = multipart([raw], mark=b"=_%d" % depth) if depth % 2 else b"Content-Type: message/rfc822\r\n\r\n" + raw
    assert read_letter(raw).raw == raw


@pytest.mark.parametrize(
    ("level", "end"),
    [
        (b"Content-Type: message/rfc822\r\n\r\n", b"Subject: x\r\n\r\nx"),
        (b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n", b"\r\nx\r\n--b--"),
        (b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n", b"x"),
    ],
    ids=["letters", "multiparts", "both"],
)
def test_ten_thousand_levels_take_no_more_memory_than_twenty(level: bytes, end: bytes) -> None:
    raw = level * 10_000 + end
    tracemalloc.start()
    try:
        assert read_letter(raw).raw == raw
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    # The bytes of each letter within a letter, ten levels of them; with a copy at every level there were thousands.
    assert peak < 40 * len(raw)


@pytest.mark.parametrize("name", ["Subject", "From", "Content-Type", "Content-Disposition", "X-Unknown", "References"])
def test_a_line_of_a_megabyte_is_read(name: str) -> None:
    line = "слово " * 100_000
    letter = read_letter(f"{name}: {line}\r\nTo: ivan@mail.test\r\n\r\nтекст".encode())
    assert letter.head.value(name) == line.strip()
    assert [person.address for person in letter.head.to] == ["ivan@mail.test"]


def test_halves_of_characters_do_not_come_out_of_utf_7() -> None:
    letter = read_letter(b"Content-Type: text/plain; charset=utf-7\r\n\r\na +2FgD2A- +2D3eAA- b")
    assert letter.text() == "a \ufffd\u03d8 \U0001f600 b"


def test_thousands_of_empty_parts_are_bounded() -> None:
    raw = b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\r\n\r\n" * 20_000
    letter = read_letter(raw)
    assert letter.defects
    assert len(letter.texts) <= 5_000


@pytest.mark.parametrize(
    ("sent", "name"),
    [
        ("счёт: март.pdf", "счёт_ март.pdf"),
        ("C:file.txt", "C_file.txt"),
        ("x.txt::$DATA", "x.txt__$DATA"),
        ("счёт\u202efdp.exe", "счёт_fdp.exe"),
        ("a\u2066b\u200fc.txt", "a_b_c.txt"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("Com1.tar.gz", "_Com1.tar.gz"),
        ("LPT9 .x", "_LPT9 .x"),
        ("CONSOLE.txt", "CONSOLE.txt"),
        ("com10.txt", "com10.txt"),
    ],
)
def test_names_of_files_do_no_harm_on_any_system(sent: str, name: str) -> None:
    raw = f'Content-Type: x/y\r\nContent-Disposition: attachment; filename="{sent}"\r\n\r\ndata'.encode()
    assert read_letter(raw).attachments[0].name == name


def test_numbers_of_any_length_are_read() -> None:
    digits = "9" * 5000
    raw = f"Content-Type: message/partial; number={digits}; total=1; name*{digits}=a\r\n\r\nx"
    partial = read_letter(raw.encode()).partial
    assert partial is not None and partial.number == 0


@pytest.mark.parametrize(
    ("start", "piece"),
    [
        ("Subject: x\n", " \n"),
        ("", "a:\n"),
        ("From: ", '"'),
        ("To: x@", ":"),
        ("Content-Type: multipart/mixed; boundary=b\n\n", "--b"),
        ("Content-Type: multipart/mixed; boundary=b\n\n", "--b\n"),
        ("Subject: =?a?Q?", "?"),
        ("Subject: =?a?Q?", "=?"),
        ("Subject: ", "=?a?Q?x"),
        ("To: ", "=?utf-8?B?PGE+?= <=?utf-8?B?PGE+?=>,"),
        ("\r\n\n", "\na:"),
        ("Content-Type: text/plain", ';a="\\"'),
        ("Content-Type: multipart/mixed\n\n", "--b\na:b\n"),
        ("", "Content-Type: multipart/mixed\nContent-Transfer-Encoding: base64\n\nAAAA"),
        ("Content-Transfer-Encoding: base64\n\n", "A=\n*"),
        ("Subject: x\n\nbegin 644 A\n", "#86)C\n"),
        ("Content-Type: text/html\n\n", "<meta "),
    ],
    ids=repr,
)
def test_hostile_letters_take_no_more_time_than_others(start: str, piece: str) -> None:
    raw = (start + piece * (500_000 // len(piece))).encode()
    started = process_time()
    read_letter(raw)
    # Looking at everything again for each piece takes minutes.
    assert process_time() - started < 3

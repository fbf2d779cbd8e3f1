"""letter -> MIME -> letter gives the same letter; any bytes at all give some letter."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from stdlib.mail.mime.addresses import Address, is_address, parse_addresses
from stdlib.mail.mime.compose import compose
from stdlib.mail.mime.encoding import addresses_line
from stdlib.mail.mime.headers import decode_header
from stdlib.mail.mime.letter import Attachment, HeaderEncoding, Letter, TextPart
from stdlib.mail.mime.read import read_letter

DEVICE = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|com.|lpt.)[ ]*(?:\.|\Z)", re.IGNORECASE)
CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВЁЯ№«»—"
LINE = st.one_of(
    st.text(st.sampled_from(CYRILLIC + "abc ,;:<>@\"'()[]\\=?_.!/-+ "), max_size=200),
    st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp")), max_size=80),
)
# A name or a subject has no blanks around it.
TRIMMED = LINE.map(str.strip)
# What leads out of a folder, names a stream or a device, or turns letters round does not come back (unit tests).
UNSAFE = re.compile("[/\\\\:\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
FILE_NAME = TRIMMED.map(lambda name: UNSAFE.sub("", name).strip()).filter(
    lambda name: name not in ("", ".", "..") and name.lower() != "winmail.dat" and not DEVICE.match(name)
)
# Texts are compared up to line breaks: mail has one kind of them, and a text in 7 bits always ends with one.
TEXT = st.one_of(
    st.text(st.sampled_from(CYRILLIC + "abc .=-\n"), max_size=400),
    st.text(st.characters(blacklist_categories=("Cs",), blacklist_characters="\r"), max_size=200),
)
USER = st.text(st.sampled_from("abcdefgхцч0123456789+_-"), min_size=1, max_size=20)
DOMAIN = st.sampled_from(["mail.test", "xn--80a1acny.xn--p1ai", "sub.domain.example.org"])
ADDRESS = st.builds(lambda name, user, domain: Address(name, f"{user}@{domain}"), TRIMMED, USER, DOMAIN)
ADDRESSES = st.lists(ADDRESS, max_size=4).map(tuple)
DATE = st.builds(
    lambda date, minutes: date.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=minutes))),
    st.datetimes(datetime(1990, 1, 1), datetime(2099, 1, 1)),
    st.integers(-12 * 60, 14 * 60),
)
ATTACHMENT = st.builds(
    Attachment,
    FILE_NAME,
    st.binary(max_size=300),
    st.sampled_from(["", "application/pdf", "text/plain", "application/octet-stream"]),
)
LETTER = st.builds(
    Letter,
    sender=ADDRESS,
    to=ADDRESSES,
    cc=ADDRESSES,
    reply_to=ADDRESSES,
    subject=TRIMMED,
    date=DATE,
    message_id=st.sampled_from(["a@b.ru", "very.long." + "x" * 100 + "@mail.test"]),
    texts=st.lists(st.builds(TextPart, TEXT, st.sampled_from(["text/plain", "text/html"])), max_size=2).map(tuple),
    attachments=st.lists(ATTACHMENT, max_size=3).map(tuple),
    priority=st.integers(1, 5),
    charset=st.sampled_from(["utf-8", "windows-1251", "koi8-r", "iso-2022-jp", "utf-16"]),
    header_encoding=st.sampled_from(["base64", "quoted-printable"]),
)


def lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n")


@given(LETTER)
def test_letter_comes_back_as_it_was(letter: Letter) -> None:
    parsed = read_letter(compose(letter))
    head = parsed.head
    assert head.sender == letter.sender
    assert (head.to, head.cc, head.reply_to) == (letter.to, letter.cc, letter.reply_to)
    assert head.subject == letter.subject
    assert head.date == letter.date
    assert head.message_id == letter.message_id
    assert (head.priority < 3, head.priority > 3) == (letter.priority < 3, letter.priority > 3)
    assert not parsed.defects
    written = {(part.content_type, lines(part.text)) for part in letter.texts} or {("text/plain", "")}
    assert {(part.content_type, lines(part.text)) for part in parsed.texts} == written
    assert [(item.name, item.data) for item in parsed.attachments] == [
        (item.name, item.data) for item in letter.attachments
    ]


@given(LETTER)
def test_composed_letter_is_lawful_on_the_wire(letter: Letter) -> None:
    raw = compose(letter)
    assert raw.count(b"\n") == raw.count(b"\r\n") == raw.count(b"\r")
    assert max(map(len, raw.split(b"\r\n"))) <= 998
    assert b"\x00" not in raw


@given(LETTER)
def test_letter_within_a_letter_keeps_its_bytes(letter: Letter) -> None:
    inner = compose(letter)
    outer = Letter(attachments=(Attachment("inner.eml", inner, "message/rfc822"),))
    nested = read_letter(compose(outer)).attachments[0]
    assert nested.data.rstrip(b"\r\n") == inner.rstrip(b"\r\n")
    assert nested.letter is not None
    assert nested.letter.head.subject == letter.subject


@given(st.lists(ADDRESS, min_size=1, max_size=5).map(tuple), st.sampled_from(["base64", "quoted-printable"]))
def test_addresses_come_back(addresses: tuple[Address, ...], encoding: HeaderEncoding) -> None:
    line = addresses_line("To", addresses, "utf-8", encoding)
    value = line.partition(b":")[2].replace(b"\r\n", b"").strip().decode()
    assert tuple(parse_addresses(value)) == addresses


@given(st.one_of(st.binary(max_size=300), st.text(max_size=100).map(lambda text: text.encode("utf-8", "replace"))))
def test_any_bytes_decode_to_one_line_of_text(raw: bytes) -> None:
    text = decode_header(raw)
    assert text.encode("utf-8") is not None
    assert "\n" not in text
    assert "\r" not in text


@given(st.binary(max_size=600), st.sampled_from(["", "Content-Type: multipart/mixed; boundary=b\r\n", "From: a\r\n"]))
def test_any_bytes_are_some_letter(raw: bytes, start: str) -> None:
    letter = read_letter(start.encode() + raw)
    assert letter.raw == start.encode() + raw


@given(st.text(max_size=60))
def test_lists_of_addresses_never_fail(text: str) -> None:
    for address in parse_addresses(text):
        assert isinstance(is_address(address.address), bool)

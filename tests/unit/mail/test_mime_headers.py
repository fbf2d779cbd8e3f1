"""decode_header on what real mail sends."""

from __future__ import annotations

import base64

import pytest

from stdlib.mail.mime.headers import decode_header

SUBJECT = "Счёт № 15 за май"


def word(data: bytes, charset: str = "utf-8") -> bytes:
    return b"=?" + charset.encode() + b"?B?" + base64.b64encode(data) + b"?="


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"plain subject", "plain subject"),
        (b"", ""),
        (word(SUBJECT.encode()), SUBJECT),
        (word(SUBJECT.encode("cp1251"), "windows-1251"), SUBJECT),
        (word(SUBJECT.encode("cp1251"), "cp-1251"), SUBJECT),
        (word("Отчет".encode("koi8-r"), "KOI8-R"), "Отчет"),
        (word(SUBJECT.encode(), "utf-8*ru"), SUBJECT),
        (b"=?utf-8?Q?=D0=9F=D1=80=D0=B8=D0=B2=D0=B5=D1=82_=E2=84=96_5?=", "Привет № 5"),
        (b"Re: " + word(SUBJECT.encode()) + b" (2)", "Re: " + SUBJECT + " (2)"),
        (word("Счёт".encode()) + b"\r\n " + word(" № 15".encode()), "Счёт № 15"),
        (word("Счёт".encode()) + b" " + word(" № 15".encode("cp1251"), "cp1251"), "Счёт № 15"),
        (b"folded\r\n line", "folded line"),
        (b"bare\n\tfold", "bare fold"),
        (b"=?utf-8?B?broken", "=?utf-8?B?broken"),
        (b"a =?utf-8?Q?b?= c", "a b c"),
        (b"=?utf-8?Q?b?= =?utf-8?Q?c?=", "bc"),
    ],
    ids=repr,
)
def test_header_becomes_text(raw: bytes, text: str) -> None:
    assert decode_header(raw) == text


@pytest.mark.parametrize("charset", ["cp1251", "koi8-r", "cp866", "utf-8"])
def test_raw_eight_bit_header_is_guessed(charset: str) -> None:
    text = "Отгрузка товара по договору поставки"
    assert decode_header(text.encode(charset)) == text


def test_surrogates_of_email_are_read_as_bytes() -> None:
    raw = "Мария Петрова".encode("koi8-r").decode("ascii", "surrogateescape")
    assert decode_header(raw) == "Мария Петрова"


def test_body_charset_is_the_hint_for_raw_header() -> None:
    assert decode_header("ЦБ".encode("koi8-r"), "koi8-r") == "ЦБ"


@pytest.mark.parametrize("cut", range(1, 20))
def test_word_split_inside_a_letter_is_joined(cut: int) -> None:
    data = SUBJECT.encode()
    assert decode_header(word(data[:cut]) + b"\r\n " + word(data[cut:])) == SUBJECT


@pytest.mark.parametrize("cut", [5, 6, 7, 9])
def test_word_split_inside_base64_is_joined(cut: int) -> None:
    digits = base64.b64encode(SUBJECT.encode())
    raw = b"=?utf-8?B?" + digits[:cut] + b"?= =?utf-8?B?" + digits[cut:] + b"?="
    assert decode_header(raw) == SUBJECT


@pytest.mark.parametrize("charset", ["x-mac-foo", "unicode_escape", "a\x00b", "punycode", "hex"], ids=repr)
def test_unknown_charset_of_a_word_is_guessed(charset: str) -> None:
    assert decode_header(word(SUBJECT.encode("cp1251"), charset)) == SUBJECT


def test_declared_utf8_that_is_cp1251_is_repaired() -> None:
    assert decode_header(word(SUBJECT.encode("cp1251"), "utf-8")) == SUBJECT


def test_result_is_one_line_even_if_the_word_hides_line_breaks() -> None:
    assert decode_header(word("Тема\r\nBcc: a@b.c".encode())) == "Тема Bcc: a@b.c"


def test_western_header_stays_western() -> None:
    assert decode_header(word("Grüße".encode("latin-1"), "iso-8859-1")) == "Grüße"


def test_base64_without_padding_is_read() -> None:
    assert decode_header(b"=?utf-8?B?" + base64.b64encode("Ёж".encode() + b"!").rstrip(b"=") + b"?=") == "Ёж!"

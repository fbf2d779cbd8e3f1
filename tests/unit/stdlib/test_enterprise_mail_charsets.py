"""Кодировка of letters: every name of the syntax helper."""

from __future__ import annotations

import pytest

from runtime.errors import OnecError
from stdlib.enterprise.mail.delivery.charsets import charset_of, codec_of
from stdlib.enterprise.mail.delivery.letter_form import fill, written
from stdlib.enterprise.mail.internet_mail_message import InternetMailMessage

# ISO-2022-CN and ISO-2022-CN-EXT, which the platform knows too, are unknown to Python.
DOCUMENTED = """UTF-8 UTF-16 UTF-16BE UTF-16LE ISO-8859-1 iso-8859-2 iso-8859-5 iso-8859-9 iso-8859-13
iso-8859-15 US-ASCII
gb18030 Shift_JIS EUC-JP Big5 Big5-HKSCS GBK GB2312 GB_2312-80 EUC-KR KSC_5601 windows-949 windows-874 windows-1250
windows-1251 windows-1252 windows-1258 cp866 KOI8-R KOI8-U macintosh x-mac-cyrillic ISO-2022-JP ISO-2022-KR
HZ-GB-2312""".split()


@pytest.mark.parametrize("encoding", DOCUMENTED)
def test_a_letter_in_every_documented_encoding_comes_back(encoding: str) -> None:
    # The letters are in none of the smaller sets, so that the letter leaves in UTF-8 where they do not fit.
    message = InternetMailMessage()
    message.encoding, message.subject = encoding, "Ёлка, 樹 und Bäume"
    message.texts.add("Всё: 樹 ä").encoding = encoding
    received = InternetMailMessage()
    fill(received, written(message))
    assert received.subject == message.subject
    assert received.texts[0].text.strip() == "Всё: 樹 ä"


@pytest.mark.parametrize(
    ("encoding", "codec"), [("ANSI", "cp1251"), ("OEM", "cp866"), ("UTF8", "utf-8"), ("Системная", "utf-8")]
)
def test_values_of_text_encoding_are_names_too(encoding: str, codec: str) -> None:
    assert codec_of(encoding) == codec


def test_an_unknown_encoding_is_told_by_its_name() -> None:
    with pytest.raises(OnecError, match="windows-12510"):
        codec_of("windows-12510")
    assert charset_of("windows-12510") == "windows-12510"

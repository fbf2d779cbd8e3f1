"""Headers: encoded words that break every rule, raw bytes, lines that are no fields."""

from __future__ import annotations

from support.ugly_letters.letter import SUBJECT, UglyLetter, header, word

_BODY = b"\r\nbody\r\n"
_CUT = word(SUBJECT)[len(b"=?utf-8?B?") : -2]


def _subject(raw: bytes, subject: str = SUBJECT, *, sound: bool = True) -> UglyLetter:
    return UglyLetter(header(subject=raw) + _BODY, sound, subject, ("", "m@mail.test"), text="body")


def _fields(raw: bytes, subject: str = SUBJECT, *, sound: bool = False) -> UglyLetter:
    return UglyLetter(raw, sound, subject, ("", "m@mail.test"), text="body")


_PLAIN = header(subject=word(SUBJECT)) + _BODY

HEADERS = {
    "raw koi8-r subject that nobody declares": _subject(SUBJECT.replace("№", "N").encode("koi8-r"), "Счёт N 15 за май"),
    "raw cp1251 subject that nobody declares": _subject(SUBJECT.encode("cp1251")),
    "raw utf-8 subject": _subject(SUBJECT.encode()),
    "raw cp866 subject that nobody declares": _subject(SUBJECT.encode("cp866")),
    "words of koi8-r called utf-8": _subject(word("Счёт за май", "koi8-r", "utf-8"), "Счёт за май"),
    "words of cp1251 called iso-8859-1": _subject(word(SUBJECT, "cp1251", "iso-8859-1")),
    "words of cp1251 called us-ascii": _subject(word(SUBJECT, "cp1251", "us-ascii")),
    "words of a charset that does not exist": _subject(word(SUBJECT, "cp1251", "x-unknown")),
    "charset with an underscore": _subject(word(SUBJECT, "utf-8", "UTF_8")),
    "charset with a language": _subject(word(SUBJECT, "utf-8", "utf-8*ru")),
    "word cut inside base64": _subject(b"=?utf-8?B?" + _CUT[:7] + b"?=\r\n =?utf-8?B?" + _CUT[7:] + b"?="),
    "word cut inside a letter in Q": _subject(b"=?utf-8?Q?=D0?=\r\n =?utf-8?Q?=81?=", "Ё"),
    "words in B and in Q cut inside a letter": _subject(b"=?utf-8?B?0A==?=\r\n =?UTF-8?q?=81?=", "Ё"),
    "words of different charsets side by side": _subject(
        word("Счёт ") + b"\r\n " + word("за ", "koi8-r") + b" " + word("май", "cp1251", "windows-1251"), "Счёт за май"
    ),
    "words glued to words and to text": _subject(b"Re:" + word("Счёт ") + word("за май") + b"!", "Re:Счёт за май!"),
    "blanks inside a word": _subject(b"=?utf-8?Q?=D0=A1=D1=87 =D1=91 ?=", "Сч ё "),
    "question mark inside a word": _subject(b"=?utf-8?Q?=D0=A7=D1=82=D0=BE??=", "Что?"),
    "folded inside a word": _subject(b"=?utf-8?B?" + _CUT[:8] + b"\r\n " + _CUT[8:] + b"?="),
    "word without padding": _subject(b"=?utf-8?B?" + _CUT.rstrip(b"=") + b"?="),
    "word that never ends": _subject(b"Hello =?utf-8?B?" + _CUT[:8], "Hello =?utf-8?B?" + _CUT[:8].decode()),
    "line break inside a word": _subject(word("Счёт\r\nBcc: evil@mail.test"), "Счёт Bcc: evil@mail.test"),
    "zero characters in the subject": _subject(b"a\0b", "ab"),
    "no subject at all": UglyLetter(b"From: m@mail.test\r\n\r\nbody\r\n", True, "", ("", "m@mail.test"), text="body"),
    "two subjects": _fields(header(b"Subject: second", subject=word(SUBJECT)) + _BODY, sound=True),
    "byte order mark before the first field": _fields(b"\xef\xbb\xbf" + _PLAIN),
    "empty lines before the first field": _fields(b"\r\n\r\n" + _PLAIN),
    "blank before the colon": _fields(_PLAIN.replace(b"Subject:", b"Subject :"), sound=True),
    "no blank after the colon": _fields(_PLAIN.replace(b"Subject: ", b"Subject:"), sound=True),
    "line without a colon among the fields": _fields(_PLAIN.replace(b"To:", b"this is no field\r\nTo:")),
    "field with a Cyrillic name": _fields(_PLAIN.replace(b"To:", "Тема: x\r\nTo:".encode())),
    "no empty line before the text": _fields(header(subject=word(SUBJECT)) + b"body\r\n"),
    "continuation before the first field": _fields(b"  leftover\r\n" + _PLAIN),
    "line of an mbox before the first field": _fields(b"From m@mail.test Sun Nov 22\r\n" + _PLAIN, sound=True),
    "two carriage returns in each line": _fields(_PLAIN.replace(b"\r\n", b"\r\r\n")),
    "carriage returns alone": _fields(_PLAIN.replace(b"\r\n", b"\r")),
    "line feeds alone": _fields(_PLAIN.replace(b"\r\n", b"\n"), sound=True),
}

"""Attached files: names in every spelling, containers of other programs."""

from __future__ import annotations

import binascii
import struct

from support.ugly_letters.letter import (
    DATA,
    TEXT,
    TEXT_PART,
    UglyLetter,
    file_part,
    multipart,
    part,
    percent,
    plain,
    word,
)

_NAME = "Отчёт за май.bin"
_HALF = len(_NAME) // 2


def _named(parameters: bytes, name: str = _NAME, *, sound: bool = True) -> UglyLetter:
    return UglyLetter(
        multipart(TEXT_PART, file_part(b"; " + parameters)), sound, "ugly", text=TEXT, files=[(name, DATA)]
    )


def _files(raw: bytes, *files: tuple[str, bytes], text: str | None = TEXT, sound: bool = True) -> UglyLetter:
    return UglyLetter(raw, sound, "ugly", text=text, files=list(files))


def _uuencoded(name: str, data: bytes, end: bytes = b"`\r\nend\r\n") -> bytes:
    lines = [binascii.b2a_uu(data[start : start + 45]).rstrip(b"\n") for start in range(0, len(data), 45)]
    return b"begin 644 " + name.encode("koi8-r") + b"\r\n" + b"\r\n".join(lines) + b"\r\n" + end


def _tnef(*attributes: tuple[int, bytes]) -> bytes:
    return struct.pack("<IH", 0x223E9F78, 1) + b"".join(
        struct.pack("<BII", 2, kind, len(value)) + value + struct.pack("<H", sum(value) & 0xFFFF)
        for kind, value in attributes
    )


def _winmail(data: bytes) -> bytes:
    return multipart(TEXT_PART, file_part(b"; filename=winmail.dat", data, b"application/ms-tnef"))


_BEGINS, _TITLE, _CONTENT = (0x00069002, b"\0" * 14), (0x00018010, _NAME.encode("cp1251") + b"\0"), (0x0006800F, DATA)
_WINMAIL = _tnef((0x00069007, struct.pack("<II", 1251, 0)), _BEGINS, _TITLE, _CONTENT)

FILES = {
    "name by RFC 2231": _named(b"filename*=utf-8''" + percent(_NAME)),
    "name by RFC 2231 in koi8-r": _named(b"filename*=KOI8-R'ru'" + percent(_NAME, "koi8-r")),
    "name in pieces that lie in disorder": _named(
        b"filename*1*=" + percent(_NAME[_HALF:]) + b";\r\n filename*0*=utf-8''" + percent(_NAME[:_HALF])
    ),
    "name in pieces, some plain": _named(
        b"filename*0*=utf-8''" + percent("Отчёт") + b'; filename*1=" 5.bin"', "Отчёт 5.bin"
    ),
    "name in pieces without the first": _named(b"filename*1=b.bin; filename*2=in", "b.binin"),
    "name by RFC 2231 with a wrong charset": _named(b"filename*=utf-8''" + percent(_NAME, "cp1251")),
    "name by RFC 2231 without a charset": _named(b"filename*=" + percent(_NAME)),
    "name by RFC 2231 with broken codes": _named(b"filename*=utf-8''50%ZZ%.bin", "50%ZZ%.bin"),
    "name in both spellings": _named(b"filename=x.bin; filename*=utf-8''" + percent(_NAME)),
    "name as a word in quotes": _named(b'filename="' + word(_NAME) + b'"'),
    "name as a word without quotes": _named(b"filename=" + word(_NAME, "koi8-r")),
    "name as words on two lines": _named(b'filename="' + word(_NAME[:_HALF]) + b"\r\n " + word(_NAME[_HALF:]) + b'"'),
    "name as a word cut by RFC 2231": _named(
        b'filename*0="' + word(_NAME)[:20] + b'"; filename*1="' + word(_NAME)[20:] + b'"'
    ),
    "raw cp1251 name": _named(b'filename="' + _NAME.encode("cp1251") + b'"'),
    "raw koi8-r name": _named(b'filename="' + _NAME.encode("koi8-r") + b'"'),
    "raw utf-8 name without quotes": _named(b"filename=" + _NAME.encode()),
    "quote that never closes in a name": _named(b'filename="' + _NAME.encode()),
    "quotes and semicolons in a name": _named(b'filename="a\\"b; c.bin"', 'a"b; c.bin'),
    "name that leads out of the folder": _named(b'filename="../../etc/passwd"', "passwd"),
    "name of a device of Windows": _named(b'filename="con.txt"', "_con.txt"),
    "no name": _named(b"size=5", ""),
    "name a hundred thousand letters long": _named(b'filename="' + b"a" * 100_000 + b'"', "a" * 100_000),
    "uuencoded file in the text": _files(plain(TEXT.encode() + b"\r\n" + _uuencoded("a.bin", DATA)), ("a.bin", DATA)),
    "uuencoded file with a koi8-r name": _files(
        plain(TEXT.encode() + b"\r\n" + _uuencoded(_NAME, DATA)), (_NAME, DATA)
    ),
    "two uuencoded files": _files(
        plain(TEXT.encode() + b"\r\n" + _uuencoded("a", DATA) + _uuencoded("b", DATA)), ("a", DATA), ("b", DATA)
    ),
    "uuencoded file that never ends": _files(plain(_uuencoded("a.bin", DATA[:10], b"")), text=None),
    "text that only speaks of uuencode": _files(
        plain(b"begin 644 is what it begins with\r\nend\r\n"), text="begin 644 is what it begins with\nend"
    ),
    "winmail.dat": _files(_winmail(_WINMAIL), (_NAME, DATA)),
    "winmail.dat under another type": _files(
        multipart(TEXT_PART, file_part(b"; filename=WINMAIL.DAT", _WINMAIL)), (_NAME, DATA)
    ),
    "winmail.dat cut short": _files(_winmail(_WINMAIL[:-100]), (_NAME, DATA[:-98]), sound=True),
    "winmail.dat with nothing in it": _files(_winmail(_tnef()), ("winmail.dat", _tnef())),
    "winmail.dat that says it is endless": _files(
        _winmail(_tnef() + struct.pack("<BII", 2, 0x0006800F, 0xFFFFFFFF)),
        ("winmail.dat", _tnef() + struct.pack("<BII", 2, 0x0006800F, 0xFFFFFFFF)),
    ),
    "picture without a disposition": _files(
        multipart(TEXT_PART, part(b"png", b"Content-Type: image/png", b"Content-ID: <p1>")), ("", b"png")
    ),
    "text with a name": _files(
        multipart(TEXT_PART, part(b"x", b'Content-Type: text/plain; name="a.txt"', b"Content-Disposition: inline")),
        ("a.txt", b"x"),
    ),
}

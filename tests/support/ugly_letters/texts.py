"""Texts: charsets that are wrong, missing or invented; transfer encodings that are broken."""

from __future__ import annotations

import base64
import quopri

from support.ugly_letters.letter import TEXT, UglyLetter, base64_lines, header, plain

_HTML = f"<p>{TEXT}</p>"
_LONG = (TEXT + "\n") * 40
_DIGITS = base64_lines(_LONG.encode())
_QP = quopri.encodestring(TEXT.encode())


def _text(raw: bytes, text: str = TEXT, *, sound: bool = False) -> UglyLetter:
    return UglyLetter(raw, sound, "ugly", ("", "m@mail.test"), text=text, files=[])


def _html(raw: bytes, html: str, *, sound: bool = False) -> UglyLetter:
    return UglyLetter(raw, sound, "ugly", html=html, files=[])


def _typed(content_type: bytes, data: bytes = TEXT.encode()) -> bytes:
    return plain(data, content_type)


TEXTS = {
    "cp1251 called utf-8": _text(plain(TEXT.encode("cp1251"))),
    "koi8-r called utf-8": _text(plain(TEXT.encode("koi8-r"))),
    "cp1251 called iso-8859-1": _text(_typed(b"text/plain; charset=iso-8859-1", TEXT.encode("cp1251")), sound=True),
    "koi8-r called us-ascii": _text(_typed(b"text/plain; charset=us-ascii", TEXT.encode("koi8-r"))),
    "utf-8 called windows-1252": _text(_typed(b"text/plain; charset=windows-1252")),
    "utf-8 called utf-16": _text(_typed(b"text/plain; charset=utf-16")),
    "koi8-r without a charset": _text(_typed(b"text/plain", TEXT.encode("koi8-r"))),
    "cp866 without a content type": _text(header() + b"\r\n" + TEXT.encode("cp866") + b"\r\n"),
    "utf-8 with one broken byte": _text(plain(TEXT.encode() + b"\xd0"), TEXT + "\ufffd"),
    "utf-8 cut in the middle": _text(plain(_LONG.encode()[:1001]), _LONG.encode()[:1001].decode("utf-8", "replace")),
    "charset in single quotes": _text(_typed(b"text/plain; charset='koi8-r'", TEXT.encode("koi8-r")), sound=True),
    "blanks around the equals sign": _text(_typed(b"text/plain; charset = koi8-r", TEXT.encode("koi8-r")), sound=True),
    "semicolons too many": _text(_typed(b"text/plain;; charset=utf-8;"), sound=True),
    "charset that does not exist": _text(_typed(b"text/plain; charset=x-cyrillic", TEXT.encode("cp1251"))),
    "charset that is code": _text(_typed(b"text/plain; charset=unicode_escape")),
    "charset without a value": _text(_typed(b"text/plain; charset=")),
    "windows-1251 written as one knows it": _text(
        _typed(b"text/plain; charset=WIN-1251", TEXT.encode("cp1251")), sound=True
    ),
    "utf-8 with a mark": _text(plain(b"\xef\xbb\xbf" + TEXT.encode()), sound=True),
    "utf-16 without a mark": _text(
        plain(base64_lines(TEXT.encode("utf-16-le")), b"text/plain; charset=utf-16le", b"base64"), sound=True
    ),
    "iso-2022-jp": _text(
        _typed(b"text/plain; charset=iso-2022-jp", "日本語".encode("iso-2022-jp")), "日本語", sound=True
    ),
    "gb2312 with letters of gbk": _text(
        _typed(b"text/plain; charset=gb2312", "镕基".encode("gbk")), "镕基", sound=True
    ),
    "utf-7": _text(_typed(b"text/plain; charset=utf-7", TEXT.encode("utf-7")), sound=True),
    "content type without a subtype": _text(_typed(b"text")),
    "content type in capitals": _text(_typed(b"TEXT/PLAIN; CHARSET=UTF-8"), sound=True),
    "content type of a single semicolon": _text(_typed(b";")),
    "html whose charset only meta tells": _html(
        _typed(b"text/html", f'<meta charset="koi8-r">{_HTML}'.encode("koi8-r")),
        f'<meta charset="koi8-r">{_HTML}',
        sound=True,
    ),
    "html whose meta is wrong": _html(
        _typed(b"text/html; charset=utf-8", f'<meta charset="koi8-r">{_HTML}'.encode()),
        f'<meta charset="koi8-r">{_HTML}',
        sound=True,
    ),
    "base64 of one endless line": _text(
        plain(base64.b64encode(_LONG.encode()), transfer=b"base64"), _LONG.strip(), sound=True
    ),
    "base64 without padding": _text(plain(base64.b64encode(TEXT.encode()).rstrip(b"="), transfer=b"base64")),
    "base64 with a digit too many": _text(
        plain(base64.b64encode(_LONG.encode() + b"\n") + b"\r\nA", transfer=b"base64"), _LONG.strip()
    ),
    "base64 with rubbish within a line": _text(
        plain(_DIGITS[:20] + b"*\x00" + _DIGITS[20:], transfer=b"base64"), _LONG.strip()
    ),
    "base64 with advertising after it": _text(
        plain(_DIGITS + b"\r\n-- \r\nScanned by Virus Guard!", transfer=b"base64"), _LONG.strip()
    ),
    "base64 that was never encoded": _text(plain(TEXT.encode(), transfer=b"base64")),
    "base64 that was never encoded, latin": _text(
        plain(b"Hello Ivan,\r\nyours", transfer=b"base64"), "Hello Ivan,\nyours"
    ),
    "base64 in quotes and with a comment": _text(
        plain(_DIGITS, transfer=b'"Base64" (as usual)'), _LONG.strip(), sound=True
    ),
    "quoted-printable with wrong codes": _text(
        plain(_QP + b"=ZZ =\r\n50%=", transfer=b"quoted-printable"), TEXT + "=ZZ 50%", sound=True
    ),
    "quoted-printable in small letters": _text(
        plain(_QP.lower().replace(b"=d0=9f", b"=D0=9f"), transfer=b"quoted-printable"), TEXT, sound=True
    ),
    "quoted-printable with raw bytes": _text(plain(TEXT.encode(), transfer=b"quoted-printable"), sound=True),
    "transfer encoding that does not exist": _text(plain(TEXT.encode(), transfer=b"x-magic")),
    "zero characters in the text": _text(plain(b"a\0b"), "a\0b", sound=True),
    "no body": _text(header(), "", sound=True),
}

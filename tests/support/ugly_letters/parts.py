"""Parts: boundaries that are missing, wrong or nested; letters within letters."""

from __future__ import annotations

from support.ugly_letters.letter import (
    DATA,
    SUBJECT,
    TEXT,
    TEXT_PART,
    UglyLetter,
    base64_lines,
    file_part,
    header,
    multipart,
    part,
    word,
)

_FILE = file_part(b"; filename=a.bin")
_BOTH = [("a.bin", DATA)]
_SOUND = multipart(TEXT_PART, _FILE)
_INNER = header(b"Content-Type: text/plain; charset=utf-8", subject=word(SUBJECT)) + b"\r\n" + TEXT.encode() + b"\r\n"
_NESTED = part(TEXT.encode(), b"Content-Type: text/plain; charset=utf-8") + b"\r\n--b2--\r\n"
_MAIN = b'Content-Type: multipart/alternative; boundary="b2"\r\n\r\n--b2\r\n'


def _letter(raw: bytes, *, sound: bool = False, text: str | None = TEXT, files: object = _BOTH) -> UglyLetter:
    return UglyLetter(raw, sound, "ugly", ("", "m@mail.test"), text=text, files=files)  # type: ignore[arg-type]


def _within(raw: bytes, *inner: str, sound: bool = True) -> UglyLetter:
    return UglyLetter(raw, sound, "ugly", inner=list(inner))


def _deep(levels: int) -> bytes:
    raw = _INNER
    for level in range(levels):
        raw = header(b"Content-Type: message/rfc822", subject=b"level %d" % level) + b"\r\n" + raw
    return header(b"Content-Type: message/rfc822") + b"\r\n" + raw


PARTS = {
    "no closing boundary": _letter(_SOUND.removesuffix(b"--b1--\r\n")),
    "no boundary parameter": _letter(_SOUND.replace(b'; boundary="b1"', b"")),
    "another boundary than declared": _letter(_SOUND.replace(b'boundary="b1"', b'boundary="zz"')),
    "boundary in other letters than declared": _letter(_SOUND.replace(b'boundary="b1"', b'boundary="B1"')),
    "empty boundary": _letter(_SOUND.replace(b'boundary="b1"', b'boundary=""')),
    "boundary with blanks after it": _letter(_SOUND.replace(b"--b1\r\n", b"--b1  \t\r\n"), sound=True),
    "boundary without quotes": _letter(
        multipart(TEXT_PART, _FILE, declared=b"multipart/mixed; boundary=--=_N:(1)", mark=b"--=_N:(1)"),
        sound=True,
    ),
    "boundary in single quotes": _letter(_SOUND.replace(b'"b1"', b"'b1'")),
    "no parts": _letter(multipart(), text="", files=[]),
    "text after the last boundary": _letter(_SOUND + b"-- \r\nmailing list\r\n", sound=True),
    "part without a header": _letter(multipart(b"\r\n" + TEXT.encode(), _FILE), sound=False),
    "part without a header nor an empty line": _letter(multipart(TEXT.encode(), _FILE)),
    "inner boundary begins with the outer one": _letter(
        multipart(_MAIN.replace(b"b2", b"b12") + _NESTED.replace(b"b2", b"b12"), _FILE),
        sound=True,
    ),
    "inner multipart that never ends": _letter(multipart(_MAIN + _NESTED.removesuffix(b"--b2--\r\n"), _FILE)),
    "inner multipart with the outer boundary": _letter(
        multipart(b'Content-Type: multipart/alternative; boundary="b1"\r\n', TEXT_PART, _FILE)
    ),
    "multipart of an unknown kind": _letter(_SOUND.replace(b"mixed", b"x-weird"), sound=True),
    "two content types": _letter(_SOUND.replace(b"\r\n\r\n", b"\r\nContent-Type: text/plain\r\n\r\n", 1), sound=True),
    "multipart in base64": _letter(
        header(b"Content-Type: multipart/mixed; boundary=b1", b"Content-Transfer-Encoding: base64")
        + b"\r\n"
        + base64_lines(_SOUND.partition(b"\r\n\r\n")[2])
    ),
    "letter that is a file": _letter(
        header(b"Content-Type: application/pdf; name=a.pdf") + b"\r\n%PDF",
        text=None,
        files=[("a.pdf", b"%PDF")],
        sound=True,
    ),
    "letter within a letter": _within(multipart(TEXT_PART, part(_INNER, b"Content-Type: message/rfc822")), SUBJECT),
    "letter within a letter, in base64": _within(
        multipart(part(base64_lines(_INNER), b"Content-Type: message/rfc822", b"Content-Transfer-Encoding: base64")),
        SUBJECT,
    ),
    "letter within a letter after an empty line": _within(
        multipart(part(b"\r\n" + _INNER, b"Content-Type: message/rfc822")), SUBJECT
    ),
    "letter within a letter, international": _within(multipart(part(_INNER, b"Content-Type: message/global")), SUBJECT),
    "letter within a letter that is empty": _within(multipart(part(b"", b"Content-Type: message/rfc822")), ""),
    "digest": _within(
        multipart(b"\r\n" + _INNER, b"\r\n" + _INNER, declared=b"multipart/digest; boundary=b1"), SUBJECT, SUBJECT
    ),
    "letters within letters thirty levels deep": _within(_deep(30), "level 20"),
    "piece of a letter without its numbers": _letter(
        header(b"Content-Type: message/partial; number=one") + b"\r\npiece",
        text=None,
        files=[("", b"piece")],
        sound=True,
    ),
    "body that is elsewhere": _letter(
        header(b"Content-Type: message/external-body; access-type=anon-ftp; name=a.bin") + b"\r\n",
        text=None,
        files=[("a.bin", b"")],
        sound=True,
    ),
}

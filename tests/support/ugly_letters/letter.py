"""One ugly letter, what must be read from it, and the pieces that such letters are made of."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field

SUBJECT = "Счёт № 15 за май"
NAME = "Мария Петрова"
TEXT = "Привет! Оплатите счёт до пятницы, пожалуйста."
DATA = bytes(range(256)) * 3
ADDRESS = "m@mail.test"


@dataclass(frozen=True, slots=True)
class UglyLetter:
    """Bytes and what is read from them; what is None is not compared. `sound`: nothing had to be repaired."""

    raw: bytes
    sound: bool
    subject: str | None = None
    sender: tuple[str, str] | None = None
    to: list[tuple[str, str]] | None = None
    text: str | None = None
    html: str | None = None
    files: list[tuple[str, bytes]] | None = None
    inner: list[str] = field(default_factory=list)
    """Subjects of the letters within."""


def word(text: str, charset: str = "utf-8", declared: str = "") -> bytes:
    return b"=?" + (declared or charset).encode() + b"?B?" + base64.b64encode(text.encode(charset)) + b"?="


def base64_lines(data: bytes) -> bytes:
    return base64.encodebytes(data).replace(b"\n", b"\r\n")


def percent(text: str, charset: str = "utf-8") -> bytes:
    return "".join(f"%{byte:02X}" for byte in text.encode(charset)).encode()


def header(*lines: bytes, subject: bytes = b"ugly", sender: bytes = b"m@mail.test") -> bytes:
    """Header fields, without the empty line after them."""
    return b"\r\n".join([b"From: " + sender, b"To: ivan@mail.test", b"Subject: " + subject, *lines, b""])


def plain(data: bytes, content_type: bytes = b"text/plain; charset=utf-8", transfer: bytes = b"8bit") -> bytes:
    """A letter with this body and nothing else."""
    return (
        header(b"Content-Type: " + content_type, b"Content-Transfer-Encoding: " + transfer) + b"\r\n" + data + b"\r\n"
    )


def part(data: bytes, *lines: bytes) -> bytes:
    return b"\r\n".join([*lines, b"", data])


def file_part(disposition: bytes, data: bytes = DATA, content_type: bytes = b"application/octet-stream") -> bytes:
    return part(
        base64_lines(data),
        b"Content-Type: " + content_type,
        b"Content-Transfer-Encoding: base64",
        b"Content-Disposition: attachment" + disposition,
    )


def multipart(*parts: bytes, declared: bytes = b'multipart/mixed; boundary="b1"', mark: bytes = b"b1") -> bytes:
    """A letter of these parts."""
    body = b"".join(b"--" + mark + b"\r\n" + each + b"\r\n" for each in parts)
    return header(b"Content-Type: " + declared) + b"\r\n" + body + b"--" + mark + b"--\r\n"


TEXT_PART = part(TEXT.encode(), b"Content-Type: text/plain; charset=utf-8")

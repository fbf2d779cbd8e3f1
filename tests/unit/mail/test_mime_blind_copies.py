"""No recipient learns from a letter's bytes who else got it."""

from __future__ import annotations

import pytest

from stdlib.mail.mime.blind_copies import without_blind_copies
from stdlib.mail.mime.compose import compose
from stdlib.mail.mime.letter import Attachment, Letter, TextPart


@pytest.mark.parametrize(
    ("raw", "left"),
    [
        (
            b"To: a@b.c\r\nBcc: x@y.z\r\nSubject: s\r\n\r\nBcc: text\r\n",
            b"To: a@b.c\r\nSubject: s\r\n\r\nBcc: text\r\n",
        ),
        (b"BCC : x@y.z,\r\n\tx2@y.z\r\nTo: a@b.c\r\n\r\n", b"To: a@b.c\r\n\r\n"),
        (b"To: a@b.c\nbcc: x@y.z,\nx2@y.z\nResent-Bcc: x@y.z\nCc: d@e.f\n\n", b"To: a@b.c\nCc: d@e.f\n\n"),
        (b"To: a@b.c\rBcc: x@y.z\rCc: d@e.f\r\r", b"To: a@b.c\rCc: d@e.f\r\r"),
        (b"To: a@b.c\r\nno field\r\nBcc: x@y.z\r\n\r\n", b"To: a@b.c\r\nno field\r\n\r\n"),
        (b"\r\nBcc: x@y.z\r\nTo: a@b.c\r\n\r\n", b"\r\nTo: a@b.c\r\n\r\n"),
        (b"To: a@b.c\r\nBcc: x@y.z", b"To: a@b.c\r\n"),
        (b"Bcc: x@y.z\r\n\r\ntext", b"\r\ntext"),
        (b"Bcc: x@y.z\r\nTo: 1\r\nBcc: x@y.z\r\nCc: 2\r\n\r\ntext", b"To: 1\r\nCc: 2\r\n\r\ntext"),
        (b"X-Bcc: kept\r\nBcc-X: kept\r\n\r\n", b"X-Bcc: kept\r\nBcc-X: kept\r\n\r\n"),
        (b"", b""),
        (b"text", b"text"),
    ],
    ids=repr,
)
def test_blind_copies_are_taken_out_and_nothing_else(raw: bytes, left: bytes) -> None:
    assert without_blind_copies(raw) == left


def test_a_letter_within_a_letter_goes_without_them() -> None:
    inner = b"\r\nFrom: a@b.c\r\nBcc: secret@y.z\r\nSubject: s\r\n\r\nText\r\n"
    attached = Attachment("письмо", inner, "message/rfc822")
    raw = compose(Letter(texts=(TextPart("смотрите"),), attachments=(attached,)))
    assert b"secret@y.z" not in raw
    assert b"From: a@b.c\r\nSubject: s\r\n\r\nText\r\n" in raw

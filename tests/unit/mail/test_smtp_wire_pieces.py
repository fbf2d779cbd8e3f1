"""A letter as it goes over the wire of SMTP."""

from __future__ import annotations

import re
from random import Random

import pytest

from stdlib.mail.smtp_data import wire_pieces


@pytest.mark.parametrize(
    ("letter", "wire"),
    [
        (b"", b"\r\n.\r\n"),
        (b"a", b"a\r\n.\r\n"),
        (b"a\r\n", b"a\r\n.\r\n"),
        (b"a\nb\rc\r\n", b"a\r\nb\r\nc\r\n.\r\n"),
        (b".\r\n..\r\nx.y\r\n.", b"..\r\n...\r\nx.y\r\n..\r\n.\r\n"),
        (b"a\r.b", b"a\r\n..b\r\n.\r\n"),
    ],
    ids=repr,
)
def test_lines_end_with_crlf_and_dots_are_doubled(letter: bytes, wire: bytes) -> None:
    assert b"".join(wire_pieces(letter)) == wire


def test_a_big_letter_goes_in_pieces_and_is_the_same() -> None:
    chosen = Random(7)
    lines = [
        chosen.choice((b".", b"", b"x")) * chosen.randrange(90) + chosen.choice((b"\r\n", b"\n")) for _ in range(40_000)
    ]
    letter = b"".join(lines)
    whole = re.sub(rb"(?m)^\.", b"..", re.sub(rb"\r\n|\r|\n", b"\r\n", letter)) + b".\r\n"
    pieces = list(wire_pieces(letter))
    assert b"".join(pieces) == whole
    assert len(pieces) > 2
    assert max(map(len, pieces)) < 600_000


def test_a_big_letter_without_lines_goes_whole() -> None:
    assert b"".join(wire_pieces(b"y" * 600_000)) == b"y" * 600_000 + b"\r\n.\r\n"

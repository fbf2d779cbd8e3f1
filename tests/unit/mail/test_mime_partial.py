"""message/partial put together (RFC 2046 5.2.2)."""

from __future__ import annotations

from stdlib.mail.mime.partial import Partial, join_partials
from stdlib.mail.mime.read import read_letter

INNER = (
    b"Subject: Whole\r\nMessage-ID: <whole@x>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
    + "Первая половина. Вторая половина.".encode()
)


def piece(number: int, body: bytes, total: int | None = 2, identifier: str = "abc@x") -> bytes:
    declared = f'message/partial; id="{identifier}"; number={number}' + (f"; total={total}" if total else "")
    header = (
        f"From: a@b.ru\r\nTo: c@d.ru\r\nSubject: part {number}\r\nMessage-ID: <p{number}@x>\r\nMIME-Version: 1.0\r\n"
    )
    return header.encode() + f"Content-Type: {declared}\r\n\r\n".encode() + body


def read(raw: bytes) -> tuple[Partial, bytes]:
    letter = read_letter(raw)
    assert letter.partial is not None
    return letter.partial, raw


def test_pieces_in_any_order_make_the_letter() -> None:
    pieces = [read(piece(2, INNER[130:])), read(piece(1, INNER[:130], total=None))]
    joined = join_partials(pieces)
    assert [item.places for item in joined] == [(1, 0)]
    letter = read_letter(joined[0].raw)
    assert letter.head.subject == "Whole"
    assert letter.head.message_id == "whole@x"
    assert letter.head.sender is not None
    assert letter.head.sender.address == "a@b.ru"
    assert letter.text() == "Первая половина. Вторая половина."


def test_incomplete_set_is_left_out() -> None:
    assert join_partials([read(piece(1, INNER[:130], total=3)), read(piece(3, INNER[130:], total=3))]) == []


def test_pieces_of_several_letters_may_be_mixed() -> None:
    pieces = [
        read(piece(1, INNER[:130], identifier="one")),
        read(piece(1, INNER[:140], identifier="two")),
        read(piece(2, INNER[130:], identifier="one")),
        read(piece(2, INNER[140:], identifier="two")),
    ]
    assert [item.places for item in join_partials(pieces)] == [(0, 2), (1, 3)]

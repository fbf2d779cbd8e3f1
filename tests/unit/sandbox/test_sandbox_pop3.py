"""POP3 below the wire: dots, TOP, SASL answers."""

from __future__ import annotations

import asyncio
import base64

import pytest

from sandbox import sasl
from sandbox.pop3 import Drop, first_lines, stuffed
from sandbox.records import Letter


@pytest.mark.parametrize(
    ("raw", "sent"),
    [
        (b"a\r\nb\r\n", b"a\r\nb\r\n.\r\n"),
        (b"a", b"a\r\n.\r\n"),
        (b".\r\n..x\r\n.y\r\n", b"..\r\n...x\r\n..y\r\n.\r\n"),
        (b"", b"\r\n.\r\n"),
    ],
    ids=repr,
)
def test_dots_are_doubled_at_line_beginnings(raw: bytes, sent: bytes) -> None:
    assert stuffed(raw) == sent


@pytest.mark.parametrize(
    ("count", "top"),
    [(0, b"A: 1\r\n\r\n"), (1, b"A: 1\r\n\r\none\r\n"), (9, b"A: 1\r\n\r\none\r\ntwo\r\n")],
    ids=repr,
)
def test_top_is_the_header_and_some_lines(count: int, top: bytes) -> None:
    assert first_lines(b"A: 1\r\n\r\none\r\ntwo\r\n", count) == top


def test_unique_ids_name_the_box_too() -> None:
    letter = Letter(1, 1, 42, 1, frozenset(), 0, 0, 10, 1)
    assert Drop([letter], 255).unique_id(letter) == "ff.42"
    assert Drop([letter], 256).unique_id(letter) != Drop([letter], 255).unique_id(letter)


def exchange(mechanism: str, initial: str | None, *answers: bytes) -> sasl.Proof:
    left = list(answers)

    async def ask(digits: bytes) -> bytes:
        base64.b64decode(digits, validate=True)
        return left.pop(0)

    return asyncio.run(sasl.exchange(mechanism, initial, ask, "test"))


def digits(text: str) -> bytes:
    return base64.b64encode(text.encode())


def test_each_mechanism_tells_the_user() -> None:
    assert exchange("PLAIN", None, digits("\0иван\0тайна")).user == "иван"
    assert exchange("PLAIN", digits("other\0ivan\0x").decode()).user == "ivan"
    assert exchange("LOGIN", None, digits("ivan"), digits("x")).user == "ivan"
    assert exchange("LOGIN", digits("ivan").decode(), digits("x")).user == "ivan"
    assert exchange("CRAM-MD5", None, digits("ivan 0123456789abcdef")).user == "ivan"
    assert exchange("XOAUTH2", digits("user=ivan\1auth=Bearer token\1\1").decode()).user == "ivan"


def test_a_proof_matches_its_password_and_no_other() -> None:
    proofs = (
        exchange("PLAIN", digits("\0иван\0тайна").decode()),
        exchange("LOGIN", None, digits("иван"), digits("тайна")),
        exchange("XOAUTH2", digits("user=иван\1auth=Bearer тайна\1\1").decode()),
        # RFC 2195, 2 and RFC 1939, 7 give these digests.
        sasl.cram_proof(b"tim b913a602c7eda7a495b4e6e7334d3890", b"<1896.697170952@postoffice.reston.mci.net>"),
        sasl.apop_proof("mrose", "c4c9334bac560ecc979e58001b3e22fb", "<1896.697170952@dbc.mtview.ca.us>"),
    )
    passwords = ("тайна", "тайна", "тайна", "tanstaaftanstaaf", "tanstaaf")
    for proof, password in zip(proofs, passwords, strict=True):
        assert proof.matches(password)
        assert not proof.matches(password + "x") and not proof.matches("")


@pytest.mark.parametrize(
    ("mechanism", "answer"),
    [
        ("PLAIN", b"*"),
        ("PLAIN", b"?"),
        ("PLAIN", b""),
        ("CRAM-MD5", digits("ivan")),
        ("X", b""),
        ("LOGIN", b"/w=="),
        ("XOAUTH2", digits("user=ivan")),
    ],
    ids=repr,
)
def test_a_broken_exchange_is_refused(mechanism: str, answer: bytes) -> None:
    with pytest.raises(sasl.SaslError):
        exchange(mechanism, None, answer, answer)

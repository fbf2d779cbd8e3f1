"""Ugly letters made uglier: whatever is done to their octets, reading them raises nothing and gives ordinary text."""

from __future__ import annotations

from random import Random
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stdlib.mail.mime.partial import join_partials
from stdlib.mail.mime.read import ParsedLetter, read_letter
from stdlib.mail.mime.tnef import tnef_files
from support.ugly_letters import UGLY_LETTERS

RAWS: Final = [ugly.raw for ugly in UGLY_LETTERS.values() if len(ugly.raw) < 20_000]
SCRAPS: Final = [
    b"=?utf-8?B?", b"?=", b"=?utf-7?Q?+2AA-?=", b"\r\n", b"\n\n", b"\r", b"\0", b"--", b'"', b"(", b"<", b"\xd0",
    b"filename*0*=", b"begin 644 a\n", b"Content-Type: message/rfc822\r\n", b"charset=utf-7",
    b"Content-Transfer-Encoding: base64\r\n", b"Content-Transfer-Encoding: quoted-printable\r\n",
]  # fmt: skip


def mutated(raw: bytes, random: Random) -> bytes:
    """With bits turned over, pieces cut out, repeated, taken from other letters, and the end cut off."""
    spoilt = bytearray(raw)
    for _ in range(random.randint(1, 6)):
        start = random.randrange(len(spoilt) + 1)
        end = min(len(spoilt), start + random.randint(1, 60))
        match random.randrange(7):
            case 0 if start < len(spoilt):
                spoilt[start] ^= 1 << random.randrange(8)
            case 1:
                del spoilt[start:end]
            case 2:
                spoilt[start:start] = spoilt[start:end] * random.choice((1, 2, 50))
            case 3:
                del spoilt[start:]
            case 4:
                other = random.choice(RAWS)
                place = random.randrange(len(other) + 1)
                spoilt[start:end] = other[place : place + random.randint(1, 200)]
            case 5:
                spoilt[start:end] = random.randbytes(end - start)
            case _:
                spoilt[start:start] = random.choice(SCRAPS)
    return bytes(spoilt)


def check(letter: ParsedLetter) -> None:
    """Everything in it can be shown, and written under its name."""
    head = letter.head
    people = [*head.to, *head.cc, *head.bcc, *head.reply_to, *([head.sender] if head.sender else [])]
    shown = [head.subject, head.message_id, *(word for person in people for word in (person.name, person.address))]
    shown += [word for item in head.items() for word in item]
    shown += [word for part in letter.texts for word in (part.text, part.charset, part.content_type)]
    for file in letter.attachments:
        shown += [file.name, file.content_type, file.content_id]
        assert not set(file.name) & set("/\\:\0\r\n")
        if file.letter is not None:
            check(file.letter)
    for text in shown:
        assert text.encode("utf-8").decode("utf-8") == text


@settings(max_examples=200)
@given(st.sampled_from(RAWS), st.randoms(use_true_random=False))
def test_a_letter_spoilt_in_any_way_is_read(raw: bytes, random: Random) -> None:
    spoilt = mutated(raw, random)
    letter = read_letter(spoilt)
    assert letter.raw == spoilt
    check(letter)
    if letter.partial is not None:
        join_partials([(letter.partial, spoilt)])
    for file in letter.attachments:
        tnef_files(file.data)


@pytest.mark.parametrize("name", UGLY_LETTERS)
def test_a_letter_cut_off_anywhere_is_read(name: str) -> None:
    raw = UGLY_LETTERS[name].raw[:4000]
    for end in range(0, len(raw), max(1, len(raw) // 40)):
        check(read_letter(raw[:end]))

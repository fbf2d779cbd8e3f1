"""The MIME tree of a letter, its sections, structure and envelope."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.header_block import split_header
from sandbox.imap.address_list import EnvelopeAddress, split_addresses
from sandbox.imap.body_structure import body_structure
from sandbox.imap.envelope import envelope
from sandbox.imap.failures import BadCommand
from sandbox.imap.mime_part import parse_letter
from sandbox.imap.section import parse_section

INNER = b"Subject: inner\r\nContent-Type: text/plain\r\n\r\ninside\r\n"
LETTER = (
    b"Subject: outer\r\nTo: a@b.ru,\r\n c@d.ru\r\nX-Other: 1\r\n"
    b'Content-Type: multipart/mixed; boundary="=_1"\r\n\r\n'
    b"preamble\r\n"
    b"--=_1\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    + base64.b64encode("Привет".encode())
    + b"\r\n--=_1\r\nContent-Type: message/rfc822\r\n\r\n"
    + INNER
    + b"--=_1\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=a.pdf\r\n\r\nPDF\r\n"
    + b"--=_1--\r\n"
)


def section(text: bytes, raw: bytes = LETTER) -> bytes:
    return parse_section(text).of(parse_letter(raw))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (b"", LETTER),
        (b"HEADER", LETTER[: LETTER.index(b"preamble")]),
        (b"TEXT", LETTER[LETTER.index(b"preamble") :]),
        (b"HEADER.FIELDS (subject TO)", b"Subject: outer\r\nTo: a@b.ru,\r\n c@d.ru\r\n\r\n"),
        (b"header.fields.not (subject to content-type)", b"X-Other: 1\r\n\r\n"),
        (b"1", base64.b64encode("Привет".encode())),
        (b"1.MIME", b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"),
        (b"2", INNER.removesuffix(b"\r\n")),
        (b"2.HEADER", b"Subject: inner\r\nContent-Type: text/plain\r\n\r\n"),
        (b"2.TEXT", b"inside"),
        (b"2.1", b"inside"),
        (b"3", b"PDF"),
        (b"4", b""),
        (b"3.2", b""),
        (b"1.TEXT", b""),
    ],
    ids=repr,
)
def test_sections_are_given_out_byte_for_byte(text: bytes, expected: bytes) -> None:
    assert section(text) == expected


@pytest.mark.parametrize(
    "text",
    [b"MIME", b"0", b"1.0", b"FOO", b"HEADER.FIELDS", b"HEADER (a)", b"1.", b"1TEXT", b".1"],
    ids=repr,
)
def test_unknown_sections_are_refused(text: bytes) -> None:
    with pytest.raises(BadCommand):
        parse_section(text)


def test_the_only_part_of_a_simple_letter_is_its_text() -> None:
    assert section(b"1", b"Subject: x\r\n\r\nbody\r\n") == b"body\r\n"
    assert section(b"2", b"Subject: x\r\n\r\nbody\r\n") == b""


def test_the_only_part_of_a_letter_that_is_a_letter_is_that_letter() -> None:
    raw = b"Subject: outer\r\nContent-Type: message/rfc822\r\n\r\n" + LETTER
    assert section(b"1", raw) == LETTER
    assert section(b"1.HEADER", raw) == LETTER[: LETTER.index(b"preamble")]
    assert section(b"1.3", raw) == b"PDF"
    assert section(b"1.2.1", raw) == b"inside"
    assert section(b"2", raw) == section(b"3", raw) == b""


def test_parts_are_not_inside_themselves_for_ever() -> None:
    assert section(b"1.1", b"Subject: x\r\n\r\nbody\r\n") == b""
    # As Dovecot does, and as clients ask that take the number of a part for that of a letter.
    assert section(b"3.1") == b"PDF"
    assert section(b"3.1.1") == b""


def test_structure_of_a_letter() -> None:
    expected = (
        b'(("text" "plain" ("charset" "utf-8") NIL NIL "base64" 16 0)'
        b'("message" "rfc822" NIL NIL NIL "7bit" 50 '
        b'(NIL "inner" NIL NIL NIL NIL NIL NIL NIL NIL) ("text" "plain" ("charset" "us-ascii") NIL NIL "7bit" 6 0) 3)'
        b'("application" "pdf" NIL NIL NIL "7bit" 3) "mixed")'
    )
    assert body_structure(parse_letter(LETTER), extended=False) == expected


def test_extended_structure_tells_the_disposition() -> None:
    structure = body_structure(parse_letter(LETTER), extended=True)
    assert b'("application" "pdf" NIL NIL NIL "7bit" 3 NIL ("attachment" ("filename" "a.pdf")) NIL NIL)' in structure
    assert structure.endswith(b' "mixed" ("boundary" "=_1") NIL NIL NIL)')


@pytest.mark.parametrize("header", [b'boundary="x"', b""], ids=repr)
def test_a_multipart_without_parts_has_an_empty_text(header: bytes) -> None:
    raw = b"Content-Type: multipart/mixed; " + header + b"\r\n\r\nno parts here\r\n"
    expected = b'(("text" "plain" ("charset" "us-ascii") NIL NIL "7bit" 0 0) "mixed")'
    assert body_structure(parse_letter(raw), extended=False) == expected
    extended = body_structure(parse_letter(raw), extended=True)
    assert extended.startswith(expected[: expected.index(b")")] + b') NIL NIL "7bit" 0 0 NIL NIL NIL NIL) "mixed" ')
    assert section(b"1", raw) == b""


def test_languages_are_a_list() -> None:
    raw = b"Content-Type: text/plain\r\nContent-Language: ru, en\r\n\r\nx"
    assert body_structure(parse_letter(raw), extended=True).endswith(b' NIL NIL ("ru" "en") NIL)')


def test_a_missing_closing_boundary_loses_nothing() -> None:
    raw = b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\none\r\n--b\r\n\r\ntwo\r\n"
    assert section(b"2", raw) == b"two\r\n"


def test_a_line_that_only_begins_like_a_boundary_is_text() -> None:
    raw = b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\none\r\n--bb\r\nmore\r\n--b--\r\n"
    assert section(b"1", raw) == b"one\r\n--bb\r\nmore"


def test_an_empty_part_between_two_boundaries() -> None:
    raw = b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n--b\r\n\r\ntwo\r\n--b--\r\n"
    assert (section(b"1", raw), section(b"2", raw)) == (b"", b"two")


def test_depth_is_bounded() -> None:
    raw = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(200))
    assert body_structure(parse_letter(raw), extended=True).count(b'"mixed"') <= 31


def test_texts_are_decoded_whatever_their_encoding() -> None:
    quoted = (
        b"Content-Type: text/html; charset=koi8-r\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=D0=D2=C9\r\n"
    )
    assert "Привет" in "".join(parse_letter(LETTER).texts())
    assert "inside" in "".join(parse_letter(LETTER).texts())
    assert "PDF" not in "".join(parse_letter(LETTER).texts())
    assert "при" in "".join(parse_letter(quoted).texts())


@given(st.binary(max_size=200))
@settings(max_examples=100)
def test_any_bytes_have_a_tree(tail: bytes) -> None:
    raw = b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n" + tail
    part = parse_letter(raw)
    assert body_structure(part, extended=True).startswith(b"(")
    assert envelope(part.header).startswith(b"(")
    assert all(0 <= child.start <= child.body <= child.end <= len(raw) for child in part.children)
    assert isinstance("".join(part.texts()), str)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (b"ivan@mail.ru", [(None, b"ivan", b"mail.ru")]),
        (b"<ivan@mail.ru>", [(None, b"ivan", b"mail.ru")]),
        (b'"Ivan, P." <i@m.ru>, b@c.ru', [(b"Ivan, P.", b"i", b"m.ru"), (None, b"b", b"c.ru")]),
        (b"Ivan Petrov <i@m.ru>", [(b"Ivan Petrov", b"i", b"m.ru")]),
        (b"i@m.ru (Ivan)", [(b"Ivan", b"i", b"m.ru")]),
        (b"=?utf-8?B?0JzQsA==?= <i@m.ru>", [(b"=?utf-8?B?0JzQsA==?=", b"i", b"m.ru")]),
        (b"<@a.ru,@b.ru:i@m.ru>", [(None, b"i", b"m.ru")]),
        (b"root", [(None, b"root", b"")]),
        (
            b"Friends: a@b.ru, c@d.ru;",
            [(None, b"Friends", None), (None, b"a", b"b.ru"), (None, b"c", b"d.ru"), (None, None, None)],
        ),
        (b"undisclosed-recipients:;", [(None, b"undisclosed-recipients", None), (None, None, None)]),
        (b" , ,", []),
    ],
    ids=repr,
)
def test_addresses_of_an_envelope(
    value: bytes, expected: list[tuple[bytes | None, bytes | None, bytes | None]]
) -> None:
    assert split_addresses(value) == [EnvelopeAddress(*address) for address in expected]


def test_envelope_falls_back_to_from_and_keeps_bytes() -> None:
    header = split_header(b"From: i@m.ru\r\nTo: a@b.ru\r\nTo: c@d.ru\r\nSubject: =?utf-8?B?0JzQsA==?=\r\n\r\n")
    sender = b'((NIL NIL "i" "m.ru"))'
    expected = (
        b'(NIL "=?utf-8?B?0JzQsA==?=" '
        + b" ".join((sender, sender, sender))
        + b' ((NIL NIL "a" "b.ru")(NIL NIL "c" "d.ru")) NIL NIL NIL NIL)'
    )
    assert envelope(header) == expected

"""Small letters and short commands that would cost the server much memory or time."""

from __future__ import annotations

import asyncio
import base64
import imaplib
import tracemalloc
from time import process_time
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest

from sandbox.header_block import split_header
from sandbox.imap.address_list import split_addresses
from sandbox.imap.body_structure import body_structure
from sandbox.imap.failures import BadCommand, Refused
from sandbox.imap.fetch import plan_fetch
from sandbox.imap.folder_names import decode_name
from sandbox.imap.mime_part import MimePart, parse_letter
from sandbox.imap.search import compile_search
from sandbox.imap.section import parse_section
from sandbox.imap.sort import base_subject
from sandbox.imap.syntax import Arguments, Atom, parse
from sandbox.limits import Limits
from sandbox.server import Sandbox
from sandbox.smtp import SmtpSession
from sandbox.smtp_path import parse_path
from sandbox.web.html_view import html_response
from stdlib.mail.mime.read import read_letter

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.connection import Connection
    from sandbox.store import Store

_LONG = b"a" * 400_000


def parts_of(part: MimePart) -> int:
    return sum(1 for _ in part.walk())


@pytest.mark.parametrize(
    "work",
    [
        lambda: split_header(b"Subject: " + _LONG + b"\r\n\r\n"),
        lambda: parse_section(b"HEADER.FIELDS (To)").of(parse_letter(b"Subject: " + _LONG + b"\r\n\r\n")),
        lambda: parse_letter(b'Content-Type: text/plain; name="' + _LONG + b'"\r\n\r\n'),
        lambda: read_letter(b'Content-Type: text/plain; name="' + _LONG + b'"\r\n\r\n'),
        lambda: split_addresses(b'"' + _LONG),
        lambda: split_addresses(b"((" + _LONG),
        lambda: parse((b'"' + _LONG + b'"',)),
    ],
    ids=["header", "section", "parameter", "read", "name", "comment", "quoted"],
)
def test_a_long_value_takes_memory_for_itself_only(work: Callable[[], object]) -> None:
    tracemalloc.start()
    try:
        work()
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    # An expression that can go back takes a hundred times the value.
    assert peak < 40 * len(_LONG)


def test_a_letter_has_so_many_parts_at_most() -> None:
    many = b"Content-Type: multipart/mixed; boundary=x\r\n\r\n" + b"--x\r\n\r\n" * 20_000
    assert parts_of(parse_letter(many)) == 5_001
    assert body_structure(parse_letter(many), extended=True).startswith(b"((")
    nested = b"".join(
        b"--x\r\nContent-Type: multipart/mixed; boundary=y\r\n\r\n" + b"--y\r\n\r\n" * 1_000 for _ in range(20)
    )
    assert parts_of(parse_letter(b"Content-Type: multipart/mixed; boundary=x\r\n\r\n" + nested)) == 5_001


def test_a_header_has_so_many_fields_at_most() -> None:
    raw = b"Subject: x\r\n" + b"a:\r\n" * 100_000 + b"To: a@b.ru\r\n\r\nbody"
    assert len(split_header(raw).fields) == 50_000
    letter = read_letter(raw)
    assert len(letter.head.items()) == 50_000
    assert (letter.head.subject, letter.text(), letter.defects) == ("x", "body", True)


def test_a_picture_that_is_named_ten_thousand_times_is_written_in_a_few_times() -> None:
    picture = base64.encodebytes(bytes(200_000))
    letter = (
        b"Content-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n"
        + b"<img src=cid:a>" * 2_000
        + b"\r\n--x\r\nContent-Type: image/png\r\nContent-ID: <a>\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + picture
        + b"\r\n--x--\r\n"
    )
    response = html_response(read_letter(letter), remote=False)
    assert response is not None
    assert isinstance(response.body, bytes)
    assert response.body.startswith(
        b'<!doctype html><meta charset="utf-8"><base target="_blank"><img src=data:image/png'
    )
    assert response.body.endswith(b"<img src=cid:a>")
    assert len(response.body) < 100_000_000


@pytest.mark.parametrize(
    "work",
    [
        lambda: decode_name(b"&" * 500_000),
        lambda: split_addresses(b"<" + b"@" * 500_000 + b">"),
        lambda: split_addresses(b"<" + b"@a," * 300_000 + b">"),
        lambda: parse_path("FROM:<" + "@" * 300_000 + ">", "FROM:", frozenset()),
        lambda: base_subject("(fwd) " * 50_000 + "x"),
        lambda: base_subject("x" + " (fwd)" * 50_000),
    ],
    ids=["folder", "route", "routes", "path", "trailers inside", "trailers"],
)
def test_what_never_comes_is_looked_for_once(work: Callable[[], object]) -> None:
    began = process_time()
    work()
    # A minute at least, when it is looked for from every place.
    assert process_time() - began < 15


@pytest.mark.parametrize(
    ("subject", "base"),
    [
        ("a (fwd) (FWD)  ", "a"),
        ("(fwd)", ""),
        ("a (fwd) b", "a (fwd) b"),
        ("a(fwd)(fwd)", "a"),
        ("[fwd: a (fwd)]", "a"),
    ],
)
def test_trailers_of_subjects_do_not_count(subject: str, base: str) -> None:
    assert base_subject(subject) == base


def test_a_source_route_stands_before_the_address() -> None:
    assert parse_path("TO:<@a.ru,@b.ru:ivan@c.ru>", "TO:", frozenset()).address == "ivan@c.ru"
    assert parse_path('TO:<"a@b:c"@d.ru>', "TO:", frozenset()).address == '"a@b:c"@d.ru'
    assert split_addresses(b"<@a.ru:ivan@c.ru>")[0].mailbox == b"ivan"


def test_an_answer_about_a_letter_is_so_large_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sandbox.imap.fetch._LARGEST_ANSWER", 1_000_000)
    letter: Any = SimpleNamespace(number=1, raw=bytes(300_000))
    items = [Atom(b"BODY.PEEK[]<%d.400000>" % place) for place in range(5)]
    assert len(plan_fetch(items[:3], alone=False, by_uid=False).answer(letter, with_flags=False)) > 890_000
    with pytest.raises(Refused, match=r"\[LIMIT\]"):
        plan_fetch(items, alone=False, by_uid=False).answer(letter, with_flags=False)


def test_many_flags_of_a_command_are_read_once() -> None:
    with Sandbox() as sandbox:
        sandbox.api.put("ivan@example.com", b"Subject: x\r\n\r\nx\r\n")
        began = process_time()
        with imaplib.IMAP4(*sandbox.imap, timeout=120) as client:
            client.login("ivan@example.com", "x")
            client.select()
            # Without parentheses, which store() would add.
            assert client.xatom("STORE", "1", "+FLAGS", "a " * 250_000)[0] == "OK"
        # Minutes, when those so far are copied for each.
        assert process_time() - began < 30


@pytest.mark.parametrize("charset", ["idna", "punycode", "rot13", "base64", "undefined", "x" * 100_000, "../x"])
def test_what_is_no_charset_is_refused(charset: str) -> None:
    with pytest.raises(Refused, match="BADCHARSET"):
        compile_search(Arguments(parse((b"CHARSET %b SUBJECT xn--a9" % charset.encode(),))), ())


def test_a_search_has_so_many_keys_at_most() -> None:
    compile_search(Arguments(parse((b"ALL " * 10_000,))), ())
    with pytest.raises(BadCommand, match="too many"):
        compile_search(Arguments(parse((b"ALL " * 10_001,))), ())


class _Client:
    """Sends chunks of an octet."""

    def __init__(self) -> None:
        self.transcript = SimpleNamespace(protocol="smtp", peer="", tls=False, user="")
        self.answers = 0

    async def chunk(self, count: int, most: int) -> bytes:
        return b"x" * min(count, most)

    def write(self, *pieces: bytes) -> None:
        self.answers += 1


def test_a_letter_of_chunks_of_an_octet_costs_no_more_than_another() -> None:
    client = _Client()
    store = SimpleNamespace(faults=None, accounts=SimpleNamespace(check=lambda *_: None))
    session = SmtpSession(cast("Store", store), cast("Connection", client), Limits(), on_delivery=lambda *_: None)
    inside: Any = session

    async def converse() -> None:
        inside._envelope = inside_envelope()
        for _ in range(100_000):
            await inside._bdat("1")

    def inside_envelope() -> object:
        from sandbox.smtp import _Envelope

        envelope = _Envelope("a@b", False, 0)
        envelope.recipients.append("c@d")
        return envelope

    began = process_time()
    asyncio.run(converse())
    assert client.answers == 100_000
    # Minutes, when what has come is counted anew for each of them.
    assert process_time() - began < 30

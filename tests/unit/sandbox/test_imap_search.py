"""Search keys over letters."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from sandbox.imap.candidate import Candidate
from sandbox.imap.failures import BadCommand, Refused
from sandbox.imap.search import compile_search
from sandbox.imap.syntax import Arguments, Text, parse
from sandbox.store import Store

FIRST = (
    b"From: =?utf-8?B?" + base64.b64encode("Мария".encode()) + b"?= <maria@example.com>\r\n"
    b"Subject: =?windows-1251?B?" + base64.b64encode("Счёт № 15".encode("cp1251")) + b"?=\r\n"
    b"Date: Sun, 22 Nov 2026 23:30:00 -0500\r\n"
    b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    + base64.b64encode("Оплатите до пятницы".encode())
    + b"\r\n"
)
SECOND = b"From: anna@example.com\r\nSubject: Hello\r\nX-Tag: one\r\n\r\nplain words\r\n"
THIRD = b"Subject: \xd1\xd7\xa8\xd2\r\nX-Empty:\r\n\r\n" + b"x" * 3000


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with Store() as opened:
        box = opened.folders.inbox(opened.accounts.enter("ivan@example.com")).id
        opened.letters.add([box], FIRST, ["\\Seen", "$Важное"], datetime(2026, 11, 20, tzinfo=UTC))
        opened.letters.add([box], SECOND, ["\\Flagged"], datetime(2026, 11, 21, tzinfo=UTC))
        opened.letters.add([box], THIRD, [], datetime(2026, 11, 22, tzinfo=UTC))
        yield opened


def search(store: Store, *pieces: bytes) -> list[int]:
    found = store.letters.of_box(store.folders.inbox(store.accounts.enter("ivan@example.com")).id)
    matches = compile_search(Arguments(parse(pieces)), [letter.uid for letter in found])
    candidates = [Candidate(number, letter, store.letters) for number, letter in enumerate(found, 1)]
    return [candidate.number for candidate in candidates if matches(candidate)]


@pytest.mark.parametrize(
    ("keys", "numbers"),
    [
        ("ALL", [1, 2, 3]),
        ("SEEN", [1]),
        ("UNSEEN", [2, 3]),
        ("FLAGGED UNSEEN", [2]),
        ("UNDELETED", [1, 2, 3]),
        ("KEYWORD $Важное", [1]),
        ("UNKEYWORD $Важное", [2, 3]),
        ("NEW", []),
        ("OLD", [1, 2, 3]),
        ("2:3", [2, 3]),
        ("5:9", []),
        ("UID 1,3", [1, 3]),
        ("NOT SEEN", [2, 3]),
        ("OR SEEN FLAGGED", [1, 2]),
        ("OR (SEEN 1) NOT (OR SEEN FLAGGED)", [1, 3]),
        ("LARGER 3000", [3]),
        ("SMALLER 100", [2]),
        ("SINCE 21-Nov-2026", [2, 3]),
        ("BEFORE 21-Nov-2026", [1]),
        ("ON 21-Nov-2026", [2]),
        ('SENTON "22-Nov-2026"', [1, 3]),
        ("SENTBEFORE 22-Nov-2026", [2]),
        ("FROM maria", [1]),
        ('FROM "example.com"', [1, 2]),
        ('SUBJECT "счёт"', [1]),
        ('SUBJECT "СЧЁТ № 1"', [1]),
        ('FROM "Мари"', [1]),
        ('BODY "оплатите"', [1]),
        ('BODY "Счёт"', []),
        ('TEXT "Счёт"', [1]),
        ('TEXT "пятниц"', [1]),
        ("TEXT hello", [2]),
        ("HEADER X-Tag ONE", [2]),
        ('HEADER X-Empty ""', [3]),
        ('HEADER X-Nothing ""', []),
        ('CHARSET UTF-8 SUBJECT "счёт"', [1]),
    ],
)
def test_letters_are_found_by_every_key(store: Store, keys: str, numbers: list[int]) -> None:
    assert search(store, keys.encode()) == numbers


def test_the_charset_is_that_of_the_literals(store: Store) -> None:
    assert search(store, b"CHARSET KOI8-R SUBJECT ", "счёт".encode("koi8-r"), b"") == [1]


@pytest.mark.parametrize("charset", [b"X-UNKNOWN", b"rot13", b"base64"], ids=repr)
def test_an_unknown_charset_is_refused_with_its_code(store: Store, charset: bytes) -> None:
    with pytest.raises(Refused, match="BADCHARSET"):
        search(store, b"CHARSET " + charset + b" ALL")


@pytest.mark.parametrize(
    "keys",
    [b"", b"FOO", b"SUBJECT", b"LARGER x", b"SINCE yesterday", b"UID x", b"OR SEEN", b'"ALL"'],
    ids=repr,
)
def test_broken_keys_are_refused(store: Store, keys: bytes) -> None:
    with pytest.raises(BadCommand):
        search(store, keys)


def test_a_string_in_place_of_a_key_is_no_key() -> None:
    with pytest.raises(BadCommand):
        compile_search(Arguments([Text(b"SEEN")]), [])


@pytest.mark.parametrize(
    "keys",
    [
        b"NOT " * 2000 + b"ALL",
        b"OR ALL " * 2000 + b"ALL",
        b"OR " * 2000 + b"ALL " * 2001,
        b"(" * 2000 + b"ALL" + b")" * 2000,
        b"NOT (" * 2000 + b"ALL" + b")" * 2000,
    ],
    ids=["NOT", "OR to the right", "OR to the left", "parentheses", "NOT in parentheses"],
)
def test_keys_nested_too_deeply_are_refused(store: Store, keys: bytes) -> None:
    with pytest.raises(BadCommand, match=r"deeply|many parentheses"):
        search(store, keys)


@pytest.mark.parametrize(
    "keys",
    [b"NOT " * 198 + b"SEEN", b"OR SUBJECT none " * 198 + b"SEEN", b"(ALL NOT (" * 24 + b"UNSEEN ALL" + b"))" * 24],
)
def test_keys_nested_as_a_program_may_nest_them_are_searched(store: Store, keys: bytes) -> None:
    wanted = [2, 3] if b"UNSEEN" in keys else [1]
    assert search(store, keys) == wanted


def test_text_looks_into_the_headers_of_parts_and_of_letters_inside() -> None:
    raw = (
        b"Content-Type: multipart/mixed; boundary=b\r\n\r\npreamble\r\n"
        b"--b\r\nContent-Type: text/csv; name=report.csv\r\n\r\n1;2\r\n"
        b"--b\r\nContent-Type: message/rfc822\r\n\r\nSubject: =?utf-8?B?"
        + base64.b64encode("Пересылка".encode())
        + b"?=\r\n\r\ntext\r\n--b--\r\n"
    )
    with Store() as store:
        store.deliver(["ivan@example.com"], raw)
        for key in ("TEXT report.csv", 'TEXT "пересылка"', "BODY 1;2", "BODY text"):
            assert search(store, key.encode()) == [1], key
        for key in ("BODY report.csv", 'BODY "пересылка"', "BODY preamble", "TEXT preamble"):
            assert search(store, key.encode()) == [], key


def test_a_multipart_without_parts_has_no_text_to_search() -> None:
    with Store() as store:
        store.deliver(["ivan@example.com"], b"Content-Type: multipart/mixed; boundary=b\r\n\r\nno parts\r\n")
        assert search(store, b"BODY parts") == []

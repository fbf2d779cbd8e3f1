"""Answers of FETCH: read as the library reads them, or left to it."""

from __future__ import annotations

from typing import Any

import pytest
from imapclient.response_parser import parse_fetch_response

from stdlib.mail.imap_fetch import read_answers

DATE = b'INTERNALDATE " 2-Nov-2026 10:11:12 -0330"'


@pytest.mark.parametrize(
    "answer",
    [
        [None],
        [b"1 (UID 7 FLAGS (\\Seen $Forwarded) RFC822.SIZE 120 " + DATE + b")"],
        [b"1 (FLAGS () UID 7)", b"2 (UID 8 RFC822.SIZE 0)"],
        [(b"1 (UID 7 BODY[] {3}", b"abc"), b")", (b"2 (BODY[] {0}", b""), b" UID 8 FLAGS (\\Seen))"],
        [(b"3 (FLAGS (\\Deleted) UID 70 BODY[HEADER] {5}", b"a: b)"), b")"],
        [b"1 (UID 7 MODSEQ (12) RFC822.SIZE 1)"],
    ],
)
def test_usual_answers_mean_what_the_library_finds_in_them(answer: list[Any]) -> None:
    ours = read_answers(answer)
    theirs = parse_fetch_response(answer, False, True)
    assert ours == {
        uid: {key: value for key, value in found.items() if key in ours[uid]} for uid, found in theirs.items()
    }
    wanted = {b"FLAGS", b"RFC822.SIZE", b"INTERNALDATE", b"BODY[]", b"BODY[HEADER]"}
    assert [set(found) for found in ours.values()] == [wanted & set(found) for found in theirs.values()]


@pytest.mark.parametrize(
    "answer",
    [
        [b'1 (UID 7 BODY[] "abc")'],
        [b"1 (UID 7 BODY[] NIL)"],
        [b'1 (UID 7 INTERNALDATE "yesterday")'],
        [b'1 (UID 7 INTERNALDATE "31-Feb-2026 10:11:12 +0000")'],
        [b"1 (UID 7 X-GM-MSGID 12)"],
        [(b"1 (UID 7 BODY[] {3}", b"abc")],
        [(b"1 (UID 7 BODY[] {3}", b"abc"), (b" BODY[HEADER] {1}", b"x"), b")"],
        [b"1 (UID 7"],
    ],
)
def test_unusual_answers_are_left_to_the_library(answer: list[Any]) -> None:
    assert read_answers(answer) is None


def test_what_is_told_of_a_letter_without_its_uid_is_no_answer() -> None:
    assert read_answers([b"5 (FLAGS (\\Seen))", b"1 (UID 7 RFC822.SIZE 5)"]) == {7: {b"RFC822.SIZE": 5}}

"""Arguments of IMAP commands, sets of numbers, names of folders, values on the wire."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.imap import output
from sandbox.imap.failures import BadCommand
from sandbox.imap.flag_names import canonical_flag
from sandbox.imap.folder_names import decode_name, encode_name
from sandbox.imap.name_pattern import NamePattern
from sandbox.imap.sequence_set import compact, parse_set
from sandbox.imap.syntax import Arguments, Atom, Text, parse


def test_atoms_strings_literals_and_lists() -> None:
    parsed = parse((rb'a "b \"c\" \\" (d (e)) ', b"lit\r\neral", b" f"))
    assert parsed == [b"a", b'b "c" \\', [b"d", [b"e"]], b"lit\r\neral", b"f"]
    assert [type(item) for item in parsed] == [Atom, Text, list, Text, Atom]


def test_a_section_is_one_word_and_a_bracket_elsewhere_is_a_letter() -> None:
    assert parse((b"BODY.PEEK[HEADER.FIELDS (To From)]<0.10> UID",)) == [
        b"BODY.PEEK[HEADER.FIELDS (To From)]<0.10>",
        b"UID",
    ]
    assert parse((b"[Gmail]/Spam x]y",)) == [b"[Gmail]/Spam", b"x]y"]


@pytest.mark.parametrize("line", [b"(a", b"a)", b'"a', b"(" * 60 + b")" * 60], ids=repr)
def test_broken_arguments_are_refused(line: bytes) -> None:
    with pytest.raises(BadCommand):
        parse((line,))


def test_a_line_of_opened_sections_is_gone_through_once() -> None:
    began = process_time()
    assert len(parse((b"BODY[ " * 400_000,))) == 400_000
    # Minutes, when each bracket is looked for to the end of the line.
    assert process_time() - began < 60


def test_a_set_that_names_all_letters_again_and_again_costs_no_more() -> None:
    wanted = parse_set(b"1:*," * 100_000 + b"3")
    began = process_time()
    assert wanted.numbers(20_000) == list(range(1, 20_001))
    assert wanted.places(range(5, 20_005)) == list(range(20_000))
    assert process_time() - began < 30


@given(st.lists(st.tuples(st.integers(1, 12), st.integers(1, 12)), min_size=1, max_size=5))
@settings(max_examples=50)
def test_ranges_may_overlap_in_any_order(ranges: list[tuple[int, int]]) -> None:
    wanted = parse_set(",".join(f"{first}:{last}" for first, last in ranges).encode())
    meant = {one for first, last in ranges for one in range(min(first, last), max(first, last) + 1)}
    assert wanted.numbers(12) == sorted(meant)


def test_arguments_of_the_wrong_kind_are_refused() -> None:
    with pytest.raises(BadCommand, match="missing"):
        Arguments([]).any()
    with pytest.raises(BadCommand, match="keyword"):
        Arguments([Text(b"NIL")]).keyword()
    with pytest.raises(BadCommand, match="number"):
        Arguments([Atom(b"-1")]).number()
    with pytest.raises(BadCommand, match="too many"):
        Arguments([Atom(b"a")]).end()
    with pytest.raises(BadCommand, match="list"):
        Arguments([Atom(b"a")]).group()


@pytest.mark.parametrize(
    ("text", "count", "numbers"),
    [
        (b"1", 3, [1]),
        (b"1:3", 3, [1, 2, 3]),
        (b"3:1", 3, [1, 2, 3]),
        (b"*", 3, [3]),
        (b"2:*", 3, [2, 3]),
        (b"*:2", 3, [2, 3]),
        (b"3,1,1:2", 3, [1, 2, 3]),
    ],
    ids=repr,
)
def test_a_set_of_sequence_numbers(text: bytes, count: int, numbers: list[int]) -> None:
    assert parse_set(text).numbers(count) == numbers


@pytest.mark.parametrize(
    ("text", "uids"),
    [(b"10:20", [10, 12, 20]), (b"11", []), (b"*", [25]), (b"21:*", [25]), (b"99:*", [25]), (b"12,10", [10, 12])],
    ids=repr,
)
def test_a_set_of_uids_takes_those_that_exist(text: bytes, uids: list[int]) -> None:
    there = [10, 12, 20, 25]
    assert [there[place] for place in parse_set(text).places(there)] == uids


@pytest.mark.parametrize("text", [b"", b"0", b"1:", b":1", b"1,,2", b"a", b"1;2", b"4294967296", b"-1"], ids=repr)
def test_what_is_no_set_is_refused(text: bytes) -> None:
    with pytest.raises(BadCommand):
        parse_set(text)


def test_a_number_beyond_the_box_is_refused_except_in_search() -> None:
    with pytest.raises(BadCommand):
        parse_set(b"4").numbers(3)
    # RFC 3501, 9, seq-number: «This includes "*" if the selected mailbox is empty».
    for text in (b"*", b"1:*", b"*:1"):
        with pytest.raises(BadCommand):
            parse_set(text).numbers(0)
        assert parse_set(text).numbers(0, strict=False) == []
    assert parse_set(b"2:9").numbers(3, strict=False) == [2, 3]


def test_a_huge_range_costs_no_more_than_the_box() -> None:
    assert parse_set(b"1:4294967295").numbers(2, strict=False) == [1, 2]
    assert parse_set(b"1:4294967295").places([7]) == [0]


def test_numbers_are_written_as_runs() -> None:
    assert compact([1, 2, 3, 7, 9, 10]) == "1:3,7,9:10"
    assert compact([]) == ""


@pytest.mark.parametrize(
    ("name", "raw"),
    # The first two are the examples of RFC 3501, 5.1.3 (the mail box ~peter/mail/台北/日本語).
    [
        ("~peter/mail/台北/日本語", b"~peter/mail/&U,BTFw-/&ZeVnLIqe-"),
        ("a&b", b"a&-b"),
        ("Входящие", b"&BBIERQQ+BDQETwRJBDgENQ-"),
        ("Тест 😀", b"&BCIENQRBBEI- &2D3eAA-"),
    ],
    ids=repr,
)
def test_names_of_folders_on_the_wire(name: str, raw: bytes) -> None:
    assert encode_name(name) == raw
    assert decode_name(raw) == name


def test_broken_names_stand_for_themselves() -> None:
    assert decode_name(b"a&b") == "a&b"
    assert decode_name(b"&!!!-") == "&!!!-"
    assert decode_name("Счета".encode()) == "Счета"


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=20))
@settings(max_examples=50)
def test_any_name_comes_back(name: str) -> None:
    assert decode_name(encode_name(name)) == name


@pytest.mark.parametrize(
    ("pattern", "matching", "other"),
    [
        ("*", ["INBOX", "a/b"], []),
        ("%", ["INBOX", "a"], ["a/b"]),
        ("a/%", ["a/b"], ["a", "a/b/c"]),
        ("a*", ["a", "a/b/c", "ab"], ["ba"]),
        ("inbox", ["INBOX"], ["INBOX2"]),
        ("inbox/*", ["INBOX/a"], ["a/INBOX"]),
        ("*box", ["box"], ["INBOX"]),
        ("%/%", ["a/b"], ["a", "a/b/c"]),
        ("a.c", ["a.c"], ["abc"]),
        ("Сч%", ["Счета"], ["Счета/1"]),
    ],
    ids=repr,
)
def test_wildcards_of_list_stop_at_levels_or_do_not(pattern: str, matching: list[str], other: list[str]) -> None:
    assert [name for name in matching + other if NamePattern(pattern).fits(name)] == matching


@given(st.text("ab/*%", max_size=8), st.text("ab/", max_size=10))
@settings(max_examples=300)
def test_wildcards_mean_what_they_do_in_expressions(pattern: str, name: str) -> None:
    expression = "".join({"*": ".*", "%": "[^/]*"}.get(sign, sign) for sign in pattern)
    assert NamePattern(pattern).fits(name) == (re.fullmatch(expression, name) is not None)


def test_many_wildcards_take_no_time() -> None:
    began = process_time()
    assert not NamePattern("*a*a*a*a*a*b").fits("a" * 1000)
    assert not NamePattern("%a%a%a%a%a%b").fits("a" * 1000)
    # Years, when each wildcard tries every place anew.
    assert process_time() - began < 30


def test_strings_are_quoted_or_literals() -> None:
    assert output.string(b'a "b" \\') == rb'"a \"b\" \\"'
    assert output.string("ё".encode()) == b"{2}\r\n\xd1\x91"
    assert output.string(b"a\r\nb") == b"{4}\r\na\r\nb"
    assert output.nstring(None) == b"NIL"
    assert output.nstring(b"") == b'""'


def test_dates_are_english_in_both_directions() -> None:
    moment = datetime(2026, 11, 2, 3, 4, 5, tzinfo=timezone(timedelta(hours=-3, minutes=-30)))
    assert output.date_time(moment) == b'" 2-Nov-2026 03:04:05 -0330"'
    assert output.parse_date_time(" 2-Nov-2026 03:04:05 -0330") == moment


@pytest.mark.parametrize("text", ["", "2-Nov-2026", "31-Feb-2026 00:00:00 +0000", "1-Ноя-2026 00:00:00 +0000"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(BadCommand):
        output.parse_date_time(text)


def test_flags_are_spelt_as_usual_and_keywords_kept() -> None:
    assert canonical_flag(b"\\SEEN") == "\\Seen"
    assert canonical_flag(b"$Label1") == "$Label1"
    for wrong in (b"\\Recent", b"\\Foo", b"a b", b""):
        with pytest.raises(BadCommand):
            canonical_flag(wrong)

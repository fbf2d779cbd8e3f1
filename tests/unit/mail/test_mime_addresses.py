"""Lists of addresses as headers and people write them."""

from __future__ import annotations

from time import process_time

import pytest

from stdlib.mail.mime.addresses import (
    Address,
    ascii_address,
    ascii_domain,
    is_address,
    needs_smtputf8,
    parse_addresses,
    shown_address,
    unicode_domain,
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("a@b.ru", [("", "a@b.ru")]),
        ("<a@b.ru>", [("", "a@b.ru")]),
        ("Иван Петров <ivan@mail.test>", [("Иван Петров", "ivan@mail.test")]),
        ('"Петров, Иван" <ivan@mail.test>', [("Петров, Иван", "ivan@mail.test")]),
        ('"Он сказал \\"да\\"" <a@b.ru>', [('Он сказал "да"', "a@b.ru")]),
        ("ivan@mail.test (Иван Петров)", [("Иван Петров", "ivan@mail.test")]),
        ("a@b.ru, c@d.ru; e@f.ru", [("", "a@b.ru"), ("", "c@d.ru"), ("", "e@f.ru")]),
        ("a@b.ru c@d.ru", [("", "a@b.ru"), ("", "c@d.ru")]),
        ("Иван ivan@mail.test", [("Иван", "ivan@mail.test")]),
        ("Отдел продаж: a@b.ru, Пётр <c@d.ru>;", [("", "a@b.ru"), ("Пётр", "c@d.ru")]),
        ("undisclosed-recipients:;", []),
        ("=?utf-8?B?0JjQstCw0L0=?= <a@b.ru>", [("Иван", "a@b.ru")]),
        ("=?utf-8?Q?=D0=90,_=D0=91?= <a@b.ru>", [("А, Б", "a@b.ru")]),
        ('"=?utf-8?B?0JjQstCw0L0=?=" <a@b.ru>', [("Иван", "a@b.ru")]),
        ("Пётр <петр@почта.рф>", [("Пётр", "петр@почта.рф")]),
        ('"иван петров"@mail.test', [("", '"иван петров"@mail.test')]),
        ("<@relay.test:a@b.ru>", [("", "a@b.ru")]),
        ("mailto:a@b.ru", [("", "a@b.ru")]),
        ("A <a@b.ru> B <c@d.ru>", [("A", "a@b.ru"), ("B", "c@d.ru")]),
        ("user@[127.0.0.1]", [("", "user@[127.0.0.1]")]),
        ("Иван <a@b.ru", [("Иван", "a@b.ru")]),
        ("просто слово", [("", "просто слово")]),
    ],
    ids=repr,
)
def test_line_of_addresses_is_taken_apart(text: str, found: list[tuple[str, str]]) -> None:
    assert parse_addresses(text) == [Address(name, address) for name, address in found]


def test_unquoted_surname_with_comma_is_joined_only_when_lenient() -> None:
    line = "Петров, Иван <ivan@mail.test>"
    assert parse_addresses(line, lenient=True) == [Address("Петров, Иван", "ivan@mail.test")]
    assert parse_addresses(line) == [Address("", "Петров"), Address("Иван", "ivan@mail.test")]


def test_raw_koi8_name_is_guessed() -> None:
    raw = "Мария Петрова <m@mail.test>".encode("koi8-r").decode("utf-8", "surrogateescape")
    assert parse_addresses(raw) == [Address("Мария Петрова", "m@mail.test")]


@pytest.mark.parametrize(
    "text",
    [
        "a@b.ru",
        "first.last+tag@sub.mail.test",
        "root@localhost",
        "иван@почта.рф",
        "user@почта.рф",
        "user@[127.0.0.1]",
        '"two words"@mail.test',
        "o'brien@mail.test",
        "a@xn--80a1acny.xn--p1ai",
    ],
)
def test_address_is_recognised(text: str) -> None:
    assert is_address(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "иван",
        "@mail.test",
        "a@",
        "a b@mail.test",
        "a@b@c.ru",
        "a@mail..test",
        "a@-mail.test",
        ".a@mail.test",
        "a..b@mail.test",
        "a@mail test",
        "a@b.ru\r\nBcc: x@y.z",
        "a@b.ru>",
        "a," + "b@mail.test",
        "a" * 65 + "@mail.test",
        "a@" + "я" * 70 + ".рф",
        "a@" + ".".join(["label"] * 60),
    ],
    ids=repr,
)
def test_what_is_no_address_is_refused(text: str) -> None:
    assert not is_address(text)


def test_domain_goes_to_punycode_and_back() -> None:
    assert ascii_domain("почта.рф") == "xn--80a1acny.xn--p1ai"
    assert unicode_domain("xn--80a1acny.xn--p1ai") == "почта.рф"
    assert unicode_domain("mail.test") == "mail.test"
    assert unicode_domain("xn--\u0431.test") == "xn--\u0431.test"


def test_user_part_is_not_converted() -> None:
    assert ascii_address("иван@почта.рф") == "иван@xn--80a1acny.xn--p1ai"
    assert ascii_address("ivan@mail.test") == "ivan@mail.test"


def test_smtputf8_is_needed_for_the_user_part_only() -> None:
    assert needs_smtputf8(["a@b.ru", "иван@mail.test"])
    assert not needs_smtputf8(["a@b.ru", "ivan@почта.рф"])


@pytest.mark.parametrize("piece", ['"', '\\"', '<"\\"', "@:", "[", "<", "(", "=?", "a:", "<a>", "\\", '"<a> ', ","])
def test_hostile_lists_take_no_more_time_than_others(piece: str) -> None:
    text = f"a@b {piece * (500_000 // len(piece))}"
    started = process_time()
    parse_addresses(text, lenient=True)
    # Looking at everything again for each piece takes minutes.
    assert process_time() - started < 3


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('a "b <c@d.ru>', [('a "b', "c@d.ru")]),
        ('"a \\" b" <c@d.ru>, "x', [('a " b', "c@d.ru"), ("", '"x')]),
        ("[a <b@c.ru>", [("[a", "b@c.ru")]),
        ('=?<"', [("", '=?<"')]),
        (",,a@b.ru,;,c@d.ru,", [("", "a@b.ru"), ("", "c@d.ru")]),
    ],
)
def test_what_is_not_closed_is_ordinary_text(text: str, found: list[tuple[str, str]]) -> None:
    assert [(each.name, each.address) for each in parse_addresses(text)] == found


@pytest.mark.parametrize("text", ["\udcd0@b.ru", '"\ud800"@b.ru', "a@\udfff.ru", f"a@{'я' * 100_000}.рф"], ids=ascii)
def test_what_cannot_be_sent_is_no_address(text: str) -> None:
    assert not is_address(text)


@pytest.mark.parametrize(
    ("received", "shown"),
    [
        ("анна@xn--80a1acny.xn--p1ai", "анна@почта.рф"),
        ("anna@mail.XN--80A1ACNY.xn--p1ai", "anna@mail.почта.рф"),
        ("anna@mail.test", "anna@mail.test"),
        ("xn--80a1acny@mail.test", "xn--80a1acny@mail.test"),
        ("anna@xn--a-qib", "anna@xn--a-qib"),
        ("anna@xn--\u0431.test", "anna@xn--\u0431.test"),
        ("anna@" + "xn--80a1acny." * 30 + "ru", "anna@" + "xn--80a1acny." * 30 + "ru"),
        ("xn--80a1acny.xn--p1ai", "почта.рф"),
        ("anna@", "anna@"),
        ("", ""),
    ],
)
def test_received_domains_are_shown_decoded_where_the_way_back_is_the_same(received: str, shown: str) -> None:
    assert shown_address(received) == shown

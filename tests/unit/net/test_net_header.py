"""What goes on the wire: names, values, targets, hosts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdlib.net.header import WireError, charset_of, readable, wire_header, wire_host, wire_method, wire_target


@pytest.mark.parametrize("name", ["", "a b", "a:b", "a\r\nb", "имя", "a\0", "(a)"])
def test_what_is_no_header_name_is_refused(name: str) -> None:
    with pytest.raises(WireError, match="Недопустимое имя заголовка"):
        wire_header(name, "1")


@given(st.text(), st.sampled_from(["\r", "\n", "\0", "\r\n"]), st.text())
def test_a_value_never_ends_the_line_and_is_not_shown(start: str, end: str, rest: str) -> None:
    secret = "тайна" + start
    with pytest.raises(WireError) as raised:
        wire_header("X", secret + end + rest)
    assert "тайна" not in str(raised.value)


@given(st.text(alphabet=st.characters(exclude_characters="\r\n\0", exclude_categories=["Cs"])))
def test_a_target_is_one_word_of_ascii(address: str) -> None:
    target = wire_target(address)
    assert target.startswith(b"/")
    assert all(0x21 <= byte < 0x7F for byte in target)


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("", b"/"),
        ("a/b", b"/a/b"),
        ("/a%20b?x=1&y=%D0%B0", b"/a%20b?x=1&y=%D0%B0"),
        ("/а б", b"/%D0%B0%20%D0%B1"),
        ("/a#part", b"/a"),
    ],
    ids=["пусто", "без черты", "уже закодирован", "кириллица и пробел", "без фрагмента"],
)
def test_an_address_becomes_the_target_of_a_request(address: str, target: bytes) -> None:
    assert wire_target(address) == target


def test_a_name_of_a_server_is_encoded_or_refused() -> None:
    assert wire_host("почта.рф") == "xn--80a1acny.xn--p1ai"
    assert wire_host("::1") == "::1"
    for host in ("", "a b", "a\r\nb", "a/b", "user@host", "а" * 300):
        with pytest.raises(WireError, match="Недопустимое имя сервера"):
            wire_host(host)


def test_a_method_is_a_word_or_refused() -> None:
    assert wire_method("PROPFIND") == b"PROPFIND"
    for method in ("", "GET /", "G\nT"):
        with pytest.raises(WireError):
            wire_method(method)


def test_received_headers_are_readable_whatever_their_bytes() -> None:
    assert readable("имя".encode()) == "имя"
    assert readable(b"caf\xe9") == "café"


@pytest.mark.parametrize(
    ("content_type", "charset"),
    [
        ("text/html; charset=utf-8", "utf-8"),
        ('text/html; Charset="windows-1251"; x=y', "windows-1251"),
        ("text/html", ""),
        ("charset=" + " " * 100_000, ""),
    ],
    ids=["просто", "в кавычках", "нет", "враждебный"],
)
def test_the_charset_is_found_in_a_content_type(content_type: str, charset: str) -> None:
    assert charset_of(content_type) == charset

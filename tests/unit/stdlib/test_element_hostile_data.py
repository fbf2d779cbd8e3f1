"""JSON, XML, streams and patterns of Element fed with what wants to take all time or memory."""

from __future__ import annotations

from io import BytesIO
from time import process_time
from typing import Any

import pytest

from runtime.element.exceptions import ElementException, IllegalArgumentException
from stdlib.element.collections.array import Array
from stdlib.element.exceptions import JsonReaderException, XmlReaderException
from stdlib.element.http.http_headers import HttpHeaders
from stdlib.element.http.url import Url
from stdlib.element.io.lookahead import Lookahead
from stdlib.element.json.json_reader import JsonReader
from stdlib.element.json.reading import read_text
from stdlib.element.patterns.dialect import to_python
from stdlib.element.xml.xml_reader import XmlReader

LONG = 3.0
"""Seconds: far above what these take, far below what quadratic time would be."""


def quick(action: Any) -> Any:
    began = process_time()
    result = action()
    assert process_time() - began < LONG
    return result


def test_deep_json_is_read_without_recursion() -> None:
    value = quick(lambda: read_text("[" * 9000 + "]" * 9000))
    depth = 0
    while isinstance(value, Array) and value.items:
        value, depth = value.items[0], depth + 1
    assert depth == 8999


@pytest.mark.parametrize(
    "text",
    [
        "[" * 200_000,
        '{"а":' * 100_000,
        "1" * 100_000,
        "1e999999999",
        "-1e-99999999999999999999",
        '"' + "\\" * 99_999,
        "[" + "/" * 100_000,
        "[" + "/**/" * 50_000,
        "",
        "nul",
        "[1,]",
        "[1 2]",
        '{"а" 1}',
        "{1: 2}",
        "[}",
        "01",
        "+1",
        ".5",
        "NaN",
        "Infinity",
        '"а\x00',
    ],
)
def test_wrong_json_is_told_of_quickly(text: str) -> None:
    with pytest.raises(JsonReaderException):
        quick(lambda: read_text(text))


def test_json_read_piece_by_piece_takes_linear_time() -> None:
    reader = JsonReader("[" + "1,\n" * 50_000 + "1]")

    def walk() -> int:
        count = 0
        while reader.next():
            count += 1
        return count

    assert quick(walk) == 50_003


def test_halves_of_characters_become_question_marks() -> None:
    assert read_text('"\\ud800"') == "\ufffd"
    assert read_text('"\\ud83d\\ude00"') == "\U0001f600"


def test_numbers_keep_their_digits() -> None:
    assert str(read_text("0.10000000000000000000000000000001")) == "0.10000000000000000000000000000001"
    assert read_text("1e3") == 1000
    assert read_text("-0") == 0


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
        "<a>&x;</a>",
        "<a>",
        "</a>",
        "<a b=1/>",
        "<a><b></a></b>",
        "<a>\x01</a>",
        "<a:b/>",
    ],
)
def test_wrong_and_reaching_documents_are_refused(text: str) -> None:
    reader = XmlReader(text)
    with pytest.raises(XmlReaderException):
        while reader.next():
            pass
    assert not reader.next()


def test_declarations_from_elsewhere_are_not_read() -> None:
    reader = XmlReader('<!DOCTYPE a [<!ENTITY % p SYSTEM "file:///etc/passwd">%p;]><a>b</a>')
    reader.next()
    assert reader.read_content_as_string() == "b"


def test_a_long_tag_takes_linear_time() -> None:
    attributes = " ".join(f'a{index}="{index}"' for index in range(40_000))

    def read() -> int:
        reader = XmlReader(f"<a {attributes}/>")
        reader.next()
        return len(reader.attributes())

    assert quick(read) == 40_000


def test_a_deep_document_is_read() -> None:
    def read() -> int:
        reader = XmlReader("<a>" * 50_000 + "</a>" * 50_000)
        count = 0
        while reader.next():
            count += 1
        return count

    assert quick(read) == 100_000


def drip(data: bytes) -> Lookahead:
    """A source that gives one byte at a time, which is the worst a stream can do."""
    stream = BytesIO(data)
    return Lookahead(lambda count: stream.read(1))


def test_a_marker_is_found_across_pieces() -> None:
    source = drip(b"aab-" + b"aabaab!")
    assert source.take_until(b"aabaab") == (b"aab-", True)
    assert source.take(None) == b"!"


def test_searching_for_markers_takes_linear_time() -> None:
    source = Lookahead(BytesIO(b"a\n" * 300_000).read)

    def lines() -> int:
        count = 0
        while not source.ended():
            source.take_until(b"\n")
            count += 1
        return count

    assert quick(lines) == 300_000


def test_a_marker_that_never_comes_is_looked_for_once() -> None:
    assert quick(lambda: drip(b"a" * 200_000).take_until(b"b" * 1000)) == (b"a" * 200_000, False)


@pytest.mark.parametrize(
    ("pattern", "python"),
    [
        ("а\\п\\ю1071", "а\\s\\U0000042f"),
        ("(?<имя>x)\\k<имя>", "(?P<имя>x)(?P=имя)"),
        ("(?<=a)(?<!b)c", "(?<=a)(?<!b)c"),
        ("[a[b]", "[a\\[b]"),
        ("[a&&b]", "[a&\\&b]"),
        ("\\[\\]", "\\[\\]"),
    ],
)
def test_patterns_are_told_in_the_syntax_of_python(pattern: str, python: str) -> None:
    assert to_python(pattern) == python


@pytest.mark.parametrize("pattern", ["[]", "[^]", "\\ю", "\\k<имя"])
def test_patterns_that_mean_nothing_are_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        to_python(pattern)


@pytest.mark.parametrize(
    "text", ["javascript:alert(1)", "http://", "http:///x", "http://a:99999/", "http://a@b/", "//a"]
)
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(IllegalArgumentException):
        Url(text)


def test_a_password_in_an_address_is_not_told() -> None:
    with pytest.raises(ElementException) as failure:
        Url("https://мария:тайна@сервер/")
    assert "тайна" not in str(failure.value)


@pytest.mark.parametrize("name", ["Content-Length", "transfer-encoding", " Content-Length "])
def test_the_length_of_a_body_is_nobodys_to_tell(name: str) -> None:
    with pytest.raises(IllegalArgumentException):
        HttpHeaders().add(name, "5")

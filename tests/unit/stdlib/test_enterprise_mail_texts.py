"""Plain texts derived from HTML; which pictures are on disk."""

from __future__ import annotations

from time import process_time

import pytest

from stdlib.enterprise.mail.delivery.text_processing import _local_path, plain_text, with_sources


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        ("Привет", "Привет"),
        ("<div>раз</div><div>два</div>", "раз\nдва"),
        ("раз<br>два<BR/>три", "раздватри"),
        ("<p>раз</p>\r\n\r\n<p>два</p>", "раз\nдва"),
        ("a   b\n\tc", "a b c"),
        ("<b>5 &lt; 6</b> &amp; 7", "5 < 6 & 7"),
        ("<title>нет</title><style>p{}</style><script>x()</script><!-- нет --><p>да</p>", "да"),
        ("<li>раз<li>два", "раз\nдва"),
        ("5 < 6", "5 < 6"),
    ],
)
def test_plain_text_of_a_page(html: str, text: str) -> None:
    assert plain_text(html) == text


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("картинка.png", "картинка.png"),
        ("/home/ivan/%D0%B0.png", "/home/ivan/а.png"),
        ("file:///home/ivan/a%20b.png", "/home/ivan/a b.png"),
        ("C:\\Мои рисунки\\a.png", "C:\\Мои рисунки\\a.png"),
        ("http://1c.ru/a.png", None),
        ("//1c.ru/a.png", None),
        ("\\\\evil.test\\share\\x.png", None),
        ("\\/evil.test/x.png", None),
        ("%5C%5Cevil.test/x.png", None),
        ("file:////evil.test/x.png", None),
        ("file://evil.test/x.png", None),
        ("file://[", None),
        ("cid:image1", None),
        ("data:image/png;base64,AAAA", None),
    ],
)
def test_only_what_is_on_disk_has_a_path(address: str, path: str | None) -> None:
    assert _local_path(address) == path


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<style>p {}</style>a<!-- x > y -->b", "ab"),
        ("<style>never closed a", "never closed a"),
        ("a < b", "a < b"),
        ("<p>one</p><div>two</div>", "one\ntwo"),
        ("&#32;&#32;x&#10;&#10;&#10;y", "x\ny"),
    ],
)
def test_what_is_not_closed_stays_text(html: str, text: str) -> None:
    assert plain_text(html) == text


@pytest.mark.parametrize(
    ("html", "changed"),
    [
        ('<img src="a.png">', '<img src="cid:a.png">'),
        ("<IMG alt='x > y' SRC = 'a.png'/>", "<IMG alt='x > y' SRC = 'cid:a.png'/>"),
        ('<img data-src="a.png">', '<img data-src="a.png">'),
        ('<img src="a&amp;b.png"><img src="c.png">', '<img src="cid:a&b.png"><img src="cid:c.png">'),
        ('<img> src="a.png"', '<img> src="a.png"'),
        ('<img src="a.png', '<img src="a.png'),
    ],
)
def test_sources_of_pictures_are_found(html: str, changed: str) -> None:
    assert with_sources(html, lambda source: f"cid:{source}") == changed


@pytest.mark.parametrize(
    "piece",
    ["<img ", "<style", "<style>", "<!--", "<", "<p ", "</style ", '<img src="', "<img src=", "<img a='", "&#32;", " "],
)
def test_hostile_pages_take_no_more_time_than_others(piece: str) -> None:
    page = piece * (400_000 // len(piece))
    started = process_time()
    plain_text(page)
    assert with_sources(page, lambda _: None) == page
    # Looking at everything again for each piece takes minutes.
    assert process_time() - started < 3

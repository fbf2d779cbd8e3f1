"""What the sandbox remarks on a letter."""

from __future__ import annotations

import time
from typing import Any

import pytest

from sandbox.web.letter_check import check_letter

HEAD = (
    "From: a@b.ru\r\nTo: c@d.ru\r\nSubject: x\r\nDate: Sun, 22 Nov 2026 10:00:00 +0300\r\nMessage-ID: <1@b.ru>\r\n"
    "MIME-Version: 1.0\r\n"
)
SOUND = f"{HEAD}Content-Type: text/plain; charset=utf-8\r\n\r\nтекст\r\n"


def checked(letter: str) -> dict[str, Any]:
    return check_letter(letter.encode())


def remarks(letter: str) -> set[tuple[str, str]]:
    return {(each["code"], each["detail"]) for each in checked(letter)["remarks"]}


def of_html(body: str) -> set[tuple[str, str]]:
    return remarks(html(body)) - {("html-alone", "")}


def html(body: str) -> str:
    return f"{HEAD}Content-Type: text/html; charset=utf-8\r\n\r\n{body}\r\n"


def test_a_sound_letter_is_not_remarked_upon() -> None:
    assert checked(SOUND) == {"remarks": [], "links": [], "pictures": []}
    assert of_html('<p><a href="https://b.ru/x">b.ru</a> <img src="cid:none" alt=""></p>') == {
        ("no-picture", "cid:none")
    }


@pytest.mark.parametrize(
    ("line", "instead", "expected"),
    [
        ("From: a@b.ru", "X: y", ("no-field", "From")),
        ("To: c@d.ru", "X: y", ("no-field", "To")),
        ("Message-ID: <1@b.ru>", "X: y", ("no-field", "Message-ID")),
        ("Date: Sun, 22 Nov 2026 10:00:00 +0300", "Date:", ("no-field", "Date")),
        ("Subject: x", "Subject: x\r\nSubject: y", ("field-twice", "Subject")),
        ("Subject: x", "Subject: счёт", ("raw-header", "")),
        ("текст", "", ("", "")),
        ("текст", "x" * 999, ("long-line", "998")),
    ],
)
def test_what_a_header_lacks_or_repeats_and_long_lines_are_remarked_upon(
    line: str, instead: str, expected: tuple[str, str]
) -> None:
    assert remarks(SOUND.replace(line, instead)) == {expected} - {("", "")}


def test_html_without_a_text_beside_it_is_remarked_upon() -> None:
    assert remarks(html("<p>x</p>")) == {("html-alone", "")}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<script>1</script>", ("script", "<script>")),
        ('<div onclick="f()">x</div>', ("script", "<div>")),
        ("<form action=/x></form>", ("form", "<form>")),
        ("<iframe src=x></iframe>", ("frame", "<iframe>")),
        ("<video src=x></video>", ("media", "<video>")),
        ("<link rel=stylesheet href=https://a.ru/s.css>", ("style-sheet", "https://a.ru/s.css")),
        ("<style>@import 'x'</style>", ("style-sheet", "@import")),
        ("<p style='display: flex'>x</p>", ("poor-style", "display:flex")),
        ("<style>p { POSITION : absolute }</style>", ("poor-style", "position:absolute")),
        ("<img src=https://a.ru/p.png>", ("no-alt", "https://a.ru/p.png")),
        ("<img src='data:image/png;base64,AA' alt=''>", ("data-picture", "")),
        ("<a href=''>там</a>", ("empty-link", "там")),
        ("<a href='page.html'>x</a>", ("bare-link", "page.html")),
        ("<a href='JavaScript:f()'>x</a>", ("bad-link", "JavaScript:f()")),
        ("<a href='http://a.ru/'>x</a>", ("http-link", "http://a.ru/")),
        ("<a href='https://evil.ru/'>www.bank.ru</a>", ("misleading-link", "www.bank.ru → https://evil.ru/")),
        ("<p>" + "x\r\n" * 60_000 + "</p>", ("html-large", "120008")),
    ],
)
def test_what_mail_programs_leave_out_and_bad_links_are_remarked_upon(body: str, expected: tuple[str, str]) -> None:
    assert of_html(body) == {expected}


@pytest.mark.parametrize(
    "body",
    [
        "<!-- <script>1</script> -->",
        "<p style='display:block; position:relative; background:#fff'>x</p>",
        "<a href='https://mail.bank.ru/'>bank.ru</a>",
        "<a href='https://bank.ru/'>Войти</a>",
        "<a href='mailto:a@b.ru'>пишите</a>",
        "<a name=place>x</a>",
    ],
)
def test_html_that_mail_programs_show_is_not_remarked_upon(body: str) -> None:
    assert of_html(body) == set()


def test_links_and_pictures_are_listed() -> None:
    found = checked(
        html(
            "<a href='https://a.ru/?x=1&amp;y=2'>Один <b>и\nдва</b></a><img src='//t.ru/p.gif' alt=x>"
            "<a href='mailto:q@w.ru'>не закрыта"
        )
    )
    assert found["links"] == [
        {"address": "https://a.ru/?x=1&y=2", "text": "Один и два"},
        {"address": "mailto:q@w.ru", "text": ""},
    ]
    assert found["pictures"] == ["//t.ru/p.gif"]


@pytest.mark.parametrize(
    "piece", ["<a ", '<a "', "<a href='", "<!--", "<a x=", "<", "&", "w.", "style='background:", "<a href=x>"]
)
def test_hostile_html_takes_no_time(piece: str) -> None:
    began = time.process_time()
    checked(html(piece * (1_000_000 // len(piece))))
    assert time.process_time() - began < 20


def test_the_list_of_remarks_and_links_is_bounded() -> None:
    found = checked(html("".join(f"<a href=http://a.ru/{number}>x</a>" for number in range(2000))))
    assert len(found["links"]) == len(found["remarks"]) == 500

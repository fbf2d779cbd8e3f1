"""The sandbox's page in a real browser: what people see, and what letters cannot do there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sandbox.api import SandboxApi
from sandbox.store import Store
from sandbox.web.page import Page
from sandbox.web.service_api import Surroundings
from support.servers.browser import PROGRAM, Browser

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = [pytest.mark.servers, pytest.mark.skipif(not PROGRAM, reason="no Chromium")]

LIST = "[...document.querySelectorAll('.letter .subject')].map(one => one.textContent)"
SUBJECT = "document.querySelector('#reading h1')?.textContent"


def plain(subject: str, body: str = "Текст письма") -> bytes:
    head = f"From: Иван <ivan@1c.ru>\r\nTo: maria@1c.ru\r\nSubject: {subject}\r\n"
    return f"{head}Content-Type: text/plain; charset=utf-8\r\n\r\n{body}\r\n".encode()


def html(subject: str, body: str) -> bytes:
    return plain(subject, body).replace(b"text/plain", b"text/html")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with Browser() as opened:
        yield opened


@pytest.fixture
def api() -> Iterator[SandboxApi]:
    with SandboxApi(Store(None)) as opened:
        yield opened


@pytest.fixture
def page(api: SandboxApi, browser: Browser) -> Iterator[Browser]:
    browser.resize(1280, 800)
    browser.prefer("light", "ru")
    with Page(api, Surroundings({"SMTP": "127.0.0.1:2525"})) as served:
        browser.open(served.url)
        browser.wait("document.querySelector('.dot:not(.lost)')")
        yield browser
        browser.open("about:blank")


def opened(page: Browser, number: int) -> None:
    page.run(f"location.hash = '#/letter/{number}'")
    page.wait(f"document.querySelector('#reading .body')?.dataset.letter == {number}")


def test_an_empty_box_says_how_to_fill_it(page: Browser) -> None:
    text = page.wait("document.querySelector('#list .empty')?.textContent")
    assert "Писем пока нет" in text and "SMTP   127.0.0.1:2525" in text and "1cs run --sandbox" in text


def test_letters_appear_as_they_arrive(page: Browser, api: SandboxApi) -> None:
    api.put("maria@1c.ru", plain("Первое"))
    assert page.wait(f"({LIST}).length == 1 && {LIST}") == ["Первое"]
    api.put("petr@1c.ru", plain("Второе"))
    assert page.wait(f"({LIST}).length == 2 && {LIST}") == ["Второе", "Первое"]
    assert page.wait("document.title.startsWith('(2)')")


def test_a_letter_is_read_with_the_keyboard(page: Browser, api: SandboxApi) -> None:
    for name in ("Первое", "Второе"):
        api.put("maria@1c.ru", plain(name))
    page.wait(f"({LIST}).length == 2")
    page.press("j", "KeyJ")
    assert page.wait(f"{SUBJECT} == 'Второе' && document.querySelector('.body pre')?.textContent") == "Текст письма\n"
    page.press("о", "KeyJ")
    page.wait(f"{SUBJECT} == 'Первое'")
    page.wait("document.querySelectorAll('.letter.unseen').length == 0")
    page.press("3", "Digit3")
    assert "Subject" in page.wait("document.querySelector('.body table')?.textContent")
    page.press("Delete", "Delete")
    assert page.wait(f"({LIST}).length == 1 && {LIST}") == ["Второе"]
    page.wait(f"{SUBJECT} == 'Второе'")
    page.press("s", "KeyS")
    page.wait("document.querySelector('.letter .mark')?.textContent == '★'")
    assert api.letters()[0].flagged
    page.press("u", "KeyU")
    page.wait("document.querySelector('.letter.unseen')")


def test_search_narrows_the_list(page: Browser, api: SandboxApi) -> None:
    api.put("maria@1c.ru", plain("Одно", "иголка"))
    api.put("maria@1c.ru", plain("Другое"))
    page.wait(f"({LIST}).length == 2")
    page.press("/", "Slash")
    page.run("{const f = document.querySelector('input'); f.value = 'ИГОЛКА'; f.dispatchEvent(new Event('input'))}")
    assert page.wait(f"({LIST}).length == 1 && {LIST}") == ["Одно"]


def test_nothing_of_a_letter_is_taken_for_html(page: Browser, api: SandboxApi) -> None:
    trap = "<img src=x onerror=document.body.dataset.trapped=1>"
    raw = plain(trap, trap).replace("Иван".encode(), trap.encode())
    attached = (
        b'Content-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nx\r\n--x\r\n'
        b'Content-Type: image/x\r\nContent-Disposition: attachment; filename="'
        + trap.encode()
        + b'"\r\n\r\n1\r\n--x--\r\n'
    )
    first = api.put("maria@1c.ru", raw)
    second = api.put("maria@1c.ru", b"From: a@b.ru\r\nMIME-Version: 1.0\r\n" + attached)
    for number in (first, second):
        opened(page, number)
        for tab in page.run("[...document.querySelectorAll('[role=tab]')].map((one, place) => place)"):
            page.run(f"document.querySelectorAll('[role=tab]')[{tab}].click()")
            # Every tab has a body of its own.
            page.wait(f"document.querySelector('#reading .body')?.dataset.letter == {number}")
    assert page.run("document.body.dataset.trapped") is None
    assert trap in page.run("document.querySelector('#list').textContent")


def test_the_html_of_a_letter_runs_nothing_and_asks_nobody(page: Browser, api: SandboxApi) -> None:
    number = api.put(
        "maria@1c.ru",
        html(
            "Ловушка",
            "<p>Видно</p><script>document.body.innerText='ran'; fetch('http://evil.example/f')</script>"
            "<img src='http://evil.example/i' onerror=\"document.body.innerText='ran'\">"
            "<link rel=stylesheet href='http://evil.example/c'><link rel=preconnect href='http://evil.example'>"
            "<iframe src='http://evil.example/r'></iframe><object data='http://evil.example/o'></object>"
            "<meta http-equiv=refresh content='0;url=http://evil.example/m'><form action='http://evil.example/s'></form>"
            "<style>@import 'http://evil.example/s'; p{background:url(http://evil.example/b)}</style>",
        ),
    )
    opened(page, number)
    page.wait("document.querySelector('iframe')")
    assert page.frame_text() == "Видно"
    page.run("new Promise(done => setTimeout(done, 500))")
    assert page.frame_text() == "Видно"
    assert not [address for address in page.sent if "evil.example" in address]
    assert "отправитель узнает" in page.run("document.querySelector('.bar').textContent")


def test_faults_are_ordered_with_a_click(page: Browser, api: SandboxApi) -> None:
    page.run("location.hash = '#/faults'")
    page.wait("document.querySelector('.choice')")
    page.run("document.querySelector('.choice').click()")
    page.wait("document.querySelector('.faults code')")
    assert [each.fault.line() for each in api.faults()] == ["smtp RCPT refuse 550 5.1.1 User unknown"]
    assert page.wait("document.querySelector('.links b.trouble')?.textContent") == "1"
    page.run("document.querySelector('.choice[aria-pressed=true]').click()")
    page.wait("!document.querySelector('.faults code')")
    assert api.faults() == []


def test_conversations_are_shown(page: Browser, api: SandboxApi) -> None:
    transcript = api._store.wire_log.open("smtp", "127.0.0.1:5000")
    transcript.client(b"MAIL FROM:<<b>x</b>>")
    page.run("location.hash = '#/connections'")
    page.wait("document.querySelector('.letter')")
    page.run("document.querySelector('.letter').click()")
    assert page.wait("document.querySelector('.wire .client pre')?.textContent") == "MAIL FROM:<<b>x</b>>"


@pytest.mark.parametrize(("language", "title"), [("ru-RU,ru", "Почта песочницы"), ("en-GB,en", "Sandbox mail")])
def test_the_language_is_the_browsers_and_can_be_switched(page: Browser, language: str, title: str) -> None:
    page.prefer("light", language)
    page.reload()
    page.wait(f"document.title == '{title}'")
    page.wait("document.querySelector('.foot button[lang]')")
    page.run("document.querySelector('.foot button[lang]').click()")
    page.wait(f"document.title && document.title != '{title}' && document.querySelector('.dot:not(.lost)')")
    page.run("localStorage.clear()")


def test_dark_is_dark(page: Browser) -> None:
    colour = "getComputedStyle(document.body).backgroundColor"
    assert page.wait(f"{colour} == 'rgb(255, 255, 255)'")
    page.prefer("dark", "ru")
    assert page.wait(f"{colour} == 'rgb(22, 26, 25)'")
    page.wait(
        "document.querySelectorAll('.foot button').length > 1 + document.querySelectorAll('.servers button').length"
    )
    page.run(
        "document.querySelectorAll('.foot button')[1 + document.querySelectorAll('.servers button').length].click()"
    )
    assert page.wait(f"{colour} == 'rgb(255, 255, 255)'")
    page.run("localStorage.clear(); delete document.documentElement.dataset.theme")


def test_a_phone_shows_one_thing_at_a_time(page: Browser, api: SandboxApi) -> None:
    number = api.put("maria@1c.ru", plain("Письмо"))
    page.resize(390, 800)
    shown = "['list', 'reading'].filter(id => document.getElementById(id).offsetWidth > 0).join()"
    page.wait(f"({LIST}).length == 1")
    assert page.run(shown) == "list"
    opened(page, number)
    assert page.run(shown) == "reading"
    assert page.run("document.documentElement.scrollWidth") == 390


def test_several_letters_are_chosen_and_marked_and_deleted(page: Browser, api: SandboxApi) -> None:
    numbers = [api.put("maria@1c.ru", plain(f"Письмо {number}")) for number in range(4)]
    page.wait(f"({LIST}).length == 4")
    event = "new MouseEvent('click', {%s: true, bubbles: true, cancelable: true})"
    click = f"document.querySelector('.letter[data-number=\"%d\"]').dispatchEvent({event})"
    page.run(click % (numbers[3], "ctrlKey"))
    page.run(click % (numbers[1], "shiftKey"))
    assert "3" in page.wait("document.querySelector('.chosen-count')?.textContent")
    page.run("document.querySelectorAll('#list header button')[0].click()")
    page.wait("document.querySelectorAll('.letter.unseen').length == 1 && !document.querySelector('.chosen-count')")
    assert [letter.number for letter in api.letters() if letter.seen] == numbers[:0:-1]
    page.run(click % (numbers[0], "metaKey"))
    page.run("document.querySelectorAll('#list header button')[3].click()")
    page.wait("document.querySelector('dialog[open] .main')")
    page.run("document.querySelector('dialog[open] .main').click()")
    page.wait(f"({LIST}).length == 3")
    assert numbers[0] not in [letter.number for letter in api.letters()]


def test_all_that_is_found_is_read_and_deleted(page: Browser, api: SandboxApi) -> None:
    for subject in ("Одно", "Другое", "Одно"):
        api.put("maria@1c.ru", plain(subject))
    page.wait(f"({LIST}).length == 3")
    page.run("{const f = document.querySelector('input'); f.value = 'тема:одно'; f.dispatchEvent(new Event('input'))}")
    page.wait(f"({LIST}).length == 2")
    page.run("document.querySelectorAll('#list header button')[0].click()")
    page.wait("document.querySelectorAll('.letter.unseen').length == 0")
    assert [letter.subject for letter in api.letters() if not letter.seen] == ["Другое"]
    page.run("document.querySelectorAll('#list header button')[1].click()")
    page.wait("document.querySelector('dialog[open] .main')")
    page.run("document.querySelector('dialog[open] .main').click()")
    page.wait(f"({LIST}).length == 0")
    assert [letter.subject for letter in api.letters()] == ["Другое"]


def test_a_letter_is_checked(page: Browser, api: SandboxApi) -> None:
    number = api.put("maria@1c.ru", html("Проверка", "<a href='http://evil.example/'>bank.ru</a><script>1</script>"))
    opened(page, number)
    page.press("6", "Digit6")
    told = page.wait("document.querySelector('.remarks')?.textContent")
    assert "похоже на обман" in told and "<script>" in told
    assert page.run("document.querySelector('.body.check td').textContent") == "http://evil.example/"


def test_boxes_can_be_chosen_on_a_phone(page: Browser, api: SandboxApi) -> None:
    for address in ("maria@1c.ru", "petr@1c.ru"):
        api.put(address, plain(address))
    page.resize(390, 800)
    page.wait("document.querySelectorAll('.boxes a').length == 2")
    assert page.run("document.querySelector('.boxes a').offsetHeight") > 20
    page.run("document.querySelectorAll('.boxes a')[1].click()")
    assert page.wait(f"({LIST}).length == 1 && {LIST}") == ["petr@1c.ru"]
    assert page.run("document.documentElement.scrollWidth") == 390


def test_every_remark_has_words_in_both_languages(page: Browser) -> None:
    import re
    from pathlib import Path

    import sandbox.web.letter_check as module

    text = Path(module.__file__).read_text("utf-8")
    codes = set(re.findall(r'Remark\("([a-z-]+)"', text)) | set(module._LEFT_OUT.values())
    assert len(codes) > 15
    for language in ("ru", "en"):
        page.run(f"localStorage.setItem('language', '{language}')")
        page.reload()
        known = page.run("import('/words.js').then(found => Object.keys(found.words.remarks))")
        assert set(known) == codes
    page.run("localStorage.clear()")

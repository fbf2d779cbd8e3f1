"""The JSON of the sandbox's page, as other people's tests use it."""

from __future__ import annotations

import imaplib
import smtplib
import threading
import time
from typing import TYPE_CHECKING, Any

import pytest

from sandbox.api import SandboxApi
from sandbox.server import Sandbox
from sandbox.store import Store
from sandbox.web.exchange import json_response
from sandbox.web.page import Page
from sandbox.web.service_api import ReleaseError, Surroundings
from support.web_client import WebClient, event_names, web_client

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LETTER = (
    b"From: =?utf-8?b?0JjQstCw0L0=?= <ivan@1c.ru>\r\nTo: maria@1c.ru\r\nCc: petr@1c.ru\r\n"
    b"Subject: =?utf-8?b?0J7RgtGH0ZHRgg==?=\r\nDate: Sun, 22 Nov 2026 10:00:00 +0300\r\n"
    b'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\n'
    b"--x\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n0J/RgNC40LLQtdGC\r\n"
    b"--x\r\nContent-Type: text/html\r\n\r\n<p>Hello</p>\r\n"
    b'--x\r\nContent-Type: text/csv\r\nContent-Disposition: attachment; filename="a.csv"\r\n\r\n1;2\r\n--x--\r\n'
)


def plain(subject: str, body: str = "text") -> bytes:
    return f"From: a@b.ru\r\nTo: maria@1c.ru\r\nSubject: {subject}\r\n\r\n{body}\r\n".encode()


class Released:
    """Stands for the real account."""

    def __init__(self) -> None:
        self.sent: list[tuple[bytes, list[str]]] = []

    def release(self, raw: bytes, recipients: list[str]) -> None:
        if recipients == ["nobody@1c.ru"]:
            raise ReleaseError("Сервер отказал")
        self.sent.append((raw, recipients))


@pytest.fixture
def api() -> Iterator[SandboxApi]:
    with SandboxApi(Store(None)) as opened:
        yield opened


@pytest.fixture
def released() -> Released:
    return Released()


@pytest.fixture
def client(api: SandboxApi, released: Released) -> Iterator[WebClient]:
    around = Surroundings({"SMTP": "127.0.0.1:2525"}, "me@yandex.ru", released.release)
    with Page(api, around) as page, web_client(page.url) as opened:
        yield opened


def letters(client: WebClient, **query: Any) -> list[int]:
    found = client.get("/api/letters", **query)
    assert found.status == 200, found.text
    return [letter["number"] for letter in found.json()["letters"]]


def test_boxes_are_counted(client: WebClient, api: SandboxApi) -> None:
    api.put("maria@1c.ru", LETTER)
    boxes = client.get("/api/boxes").json()
    assert {"address": "maria@1c.ru", "folder": "INBOX", "letters": 1, "unseen": 1} in boxes


def test_a_line_of_the_list_is_decoded(client: WebClient, api: SandboxApi) -> None:
    number = api.put("maria@1c.ru", LETTER)
    (line,) = client.get("/api/letters").json()["letters"]
    assert line.pop("received")
    assert line == {
        "number": number,
        "address": "maria@1c.ru",
        "folder": "INBOX",
        "sender": "Иван <ivan@1c.ru>",
        "recipients": "maria@1c.ru",
        "subject": "Отчёт",
        "size": len(LETTER),
        "seen": False,
        "flagged": False,
        "answered": False,
    }


def test_cyrillic_is_written_as_it_is_and_halves_of_characters_are_escaped(client: WebClient, api: SandboxApi) -> None:
    api.put("maria@1c.ru", LETTER)
    assert '"subject":"Отчёт"' in client.get("/api/letters").text
    assert json_response({"half": "Ы\ud83d"}).body == b'{"half":"\xd0\xab\\ud83d"}'


def test_a_letter_has_people_texts_headers_and_files(client: WebClient, api: SandboxApi) -> None:
    letter = client.get(f"/api/letters/{api.put('maria@1c.ru', LETTER)}").json()
    assert letter["from"] == {"name": "Иван", "address": "ivan@1c.ru"}
    assert letter["cc"] == [{"name": "", "address": "petr@1c.ru"}]
    assert letter["sent"] == "2026-11-22T10:00:00+03:00"
    assert [(text["type"], text["text"].strip()) for text in letter["texts"]] == [
        ("text/plain", "Привет"),
        ("text/html", "<p>Hello</p>"),
    ]
    assert ["Subject", "Отчёт"] in letter["headers"]
    (file,) = letter["files"]
    assert (file["name"], file["type"], file["size"]) == ("a.csv", "text/csv", 3)


def test_a_file_and_the_source_are_given_out_byte_for_byte(client: WebClient, api: SandboxApi) -> None:
    number = api.put("maria@1c.ru", LETTER)
    file = client.get(f"/api/letters/{number}/files/0")
    assert file.content == b"1;2"
    assert file.headers["content-disposition"] == "attachment; filename=\"a.csv\"; filename*=UTF-8''a.csv"
    assert client.get(f"/api/letters/{number}/source").content == LETTER
    assert "attachment" in client.get(f"/api/letters/{number}/source?download").headers["content-disposition"]


def test_the_list_comes_in_pages(client: WebClient, api: SandboxApi) -> None:
    numbers = [api.put("maria@1c.ru", plain(f"n{number}")) for number in range(5)]
    first = client.get("/api/letters", limit=2).json()
    assert [letter["number"] for letter in first["letters"]] == numbers[:-3:-1]
    assert letters(client, limit=2, before=first["before"]) == numbers[2:0:-1]
    assert client.get("/api/letters", limit=5).json()["before"] is None


def test_letters_of_one_account_or_folder(client: WebClient, api: SandboxApi) -> None:
    one, other = api.put("maria@1c.ru", plain("x")), api.put("petr@1c.ru", plain("y"))
    assert letters(client, address="Maria@1c.ru") == [one]
    assert letters(client, folder="INBOX") == [other, one]
    assert letters(client, folder="Sent") == []


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("привет", True),
        ("ОТЧЁТ", True),
        ("a.csv", True),
        ("hello привет", True),
        ("привет чужое", False),
        ("from:иван", True),
        ("от:иван тема:отчёт", True),
        ("to:ivan", False),
        ("cc:petr", True),
        ('"From: Иван"', True),
        ("is:unread has:file", True),
        ("is:read", False),
        ("unknown:mark", False),
        ("-чужое привет", True),
        ("-привет", False),
        ('-"from: иван"', False),
        ("-is:read", True),
        ("has:file -file:b.csv", True),
        ("file:a.CSV", True),
        ("файл:b.csv", False),
        ("larger:100 smaller:1m", True),
        ("больше:1к", False),
        ("after:2020-01-01", True),
        ("до:2020-01-01", False),
        ("before:вчера", False),
        ("is:flagged", False),
        ("-is:answered", True),
    ],
)
def test_search_looks_into_decoded_letters(client: WebClient, api: SandboxApi, search: str, found: bool) -> None:
    number = api.put("maria@1c.ru", LETTER)
    api.put("maria@1c.ru", plain("other"))
    assert (number in letters(client, search=search)) is found


def test_search_fills_its_page_from_all_letters(client: WebClient, api: SandboxApi) -> None:
    wanted = [api.put("maria@1c.ru", plain("x", "needle" if number % 100 == 0 else "hay")) for number in range(450)]
    found = client.get("/api/letters", search="needle", limit=3).json()
    assert [letter["number"] for letter in found["letters"]] == [wanted[400], wanted[300], wanted[200]]
    assert letters(client, search="needle", before=found["before"]) == [wanted[100], wanted[0]]


def test_marks_are_set_and_lifted(client: WebClient, api: SandboxApi) -> None:
    number = api.put("maria@1c.ru", LETTER)
    assert client.request("PATCH", f"/api/letters/{number}", value={"seen": True}).json()["seen"] is True
    assert api.letter(number).seen
    assert client.request("PATCH", f"/api/letters/{number}", value={"seen": False}).json()["seen"] is False
    line = client.request("PATCH", f"/api/letters/{number}", value={"flagged": True, "answered": True}).json()
    assert (line["seen"], line["flagged"], line["answered"]) == (False, True, True)
    assert letters(client, search="is:flagged is:answered") == [number]
    for wish in ({"deleted": True}, {}, {"seen": 1}, {"seen": None}):
        assert client.request("PATCH", f"/api/letters/{number}", value=wish).status == 400
    assert client.request("PATCH", "/api/letters/99", value={"seen": True}).status == 404


def test_many_letters_are_marked_at_once(client: WebClient, api: SandboxApi) -> None:
    one, two = (api.put("maria@1c.ru", plain(name)) for name in ("one", "two"))
    other = api.put("petr@1c.ru", plain("one"))

    def marked(query: dict[str, Any], wish: object) -> Any:
        return client.request("PATCH", "/api/letters", query, value=wish).json()

    assert marked({"address": "maria@1c.ru"}, {"seen": True}) == {"marked": 2}
    assert letters(client, search="is:read") == [two, one]
    assert marked({"search": "subject:one"}, {"flagged": True, "seen": False}) == {"marked": 2}
    assert letters(client, search="is:flagged is:unread") == [other, one]
    assert marked({"numbers": f"{two},99"}, {"flagged": True}) == {"marked": 1}
    assert marked({}, {"seen": True}) == {"marked": 3}
    assert letters(client, search="is:unread") == []


def test_letters_that_are_found_or_named_are_deleted(client: WebClient, api: SandboxApi) -> None:
    one, two, three = (api.put("maria@1c.ru", plain(name)) for name in ("one", "two", "three"))
    four = api.put("petr@1c.ru", plain("two"))
    assert client.delete("/api/letters", search="subject:two", address="petr@1c.ru").json() == {"removed": 1}
    assert client.delete("/api/letters", numbers=f"{one},{four}").json() == {"removed": 1}
    assert client.delete("/api/letters", folder="Sent").json() == {"removed": 0}
    assert letters(client) == [three, two]


@pytest.mark.parametrize("query", [{"adress": "a@b.ru"}, {"numbers": "1;2"}, {"numbers": ""}, {"address": "@"}])
def test_a_slip_of_the_pen_deletes_nothing(client: WebClient, api: SandboxApi, query: dict[str, str]) -> None:
    api.put("maria@1c.ru", plain("x"))
    assert client.delete("/api/letters", **query).status == 400
    assert client.request("PATCH", "/api/letters", query, value={"seen": True}).status == 400
    assert len(letters(client)) == 1


def test_what_troubles_a_letter_is_told(client: WebClient, api: SandboxApi) -> None:
    found = client.get(f"/api/letters/{api.put('maria@1c.ru', plain('x'))}/check").json()
    assert {"code": "no-field", "detail": "Date"} in found["remarks"]
    assert found["links"] == []
    assert client.get("/api/letters/99/check").status == 404


def test_letters_are_deleted_one_by_one_by_account_and_all(client: WebClient, api: SandboxApi) -> None:
    one, _, _ = (api.put(address, plain("x")) for address in ("maria@1c.ru", "maria@1c.ru", "petr@1c.ru"))
    assert client.delete(f"/api/letters/{one}").json() == {"removed": 1}
    assert client.delete(f"/api/letters/{one}").status == 404
    assert client.delete("/api/letters", address="maria@1c.ru").json() == {"removed": 1}
    assert client.delete("/api/letters").json() == {"removed": 1}
    assert letters(client) == []


def test_a_letter_is_laid_into_boxes(client: WebClient) -> None:
    headers = {"content-type": "message/rfc822"}
    made = client.request("POST", "/api/letters", {"to": "a@b.ru,c@d.ru"}, body=LETTER, headers=headers)
    assert made.status == 201
    assert sorted(made.json()["numbers"]) == sorted(letters(client))
    assert client.request("POST", "/api/letters", body=LETTER, headers=headers).status == 400


def test_a_program_waits_for_its_letter(client: WebClient, api: SandboxApi) -> None:
    before = api.put("maria@1c.ru", plain("old"))
    timer = threading.Timer(0.2, lambda: api.put("maria@1c.ru", plain("new")))
    timer.start()
    found = client.get("/api/letters/wait", address="maria@1c.ru", after=before, seconds=10)
    timer.join()
    assert found.json()["subject"] == "new"


def test_a_letter_that_is_there_is_not_waited_for(client: WebClient, api: SandboxApi) -> None:
    api.put("maria@1c.ru", plain("first"))
    api.put("maria@1c.ru", plain("second"))
    assert client.get("/api/letters/wait", search="subject:first").json()["subject"] == "first"
    assert client.get("/api/letters/wait").json()["subject"] == "first"


def test_waiting_in_vain_ends(client: WebClient) -> None:
    start = time.monotonic()
    assert client.get("/api/letters/wait", seconds=1).status == 404
    assert 0.9 < time.monotonic() - start < 50


def test_what_changes_is_told_at_once(api: SandboxApi) -> None:
    with Page(api) as page, event_names(f"{page.url}api/events") as names:
        assert next(names) == "ready"
        api.put("maria@1c.ru", plain("x"))
        assert next(names) == "letters"
        api.add_fault("smtp RCPT refuse")
        assert next(names) == "faults"


def test_letters_of_other_processes_are_told_too(tmp_path: Path) -> None:
    with (
        SandboxApi.open(str(tmp_path)) as ours,
        SandboxApi.open(str(tmp_path)) as theirs,
        Page(ours) as page,
        event_names(f"{page.url}api/events") as names,
    ):
        assert next(names) == "ready"
        theirs.put("maria@1c.ru", plain("x"))
        assert next(names) == "letters"


def test_faults_are_ordered_and_removed(client: WebClient, api: SandboxApi) -> None:
    made = client.post("/api/faults", {"line": "smtp RCPT for ivan@* refuse 550 Нет"})
    assert made.status == 201
    found = client.get("/api/faults").json()
    assert found["faults"] == [
        {"number": made.json()["number"], "line": "smtp RCPT for ivan@* refuse 550 Нет", "happened": 0, "over": False}
    ]
    assert {"name": "ящик полон", "line": "any * full"} in found["presets"]
    assert client.delete(f"/api/faults/{made.json()['number']}").json() == {"removed": 1}
    assert api.faults() == []


def test_every_preset_is_a_fault(client: WebClient) -> None:
    presets = client.get("/api/faults").json()["presets"]
    assert {client.post("/api/faults", {"line": each["line"]}).status for each in presets} == {201}


def test_a_fault_that_makes_no_sense_is_refused_in_words(client: WebClient) -> None:
    found = client.post("/api/faults", {"line": "smtp RCPT dance"})
    assert found.status == 400
    assert "действие" in found.json()["error"]


def test_conversations_are_listed_and_read(client: WebClient, api: SandboxApi) -> None:
    log = api._store.wire_log
    transcript = log.open("smtp", "127.0.0.1:5000")
    transcript.server(b"220 ready\r\n")
    transcript.client(b"QUIT")
    (line,) = client.get("/api/connections").json()
    assert (line["protocol"], line["peer"], line["ended"]) == ("smtp", "127.0.0.1:5000", None)
    said = client.get(f"/api/connections/{line['number']}").json()
    assert [(each["who"], each["text"]) for each in said] == [("server", "220 ready"), ("client", "QUIT")]
    log.close(transcript)
    client.delete("/api/connections")
    assert client.get("/api/connections").json() == []
    assert client.get(f"/api/connections/{line['number']}").status == 404


def test_the_page_sees_what_the_servers_do_and_the_servers_do_as_it_says() -> None:
    with Sandbox() as sandbox, Page(sandbox.api) as page, web_client(page.url) as client:
        with smtplib.SMTP(*sandbox.smtp) as sender:
            sender.sendmail("a@b.ru", ["maria@1c.ru"], plain("By SMTP"))
        found = client.get("/api/letters/wait", address="maria@1c.ru").json()
        assert found["subject"] == "By SMTP"
        client.request("PATCH", f"/api/letters/{found['number']}", value={"seen": True})
        with imaplib.IMAP4(*sandbox.imap) as reader:
            reader.login("maria@1c.ru", "any")
            reader.select()
            assert reader.search(None, "SEEN")[1] == [b"1"]
        client.post("/api/faults", {"line": "smtp MAIL refuse 553 Not you"})
        with smtplib.SMTP(*sandbox.smtp) as sender, pytest.raises(smtplib.SMTPSenderRefused, match="Not you"):
            sender.sendmail("a@b.ru", ["maria@1c.ru"], plain("x"))
        said = client.get(f"/api/connections/{client.get('/api/connections').json()[0]['number']}").json()
        assert any("Not you" in each["text"] for each in said if each["who"] == "server")


def test_a_letter_is_sent_on(client: WebClient, api: SandboxApi, released: Released) -> None:
    number = api.put("maria@1c.ru", LETTER)
    assert client.get("/api/about").json()["release"] == "me@yandex.ru"
    assert client.post(f"/api/letters/{number}/release", {"to": ["petr@1c.ru"]}).json() == {"sent": ["petr@1c.ru"]}
    assert released.sent == [(LETTER, ["petr@1c.ru"])]
    failed = client.post(f"/api/letters/{number}/release", {"to": ["nobody@1c.ru"]})
    assert (failed.status, failed.json()) == (502, {"error": "Сервер отказал"})


@pytest.mark.parametrize("to", [[], "petr@1c.ru", [1], ["no address"], ["a@b.ru\r\nRCPT TO:<c@d.ru>"], None])
def test_nobody_is_no_recipient(client: WebClient, api: SandboxApi, released: Released, to: object) -> None:
    number = api.put("maria@1c.ru", LETTER)
    assert client.post(f"/api/letters/{number}/release", {"to": to}).status == 400
    assert released.sent == []


def test_without_an_account_nothing_is_sent_on(api: SandboxApi) -> None:
    number = api.put("maria@1c.ru", LETTER)
    with Page(api) as page, web_client(page.url) as client:
        assert client.post(f"/api/letters/{number}/release", {"to": ["a@b.ru"]}).status == 409


@pytest.mark.parametrize(
    ("path", "method", "status"),
    [
        ("/api/letters/99", "GET", 404),
        ("/api/letters/99/source", "GET", 404),
        ("/api/letters/99/html", "GET", 404),
        ("/api/letters/99/files/0", "GET", 404),
        ("/api/letters/99999999999999999999", "GET", 404),
        ("/api/letters/x", "GET", 404),
        ("/api/letters?limit=x", "GET", 400),
        ("/api/letters?limit=-1", "GET", 400),
        ("/api/letters?address=@", "GET", 400),
        ("/api/boxes", "POST", 405),
        ("/nothing", "GET", 404),
    ],
)
def test_what_is_not_there_is_refused(client: WebClient, path: str, method: str, status: int) -> None:
    found = client.request(method, path)
    assert found.status == status
    assert is_russian(found.json()["error"])


def test_a_letter_without_html_or_with_fewer_files(client: WebClient, api: SandboxApi) -> None:
    number = api.put("maria@1c.ru", plain("x"))
    assert client.get(f"/api/letters/{number}/html").status == 404
    assert client.get(f"/api/letters/{number}/files/0").status == 404


def test_head_answers_without_a_body(client: WebClient) -> None:
    found = client.request("HEAD", "/api/boxes")
    assert (found.status, found.content) == (200, b"")
    assert client.get("/api/boxes").status == 200


def test_the_page_and_all_it_asks_for_are_there(client: WebClient) -> None:
    import re

    page = client.get("/")
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    wanted = set(re.findall(r'(?:href|src)="(/[^"]+)"', page.text))
    seen: set[str] = set()
    while wanted:
        path = wanted.pop()
        seen.add(path)
        found = client.get(path)
        assert found.status == 200, path
        imports = {f"/{name}" for name in re.findall(r'from "\./([^"]+)"', found.text)}
        wanted |= imports - seen
    assert {"/page.css", "/icon.svg", "/page.js", "/letter.js", "/words.js"} <= seen


def test_both_languages_have_the_same_words(client: WebClient) -> None:
    import re

    russian, english = client.get("/words.js").text.split("const english = ")
    names = [re.findall(r"(?:^|[{,])\s*(\w+):", part.split("\n};")[0]) for part in (russian, english)]
    assert len(names[0]) > 60
    assert set(names[0]) == set(names[1]) - {"presets"}


def is_russian(text: str) -> bool:
    return any("а" <= letter <= "я" for letter in text)


@pytest.mark.parametrize(
    ("path", "method", "body", "status"),
    [
        ("/api/faults", "POST", {}, 400),
        ("/api/faults", "POST", {"line": "smtp RCPT dance"}, 400),
        ("/api/letters/1", "PATCH", {"read": True}, 400),
        ("/api/letters?numbers=x", "DELETE", None, 400),
        ("/api/letters?number=1", "DELETE", None, 400),
        ("/api/letters/1/release", "POST", {"to": []}, 400),
        ("/api/letters/1/release", "POST", {"to": ["x"]}, 400),
        ("/api/letters/wait?seconds=0", "GET", None, 404),
        ("/api/letters?to=anna@example.com", "POST", {}, 400),
    ],
)
def test_all_refusals_are_told_in_one_language(
    client: WebClient, path: str, method: str, body: dict[str, Any] | None, status: int
) -> None:
    found = client.request(method, path, value=body)
    assert found.status == status
    assert is_russian(found.json()["error"])

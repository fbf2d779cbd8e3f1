"""Whatever is in a letter or comes over the line, the sandbox's page answers and goes on."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.api import SandboxApi
from sandbox.store import Store
from sandbox.web.page import Page
from sandbox.web.search import Wanted, newest
from support.web_client import WebClient, web_client

if TYPE_CHECKING:
    from collections.abc import Iterator

LINES = st.sampled_from(
    [
        b"From: =?utf-8?b?0JjQ?= <a@b",
        b"Subject: \xcf\xf0\xe8",
        b"Date: Fri, 99 Foo 99999",
        b'Content-Type: multipart/mixed; boundary="x"',
        b"Content-Type: text/html; charset=nonsense",
        b"Content-Transfer-Encoding: base64",
        b"Content-Disposition: attachment; filename*=utf-8''%ff%00..%2f",
        b"Content-ID: <pic>",
        b"",
        b"--x",
        b"--x--",
        b"<img src='cid:pic'><link rel=x><script>",
    ]
)
LETTERS = st.lists(st.one_of(LINES, st.binary(max_size=40)), max_size=20).map(b"\r\n".join)
REQUESTS = st.lists(
    st.one_of(
        st.sampled_from(
            [
                b"GET /api/letters HTTP/1.1",
                b"POST /api/faults HTTP/1.1",
                b"GET /api/events HTTP/1.0",
                b"Host: localhost",
                b"Content-Length: 5",
                b"Transfer-Encoding: chunked",
                b"Expect: 100-continue",
                b"Connection: close",
                b"Content-Type: application/json",
                b"",
                b"5",
                b"{}",
                b"0",
            ]
        ),
        st.binary(max_size=20),
    ),
    max_size=15,
).map(b"\r\n".join)


@pytest.fixture(scope="module")
def api() -> Iterator[SandboxApi]:
    with SandboxApi(Store(None)) as opened:
        yield opened


@pytest.fixture(scope="module")
def page(api: SandboxApi) -> Iterator[Page]:
    with Page(api) as opened:
        yield opened


@pytest.fixture(scope="module")
def client(page: Page) -> Iterator[WebClient]:
    with web_client(page.url) as opened:
        yield opened


@given(raw=LETTERS)
def test_any_letter_is_shown(api: SandboxApi, client: WebClient, raw: bytes) -> None:
    number = api.put("maria@1c.ru", raw)
    found = client.get(f"/api/letters/{number}")
    assert found.status == 200
    letter = found.json()
    assert client.get(f"/api/letters/{number}/html").status == (200 if letter["has_html"] else 404)
    assert client.get(f"/api/letters/{number}/source").status == 200
    for file in letter["files"]:
        assert len(client.get(f"/api/letters/{number}/files/{file['place']}").content) == file["size"]
    assert client.get("/api/letters", limit=1).json()["letters"][0]["number"] == number


@given(data=REQUESTS)
def test_anything_on_the_line_is_answered_or_the_connection_ended(page: Page, client: WebClient, data: bytes) -> None:
    host, port = page.url.removeprefix("http://").rstrip("/").split(":")
    with socket.create_connection((host, int(port)), timeout=10) as opened:
        opened.sendall(data)
        opened.shutdown(socket.SHUT_WR)
        answer = opened.recv(65536)
    assert answer == b"" or answer.startswith((b"HTTP/1.1 2", b"HTTP/1.1 4", b"HTTP/1.1 100"))
    assert client.get("/api/faults").status == 200


@given(text=st.text(max_size=30))
def test_anything_may_be_searched_for(api: SandboxApi, text: str) -> None:
    assert isinstance(newest(api, Wanted(search=text), 5), list)


@given(word=st.text(alphabet=st.characters(categories=["L", "N"]), min_size=1, max_size=10))
def test_a_word_of_the_text_is_found(word: str) -> None:
    with SandboxApi(Store(None)) as api:
        letter = f"Subject: x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nдо {word} после"
        number = api.put("maria@1c.ru", letter.encode())
        assert [found.number for found in newest(api, Wanted(search=word.casefold()), 5)] == [number]
        assert [found.number for found in newest(api, Wanted(search=f'"до {word} после"'), 5)] == [number]

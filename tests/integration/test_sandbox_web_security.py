"""The sandbox's page against hostile letters, hostile sites and hostile clients."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest

from sandbox.api import SandboxApi
from sandbox.store import Store
from sandbox.web.page import Page
from support.web_client import Answer, WebClient, web_client

if TYPE_CHECKING:
    from collections.abc import Iterator

SCRIPT = "<script>alert(1)</script>"


@pytest.fixture
def api() -> Iterator[SandboxApi]:
    with SandboxApi(Store(None)) as opened:
        yield opened


@pytest.fixture
def page(api: SandboxApi) -> Iterator[Page]:
    with Page(api) as opened:
        yield opened


@pytest.fixture
def client(page: Page) -> Iterator[WebClient]:
    with web_client(page.url) as opened:
        yield opened


def html(api: SandboxApi, text: str) -> int:
    head = f"From: a@b.ru\r\nSubject: {SCRIPT}\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
    return api.put("maria@1c.ru", (head + text).encode())


def with_file(api: SandboxApi, name: str, kind: str = "text/plain", data: str = "x", more: str = "") -> int:
    letter = (
        'From: a@b.ru\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\n'
        f"--x\r\nContent-Type: text/html\r\n\r\n<img src=cid:pic>\r\n"
        f'--x\r\nContent-Type: {kind}\r\n{more}Content-Disposition: attachment; filename="{name}"\r\n\r\n'
        f"{data}\r\n--x--\r\n"
    )
    return api.put("maria@1c.ru", letter.encode())


def policy(answer: Answer) -> dict[str, list[str]]:
    parts = (part.split() for part in answer.headers["content-security-policy"].split(";"))
    return {name: values for name, *values in parts}


# Letters.


def test_the_html_of_a_letter_may_do_nothing(client: WebClient, api: SandboxApi) -> None:
    found = policy(client.get(f"/api/letters/{html(api, SCRIPT)}/html"))
    assert found["default-src"] == ["'none'"]
    assert "script-src" not in found and "connect-src" not in found
    assert found["img-src"] == ["data:"]
    assert found["form-action"] == found["base-uri"] == ["'none'"]
    assert "allow-scripts" not in found["sandbox"] and "allow-same-origin" not in found["sandbox"]


def test_pictures_from_elsewhere_are_let_in_only_when_asked_for(client: WebClient, api: SandboxApi) -> None:
    number = html(api, '<img src="http://evil.example/pixel.png">')
    assert "http:" not in policy(client.get(f"/api/letters/{number}/html"))["img-src"]
    shown = policy(client.get(f"/api/letters/{number}/html", remote=1))
    assert "http:" in shown["img-src"]
    assert shown["default-src"] == ["'none'"] and "script-src" not in shown
    assert "allow-scripts" not in shown["sandbox"]


@pytest.mark.parametrize(
    "tag",
    [
        '<link rel="preconnect" href="//evil.example">',
        "<META http-equiv=refresh content='0;url=//evil.example'>",
        "<base\nhref=//e>",
    ],
)
def test_what_policies_do_not_govern_is_disarmed(client: WebClient, api: SandboxApi, tag: str) -> None:
    found = client.get(f"/api/letters/{html(api, tag)}/html").text
    assert tag not in found
    assert tag.replace("<", "<x-") in found


def test_pictures_of_the_letter_are_written_into_it(client: WebClient, api: SandboxApi) -> None:
    number = with_file(api, "a.png", "image/png", "PNG", "Content-ID: <pic>\r\n")
    assert "<img src=data:image/png;base64,UE5H>" in client.get(f"/api/letters/{number}/html").text


def test_what_is_no_picture_is_not_written_into_the_letter(client: WebClient, api: SandboxApi) -> None:
    number = with_file(api, "a.html", "text/html", SCRIPT, "Content-ID: <pic>\r\n")
    assert "data:" not in client.get(f"/api/letters/{number}/html").text


@pytest.mark.parametrize(
    "kind", ["text/html", "image/svg+xml", "application/xhtml+xml", "text/javascript", "image/png"]
)
@pytest.mark.parametrize("query", ["", "?show"])
def test_a_file_never_runs_in_the_page(client: WebClient, api: SandboxApi, kind: str, query: str) -> None:
    found = client.get(f"/api/letters/{with_file(api, 'a.html', kind, SCRIPT)}/files/0{query}")
    assert found.headers["content-type"] == (
        "image/png" if kind == "image/png" and query else "application/octet-stream"
    )
    assert found.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in policy(found)


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Windows\\x.exe", "x.exe"),
        ("Счёт.pdf", "%D0%A1%D1%87%D1%91%D1%82.pdf"),
        ("a;b,c'd.txt", "a%3Bb%2Cc%27d.txt"),
        ("photo\u202egpj.exe", "photo_gpj.exe"),
        ("", "file.bin"),
    ],
)
def test_names_of_files_are_no_paths_and_break_no_header(
    client: WebClient, api: SandboxApi, name: str, given: str
) -> None:
    found = client.get(f"/api/letters/{with_file(api, name, 'application/pdf')}/files/0")
    disposition = found.headers["content-disposition"]
    assert disposition.endswith(f"filename*=UTF-8''{given}")
    plain = disposition.split('"')[1]
    assert plain.isascii() and "/" not in plain and "\\" not in plain


def test_a_line_break_in_a_name_of_a_file_makes_no_header(client: WebClient, api: SandboxApi) -> None:
    number = with_file(api, "a=?utf-8?q?=0D=0ASet-Cookie:_x?=.txt")
    assert "set-cookie" not in client.get(f"/api/letters/{number}/files/0").headers


def test_the_source_is_shown_as_text(client: WebClient, api: SandboxApi) -> None:
    found = client.get(f"/api/letters/{html(api, SCRIPT)}/source")
    assert found.headers["content-type"] == "text/plain; charset=utf-8"
    assert found.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in policy(found)


def test_json_holds_any_letter(client: WebClient, api: SandboxApi) -> None:
    raw = b"From: \xff\xfe <a@b>\r\nSubject: =?utf-8?q?=ED=A0=80?= \x00\r\nDate: never\r\n\r\n\xff\x00"
    found = client.get(f"/api/letters/{api.put('maria@1c.ru', raw)}")
    assert found.status == 200
    assert found.json()["sent"] == ""


# Other sites.


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8025", "127.0.0.1.evil.example", "", "127.0.0.1@evil.example", "[::1].evil"]
)
def test_other_names_of_this_machine_are_refused(client: WebClient, host: str) -> None:
    assert client.request("GET", "/api/letters", headers={"Host": host}).status == 421


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:1", "127.0.0.1:8025", "[::1]:80", "localhost.:80"])
def test_local_names_are_answered_whatever_the_port(client: WebClient, host: str) -> None:
    assert client.request("GET", "/api/letters", headers={"Host": host}).status == 200


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://localhost:1", "http://127.0.0.1"])
@pytest.mark.parametrize(
    ("method", "path"), [("DELETE", "/api/letters"), ("POST", "/api/faults"), ("GET", "/api/letters")]
)
def test_other_sites_may_not_ask(client: WebClient, api: SandboxApi, origin: str, method: str, path: str) -> None:
    api.put("maria@1c.ru", b"Subject: x\r\n\r\n")
    found = client.request(method, path, headers={"Origin": origin})
    assert found.status == 403
    assert "access-control-allow-origin" not in found.headers
    assert len(api.letters()) == 1


def test_the_page_itself_may_ask(page: Page, client: WebClient) -> None:
    origin = page.url.rstrip("/")
    assert (
        client.request("DELETE", "/api/letters", headers={"Origin": origin, "Sec-Fetch-Site": "same-origin"}).status
        == 200
    )


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_browsers_say_that_another_site_asks(client: WebClient, site: str) -> None:
    image = {"Sec-Fetch-Site": site, "Sec-Fetch-Dest": "image"}
    assert client.request("GET", "/api/letters/1/files/0", headers=image).status == 403
    assert client.request("GET", "/", headers=image).status == 403
    assert client.request("GET", "/", headers={"Sec-Fetch-Site": site, "Sec-Fetch-Dest": "document"}).status == 200


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
def test_what_a_form_can_send_is_no_request(client: WebClient, api: SandboxApi, kind: str) -> None:
    found = client.request("POST", "/api/faults", body=b'{"line": "smtp RCPT refuse"}', headers={"Content-Type": kind})
    assert found.status == 415
    assert api.faults() == []


def test_nobody_may_frame_the_page_or_guess_types(client: WebClient) -> None:
    found = client.get("/")
    assert policy(found)["frame-ancestors"] == policy(found)["default-src"] == ["'none'"]
    assert policy(found)["script-src"] == ["'self'"]
    assert found.headers["x-content-type-options"] == "nosniff"
    assert found.headers["cross-origin-resource-policy"] == "same-origin"
    assert found.headers["referrer-policy"] == "no-referrer"


def test_only_this_machine_is_served() -> None:
    with Store(None) as store, pytest.raises(ValueError, match="allow_remote"):
        Page(SandboxApi(store), host="0.0.0.0")


# Other clients.


@pytest.mark.parametrize(
    "path",
    [
        "/../pyproject.toml",
        "/assets/../page.py",
        "/%2e%2e/page.py",
        "/..%2fpage.py",
        "/page.py",
        "//etc/passwd",
        "/page.js%00",
        "/%ff",
    ],
)
def test_no_path_leads_to_other_files(client: WebClient, path: str) -> None:
    assert client.request("GET", path).status in (400, 404)


def raw_answer(page: Page, data: bytes) -> bytes:
    host, port = page.url.removeprefix("http://").rstrip("/").split(":")
    with socket.create_connection((host, int(port)), timeout=60) as opened:
        opened.sendall(data)
        opened.shutdown(socket.SHUT_WR)
        answer = b""
        while piece := opened.recv(65536):
            answer += piece
    return answer


@pytest.mark.parametrize(
    ("data", "status"),
    [
        ("garbage\r\n\r\n", "400"),
        ("GET / HTTP/1.1\r\n\r\n", "400"),
        ("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "a" * 200_000 + "\r\n\r\n", "431"),
        ("POST /api/faults HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", "400"),
        ("POST /api/faults HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "400"),
        ("POST /api/faults HTTP/1.1\r\nHost: localhost\r\nContent-Length: 70000\r\n\r\n" + "x" * 1000, "413"),
        ("GET /?" + "a&" * 100 + " HTTP/1.1\r\nHost: localhost\r\n\r\n", "400"),
    ],
    ids=["no HTTP", "no host", "long head", "two lengths", "bad chunk", "large body", "many values"],
)
def test_what_is_not_http_is_refused(page: Page, data: str, status: str) -> None:
    assert raw_answer(page, data.encode()).startswith(f"HTTP/1.1 {status}".encode())


def test_two_requests_at_once_get_two_answers(page: Page) -> None:
    one = b"GET /api/boxes HTTP/1.1\r\nHost: localhost\r\n\r\n"
    assert raw_answer(page, one + one).count(b"HTTP/1.1 200") == 2


def test_clients_that_leave_hurt_nobody(page: Page, client: WebClient) -> None:
    host, port = page.url.removeprefix("http://").rstrip("/").split(":")
    for beginning in (b"", b"GET /api/events HTTP/1.1\r\nHost: localhost\r\n\r\n", b"POST /api/faults HTTP/1.1\r\nHo"):
        opened = socket.create_connection((host, int(port)))
        opened.sendall(beginning)
        opened.close()
    assert client.get("/api/boxes").status == 200


def test_a_body_that_is_no_object_is_refused(client: WebClient) -> None:
    for body in (b"", b"[]", b"{", b"\xff", b"[" * 60_000):
        found = client.request("POST", "/api/faults", body=body, headers={"Content-Type": "application/json"})
        assert found.status == 400

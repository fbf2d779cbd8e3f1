"""The mail server with its page, started by the command; letters sent on through the real account."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from interpreter.cli.accounts import Settings, mail_folder, save
from interpreter.cli.arguments import main
from interpreter.cli.release import release_account, send_on
from sandbox.api import SandboxApi
from sandbox.listening import listen
from sandbox.server import Sandbox
from sandbox.web.page import Page
from sandbox.web.service_api import ReleaseError, Surroundings
from support.web_client import web_client

if TYPE_CHECKING:
    from pathlib import Path

FREE = [f"--{name}-port=0" for name in ("smtp", "imap", "pop3", "smtps", "imaps", "pop3s", "page")]
LETTER = (
    b"Return-Path: <me@localhost>\r\nReceived: from pc ([127.0.0.1])\r\n\tby 1cs.localhost with SMTP; today\r\n"
    b"Received: from farther away\r\nSubject: x\r\nBcc: secret@1c.ru\r\nTo: maria@1c.ru\r\n\r\nbody\r\n"
)


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a browser was told to show."""
    urls: list[str] = []
    monkeypatch.setattr("webbrowser.open", urls.append)
    return urls


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_the_server_prints_where_it_is_and_ends_when_told(sign: signal.Signals) -> None:
    command = [sys.executable, "-m", "interpreter.cli.start", "mail", "serve", *FREE]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        lines = []
        while not lines or not lines[-1].startswith("Письма лежат"):
            lines.append(process.stdout.readline())
            assert lines[-1], lines
        url = re.search(r"Страница (http://127\.0\.0\.1:\d+/)", "".join(lines))
        smtp = re.search(r"SMTP +(127\.0\.0\.1:\d+)", "".join(lines))
        assert url is not None and smtp is not None
        with web_client(url[1]) as client:
            about = client.get("/api/about").json()
        process.send_signal(sign)
        assert process.wait(60) == 0
    assert about["servers"]["SMTP"] == smtp[1]
    assert about["folder"] == mail_folder()
    assert about["release"] is None


def test_a_server_for_other_machines_must_be_asked_for_twice(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mail", "serve", "--host", "0.0.0.0", *FREE]) == 2
    assert "0.0.0.0" in (told := capsys.readouterr().err) and "--allow-remote" in told


def test_a_certificate_that_is_none_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    os.makedirs(mail_folder())
    with open(os.path.join(mail_folder(), "tls.pem"), "w", encoding="utf-8") as file:
        file.write("это не сертификат")
    assert main(["mail", "serve", *FREE]) == 1
    assert "Удалите tls.pem" in capsys.readouterr().err


def test_it_is_told_when_nothing_can_make_a_certificate(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sandbox.tls.Tls.is_possible", lambda tls: False)
    monkeypatch.setattr(Sandbox, "wait", lambda sandbox: None)
    assert main(["mail", "serve", *FREE]) == 0
    told = capsys.readouterr().out
    assert 'pip install "1cs[tls]"' in told and "SMTPS" not in told


@pytest.mark.parametrize("command", ["serve", "page"])
def test_a_taken_port_is_told(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with closing(listen("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        options = FREE[:-1] if command == "serve" else ["--no-browser"]
        assert main(["mail", command, *options, f"--page-port={port}"]) == 2
    assert f"Порт недоступен: 127.0.0.1:{port} (занят)" in capsys.readouterr().err


def test_a_file_of_accounts_that_makes_no_sense_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "accounts.toml"
    path.write_text("[ivan]\n", "utf-8")
    assert main(["mail", "serve", *FREE, "--accounts", str(path)]) == 2
    assert "Учётная запись" in capsys.readouterr().err


def test_the_page_shows_letters_without_a_server(
    monkeypatch: pytest.MonkeyPatch, shown: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    found = []

    def look(page: Page) -> None:
        with web_client(page.url) as client:
            found.extend(client.get("/api/letters").json()["letters"])

    monkeypatch.setattr(Page, "wait", look)
    with SandboxApi.open(mail_folder()) as api:
        api.put("maria@1c.ru", LETTER)
    assert main(["mail", "page", "--page-port=0"]) == 0
    assert [letter["subject"] for letter in found] == ["x"]
    assert capsys.readouterr().out.startswith(f"Страница: {shown[0]}\n")


def test_a_page_that_runs_already_is_shown(shown: list[str]) -> None:
    with SandboxApi.open(mail_folder()) as api, Page(api, Surroundings({}, folder=mail_folder())) as page:
        port = page.url.rstrip("/").rpartition(":")[2]
        assert main(["mail", "page", f"--page-port={port}"]) == 0
        assert main(["mail", "page", f"--page-port={port}", "--no-browser"]) == 0
        assert shown == [page.url]


@pytest.mark.parametrize(("option", "sender"), [([], "me@1c.ru"), (["--no-release"], None)])
def test_sending_on_from_the_page_can_be_switched_off(
    option: list[str], sender: str | None, monkeypatch: pytest.MonkeyPatch, shown: list[str]
) -> None:
    save(Settings("me@1c.ru", "me@1c.ru", {"smtp": ("127.0.0.1", 1, "none")}))
    told = []

    def look(page: Page) -> None:
        with web_client(page.url) as client:
            told.append(client.get("/api/about").json()["release"])
            if option:
                told.append(client.post("/api/letters/1/release", {"to": ["anna@1c.ru"]}).status)

    monkeypatch.setattr(Page, "wait", look)
    with SandboxApi.open(mail_folder()) as api:
        api.put("maria@1c.ru", LETTER)
    assert main(["mail", "page", "--page-port=0", *option]) == 0
    assert told == ([sender, 409] if option else [sender])


def test_a_running_page_that_sends_letters_on_is_not_shown_to_who_wants_none(
    shown: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    around = Surroundings({}, "me@1c.ru", lambda raw, recipients: None, mail_folder())
    with SandboxApi.open(mail_folder()) as api, Page(api, around) as page:
        port = page.url.rstrip("/").rpartition(":")[2]
        assert main(["mail", "page", f"--page-port={port}", "--no-release"]) == 2
    assert shown == []
    assert "Страница уже работает" in capsys.readouterr().err


def test_a_page_over_other_letters_is_not_ours(shown: list[str], tmp_path: Path) -> None:
    with SandboxApi.open(str(tmp_path)) as api, Page(api, Surroundings({}, folder=str(tmp_path))) as page:
        port = page.url.rstrip("/").rpartition(":")[2]
        assert main(["mail", "page", f"--page-port={port}"]) == 2
        assert shown == []


def test_a_letter_is_sent_on_without_what_only_we_know(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONECS_MAIL_PASSWORD", "тайна")
    with Sandbox() as real:
        host, port = real.smtp
        save(Settings("me@real.ru", "me@real.ru", {"smtp": (host, port, "none")}))
        assert release_account() == ("me@real.ru", send_on)
        send_on(LETTER, ["petr@1c.ru"])
        (arrival,) = real.arrivals()
        raw = real.api.raw(arrival.number)
    assert (arrival.recipient, arrival.sender) == ("petr@1c.ru", "me@real.ru")
    assert b"by 1cs.localhost with SMTP; today" not in raw and b"secret@1c.ru" not in raw
    assert raw.endswith(b"Received: from farther away\r\nSubject: x\r\nTo: maria@1c.ru\r\n\r\nbody\r\n")


def test_what_the_real_server_refuses_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONECS_MAIL_PASSWORD", "тайна")
    with Sandbox() as real:
        host, port = real.smtp
        save(Settings("me@real.ru", "me@real.ru", {"smtp": (host, port, "none")}))
        real.api.add_fault("smtp RCPT for petr@* refuse 550 5.1.1 No such user")
        with pytest.raises(ReleaseError, match=r"petr@1c\.ru \(550 .*No such user\)"):
            send_on(LETTER, ["petr@1c.ru"])


def test_a_missing_password_or_account_is_told() -> None:
    assert release_account() == ("", None)
    with pytest.raises(ReleaseError, match="1cs mail account set"):
        send_on(LETTER, ["petr@1c.ru"])
    save(Settings("me@real.ru", "me@real.ru", {"smtp": ("127.0.0.1", 1, "none")}))
    with pytest.raises(ReleaseError, match="Нет пароля почты"):
        send_on(LETTER, ["petr@1c.ru"])


def test_the_folder_of_letters_is_the_owners(shown: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Page, "wait", lambda page: None)
    assert main(["mail", "page", "--page-port=0"]) == 0
    assert os.stat(mail_folder()).st_mode & 0o077 == 0

"""FTPСоединение where a program cannot see it: permissions, the conversation, faults, the disk."""

from __future__ import annotations

import contextlib
import gc
import socket
import threading
import time
from typing import TYPE_CHECKING

import pytest

import stdlib.net.ftp
from interpreter.session import Session
from interpreter.source import Source
from runtime.errors import OnecError
from runtime.host import Host
from support.servers.ftp_folder import FtpFolder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PATIENCE = 60.0
"""Seconds in which every failure must be told."""


class Recorder(Host):
    """Allows what it is told to, and keeps what was written."""

    def __init__(self, *allowed: str) -> None:
        self.allowed = allowed
        self.written = ""

    def write(self, text: str) -> None:
        self.written += text

    def allows(self, what: str, detail: str) -> bool:
        return what in self.allowed


@pytest.fixture
def server() -> Iterator[FtpFolder]:
    with FtpFolder() as made:
        yield made


def run(server: FtpFolder, text: str, *allowed: str, passive: str = "Истина", timeout: float = 2) -> str:
    host = Recorder(*(allowed or ("network", "read", "write")))
    connect = f'С = Новый FTPСоединение("127.0.0.1", {server.port}, "Мария", "секрет", , {passive}, {timeout});\n'
    Session(language="enterprise", host=host).run(Source("<проверка>", connect + text))
    return host.written


def failure(server: FtpFolder, text: str, *allowed: str) -> OnecError:
    with pytest.raises(OnecError) as raised:
        run(server, text, *allowed)
    return raised.value


def test_the_network_and_the_disk_are_asked_for_first(server: FtpFolder, tmp_path: Path) -> None:
    assert "Обращение к сети запрещено" in failure(server, "С.ТекущийКаталог();", "read", "write").message
    getting = f'С.Получить("/readme.txt", "{tmp_path}/a");'
    assert "Запись файлов запрещена" in failure(server, getting, "network", "read").message
    putting = f'С.Записать("{tmp_path}/a", "/a");'
    assert "Чтение файлов запрещено" in failure(server, putting, "network", "write").message
    assert server.commands == []
    assert not (tmp_path / "a").exists()


@pytest.mark.parametrize("mlsd", [True, False], ids=["MLSD", "LIST"])
@pytest.mark.parametrize("passive", ["Истина", "Ложь"])
def test_both_modes_and_both_kinds_of_listings_find_the_same(mlsd: bool, passive: str) -> None:
    text = """
    Для Каждого Ф Из С.НайтиФайлы("/data", "*", Истина) Цикл
        Сообщить(СтрШаблон("%1 %2 %3", Ф.ПолноеИмя, Ф.Размер(), Ф.ЭтоКаталог()));
    КонецЦикла;
    """
    with FtpFolder(mlsd=mlsd) as server:
        assert run(server, text, passive=passive).splitlines() == [
            "/data/a.txt 3 Нет",
            "/data/b.csv 3 Нет",
            "/data/вложенный 0 Да",
            "/data/вложенный/в.txt 1 Нет",
        ]


def test_names_of_the_server_are_never_paths_of_this_machine(
    server: FtpFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = 'Для Каждого Ф Из С.НайтиФайлы("/hostile", "*", Истина) Цикл Сообщить(Ф.Имя); КонецЦикла;'
    assert run(server, text) == "good.txt\n"
    assert list(tmp_path.iterdir()) == []


def test_one_session_serves_all_commands_and_ends_politely(server: FtpFolder) -> None:
    run(server, 'С.СоздатьКаталог("/x"); С.ТекущийКаталог(); С.НайтиФайлы("/data"); С.Удалить("/x");')
    gc.collect()
    assert [command for command in server.commands if command.startswith("USER")] == ["USER Мария"]
    assert wait_for(lambda: server.commands[-1] == "QUIT")


def test_a_session_that_the_server_has_ended_is_begun_anew_in_the_same_folder(
    server: FtpFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stdlib.net.ftp, "_IDLE", 0.0)
    client = stdlib.net.ftp.FtpClient(stdlib.net.ftp.FtpServer("127.0.0.1", server.port, passive=True, timeout=2))
    client.change_folder("/data")
    server.hang_up()
    assert client.current_folder() == "/data"
    client.close()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('С.Получить("/closes.txt", "{path}");', "сервер оборвал соединение"),
        ('С.Получить("/silence.txt", "{path}");', "время ожидания истекло"),
        ('С.УстановитьТекущийКаталог("/endless");', "ответ не соответствует протоколу FTP"),
    ],
    ids=["обрыв", "молчание", "бесконечный ответ"],
)
def test_faults_are_told_in_time(server: FtpFolder, tmp_path: Path, text: str, reason: str) -> None:
    started = time.monotonic()
    assert failure(server, text.format(path=tmp_path / "f")).message.endswith(reason)
    assert time.monotonic() - started < PATIENCE


@pytest.mark.parametrize(
    "greeting", [b"", b"HTTP/1.1 400 Bad Request\r\n\r\n", b"220" + b"x" * 100_000, b"\xff\xfe\r\n" * 10]
    , ids=["тишина", "HTTP", "длинная строка", "мусор"]
)  # fmt: skip
def test_what_is_no_ftp_is_told_in_time(greeting: bytes) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            with contextlib.suppress(OSError), listener.accept()[0] as connection:
                connection.sendall(greeting)
                connection.recv(1000)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        started = time.monotonic()
        client = stdlib.net.ftp.FtpClient(stdlib.net.ftp.FtpServer("127.0.0.1", listener.getsockname()[1], timeout=0.5))
        with pytest.raises(stdlib.net.ftp.NetError, match="Не удалось подключиться к серверу"):
            client.current_folder()
        assert time.monotonic() - started < PATIENCE
        thread.join(PATIENCE)


def test_a_full_disk_is_an_error_of_the_disk(server: FtpFolder) -> None:
    error = failure(server, 'С.Получить("/data/a.txt", "/dev/full");')
    assert "Ошибка доступа к файлу '/dev/full'" in error.message


def test_large_files_go_both_ways(server: FtpFolder, tmp_path: Path) -> None:
    data = bytes(range(256)) * 20_000
    (tmp_path / "туда").write_bytes(data)
    run(server, f'С.Записать("{tmp_path}/туда", "/большой"); С.Получить("/большой", "{tmp_path}/обратно");')
    assert server.files["/большой"] == data
    assert (tmp_path / "обратно").read_bytes() == data


def test_no_error_shows_the_password(server: FtpFolder) -> None:
    host = Recorder("network")
    text = f'С = Новый FTPСоединение("127.0.0.1", {server.port}, "Мария", "тайна", , Истина, 2); С.ТекущийКаталог();'
    with pytest.raises(OnecError) as raised:
        Session(language="enterprise", host=host).run(Source("<проверка>", text))
    assert "530" in raised.value.message
    assert "тайна" not in f"{raised.value.message} {raised.value.hint}"


def wait_for(condition: Callable[[], bool]) -> bool:
    """Whether it comes true soon."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.01)
    return False

"""HTTPСоединение where a program cannot see it: permissions, connections on the wire, the clock, secrets."""

from __future__ import annotations

import gc
import socket
import threading
import time
from typing import TYPE_CHECKING

import pytest

from interpreter.session import Session
from interpreter.source import Source
from runtime.errors import OnecError
from runtime.host import Host
from support.servers.certificates import folder
from support.servers.http_echo import EchoServer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PATIENCE = 60.0
"""Seconds in which every failure must be told."""


class Recorder(Host):
    """Allows what it is told to, and keeps what was written and asked."""

    def __init__(self, *allowed: str) -> None:
        self.allowed = allowed
        self.asked: list[tuple[str, str]] = []
        self.written = ""

    def write(self, text: str) -> None:
        self.written += text

    def allows(self, what: str, detail: str) -> bool:
        self.asked.append((what, detail))
        return what in self.allowed


@pytest.fixture
def server() -> Iterator[EchoServer]:
    with EchoServer() as made:
        yield made


def run(text: str, *allowed: str) -> Recorder:
    host = Recorder(*(allowed or ("network", "read", "write")))
    Session(language="enterprise", host=host).run(Source("<проверка>", text))
    return host


def failure(text: str, *allowed: str) -> OnecError:
    with pytest.raises(OnecError) as raised:
        run(text, *allowed)
    return raised.value


def get(server: EchoServer, path: str, timeout: float = 0) -> str:
    connect = f'С = Новый HTTPСоединение("127.0.0.1", {server.port}, , , , {timeout});'
    return f'{connect} О = С.Получить(Новый HTTPЗапрос("{path}"));'


@pytest.fixture
def misbehaving() -> Iterator[Callable[[Callable[[socket.socket], None]], int]]:
    """Starts a server that does this with its first client; gives its port."""
    listeners: list[socket.socket] = []
    threads: list[threading.Thread] = []

    def start(conversation: Callable[[socket.socket], None]) -> int:
        listener = socket.create_server(("127.0.0.1", 0))
        listeners.append(listener)

        def serve() -> None:
            try:
                connection, _ = listener.accept()
                with connection:
                    connection.recv(65536)
                    conversation(connection)
            except OSError:
                return

        threads.append(threading.Thread(target=serve, daemon=True))
        threads[-1].start()
        return int(listener.getsockname()[1])

    yield start
    for listener in listeners:
        listener.close()
    for thread in threads:
        thread.join(PATIENCE)


def test_the_network_is_asked_for_before_anything_is_sent(server: EchoServer) -> None:
    error = failure(get(server, "/"), "read")
    assert "Обращение к сети запрещено" in error.message
    assert server.connections == 0


def test_permission_is_asked_for_the_server_the_proxy_and_the_files(server: EchoServer) -> None:
    host = Recorder("network", "read", "write")
    text = f"""
    П = Новый ИнтернетПрокси(Ложь);
    П.Установить("http", "127.0.0.1", {server.port});
    С = Новый HTTPСоединение("example.com", 8080, , , П, 5);
    С.Получить(Новый HTTPЗапрос("/"));
    """
    Session(language="enterprise", host=host).run(Source("<проверка>", text))
    assert host.asked == [("network", "example.com:8080"), ("network", f"127.0.0.1:{server.port}")]


def test_a_file_of_authorities_is_read_only_with_permission() -> None:
    text = """
    З = Новый ЗащищенноеСоединениеOpenSSL(, Новый СертификатыУдостоверяющихЦентровФайл("/etc/shadow"));
    С = Новый HTTPСоединение("127.0.0.1", 1, , , , 5, З);
    С.Получить(Новый HTTPЗапрос("/"));
    """
    assert "Чтение файлов запрещено (/etc/shadow)" in failure(text, "network").message


def test_requests_one_after_another_share_a_connection(server: EchoServer) -> None:
    run(get(server, "/") + "Для Н = 1 По 20 Цикл С.Получить(Новый HTTPЗапрос(XMLСтрока(Н))); КонецЦикла;")
    assert server.connections == 1


def test_a_connection_that_the_server_has_closed_meanwhile_is_made_anew(server: EchoServer) -> None:
    text = get(server, "/long") + 'Сообщить(С.Получить(Новый HTTPЗапрос("/")).КодСостояния);'
    assert run(text).written == "200\n"
    assert server.connections == 2


def test_a_forgotten_connection_is_closed(server: EchoServer, recwarn: pytest.WarningsRecorder) -> None:
    run(get(server, "/"))
    gc.collect()
    assert not [warning for warning in recwarn if issubclass(warning.category, ResourceWarning)]


@pytest.mark.parametrize("path", ["/silence", "/trickle"])
def test_a_slow_answer_ends_in_the_time_that_the_script_gives(server: EchoServer, path: str) -> None:
    started = time.monotonic()
    error = failure(get(server, path, 0.5))
    assert error.message.endswith("время ожидания истекло")
    assert 0.4 < time.monotonic() - started < PATIENCE


@pytest.mark.parametrize("path", ["/closes", "/short", "/headers", "/garbage"])
def test_a_broken_answer_is_told_at_once_even_without_a_timeout(server: EchoServer, path: str) -> None:
    started = time.monotonic()
    assert "Не удалось получить ответ сервера" in failure(get(server, path)).message
    assert time.monotonic() - started < PATIENCE


def test_a_body_that_trickles_is_bounded_too(misbehaving: Callable[..., int]) -> None:
    def trickle(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
        while True:
            connection.sendall(b".")
            time.sleep(0.05)

    started = time.monotonic()
    text = (
        f'С = Новый HTTPСоединение("127.0.0.1", {misbehaving(trickle)}, , , , 0.5);С.Получить(Новый HTTPЗапрос("/"));'
    )
    assert failure(text).message.endswith("время ожидания истекло")
    assert time.monotonic() - started < PATIENCE


NONSENSE = {
    "отрицательная длина": b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
    "две длины": b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcde",
    "кусок без длины": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n",
    "огромный кусок": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFFFFFFFFF\r\n",
    "код из шести цифр": b"HTTP/1.1 999999 OK\r\n\r\n",
    "версия без кода": b"HTTP/9.9\r\n\r\n",
    "нули": b"\x00" * 1000,
    "заголовок из мусора": b"HTTP/1.1 200 OK\r\nX-\xff\xfe: \x01\r\n\r\n",
}


@pytest.mark.parametrize("what", NONSENSE)
def test_nonsense_on_the_wire_is_a_network_error(misbehaving: Callable[..., int], what: str) -> None:
    port = misbehaving(lambda connection: connection.sendall(NONSENSE[what]))
    text = f"""
    С = Новый HTTPСоединение("127.0.0.1", {port}, , , , 2);
    Попытка
        С.Получить(Новый HTTPЗапрос("/"));
    Исключение
        Сообщить(ИнформацияОбОшибке().ЯвляетсяОшибкойКатегории(КатегорияОшибки.ОшибкаСети));
    КонецПопытки;
    """
    assert run(text).written == "Да\n"


def test_a_large_file_is_sent_and_received_as_it_is(server: EchoServer, tmp_path: Path) -> None:
    sent, received = tmp_path / "туда.txt", tmp_path / "обратно.txt"
    sent.write_text("строка\n" * 300_000, "utf-8")
    text = f"""
    С = Новый HTTPСоединение("127.0.0.1", {server.port}, , , , 20);
    З = Новый HTTPЗапрос("/");
    З.УстановитьИмяФайлаТела("{sent}");
    С.ОтправитьДляОбработки(З, "{received}");
    """
    run(text)
    assert received.read_text("utf-8").endswith("\n\n" + sent.read_text("utf-8"))


def test_an_answer_broken_in_the_middle_leaves_no_doubt(server: EchoServer, tmp_path: Path) -> None:
    text = (
        f'С = Новый HTTPСоединение("127.0.0.1", {server.port}); С.Получить(Новый HTTPЗапрос("/short"), "{tmp_path}/о");'
    )
    assert failure(text).message.endswith("сервер оборвал соединение")


def test_advice_for_a_certificate_names_the_way_to_switch_the_check_off() -> None:
    with EchoServer(tls=True) as secure:
        text = f"""
        С = Новый HTTPСоединение("localhost", {secure.port}, , , , 5, Новый ЗащищенноеСоединениеOpenSSL);
        С.Получить(Новый HTTPЗапрос("/"));
        """
        error = failure(text)
    assert "сертификат сервера не прошёл проверку" in error.message
    assert error.hint.endswith("или отключите проверку: ЗащищенноеСоединение.ПроверятьСертификатСервера = Ложь")


def test_a_certificate_for_another_name_is_refused() -> None:
    with EchoServer(tls=True) as secure:
        text = f"""
        Ц = Новый СертификатыУдостоверяющихЦентровФайл("{folder() / "certificate.pem"}");
        С = Новый HTTPСоединение("127.1", {secure.port}, , , , 5, Новый ЗащищенноеСоединениеOpenSSL(, Ц));
        С.Получить(Новый HTTPЗапрос("/"));
        """
        error = failure(text)
    assert error.hint.startswith("Сертификат выдан не для имени «127.1»")


def test_a_redirect_takes_no_secrets_to_another_server(server: EchoServer) -> None:
    with EchoServer() as other:
        text = f"""
        С = Новый HTTPСоединение("127.0.0.1", {server.port}, "Мария", "тайна", , 5);
        С.РазрешитьАвтоматическоеПеренаправление = Истина;
        З = Новый HTTPЗапрос("/to/302?http://127.0.0.1:{other.port}/there");
        З.Заголовки.Вставить("Cookie", "тайна");
        З.Заголовки.Вставить("X-Kept", "да");
        Сообщить(С.Получить(З).ПолучитьТелоКакСтроку());
        """
        assert run(text).written == "GET /there\nX-Kept: да\n\n\n"


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://127.0.0.1/", "http://[", "http://a:b/"])
def test_a_redirect_to_what_is_no_server_is_an_answer(server: EchoServer, address: str) -> None:
    text = f"""
    С = Новый HTTPСоединение("127.0.0.1", {server.port}, , , , 5);
    С.РазрешитьАвтоматическоеПеренаправление = Истина;
    Сообщить(С.Получить(Новый HTTPЗапрос("/to/302?{address}")).КодСостояния);
    """
    assert run(text).written == "302\n"


def test_no_redirect_leaves_a_protected_connection(server: EchoServer) -> None:
    with EchoServer(tls=True) as secure:
        text = f"""
        Ц = Новый СертификатыУдостоверяющихЦентровФайл("{folder() / "certificate.pem"}");
        С = Новый HTTPСоединение("127.0.0.1", {secure.port}, , , , 5, Новый ЗащищенноеСоединениеOpenSSL(, Ц));
        С.РазрешитьАвтоматическоеПеренаправление = Истина;
        Сообщить(С.Получить(Новый HTTPЗапрос("/to/302?http://127.0.0.1:{server.port}/")).КодСостояния);
        """
        assert run(text).written == "302\n"
    assert server.connections == 0


def test_permission_is_asked_for_where_a_redirect_leads(server: EchoServer) -> None:
    class OnlyHere(Recorder):
        def allows(self, what: str, detail: str) -> bool:
            return detail == f"127.0.0.1:{server.port}"

    text = (
        get(server, "/")
        + """
    С.РазрешитьАвтоматическоеПеренаправление = Истина;
    С.Получить(Новый HTTPЗапрос("/to/302?http://169.254.169.254/"));
    """
    )
    with pytest.raises(OnecError, match=r"Обращение к сети запрещено \(169.254.169.254:80\)"):
        Session(language="enterprise", host=OnlyHere()).run(Source("<проверка>", text))


def test_the_proxy_of_the_system_is_used_unless_told_otherwise(
    server: EchoServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{server.port}")
    monkeypatch.setenv("no_proxy", "direct.invalid")
    asking = 'О = С.Получить(Новый HTTPЗапрос("/")); Сообщить(СтрПолучитьСтроку(О.ПолучитьТелоКакСтроку(), 1));'
    for proxy in ("", "Новый ИнтернетПрокси", "Новый ИнтернетПрокси(Истина)"):
        text = f'С = Новый HTTPСоединение("some.invalid", , , , {proxy}, 5);' + asking
        assert run(text).written == "GET http://some.invalid/\n"
    for host, proxy in (("direct.invalid", ""), ("some.invalid", "Новый ИнтернетПрокси(Ложь)")):
        text = f'С = Новый HTTPСоединение("{host}", , , , {proxy}, 5);' + asking
        assert f"сервер с именем «{host}» не найден" in failure(text).message


def test_no_error_shows_a_password(server: EchoServer) -> None:
    text = f"""
    П = Новый ИнтернетПрокси(Ложь);
    П.Установить("https", "127.0.0.1", {server.port}, "user", "тайна-прокси");
    С = Новый HTTPСоединение("some.invalid", , "user", "тайна-сервера", П, 5, Новый ЗащищенноеСоединениеOpenSSL);
    С.Получить(Новый HTTPЗапрос("/"));
    """
    error = failure(text)
    assert "407" in error.message
    told = f"{error.message} {error.hint} {error.__cause__!r} {error.cause!r}"
    assert "тайна" not in told

"""An FTP server over a folder in memory.

At first there are /readme.txt («привет»), /data/a.txt, /data/b.csv, /data/вложенный/в.txt and what misbehaves:
/hostile/         its listing names ../../evil.txt and an absolute path beside good.txt
/closes.txt       half of it comes, then the connections are closed
/silence.txt      nothing comes
/endless          a reply that never ends, for CWD
Everybody may enter as anonymous or as Мария with the password секрет.
"""

from __future__ import annotations

import contextlib
import posixpath
import socket
import socketserver
import ssl
import threading
from typing import TYPE_CHECKING, Self

from support.servers.certificates import server_context

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOMENT = "20240115103000"
_HOSTILE = ("../../evil.txt", "/etc/passwd", "..", "good.txt")


class FtpFolder:
    """`with FtpFolder() as server: … server.port, server.files`. Without `mlsd` listings are those of ls -l."""

    def __init__(self, *, tls: bool = False, mlsd: bool = True) -> None:
        self.files: dict[str, bytes | None] = {
            "/": None, "/data": None, "/data/вложенный": None, "/hostile": None, "/readme.txt": "привет".encode(),
            "/data/a.txt": b"aaa", "/data/b.csv": b"b;b", "/data/вложенный/в.txt": b"v", "/hostile/good.txt": b"good",
            "/closes.txt": b"x" * 100_000, "/silence.txt": b"", "/endless": None,
        }  # fmt: skip
        """Contents by path; None for a folder."""
        self.commands: list[str] = []
        self.stopped = threading.Event()
        self.mlsd = mlsd
        self.tls = server_context() if tls else None
        self._server = _Server(("127.0.0.1", 0), _Session)
        self._server.folder = self
        self.port: int = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()

    def below(self, path: str) -> Iterator[tuple[str, bytes | None]]:
        """Names and contents of what stands in a folder."""
        for name, content in sorted(self.files.items()):
            if name != "/" and posixpath.dirname(name) == path:
                yield posixpath.basename(name), content

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *reason: object) -> None:
        self.close()

    def hang_up(self) -> None:
        """Leave every client."""
        for connection in list(self._server.open):
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        self.stopped.set()
        self._server.shutdown()
        self.hang_up()
        self._server.server_close()
        self._thread.join(5)


class _Server(socketserver.ThreadingTCPServer):
    folder: FtpFolder
    allow_reuse_address = True
    daemon_threads = False
    block_on_close = True

    def __init__(self, address: tuple[str, int], handler: type[socketserver.BaseRequestHandler]) -> None:
        super().__init__(address, handler)
        self.open: set[socket.socket] = set()

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients go as they like."""


class _Session(socketserver.BaseRequestHandler):
    server: _Server
    request: socket.socket

    def setup(self) -> None:
        self.folder = self.server.folder
        self.server.open.add(self.request)
        self.user, self.here, self.renamed = "", "/", ""
        self.peer: tuple[str, int] | None = None
        self.listener: socket.socket | None = None
        self.protected = False
        self.lines = self.request.makefile("rb")

    def handle(self) -> None:
        self.reply("220 готов")
        while line := self.lines.readline():
            text = line.decode("utf-8", "replace").rstrip("\r\n")
            self.folder.commands.append(text)
            verb, _, rest = text.partition(" ")
            act = getattr(self, "on_" + verb.lower(), None)
            if act is None:
                self.reply("502 нет такой команды")
            else:
                act(rest)
            if verb.upper() == "QUIT":
                return

    def finish(self) -> None:
        self.lines.close()
        self.request.close()
        if self.listener:
            self.listener.close()

    def reply(self, text: str) -> None:
        self.request.sendall(text.encode() + b"\r\n")

    def path(self, name: str) -> str:
        return posixpath.normpath(posixpath.join(self.here, name)) if name else self.here

    def on_user(self, name: str) -> None:
        self.user = name
        self.reply("331 пароль?")

    def on_pass(self, password: str) -> None:
        fits = self.user == "anonymous" or (self.user, password) == ("Мария", "секрет")
        # Some servers repeat what they got.
        self.reply("230 входите" if fits else f"530 неверный пароль {password}")

    def on_auth(self, kind: str) -> None:
        if self.folder.tls is None:
            self.reply("502 без TLS")
            return
        self.reply("234 начинаем")
        self.lines.close()
        self.request = self.folder.tls.wrap_socket(self.request, server_side=True)
        self.server.open.add(self.request)
        self.lines = self.request.makefile("rb")

    def on_pbsz(self, rest: str) -> None:
        self.reply("200 хорошо")

    def on_prot(self, level: str) -> None:
        self.protected = level == "P"
        self.reply("200 хорошо")

    def on_opts(self, rest: str) -> None:
        self.reply("200 хорошо")

    on_type = on_noop = on_opts

    def on_feat(self, rest: str) -> None:
        more = " MLST type*;size*;modify*;\r\n" if self.folder.mlsd else ""
        self.reply(f"211-есть\r\n UTF8\r\n{more}211 всё")

    def on_quit(self, rest: str) -> None:
        self.reply("221 пока")

    def on_pwd(self, rest: str) -> None:
        self.reply(f'257 "{self.here}"')

    def on_cwd(self, name: str) -> None:
        path = self.path(name)
        if path == "/endless":
            while not self.folder.stopped.is_set():
                self.reply("250-и ещё\r\n" * 100)
        folder = path in self.folder.files and self.folder.files[path] is None
        self.here = path if folder else self.here
        self.reply("250 здесь" if folder else "550 нет такого каталога")

    def on_mkd(self, name: str) -> None:
        path = self.path(name)
        if path in self.folder.files:
            self.reply("550 уже есть")
            return
        self.folder.files[path] = None
        self.reply(f'257 "{path}"')

    def on_rmd(self, name: str) -> None:
        path = self.path(name)
        fits = path in self.folder.files and self.folder.files[path] is None and not any(self.folder.below(path))
        self.reply("250 удалён" if fits else "550 не удалить")
        if fits:
            del self.folder.files[path]

    def on_dele(self, name: str) -> None:
        fits = self.folder.files.get(self.path(name)) is not None
        self.reply("250 удалён" if fits else "550 нет такого файла")
        if fits:
            del self.folder.files[self.path(name)]

    def on_rnfr(self, name: str) -> None:
        self.renamed = self.path(name)
        self.reply("350 во что?" if self.renamed in self.folder.files else "550 нет такого файла")

    def on_rnto(self, name: str) -> None:
        self.folder.files[self.path(name)] = self.folder.files.pop(self.renamed)
        self.reply("250 переименован")

    def on_pasv(self, rest: str) -> None:
        port = self._listen()
        # Another host than the true one: a client that believed it would go where it should not.
        self.reply(f"227 сюда (10,255,255,1,{port >> 8},{port & 255})")

    def on_epsv(self, rest: str) -> None:
        self.reply(f"229 сюда (|||{self._listen()}|)")

    def on_port(self, rest: str) -> None:
        *host, high, low = rest.split(",")
        self.peer = (".".join(host), int(high) * 256 + int(low))
        self.reply("200 хорошо")

    def _listen(self) -> int:
        if self.listener:
            self.listener.close()
        self.listener, self.peer = socket.create_server(("127.0.0.1", 0)), None
        self.listener.settimeout(5)
        port: int = self.listener.getsockname()[1]
        return port

    @contextlib.contextmanager
    def data(self) -> Iterator[socket.socket]:
        self.reply("150 вот")
        if self.peer:
            made = socket.create_connection(self.peer, 5)
        else:
            assert self.listener
            made = self.listener.accept()[0]
        if self.protected and self.folder.tls:
            made = self.folder.tls.wrap_socket(made, server_side=True)
        with made:
            yield made
            if isinstance(made, ssl.SSLSocket):
                made = made.unwrap()
        made.close()

    def _send(self, data: bytes) -> None:
        with self.data() as connection:
            connection.sendall(data)
        self.reply("226 всё")

    def on_retr(self, name: str) -> None:
        path = self.path(name)
        content = self.folder.files.get(path)
        if content is None:
            self.reply("550 нет такого файла")
        elif path == "/closes.txt":
            with contextlib.suppress(OSError), self.data() as connection:
                connection.sendall(content[: len(content) // 2])
            raise ConnectionError
        elif path == "/silence.txt":
            with self.data():
                self.folder.stopped.wait(30)
        else:
            self._send(content)

    def on_stor(self, name: str) -> None:
        if self.path(name).startswith("/hostile"):
            self.reply("553 сюда нельзя")
            return
        pieces = []
        with self.data() as connection:
            while piece := connection.recv(65536):
                pieces.append(piece)
        self.folder.files[self.path(name)] = b"".join(pieces)
        self.reply("226 принято")

    def on_mlsd(self, name: str) -> None:
        if not self.folder.mlsd:
            self.reply("500 не умею")
            return
        path = self.path(name)
        if self.folder.files.get(path, b"") is not None:
            self.reply("501 это не каталог")
            return
        lines = ["type=cdir; .", "type=pdir; .."]
        for each, content in self.folder.below(path):
            kind = "type=dir" if content is None else f"type=file;size={len(content)}"
            lines.append(f"{kind};modify={_MOMENT}; {each}")
        if path == "/hostile":
            lines = [f"type=file;size=1; {each}" for each in _HOSTILE]
        self._send("".join(f"{line}\r\n" for line in lines).encode())

    def on_list(self, name: str) -> None:
        path = self.path(name.removeprefix("-a").strip())
        lines = ["total 1"]
        for each, content in self.folder.below(path):
            mode, size = ("drwxr-xr-x", 0) if content is None else ("-rw-r--r--", len(content))
            lines.append(f"{mode}   1 мария    users {size:>12} Jan 15  2024 {each}")
        self._send("".join(f"{line}\r\n" for line in lines).encode())

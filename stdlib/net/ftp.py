"""An FTP client: connects when first needed, and anew when the server has hung up meanwhile."""

from __future__ import annotations

import ftplib
import posixpath
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from fnmatch import fnmatchcase
from time import monotonic
from typing import BinaryIO, TypeVar

from stdlib.net.causes import CHECK_PORT, Cause, cause_of, innermost
from stdlib.net.errors import NetError
from stdlib.net.ftp_listing import FtpEntry, of_list, of_mlsd
from stdlib.net.ftp_session import FtpSession
from stdlib.net.header import WireError, wire_host
from stdlib.net.tls import TlsSettings, tls_context

T = TypeVar("T")
_ERRORS = (ftplib.Error, OSError, EOFError, UnicodeError)
_CONNECT = "подключиться к серверу"
_TRY_PASSIVE = "Попробуйте пассивный режим: в обычном сервер сам соединяется с этим компьютером"
_PIECE = 1 << 16
# Seconds after which a session is asked whether it is still there.
_IDLE = 5.0
_FAREWELL = 1.0
_SHORTEST_SECRET = 3
# A hostile server invents folders in folders.
_DEEPEST, _MOST_FOLDERS, _MOST_LINES = 64, 10_000, 1_000_000


@dataclass(frozen=True, slots=True)
class FtpServer:
    """Where a server is; without a user one enters as anonymous. `timeout`: seconds for every answer, 0 = no limit."""

    host: str
    port: int = 21
    user: str = ""
    password: str = field(default="", repr=False)
    passive: bool = False
    timeout: float = 0.0
    tls: TlsSettings | None = None
    switch_off: str = "отключите проверку сертификата"

    @property
    def name(self) -> str:
        return f"{self.host}:{self.port}"


class FtpClient:
    """Files on one server; may be used by one thread at a time. Every method raises NetError and WireError."""

    def __init__(self, server: FtpServer) -> None:
        self.server = server
        self._session: FtpSession | None = None
        self._here = ""
        self._used = 0.0

    def current_folder(self) -> str:
        return self._do("узнать текущий каталог на сервере", lambda session: _text(session.pwd()))

    def change_folder(self, path: str) -> None:
        def change(session: FtpSession) -> None:
            session.cwd(_wire(path))
            self._here = session.pwd()

        self._do("перейти в каталог на сервере", change)

    def make_folder(self, path: str) -> None:
        self._do("создать каталог на сервере", lambda session: session.mkd(_wire(path)))

    def rename(self, source: str, target: str) -> None:
        self._do("переместить файл на сервере", lambda session: session.rename(_wire(source), _wire(target)))

    def delete(self, path: str) -> None:
        """Delete a file, or a folder that is empty."""

        def remove(session: FtpSession) -> None:
            try:
                session.delete(_wire(path))
            except ftplib.error_perm as error:
                try:
                    session.rmd(_wire(path))
                except ftplib.error_perm:
                    raise error from None

        self._do("удалить файл на сервере", remove)

    def fetch(self, path: str, sink: Callable[[bytes], object]) -> None:
        """Hand the contents of a file to `sink`, piece by piece."""

        def receive(session: FtpSession) -> None:
            session.retrbinary(f"RETR {_wire(path)}", _guarded(sink), _PIECE)

        self._do("получить файл с сервера", receive)

    def store(self, path: str, source: BinaryIO) -> None:
        """Make or replace a file."""
        self._do("записать файл на сервер", lambda session: session.storbinary(f"STOR {_wire(path)}", source, _PIECE))

    def find(self, path: str, mask: str | None, *, recursive: bool) -> list[tuple[str, FtpEntry]]:
        """(folder, entry) of what the mask fits; without a mask: what stands in the folder, or that file."""
        return self._do("найти файлы на сервере", lambda session: self._found(session, path, mask, recursive))

    def close(self) -> None:
        """Leave the server, politely if it still listens."""
        session, self._session = self._session, None
        if session is not None:
            try:
                if session.sock is not None:
                    session.sock.settimeout(_FAREWELL)
                session.quit()
            except _ERRORS:
                session.close()

    def _found(self, session: FtpSession, path: str, mask: str | None, recursive: bool) -> list[tuple[str, FtpEntry]]:
        folder = posixpath.join(_text(session.pwd()), path)
        if mask is None and not _is_folder(session, folder):
            folder, mask = posixpath.split(folder)
            recursive = False
        # As on the system the masks come from, *.* means every file.
        wanted = "*" if not mask or mask == "*.*" else mask.lower()
        return [
            (where, entry)
            for where, entry in _walk(session, folder, _DEEPEST if recursive else 0)
            if fnmatchcase(entry.name.lower(), wanted)
        ]

    def _do(self, what: str, action: Callable[[FtpSession], T]) -> T:
        session = self._living() or self._connected()
        with self._telling(what):
            result = action(session)
        self._used = monotonic()
        return result

    def _living(self) -> FtpSession | None:
        """The session unless the server has hung up while nobody asked for anything."""
        session = self._session
        if session is not None and monotonic() - self._used > _IDLE:
            try:
                session.voidcmd("NOOP")
            except _ERRORS:
                self._drop()
        return self._session

    def _connected(self) -> FtpSession:
        server = self.server
        context = tls_context(server.tls) if server.tls else None
        session = FtpSession(context, server.timeout or None)
        try:
            with self._telling(_CONNECT):
                session.connect(wire_host(server.host), server.port)
            session.set_pasv(server.passive)
            with self._telling("войти на сервер"):
                session.log_in(_wire(server.user or "anonymous"), _wire(server.password))
                _prefer_utf8(session)
                if self._here:
                    session.cwd(self._here)
        except BaseException:
            session.close()
            raise
        self._session = session
        self._used = monotonic()
        return session

    @contextmanager
    def _telling(self, what: str) -> Iterator[None]:
        """What ftplib raises inside becomes a NetError; a session in the midst of something is closed."""
        try:
            yield
        except (ftplib.error_perm, ftplib.error_temp) as error:
            if str(error).startswith("421"):
                self._drop()
            raise self._refusal(what, _text(str(error))) from error
        except _ERRORS as error:
            self._drop()
            raise self._failure(what, error) from error
        except BaseException as error:
            self._drop()
            raise (error.cause if isinstance(error, _LocalError) else error) from None

    def _drop(self) -> None:
        session, self._session = self._session, None
        if session is not None:
            session.close()

    def _refusal(self, what: str, reply: str) -> NetError:
        """The server has said no; it may have repeated the password."""
        server = self.server
        if len(server.password) >= _SHORTEST_SECRET:
            reply = reply.replace(server.password, "***")
        message = f"Не удалось {what} {server.name}: {reply}"
        if reply.startswith("421"):
            return NetError("closed", message)
        if reply.startswith("530"):
            return NetError("login", message, "Проверьте имя пользователя и пароль")
        return NetError("reply", message)

    def _failure(self, what: str, error: BaseException) -> NetError:
        server = self.server
        cause = cause_of(innermost(error), server.host, switch_off=server.switch_off)
        if cause is None:
            cause = Cause("protocol", "ответ не соответствует протоколу FTP")
        hint = cause.hint
        if cause.kind in ("timeout", "refused"):
            hint = CHECK_PORT if server.passive or what == _CONNECT else _TRY_PASSIVE
        if cause.kind in ("certificate", "tls"):
            what = "установить защищённое соединение с сервером"
        return NetError(cause.kind, f"Не удалось {what} {server.name}: {cause.text}", hint)


class _LocalError(Exception):
    """What receives a file has failed; ftplib would take its errors for those of the network."""

    def __init__(self, cause: OSError) -> None:
        super().__init__()
        self.cause = cause


def _guarded(sink: Callable[[bytes], object]) -> Callable[[bytes], object]:
    def put(piece: bytes) -> None:
        try:
            sink(piece)
        except OSError as error:
            raise _LocalError(error) from error

    return put


def _walk(session: FtpSession, folder: str, depth: int) -> Iterator[tuple[str, FtpEntry]]:
    """Entries of a folder and of those in it, to this depth; links are not followed."""
    waiting = [(folder, depth)]
    read = 0
    while waiting:
        where, left = waiting.pop()
        read += 1
        if read > _MOST_FOLDERS:
            raise ftplib.error_proto("too many folders")
        for entry in _entries(session, where):
            yield where, entry
            if entry.is_folder and left > 0 and not entry.is_link:
                waiting.append((posixpath.join(where, entry.name), left - 1))


def _entries(session: FtpSession, folder: str) -> list[FtpEntry]:
    lines: list[str] = []

    def take(line: str) -> None:
        if len(lines) >= _MOST_LINES:
            raise ftplib.error_proto("listing too long")
        lines.append(_text(line))

    argument = "" if folder in ("", ".") else f" {_wire(folder)}"
    try:
        session.retrlines(f"MLSD{argument}", take)
    except ftplib.error_perm as error:
        if not str(error).startswith(("500", "502", "504")):
            raise
        session.retrlines(f"LIST{argument}", take)
        return of_list(lines, datetime.now(UTC).replace(tzinfo=None))
    return of_mlsd(lines)


def _is_folder(session: FtpSession, path: str) -> bool:
    here = session.pwd()
    try:
        session.cwd(_wire(path))
    except ftplib.error_perm:
        return False
    session.cwd(here)
    return True


def _prefer_utf8(session: FtpSession) -> None:
    try:
        session.sendcmd("OPTS UTF8 ON")
    except (ftplib.error_perm, ftplib.error_temp):
        return


def _wire(text: str) -> str:
    """A text for the session; WireError when it would end the line."""
    if any(c in text for c in "\r\n\0"):
        raise WireError("В имени есть перевод строки")
    return text.encode("utf-8", "replace").decode("latin-1")


def _text(wire: str) -> str:
    """What the session has received; what is not UTF-8 is taken for the usual encoding of Windows."""
    data = wire.encode("latin-1", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1251", "replace")

"""One FTP session over ftplib: any bytes in names, FTPS of both kinds, answers that end."""

from __future__ import annotations

import ftplib
import socket
import ssl

# The lines of one reply; a hostile server would send them for ever.
_LONGEST_REPLY = 1000
IMPLICIT_TLS_PORT = 990


class _Socket(ssl.SSLSocket):
    """Many servers end a data connection without the farewell of TLS; the reply on the other one says if all came."""

    def unwrap(self) -> socket.socket:
        try:
            return super().unwrap()
        except OSError:
            return self


class FtpSession(ftplib.FTP_TLS):
    """A session in which texts are bytes spelled in Latin-1, so that no name a server sends is an error.

    `context` = None: without TLS. On port 990 TLS begins with the first byte.
    """

    def __init__(self, context: ssl.SSLContext | None, timeout: float | None) -> None:
        self._secure = context is not None
        self._protects_data = False
        self._lines = 0
        context = context or ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.sslsocket_class = _Socket
        super().__init__(context=context, timeout=timeout, encoding="latin-1")

    def connect(
        self, host: str = "", port: int = 0, timeout: float | None = -999,
        source_address: tuple[str, int] | None = None,
    ) -> str:  # fmt: skip
        if not self._secure or port != IMPLICIT_TLS_PORT:
            return super().connect(host, port)
        self.host, self.port = host, port
        plain = socket.create_connection((host, port), self.timeout)
        self.af = plain.family
        self.sock = self.context.wrap_socket(plain, server_hostname=host)
        self.file = self.sock.makefile("r", encoding=self.encoding)
        self.welcome = self.getresp()
        return self.welcome

    def log_in(self, user: str, password: str) -> None:
        """Protect the connection if that is wanted, then log in."""
        if self._secure and not isinstance(self.sock, ssl.SSLSocket):
            self.auth()
        self.login(user, password, secure=False)
        if self._secure:
            self.prot_p()
            self._protects_data = True

    def getmultiline(self) -> str:
        self._lines = 0
        return super().getmultiline()

    def getline(self) -> str:
        self._lines += 1
        if self._lines > _LONGEST_REPLY:
            raise ftplib.error_proto("reply too long")
        return super().getline()

    def ntransfercmd(self, cmd: str, rest: int | str | None = None) -> tuple[socket.socket, int | None]:
        connection, size = ftplib.FTP.ntransfercmd(self, cmd, rest)
        if not self._protects_data:
            return connection, size
        try:
            # Many servers take a data connection only when it goes on with the session of the control one.
            session = self.sock.session if isinstance(self.sock, ssl.SSLSocket) else None
            return self.context.wrap_socket(connection, server_hostname=self.host, session=session), size
        except BaseException:
            connection.close()
            raise

"""Small servers that do as they are told: faults happen on the wire, never inside our own code."""

from __future__ import annotations

import datetime
import ipaddress
import re
import socket
import ssl
import struct
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sandbox.server import Sandbox
from stdlib.mail.accounts import Credentials, Endpoint, Security, ServerAccount, Timeouts, TlsPolicy

# What a scripted server may do instead of answering.
DROP = b"<drop>"
RESET = b"<reset>"
SILENCE = b"<silence>"


class Peer:
    """One client of a scripted server."""

    def __init__(self, connection: socket.socket, server: ScriptedServer) -> None:
        self.connection = connection
        self.server = server
        self.reader = connection.makefile("rb")

    def read_line(self) -> bytes:
        line = self.reader.readline()
        if not line:
            raise ConnectionError
        self.server.lines.append(line.rstrip(b"\r\n"))
        return line.rstrip(b"\r\n")

    def read_data(self) -> bytes:
        lines: list[bytes] = []
        while (line := self.reader.readline()) not in (b".\r\n", b""):
            lines.append(line)
        return b"".join(lines)

    def answer(self, reply: bytes) -> None:
        if reply == DROP:
            raise ConnectionError
        if reply == RESET:
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            raise ConnectionError
        if reply == SILENCE:
            self.server.stopped.wait(30)
            raise ConnectionError
        self.connection.sendall(reply)

    def start_tls(self) -> None:
        assert self.server.tls is not None
        self.connection = self.server.tls.wrap_socket(self.connection, server_side=True)
        self.reader = self.connection.makefile("rb")

    def hang_up(self) -> None:
        """Wakes the thread that reads."""
        try:
            self.connection.shutdown(socket.SHUT_RDWR)
        except OSError:
            return

    def close(self) -> None:
        self.reader.close()
        self.connection.close()


class ScriptedServer:
    """A server that leads the same conversation with every client; `lines` is all it was told."""

    def __init__(self, conversation: Callable[[Peer], None], tls: ssl.SSLContext | None = None) -> None:
        self.conversation = conversation
        self.tls = tls
        self.implicit_tls = False
        self.lines: list[bytes] = []
        self.clients = 0
        self.stopped = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self._peers: list[Peer] = []
        self._threads = [threading.Thread(target=self._accept, daemon=True)]
        self._threads[0].start()

    def _accept(self) -> None:
        while not self.stopped.is_set():
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self.clients += 1
            thread = threading.Thread(target=self._serve, args=(connection,), daemon=True)
            self._threads.append(thread)
            thread.start()

    def _serve(self, connection: socket.socket) -> None:
        peer = Peer(connection, self)
        self._peers.append(peer)
        try:
            if self.implicit_tls:
                peer.start_tls()
            self.conversation(peer)
        except (OSError, ValueError):
            pass
        finally:
            peer.close()

    def stop(self) -> None:
        self.stopped.set()
        # Closing alone does not wake accept().
        with socket.socket() as waker:
            waker.connect_ex(("127.0.0.1", self.port))
        self._listener.close()
        for peer in self._peers:
            peer.hang_up()
        for thread in self._threads:
            thread.join(5)


class SmtpScript:
    """An SMTP server; `replies[verb]` are taken one by one before the usual answer."""

    def __init__(self) -> None:
        self.extensions = ["8BITMIME", "SMTPUTF8", "SIZE 1000000"]
        # Whether it asks for letters to nobody.
        self.careless = False
        self.greeting = b"220 scripted ESMTP\r\n"
        self.replies: dict[str, list[bytes]] = {}
        self.letters: list[bytes] = []
        self._lock = threading.Lock()

    def __call__(self, peer: Peer) -> None:
        peer.answer(self.greeting)
        recipients: int | None = None
        while True:
            line = peer.read_line().decode("utf-8", "replace")
            verb = line.partition(" ")[0].upper()
            with self._lock:
                queue = self.replies.get(verb, [])
                scripted = queue.pop(0) if queue else None
            if verb in ("MAIL", "RCPT", "DATA", "RSET"):
                early = (verb == "RCPT" and recipients is None) or (verb == "DATA" and not recipients)
                if early and not self.careless:
                    scripted = b"503 5.5.1 bad sequence of commands\r\n"
                accepted = scripted is None or scripted.startswith(b"250")
                if verb in ("MAIL", "RSET", "DATA"):
                    recipients = 0 if verb == "MAIL" and accepted else None
                elif accepted:
                    recipients = (recipients or 0) + 1
            if scripted is not None and not (verb == "DATA" and scripted.startswith(b"354")):
                peer.answer(scripted)
                continue
            if self._usual(peer, verb):
                return

    def _usual(self, peer: Peer, verb: str) -> bool:
        if verb == "EHLO":
            extensions = b"".join(f"250-{name}\r\n".encode() for name in self.extensions)
            peer.answer(b"250-scripted\r\n" + extensions + b"250 HELP\r\n")
        elif verb == "STARTTLS":
            peer.answer(b"220 go ahead\r\n")
            peer.start_tls()
        elif verb == "AUTH":
            peer.answer(b"235 welcome\r\n")
        elif verb == "DATA":
            peer.answer(b"354 go ahead\r\n")
            self.letters.append(peer.read_data())
            queue = self.replies.get("END", [])
            peer.answer(queue.pop(0) if queue else b"250 taken\r\n")
        elif verb == "QUIT":
            peer.answer(b"221 bye\r\n")
            return True
        else:
            peer.answer(b"250 ok\r\n")
        return False


@pytest.fixture(params=["", "PIPELINING"], ids=["one by one", "together"])
def smtp_script(request: pytest.FixtureRequest) -> SmtpScript:
    script = SmtpScript()
    if request.param:
        script.extensions.append(request.param)
    return script


@pytest.fixture
def serve() -> Iterator[Callable[..., ScriptedServer]]:
    servers: list[ScriptedServer] = []

    def start(conversation: Callable[[Peer], None], tls: ssl.SSLContext | None = None) -> ScriptedServer:
        servers.append(ScriptedServer(conversation, tls))
        return servers[-1]

    yield start
    for server in servers:
        server.stop()


@pytest.fixture
def account_at() -> Callable[..., ServerAccount]:
    def make(
        port: int,
        security: Security = "none",
        credentials: Credentials | None = None,
        tls: TlsPolicy | None = None,
        host: str = "127.0.0.1",
        seconds: float = 5.0,
    ) -> ServerAccount:
        return ServerAccount(
            Endpoint(host, port, security),
            credentials or Credentials(),
            Timeouts(seconds, seconds),
            tls or TlsPolicy(),
        )

    return make


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """(certificate, key) of localhost, signed by itself."""
    return _make_certificate(tmp_path_factory.mktemp("tls"))


@pytest.fixture(scope="session")
def other_authority(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate that has signed nothing."""
    return _make_certificate(tmp_path_factory.mktemp("other"))[0]


def _make_certificate(folder: Path) -> tuple[Path, Path]:
    pytest.importorskip("cryptography")
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]),
            critical=False,
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    paths = folder / "cert.pem", folder / "key.pem"
    paths[0].write_bytes(made.public_bytes(serialization.Encoding.PEM))
    paths[1].write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return paths


@pytest.fixture(scope="session")
def server_tls(certificate: tuple[Path, Path]) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    return context


@pytest.fixture(scope="session")
def trusting(certificate: tuple[Path, Path]) -> TlsPolicy:
    """What a client needs to believe the scripted servers."""
    return TlsPolicy(ca_file=str(certificate[0]))


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as running:
        yield running


@pytest.fixture
def verbs() -> Callable[[ScriptedServer], list[str]]:
    """Names of the commands a server was given, in order."""

    def names(server: ScriptedServer) -> list[str]:
        return [re.split(rb"[ :]", line)[0].decode() for line in server.lines]

    return names

"""The mail server a script runs beside: SMTP, IMAP and POP3 on free ports of this machine, in a thread of its own."""

from __future__ import annotations

import os
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from sandbox.header_block import split_header
from sandbox.limits import Limits
from sandbox.listening import Address, address_of, listen, refuse_remote
from sandbox.store import Delivery, Store

if TYPE_CHECKING:
    import asyncio
    import socket

    from sandbox.account_file import FixedAccount
    from sandbox.api import SandboxApi
    from sandbox.service import Service
    from sandbox.tls import Tls


@dataclass(frozen=True, slots=True)
class Arrival:
    """A letter that came through this server."""

    recipient: str
    """The account it went to: the address in lower case."""
    sender: str
    """The envelope's sender; empty for a report."""
    subject: str
    box: int
    number: int
    """The letter in `1cs mail show`."""


class Sandbox:
    """Servers over one store, in a folder or (without one) in memory.

    Any user and password is right, unless `accounts` (sandbox.account_file) says who there is. Everything is served
    twice: on `smtp`, `imap`, `pop3` in the clear, and on `smtps`, `imaps`, `pop3s` with TLS from the first octet;
    `certificate` is the file that clients must trust for that. TLS is missing where nothing can make a certificate
    (sandbox.tls) and none was put into the folder; then `has_tls` is false. STARTTLS is offered only when asked for:
    many clients use it wherever it is offered, and refuse a certificate that nobody told them to trust.

    A server that runs for days does without `keep_arrivals`: what it remembers of each letter adds up.

    `start` returns when clients can connect; the modules that will answer them are loaded meanwhile in the thread.
    """

    def __init__(
        self,
        folder: str | os.PathLike[str] | None = None,
        *,
        host: str = "127.0.0.1",
        smtp_port: int = 0,
        imap_port: int = 0,
        pop3_port: int = 0,
        smtps_port: int = 0,
        imaps_port: int = 0,
        pop3s_port: int = 0,
        tls: bool = True,
        starttls: bool = False,
        accounts: str | os.PathLike[str] | None = None,
        allow_remote: bool = False,
        limits: Limits | None = None,
        keep_arrivals: bool = True,
    ) -> None:
        if not allow_remote:
            refuse_remote(host)
        self._folder = None if folder is None else os.fspath(folder)
        self._host = host
        self._ports = {"smtp": smtp_port, "imap": imap_port, "pop3": pop3_port}
        self._tls_ports = {"smtps": smtps_port, "imaps": imaps_port, "pop3s": pop3s_port}
        self._wants_tls, self._starttls = tls, starttls
        self._tls: Tls | None = None
        self._accounts = accounts
        self._limits = limits or Limits()
        self._addresses: dict[str, Address] = {}
        self._arrivals: list[Arrival] = []
        self._keep_arrivals = keep_arrivals
        self._store: Store | None = None
        self._thread: threading.Thread | None = None
        self._stop = threading.Event()
        self._loop_stop: tuple[asyncio.AbstractEventLoop, asyncio.Event] | None = None
        self._lock = threading.Lock()

    @property
    def smtp(self) -> Address:
        return self._addresses["smtp"]

    @property
    def imap(self) -> Address:
        return self._addresses["imap"]

    @property
    def pop3(self) -> Address:
        return self._addresses["pop3"]

    @property
    def smtps(self) -> Address:
        return self._addresses["smtps"]

    @property
    def imaps(self) -> Address:
        return self._addresses["imaps"]

    @property
    def pop3s(self) -> Address:
        return self._addresses["pop3s"]

    @property
    def has_tls(self) -> bool:
        """Whether TLS is served, on ports of its own and by STARTTLS."""
        return self._tls is not None

    @property
    def certificate(self) -> str:
        """The path of the certificate (PEM) to trust; it is made now, if it was not wanted before. Needs `has_tls`."""
        if self._tls is None:
            raise RuntimeError("the sandbox serves no TLS")
        return self._tls.certificate()

    @property
    def store(self) -> Store:
        """The letters, while the servers run."""
        if self._store is None:
            raise RuntimeError("the sandbox is not running")
        return self._store

    @property
    def api(self) -> SandboxApi:
        """Letters, faults and the log, while the servers run."""
        from sandbox.api import SandboxApi

        return SandboxApi(self.store)

    def start(self) -> Self:
        """Open the store, bind the ports, begin to serve.

        Raises OSError (a port is taken), StoreError, AccountFileError.
        """
        if self._thread is not None:
            raise RuntimeError("the sandbox is running already")
        fixed = () if self._accounts is None else _read_accounts(self._accounts)
        bound: dict[str, socket.socket] = {}
        try:
            self._store = Store(self._folder, fixed)
            self._tls = self._open_tls()
            ports = self._ports if self._tls is None else {**self._ports, **self._tls_ports}
            for protocol, port in ports.items():
                bound[protocol] = listen(self._host, port)
        except BaseException:
            for opened in bound.values():
                opened.close()
            self._close_store()
            raise
        self._addresses = {protocol: address_of(opened) for protocol, opened in bound.items()}
        self._arrivals.clear()
        self._stop.clear()
        self._thread = threading.Thread(target=self._serve, args=(self._store, bound), name="1cs mail", daemon=True)
        self._thread.start()
        return self

    def stop(self) -> None:
        """End all connections, close ports and store. Does nothing when it is not running."""
        thread = self._thread
        if thread is None:
            return
        with self._lock:
            self._stop.set()
            if self._loop_stop is not None:
                loop, stop = self._loop_stop
                loop.call_soon_threadsafe(stop.set)
        thread.join()
        self._thread = None
        self._close_store()

    def _open_tls(self) -> Tls | None:
        if not self._wants_tls:
            return None
        from sandbox.tls import Tls

        made = Tls(self._folder, self._host)
        if made.is_possible():
            return made
        made.close()
        return None

    def _close_store(self) -> None:
        if self._tls is not None:
            self._tls.close()
            self._tls = None
        if self._store is not None:
            self._store.close()
            self._store = None

    def wait(self) -> None:
        """Wait until another thread stops the servers, or they fail; KeyboardInterrupt passes through."""
        thread = self._thread
        while thread is not None and thread.is_alive() and not self._stop.wait(1.0):
            pass

    def arrivals(self) -> list[Arrival]:
        """What came through these servers since `start`, in order: an item for every box a letter went to.

        Nothing without `keep_arrivals`.
        """
        return list(self._arrivals)

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    def _serve(self, store: Store, bound: dict[str, socket.socket]) -> None:
        try:
            # Only now: asyncio takes 50 ms to load, and the script need not wait for them.
            import asyncio

            from sandbox.service import Service

            asyncio.run(self._run(Service(store, self._limits, self._note, self._tls, self._starttls), bound))
        finally:
            for opened in bound.values():
                opened.close()

    async def _run(self, service: Service, bound: dict[str, socket.socket]) -> None:
        import asyncio

        stop = asyncio.Event()
        with self._lock:
            if self._stop.is_set():
                return
            self._loop_stop = (asyncio.get_running_loop(), stop)
        try:
            await service.run(bound, stop)
        finally:
            with self._lock:
                self._loop_stop = None

    def _note(self, sender: str, raw: bytes, deliveries: list[Delivery]) -> None:
        if not self._keep_arrivals:
            return
        subject = split_header(raw).text(b"subject")
        self._arrivals.extend(
            Arrival(delivery.address, sender, subject, delivery.letter.box, delivery.letter.number)
            for delivery in deliveries
        )


def _read_accounts(path: str | os.PathLike[str]) -> tuple[FixedAccount, ...]:
    from sandbox.account_file import read_accounts

    return read_accounts(path)

"""The certificate of the sandbox: made when it is first wanted, kept beside the letters, trusted by nobody else.

`tls.pem` holds the key and the certificate, readable for the owner only; who wants the servers to show another
certificate puts it there. `certificate.pem` is the certificate alone, for clients to trust. It is no authority: with
its key nobody can make certificates of other servers.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from sandbox.certificate import can_be_made, key_and_certificate

if TYPE_CHECKING:
    import ssl
    from tempfile import TemporaryDirectory

_BOTH, _PUBLIC = "tls.pem", "certificate.pem"
_BEGIN, _END = "-----BEGIN CERTIFICATE-----", "-----END CERTIFICATE-----"


class Tls:
    """The certificate in a folder, or (None) one for as long as this object lives."""

    def __init__(self, folder: str | None, host: str) -> None:
        # What needs time to load is loaded when TLS is wanted: most scripts do without.
        self._temporary: TemporaryDirectory[str] | None = None
        self._folder = folder
        self._host = host
        self._context: ssl.SSLContext | None = None

    def close(self) -> None:
        if self._temporary is not None:
            self._temporary.cleanup()

    def is_possible(self) -> bool:
        """Whether there is a certificate, or what can make one."""
        there = self._folder is not None and os.path.exists(os.path.join(self._folder, _BOTH))
        return there or can_be_made()

    def context(self) -> ssl.SSLContext:
        """What the servers speak TLS with; raises OSError when there is no key and none can be made."""
        import ssl

        if self._context is None:
            made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            made.load_cert_chain(self._made())
            self._context = made
        return self._context

    def certificate(self) -> str:
        """The path of the certificate without its key; raises OSError as `context` does."""
        self.context()
        path = os.path.join(self._place(), _PUBLIC)
        with open(self._made(), encoding="latin-1") as file:
            text = file.read()
        public = text[text.index(_BEGIN) : text.rindex(_END) + len(_END)] + "\n"
        if not _holds(path, public):
            _write(path, public, os.replace)
        return path

    def _place(self) -> str:
        if self._folder is not None:
            return self._folder
        if self._temporary is None:
            from tempfile import TemporaryDirectory

            self._temporary = TemporaryDirectory(prefix="1cs-", ignore_cleanup_errors=True)
        return self._temporary.name

    def _made(self) -> str:
        path = os.path.join(self._place(), _BOTH)
        if not os.path.exists(path):
            # Not replacing: another process may have made one at the same moment, and clients may trust it already.
            with suppress(FileExistsError):
                _write(path, key_and_certificate(self._host), _put_first)
        return path


def _holds(path: str, text: str) -> bool:
    try:
        with open(path, encoding="ascii") as file:
            return file.read() == text
    except (OSError, UnicodeDecodeError):
        return False


def _write(path: str, text: str, put: Callable[[str, str], None]) -> None:
    """Readable for the owner only; whole or not at all."""
    from tempfile import mkstemp

    number, temporary = mkstemp(dir=os.path.dirname(path), suffix=".pem")
    try:
        with open(number, "w", encoding="ascii") as file:
            file.write(text)
        put(temporary, path)
    finally:
        with suppress(FileNotFoundError):
            os.remove(temporary)


def _put_first(temporary: str, path: str) -> None:
    """Raises FileExistsError when there is one."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:
        # Some file systems, and Android, know no second names.
        if os.path.exists(path):
            raise FileExistsError(path) from None
        os.replace(temporary, path)

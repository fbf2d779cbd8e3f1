"""The certificate of the sandbox: made when it is first wanted, kept beside the letters, trusted by nobody else.

`tls.pem` holds the key and the certificate, readable for the owner only; who wants the servers to show another
certificate puts it there. `certificate.pem` is the certificate alone, for clients to trust. It is no authority: with
its key nobody can make certificates of other servers. It is made by the package `cryptography` (the extra `tls`), or
where that is missing by the program `openssl`.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ssl
    from tempfile import TemporaryDirectory

    from cryptography import x509

_BOTH, _PUBLIC = "tls.pem", "certificate.pem"
_NAMES = ("localhost", "1cs.localhost")
_ADDRESSES = ("127.0.0.1", "::1")
_DAYS = 365 * 20
_OPENSSL_SECONDS = 60
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
        return there or _has_cryptography() or bool(_openssl())

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
                make = _by_cryptography if _has_cryptography() else _by_openssl
                _write(path, make(self._host), _put_first)
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


def _has_cryptography() -> bool:
    return find_spec("cryptography") is not None


def _openssl() -> str:
    """Where the program is; empty: nowhere."""
    from shutil import which

    return which("openssl") or ""


_OPENSSL_SETTINGS = """[req]
prompt = no
distinguished_name = name
x509_extensions = extensions
[name]
CN = 1cs
[extensions]
basicConstraints = critical, CA:false
extendedKeyUsage = serverAuth
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid:always
subjectAltName = {names}
"""


def _by_openssl(host: str) -> str:
    """Key and certificate; raises OSError when the program fails."""
    import subprocess
    from tempfile import TemporaryDirectory

    addresses = dict.fromkeys((*_ADDRESSES, host))
    names = [f"DNS:{name}" for name in _NAMES] + [f"IP:{each}" for each in addresses if _is_address(each)]
    with TemporaryDirectory(prefix="1cs-") as folder:
        settings, key, certificate = (os.path.join(folder, name) for name in ("openssl.cnf", "key", "certificate"))
        with open(settings, "w", encoding="ascii") as file:
            file.write(_OPENSSL_SETTINGS.format(names=", ".join(names)))
        # RSA: all versions of openssl, and its twins, make such a key with the same words.
        command = [_openssl(), "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-sha256", "-days", str(_DAYS)]
        command += ["-config", settings, "-keyout", key, "-out", certificate]
        try:
            subprocess.run(command, check=True, capture_output=True, stdin=subprocess.DEVNULL, timeout=_OPENSSL_SECONDS)
        except subprocess.SubprocessError as error:
            raise OSError("openssl makes no certificate") from error
        return "".join(_read(path) for path in (key, certificate))


def _is_address(host: str) -> bool:
    from ipaddress import ip_address

    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _read(path: str) -> str:
    with open(path, encoding="ascii") as file:
        return file.read()


def _by_cryptography(host: str) -> str:
    from datetime import UTC, datetime, timedelta

    # An extra, and a tenth of a second to load.
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "1cs")])
    now = datetime.now(UTC)
    public = key.public_key()
    identifier = x509.SubjectKeyIdentifier.from_public_key(public)
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(public)
    builder = builder.serial_number(x509.random_serial_number())
    builder = builder.not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=_DAYS))
    for extension, critical in (
        (x509.BasicConstraints(ca=False, path_length=None), True),
        (x509.SubjectAlternativeName(_alternative_names(host)), False),
        (x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), False),
        (identifier, False),
        (x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(identifier), False),
    ):
        builder = builder.add_extension(extension, critical=critical)
    certificate = builder.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
    form, locked = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    return (key.private_bytes(serialization.Encoding.PEM, form, locked) + certificate).decode("ascii")


def _alternative_names(host: str) -> list[x509.GeneralName]:
    from ipaddress import ip_address

    from cryptography import x509

    names: list[x509.GeneralName] = [x509.DNSName(name) for name in _NAMES]
    addresses = filter(_is_address, dict.fromkeys((*_ADDRESSES, host)))
    return names + [x509.IPAddress(ip_address(address)) for address in addresses]

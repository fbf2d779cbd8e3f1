"""A key and a certificate of this machine: made by the package `cryptography` (the extra `tls`), or by `openssl`."""

from __future__ import annotations

import os
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography import x509

_NAMES = ("localhost", "1cs.localhost")
_ADDRESSES = ("127.0.0.1", "::1")
_DAYS = 365 * 20
_OPENSSL_SECONDS = 60


def can_be_made() -> bool:
    """Whether there is what makes them."""
    return _has_cryptography() or bool(_openssl())


def key_and_certificate(host: str) -> str:
    """Both as PEM, for this machine and the host; raises OSError when nothing makes them."""
    return _by_cryptography(host) if _has_cryptography() else _by_openssl(host)


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

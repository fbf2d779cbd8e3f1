"""A certificate that nobody trusts until told to: for 127.0.0.1 and localhost, its own authority."""

from __future__ import annotations

import atexit
import datetime
import ipaddress
import ssl
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

PASSWORD = "ключ-от-всего"


@cache
def folder() -> Path:
    """Where certificate.pem, key.pem, both.pem (locked with PASSWORD) lie until the process ends."""
    made = TemporaryDirectory(prefix="1cs-tests-")
    atexit.register(made.cleanup)
    path = Path(made.name)
    key = ec.generate_private_key(ec.SECP256R1())
    certificate = _certificate(key).public_bytes(serialization.Encoding.PEM)
    pem, form = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    locked = key.private_bytes(pem, form, serialization.BestAvailableEncryption(PASSWORD.encode()))
    (path / "certificate.pem").write_bytes(certificate)
    (path / "key.pem").write_bytes(key.private_bytes(pem, form, serialization.NoEncryption()))
    (path / "both.pem").write_bytes(certificate + locked)
    return path


def server_context(*, ask_client: bool = False) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder() / "certificate.pem", folder() / "key.pem")
    if ask_client:
        context.load_verify_locations(folder() / "certificate.pem")
        context.verify_mode = ssl.CERT_OPTIONAL
    return context


def make(path: Path, *, host: str = "127.0.0.1", days: int = 30) -> None:
    """A file with a key and a certificate of that host, valid for so many days from now; negative: it has expired."""
    key = ec.generate_private_key(ec.SECP256R1())
    pem, form = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    plain = key.private_bytes(pem, form, serialization.NoEncryption())
    path.write_bytes(plain + _certificate(key, (host,), days).public_bytes(pem))


def _certificate(
    key: ec.EllipticCurvePrivateKey, hosts: tuple[str, ...] = ("localhost", "127.0.0.1"), days: int = 30
) -> x509.Certificate:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.datetime.now(datetime.UTC)
    names = [_alternative_name(host) for host in hosts]
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    builder = builder.serial_number(x509.random_serial_number())
    builder = builder.not_valid_before(now - datetime.timedelta(days=abs(days) + 1)).not_valid_after(
        now + datetime.timedelta(days=days)
    )
    builder = builder.add_extension(x509.SubjectAlternativeName(names), critical=False)
    builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
    return builder.sign(key, hashes.SHA256())


def _alternative_name(host: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(host))
    except ValueError:
        return x509.DNSName(host)

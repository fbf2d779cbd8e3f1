"""Where a mail server is and how to talk to it, as plain data."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass, field
from typing import Literal

from stdlib.mail.mime.addresses import ascii_domain

Security = Literal["none", "starttls", "starttls-if-offered", "tls"]
# The operating system counts milliseconds in 31 bits.
_LONGEST_WAIT = 2_000_000.0
Mechanism = Literal["auto", "anonymous", "plain", "login", "cram-md5", "apop", "xoauth2"]


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A server's address and how the connection is protected; `tls` = from the first byte."""

    host: str
    port: int
    security: Security = "starttls-if-offered"

    @property
    def name(self) -> str:
        """host:port, as messages show it."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    @property
    def wire_host(self) -> str:
        """The host as DNS spells it (почта.рф -> xn--80a1acny.xn--p1ai); as it is when it cannot be a name."""
        try:
            return ascii_domain(self.host)
        except UnicodeError:
            return self.host

    @property
    def is_loopback(self) -> bool:
        """Whether the server is on this very machine, so that nobody can listen on the way."""
        if self.host.lower().rstrip(".") == "localhost":
            return True
        from ipaddress import ip_address

        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return False


@dataclass(frozen=True, slots=True)
class Credentials:
    """Who logs in and how; an empty user and token = nobody. The repr shows no secrets."""

    user: str = ""
    password: str = field(default="", repr=False)
    mechanism: Mechanism = "auto"
    token: str = field(default="", repr=False)

    @property
    def is_anonymous(self) -> bool:
        """Whether there is nothing to log in with."""
        return self.mechanism == "anonymous" or not (self.user or self.token)

    def redact(self, text: str) -> str:
        """The text without the password and the token, however they were sent: some servers repeat what they got."""
        for form in sorted(self._written_forms(), key=len, reverse=True):
            text = text.replace(form, "***")
        return text

    def _written_forms(self) -> set[str]:
        """The secrets as they are, in quotes of IMAP, in the answers of PLAIN, LOGIN and XOAUTH2."""
        forms: set[str] = set()
        for secret in (self.password, self.token):
            if not secret:
                continue
            # A shorter one would turn ordinary words of a reply into stars.
            if len(secret) >= 3:
                forms |= {secret, secret.replace("\\", "\\\\").replace('"', '\\"')}
            answers = (secret, f"\0{self.user}\0{secret}", f"user={self.user}\x01auth=Bearer {secret}\x01\x01")
            # Without the padding too, which some drop when they repeat it.
            forms |= {coded for answer in answers for coded in _base64(answer) if len(coded) >= 4}
        # The libraries show what the server said as Python writes bytes.
        return forms | {repr(form.encode("utf-8", "surrogatepass"))[2:-1] for form in forms}


def _base64(text: str) -> tuple[str, str]:
    coded = b64encode(text.encode("utf-8", "surrogatepass")).decode("ascii")
    return coded, coded.rstrip("=")


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Seconds to wait for a connection and for every answer after it."""

    connect: float = 30.0
    io: float = 30.0

    def __post_init__(self) -> None:
        for name in ("connect", "io"):
            object.__setattr__(self, name, min(getattr(self, name), _LONGEST_WAIT))


@dataclass(frozen=True, slots=True)
class TlsPolicy:
    """Whether the server's certificate is verified, and by which authorities besides the system's."""

    verify: bool = True
    ca_file: str | None = None


@dataclass(frozen=True, slots=True)
class ServerAccount:
    """Everything needed to open a connection.

    `clear_text_login` lets a readable password travel unencrypted to another machine: only if the script asked for it.
    """

    endpoint: Endpoint
    credentials: Credentials = Credentials()
    timeouts: Timeouts = Timeouts()
    tls: TlsPolicy = TlsPolicy()
    clear_text_login: bool = False

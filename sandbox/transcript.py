"""What a connection and its server said to each other: bounded, without passwords."""

from __future__ import annotations

import re
import time
from collections import deque
from dataclasses import dataclass

_MOST_ENTRIES = 400
_LONGEST_ENTRY = 400
_SECRET = re.compile(
    rb"\s*(?P<shown>(?:\S+\s+)?LOGIN\s+\S+|(?:\S+\s+)?AUTH(?:ENTICATE)?\s+\S+|PASS|APOP\s+\S+)(?:\s.*)", re.I | re.S
)
_AUTH = re.compile(rb"\s*(?:\S+\s+)?AUTH(?:ENTICATE)?\s", re.I)
_DIGITS = re.compile(rb"[A-Za-z0-9+/=]{8,}\s*")
_LINES_OF_AUTH = 2
_STARS = b"***"

CLIENT, SERVER, NOTE = "client", "server", "note"


@dataclass(frozen=True, slots=True)
class Said:
    """One piece of a conversation."""

    seconds: float
    """Since the connection was made."""
    who: str
    """CLIENT, SERVER, or NOTE: what happened besides (TLS, a fault)."""
    text: str
    """As it was sent, line ends included as \\n, what cannot be shown as \\x…; shortened with … when it is long."""


class Transcript:
    """Filled by a connection in the server's thread; may be read from any other."""

    __slots__ = (
        "_auth_lines", "_entries", "_forgotten", "_start", "ended", "number", "peer", "protocol", "started", "tls",
        "user",
    )  # fmt: skip

    _last_number = 0

    def __init__(self, protocol: str, peer: str) -> None:
        # Unique among processes over one store, and a JavaScript number.
        Transcript._last_number = max(Transcript._last_number + 1, time.time_ns() // 1000)
        self.number = Transcript._last_number
        self.protocol = protocol
        self.peer = peer
        self.user = ""
        self.tls = False
        self.started = time.time()
        self.ended: float | None = None
        self._forgotten = 0
        """Entries dropped from the beginning."""
        self._start = time.monotonic()
        self._auth_lines = 0
        """So many lines may yet belong to an AUTH."""
        self._entries: deque[tuple[float, str, bytes, int]] = deque(maxlen=_MOST_ENTRIES)

    def client(self, line: bytes) -> None:
        """A line that came; a password in it is not kept."""
        if self._auth_lines:
            self._auth_lines -= 1
            if _DIGITS.fullmatch(line):
                # AUTH was refused, and the client sent its answers all the same.
                self.client_secret()
                return
        if _AUTH.match(line):
            self._auth_lines = _LINES_OF_AUTH
        hidden = _SECRET.fullmatch(line)
        self._add(CLIENT, hidden["shown"] + b" " + _STARS if hidden else line)

    def client_secret(self) -> None:
        """A line that came and is nobody's business."""
        self._add(CLIENT, _STARS)

    def server(self, data: bytes) -> None:
        """What was answered, which may be nothing: no news of the folder before the end of a command."""
        if data:
            self._add(SERVER, data)

    def note(self, text: str) -> None:
        self._add(NOTE, text.encode())

    def _add(self, who: str, data: bytes) -> None:
        if len(self._entries) == _MOST_ENTRIES:
            self._forgotten += 1
        self._entries.append((time.monotonic() - self._start, who, data[:_LONGEST_ENTRY], len(data)))

    def seconds(self) -> float:
        """How long it has lasted."""
        return time.monotonic() - self._start

    def said(self) -> list[Said]:
        """What was said so far, the oldest that is still kept first."""
        entries = tuple(self._entries)
        said = [Said(round(seconds, 6), who, _shown(data, size)) for seconds, who, data, size in entries]
        if self._forgotten:
            said.insert(0, Said(0.0, NOTE, f"начало забыто, записей: {self._forgotten}"))
        return said


def _shown(data: bytes, size: int) -> str:
    text = data.replace(b"\r\n", b"\n").decode("utf-8", "backslashreplace")
    text = "".join(sign if sign.isprintable() or sign in "\n\t" else f"\\x{ord(sign):02x}" for sign in text)
    return text.removesuffix("\n") if size == len(data) else f"{text}… ({size})"

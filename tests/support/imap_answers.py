"""IMAP as two servers answer it, in a form that can be compared: no UIDVALIDITY, no wording, no order that is free."""

from __future__ import annotations

import re
import socket
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from types import TracebackType

Value: TypeAlias = "bytes | int | str | tuple[Value, ...] | frozenset[Value] | None"

_LITERAL = re.compile(rb"\{(\d+)\}\r\n\Z")
_TOKEN = re.compile(
    rb' *(?:(?P<open>\()|(?P<close>\))|"(?P<quoted>(?:[^"\\]|\\.)*)"|\x00(?P<literal>\d+)\x00'
    rb"|(?P<atom>(?:BODY\[[^\]]*\](?:<\d+>)?)|[^\s()\"]+))"
)
_CODE = re.compile(rb"\[([A-Z-]+)(?: ([^\]]*))?\]")
_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one command."""

    status: str
    """OK, NO or BAD, with the response code when it says which letters or why."""
    told: tuple[tuple[Value, ...], ...]
    """What was said before: (kind, what). Only removals shift numbers, so only their places among the others count."""


class AnsweringClient:
    """A client that is logged in."""

    def __init__(self, address: tuple[str, int], user: str, password: str) -> None:
        self._socket = socket.create_connection(address, timeout=_SECONDS)
        self._lines = self._socket.makefile("rb")
        self._lines.readline()
        assert self.ask(f"LOGIN {user} {password}".encode()).status == "OK"

    def __enter__(self) -> AnsweringClient:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._lines.close()
        self._socket.close()

    def ask(self, command: bytes) -> Answer:
        """Send a command (without its tag; literals as LITERAL+) and hear its answer out."""
        self._socket.sendall(b"t " + command + b"\r\n")
        told = []
        while True:
            text, literals = self._response()
            if text.startswith(b"t "):
                return Answer(_status(text[2:]), _in_order([item for item in told if item is not None]))
            told.append(_untagged(text[2:], literals))

    def _response(self) -> tuple[bytes, list[bytes]]:
        """A line, in which every literal has become its number between zero octets."""
        line, literals = self._line(), []
        while (match := _LITERAL.search(line)) is not None:
            literals.append(self._lines.read(int(match[1])))
            line = line[: match.start()] + b"\0%d\0" % (len(literals) - 1) + self._line()
        return line.removesuffix(b"\r\n"), literals

    def _line(self) -> bytes:
        line = self._lines.readline()
        assert line.endswith(b"\r\n"), f"the server went away: {line!r}"
        return line


def _in_order(told: list[tuple[Value, ...]]) -> tuple[tuple[Value, ...], ...]:
    ordered: list[tuple[Value, ...]] = []
    run: list[tuple[Value, ...]] = []
    for item in told:
        if item[0] == "EXPUNGE":
            ordered += [*sorted(run, key=_key), item]
            run = []
        else:
            run.append(item)
    return (*ordered, *sorted(run, key=_key))


def _key(item: tuple[Value, ...]) -> tuple[str, str]:
    # Not by all of it: sets have no order that can be relied on.
    return str(item[0]), str(item[1])


def _status(text: bytes) -> str:
    word, _, rest = text.partition(b" ")
    status = word.decode()
    code = _CODE.match(rest)
    if code is None:
        return status
    name, value = code[1].decode(), (code[2] or b"").decode()
    if name in ("APPENDUID", "COPYUID"):
        return f"{status} {name} {value.partition(' ')[2]}"
    return f"{status} {name}" if name in ("TRYCREATE", "READ-ONLY", "READ-WRITE", "BADCHARSET") else status


def _untagged(text: bytes, literals: list[bytes]) -> tuple[Value, ...] | None:
    word, _, rest = text.partition(b" ")
    if word.isdigit():
        kind, _, values = rest.partition(b" ")
        if kind == b"RECENT":
            return None
        if kind == b"FETCH":
            return "FETCH", int(word), _fetched(parse_values(values, literals)[0])
        return kind.decode(), int(word)
    if word == b"SEARCH":
        return "SEARCH", tuple(sorted(map(int, rest.split())))
    if word == b"STATUS":
        name, items = parse_values(rest, literals)
        assert isinstance(items, tuple)
        pairs = zip(items[::2], items[1::2], strict=True)
        return "STATUS", name, frozenset(pair for pair in pairs if pair[0] != b"UIDVALIDITY")
    if word == b"OK" and (code := _CODE.match(rest)) is not None and code[1] in (b"UIDNEXT", b"UNSEEN", b"COPYUID"):
        # COPYUID begins with a UIDVALIDITY.
        return code[1].decode(), code[2].partition(b" ")[2] if code[1] == b"COPYUID" else code[2]
    return None if word in (b"OK", b"FLAGS") else (word.decode(), rest)


def _fetched(items: Value) -> Value:
    assert isinstance(items, tuple)
    return frozenset((name, _item(name, value)) for name, value in zip(items[::2], items[1::2], strict=True))


def _item(name: Value, value: Value) -> Value:
    if name == b"FLAGS":
        assert isinstance(value, tuple)
        return frozenset(value) - {b"\\Recent"}
    if name == b"INTERNALDATE":
        assert isinstance(value, bytes)
        moment = datetime.strptime(value.decode().strip(), "%d-%b-%Y %H:%M:%S %z")
        return moment.astimezone(UTC).isoformat()
    return value


def parse_values(text: bytes, literals: list[bytes]) -> tuple[Value, ...]:
    """Values of a response: strings and atoms as bytes, NIL as None, lists as tuples."""
    stack: list[list[Value]] = [[]]
    place = 0
    while place < len(text):
        match = _TOKEN.match(text, place)
        assert match is not None, text[place:]
        place = match.end()
        if match["open"]:
            stack.append([])
        elif match["close"]:
            inner = stack.pop()
            stack[-1].append(tuple(inner))
        elif match["quoted"] is not None:
            stack[-1].append(re.sub(rb"\\(.)", rb"\1", match["quoted"]))
        elif match["literal"] is not None:
            stack[-1].append(literals[int(match["literal"])])
        else:
            stack[-1].append(None if match["atom"] == b"NIL" else match["atom"])
    assert len(stack) == 1
    return tuple(stack[0])

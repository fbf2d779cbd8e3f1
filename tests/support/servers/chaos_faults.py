"""What may become of an answer of a mail server on its way: for ChaosProxy, whatever the protocol."""

from __future__ import annotations

import re
from itertools import repeat
from random import Random
from typing import TYPE_CHECKING

from support.servers.chaos_proxy import Fault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_NINES = bytes.maketrans(b"012345678", b"999999999")
_LITERAL = re.compile(rb"\{(\d+)\}")
_WORD = re.compile(rb"[A-Za-z0-9\\]+")
# No 421: a server that takes a letter and says that lies, and the letter is rightly sent again.
_STRANGE = (
    *(b"NIL", b"{5}", b"{99999}", b"()", b'"', b"(", b")", b" ", b"\r\n", b"9" * 30, b"9" * 5000, b"-1", b"\\Seen"),
    *(b"\0", b"\xff", b"[", b"]", b"BODY[]", b"UID", b"* ", b"* BYE x\r\n", b"+ ", b".\r\n", b"250 ", b"250-", b"354 "),
    *(b"+OK ", b"-ERR "),
)
_TAG = re.compile(rb"^[A-Z]+\d+ ", re.MULTILINE)


def whole(answer: bytes) -> list[bytes]:
    return [answer]


def nothing(answer: bytes) -> list[bytes]:
    return []


def half(answer: bytes) -> list[bytes]:
    return [answer[: len(answer) // 2]]


def crumbs(answer: bytes) -> list[bytes]:
    size = max(1, len(answer) // 10)
    return [answer[start : start + size] for start in range(0, len(answer), size)]


def octets(answer: bytes) -> list[bytes]:
    return [answer[place : place + 1] for place in range(len(answer))]


def twice(answer: bytes) -> list[bytes]:
    return [answer + answer]


def twice_apart(answer: bytes) -> list[bytes]:
    return [answer, answer]


def with_more_said(answer: bytes) -> list[bytes]:
    """A line more than usual, as servers are free to say; POP3 has none that would be right everywhere."""
    if answer.startswith((b"* ", b"+ ")) or _TAG.match(answer):
        return [b"* OK [ALERT] The server goes down at midnight\r\n" + answer]
    code = answer[:3]
    # 334 is a challenge, and all of it counts.
    return [code + b"-More to say\r\n" + answer] if code.isdigit() and code != b"334" else [answer]


def farewell(greeting: bytes) -> list[bytes]:
    """What the server whose greeting that was says when it wants to end."""
    if greeting.startswith(b"*"):
        return [b"* BYE Server is closing\r\n"]
    if greeting.startswith(b"+"):
        return [b"-ERR [SYS/TEMP] Server is closing\r\n"]
    return [b"421 4.3.2 Server is closing\r\n"]


def instead(text: bytes) -> Callable[[bytes], list[bytes]]:
    return lambda answer: [text]


def literals(size: Callable[[int], int]) -> Callable[[bytes], list[bytes]]:
    """The literals of IMAP are announced with another size."""
    return lambda answer: [_LITERAL.sub(lambda match: b"{%d}" % size(int(match[1])), answer)]


def endless(piece: bytes) -> Callable[[bytes], Iterable[bytes]]:
    return lambda answer: repeat(piece)


def mangled(seed: int) -> Fault:
    """A word, a few octets or a line are gone, doubled, or something else stands there; not in a letter itself."""
    random = Random(seed)

    def spoil(answer: bytes) -> list[bytes]:
        return [answer if b"Subject" in answer else _mangle(bytearray(answer), random)]

    return Fault(f"mangled {seed}", spoil)


def _mangle(answer: bytearray, random: Random) -> bytes:
    words = [match.span() for match in _WORD.finditer(answer)] or [(0, 0)]
    lines = answer.splitlines(keepends=True) or [bytearray()]
    start, end = random.choice([*words, (random.randrange(len(answer) + 1),) * 2])
    way = random.randrange(4)
    if way == 0:
        answer[start:end] = random.choice(_STRANGE)
    elif way == 1:
        del answer[start : end + random.randrange(5)]
    elif way == 2:
        # No digit: a letter that was taken is not to be told as refused.
        answer[start : start + 1] = random.choice((b"\0", b"\xff", b"~", b"(", b"*"))
    else:
        lines.insert(random.randrange(len(lines)), random.choice(lines))
        return b"".join(lines)
    return bytes(answer)


HARMLESS = [
    Fault("latency", whole, pause=0.05),
    Fault("crumbs", crumbs, pause=0.002),
    # With a pause, however short, what else comes of the answer is passed on.
    Fault("more is said", with_more_said, pause=0.001),
]
BREAKS = [
    Fault("cut before the question", nothing, "close", unheard=True),
    Fault("cut", nothing, "close"),
    Fault("reset before the question", nothing, "reset", unheard=True),
    Fault("reset", nothing, "reset"),
    Fault("silence", nothing, "fall silent"),
    Fault("half, then cut", half, "close"),
    Fault("half, then silence", half, "fall silent"),
]
LIES = [
    Fault("noise", instead(b"\x00\xff\xfe%$#\xd0\r\n")),
    Fault("an empty line", instead(b"\r\n")),
    Fault("another protocol", instead(b"HTTP/1.1 400 Bad Request\r\n\r\n")),
    Fault("other numbers", lambda answer: [answer.translate(_NINES)]),
    Fault("an endless line", lambda answer: [b"+" * 300_000], "close"),
    Fault("the end of a session", farewell, "close", unheard=True),
    Fault("said twice", twice),
    Fault("said twice, the second time late", twice_apart, pause=0.02),
    Fault("an octet now and then for ever", endless(b"2"), pause=0.05),
]
OF_IMAP = [
    Fault("huge literals", literals(lambda size: 999_999_999)),
    Fault("literals beyond all numbers", literals(lambda size: 10**30)),
    Fault("short literals", literals(lambda size: size // 2)),
    Fault("long literals", literals(lambda size: size + 10)),
    Fault("another tag", lambda answer: [_TAG.sub(b"ZZZZ77 ", answer)]),
]
OF_TLS = [
    *BREAKS[:-1],
    Fault("noise", instead(b"\x00\xff\xfe%$#\xd0\r\n")),
    Fault("an octet now and then for ever", endless(b"\x16"), pause=0.05),
]

"""The IMAP of the sandbox beside that of Dovecot: the same commands over the same letters get the same answers."""

from __future__ import annotations

import random
import re
import time
from typing import TYPE_CHECKING

import pytest

from sandbox.server import Sandbox
from support.imap_answers import AnsweringClient
from support.imap_letters import LETTERS, ODD
from support.real_servers import USERS, real_servers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from support.imap_answers import Answer

pytestmark = pytest.mark.servers

SEED = 20261122
COMMANDS = 1500
MOST_SECONDS = 50

BOXES = ("INBOX", "Archive", "&BB8EMAQ,BDoEMA-")
FLAGS = ("\\Seen", "\\Answered", "\\Flagged", "\\Deleted", "\\Draft", "$Work", "Custom")
DATES = ("05-Mar-2024 10:00:00 +0300", "31-Dec-2023 23:30:00 -0500", " 1-Jan-2025 00:00:00 +0000")
SECTIONS = (
    "", "HEADER", "TEXT", "1", "2", "3", "1.MIME", "2.MIME", "1.1", "1.2", "2.1", "2.2", "1.1.1", "2.1.1", "2.2.MIME",
    "1.HEADER", "1.TEXT", "2.HEADER", "2.TEXT", "2.HEADER.FIELDS (SUBJECT)", "HEADER.FIELDS (FROM SUBJECT X-NONE)",
    "HEADER.FIELDS (RECEIVED)", "HEADER.FIELDS.NOT (RECEIVED SUBJECT)",
)  # fmt: skip
ITEMS = (
    "FLAGS", "UID", "INTERNALDATE", "RFC822.SIZE", "ENVELOPE", "BODYSTRUCTURE", "BODY", "RFC822.HEADER", "RFC822.TEXT",
    "RFC822", "FAST", "ALL", "FULL",
)  # fmt: skip
KEYS = (
    "ALL", "SEEN", "UNSEEN", "ANSWERED", "FLAGGED", "DELETED", "UNDELETED", "DRAFT", "KEYWORD $Work",
    "UNKEYWORD Custom",
    'SUBJECT "счёт"', 'SUBJECT "СЧЁТ № 15 ЗА НОЯБРЬ"', 'SUBJECT "готов"', 'SUBJECT "folded header"', 'SUBJECT ""',
    'FROM "мария"', "FROM example.com", 'FROM "inner"', 'TO "Иван"', "TO friends", "CC anna", "BCC anna",
    'BODY "оплатите"', 'BODY "ждём"', 'BODY "внутри письма"', 'BODY "отчёт во вложении"', "BODY hello", "BODY preamble",
    "BODY epilogue", 'BODY "no parts"', "BODY first", "BODY img", 'BODY "line 3 of"', 'BODY ""', "BODY report.pdf",
    'TEXT "спасибо"', 'TEXT "пересылка"', "TEXT report.pdf", 'TEXT "first in digest"', "TEXT preamble",
    "TEXT mime-version",
    "HEADER X-Long two", 'HEADER X-Long ""', 'HEADER Received ""', "HEADER Message-ID <1@", 'HEADER Subject "заказ"',
    "LARGER 500", "SMALLER 500", "SENTON 1-Dec-2023", "SENTON 2-Dec-2023", "SENTSINCE 5-Mar-2024",
    "SENTBEFORE 1-Feb-2024", "ON 5-Mar-2024", "BEFORE 5-Mar-2024", "SINCE 5-Mar-2024", "1:3", "2,1:*", "*", "UID 1:3",
    "UID 99:*", "UID 5,7:9",
)  # fmt: skip
BROKEN = (
    "FETCH 1", "FETCH 99 FLAGS", "FETCH 0 FLAGS", "FETCH 1 NOTHING", "FETCH 1 BODY[", "UID FETCH x FLAGS",
    "STORE 1 FLAG (x)",
    "SEARCH", "SEARCH NOTHING", "SEARCH NOT", "SEARCH (", "SEARCH CHARSET X-NO ALL", "COPY 1 Nowhere", "COPY 1",
    "STATUS Nowhere (MESSAGES)", "STATUS INBOX (NOTHING)", "SELECT", "FOO", "UID FOO", "CREATE INBOX", "DELETE Nowhere",
)  # fmt: skip

# Letter, commands (the last one is compared), why the answers differ. A row that is no longer true fails, too.
DIFFERENCES = (
    ("nested", "FETCH * BODY[1]",
     "the line end before a delimiter belongs to the delimiter (RFC 2046, 5.1.1), also behind an inner multipart"),
    ("continued", "FETCH * BODYSTRUCTURE", "Dovecot joins the pieces of RFC 2231; most servers leave it to the client"),
    ("capitals", "FETCH * BODYSTRUCTURE", "types and names of parameters are the same in any case; ours are lower"),
    ("header only", "FETCH * BODY.PEEK[HEADER.FIELDS.NOT (X-NONE)]",
     "with no empty line in the letter: we end every choice of fields with one, Dovecot only HEADER.FIELDS"),
    ("header only", "SEARCH SENTBEFORE 1-Jan-1990",
     "a letter without a date: Dovecot takes it for one of 1970, we take the day it came"),
    ("addresses", 'SEARCH TO "example.com, b"', "Dovecot searches address by address; RFC 3501 says substring"),
    ("addresses", "STORE 1 -FLAGS (\\Seen)",
     "Dovecot tells flags only when they changed, we tell the updated value always (RFC 3501, 6.4.6)"),
    ("addresses", "STORE 1 FLAGS", "flags are missing, which the grammar does not allow; Dovecot takes it for ()"),
    ("addresses", "EXAMINE Odd-addresses; STORE 1 +FLAGS (\\Flagged)", "Dovecot says OK and does nothing, we say NO"),
    ("addresses", "SEARCH OLD", "nothing is \\Recent here: the flag is gone in IMAP4rev2 (RFC 9051)"),
    ("addresses", "STORE 1:* +FLAGS (\\Seen); SEARCH OR UNDRAFT UNSEEN",
     "once all letters are seen Dovecot 2.3 finds nothing by OR with UNSEEN, though it does by UNDRAFT alone"),
    ("addresses", "SEARCH 99:*", "the range is 99 to the last letter or the reverse (RFC 3501, 9: seq-range)"),
    ("addresses", "SEARCH SUBJECT ы", "words of 8 bits without quotes are against the grammar; we understand them"),
)  # fmt: skip


class Both:
    """One client at each server."""

    def __init__(self, dovecot: AnsweringClient, ours: AnsweringClient) -> None:
        self.dovecot = dovecot
        self.ours = ours
        self.count = 0
        """Letters in the selected box."""
        self.read_only = False
        """It was selected by EXAMINE."""

    def ask(self, command: bytes) -> tuple[Answer, Answer]:
        answers = self.dovecot.ask(command), self.ours.ask(command)
        for kind, *values in answers[0].told:
            if kind == "EXISTS":
                self.count = int(values[0])
            elif kind == "EXPUNGE":
                self.count -= 1
        for code in ("READ-ONLY", "READ-WRITE"):
            if answers[0].status == f"OK {code}":
                self.read_only = code == "READ-ONLY"
        return answers


@pytest.fixture(scope="module")
def both() -> Iterator[Both]:
    with real_servers() as servers, Sandbox() as sandbox:
        dovecot = AnsweringClient(("127.0.0.1", servers.ports["imap"]), "ivan", USERS["ivan"])
        with dovecot, AnsweringClient(sandbox.imap, "ivan@mail.test", "any") as ours:
            clients = Both(dovecot, ours)
            dovecot.ask(b"CREATE Archive")
            clients.ask(b"CREATE " + BOXES[2].encode())
            yield clients


def append(raw: bytes, box: str = "INBOX", flags: str = "", date: str = DATES[0]) -> bytes:
    return f'APPEND {box} ({flags}) "{date}" {{{len(raw)}+}}\r\n'.encode() + raw


class Commands:
    """Random commands, the same ones for the same seed and the same answers."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def next(self, count: int, read_only: bool) -> bytes:
        """A command that makes sense in a box with so many letters, mostly."""
        makers, weights = zip(*(row for row in _MAKERS if not (read_only and row[0] in _CHANGING)), strict=True)
        (make,) = self._random.choices(makers, weights)
        made = make(self, max(count, 1))
        return made if isinstance(made, bytes) else made.encode()

    def append(self, _: int) -> bytes:
        pick = self._random.choice
        return append(pick(LETTERS), pick(BOXES), self._flags(), pick(DATES))

    def fetch(self, count: int) -> str:
        prefix = self._random.choice(("", "UID "))
        items = [self._item() for _ in range(self._random.randint(1, 4))]
        if len(items) > 1:
            items = [item for item in items if item not in ("FAST", "ALL", "FULL")] or ["FLAGS"]
        # No item twice: Dovecot answers it twice.
        return (
            f"{prefix}FETCH {self._set(count)} ({' '.join(dict.fromkeys(items))})"
            if len(items) > 1
            else (f"{prefix}FETCH {self._set(count)} {items[0]}")
        )

    def store(self, count: int) -> str:
        prefix, sign = self._random.choice(("", "UID ")), self._random.choice(("", "+", "-"))
        return f"{prefix}STORE {self._set(count)} {sign}FLAGS ({self._flags()})"

    def search(self, _: int) -> str:
        prefix = self._random.choice(("", "UID "))
        return f"{prefix}SEARCH CHARSET UTF-8 {self._key(2)}"

    def copy(self, count: int) -> str:
        prefix, verb = self._random.choice(("", "UID ")), self._random.choice(("COPY", "COPY", "MOVE"))
        return f"{prefix}{verb} {self._set(count)} {self._random.choice(BOXES)}"

    def expunge(self, count: int) -> str:
        return self._random.choice(("EXPUNGE", f"UID EXPUNGE {self._set(count)}"))

    def status(self, _: int) -> str:
        return f"STATUS {self._random.choice(BOXES)} (MESSAGES UIDNEXT UNSEEN)"

    def select(self, _: int) -> str:
        return f"{self._random.choice(('SELECT', 'SELECT', 'EXAMINE'))} {self._random.choice(BOXES)}"

    def noop(self, _: int) -> str:
        return self._random.choice(("NOOP", "CHECK"))

    def broken(self, _: int) -> str:
        return self._random.choice(BROKEN)

    def _set(self, count: int) -> str:
        first, second = sorted(self._random.choices(range(1, count + 1), k=2))
        return self._random.choice((str(first), f"{first}:{second}", f"{second}:*", f"{first},{second}", "*", "1:*"))

    def _item(self) -> str:
        if self._random.random() < 0.4:
            return self._random.choice(ITEMS)
        part = self._random.choice(("", "", "", "<0.10>", "<5.200>", "<99999.5>"))
        peek = self._random.choice(("", ".PEEK", ".PEEK"))
        return f"BODY{peek}[{self._random.choice(SECTIONS)}]{part}"

    def _flags(self) -> str:
        return " ".join(self._random.sample(FLAGS, self._random.randint(0, 3)))

    def _key(self, depth: int) -> str:
        kind = self._random.random()
        if depth == 0 or kind < 0.6:
            return self._random.choice(KEYS)
        inner = [self._key(depth - 1) for _ in range(2)]
        if kind < 0.7:
            return f"NOT {inner[0]}"
        return f"OR {inner[0]} {inner[1]}" if kind < 0.85 else f"({inner[0]} {inner[1]})"


_MAKERS = (
    (Commands.append, 8), (Commands.fetch, 25), (Commands.store, 12), (Commands.search, 25), (Commands.copy, 7),
    (Commands.expunge, 3), (Commands.status, 5), (Commands.select, 5), (Commands.noop, 2), (Commands.broken, 5),
)  # fmt: skip


_CHANGING = (Commands.store, Commands.copy, Commands.expunge, Commands.broken)


def alike(command: bytes, dovecot: Answer, ours: Answer) -> bool:
    """Equal; of a STORE Dovecot tells only the flags that changed by it (DIFFERENCES)."""
    if b"STORE" not in command:
        return ours == dovecot
    return ours.status == dovecot.status and set(ours.told) >= set(dovecot.told)


def test_the_same_commands_get_the_same_answers(both: Both) -> None:
    began = time.monotonic()
    commands = Commands(SEED)
    for raw in LETTERS:
        answers = both.ask(append(raw))
        assert answers[0] == answers[1], raw
    both.ask(b"SELECT INBOX")
    done = 0
    for done in range(1, COMMANDS + 1):
        command = commands.next(both.count, both.read_only)
        dovecot, ours = both.ask(command)
        assert alike(command, dovecot, ours), f"command {done}: {command!r}: {dovecot} {ours}"
        if time.monotonic() - began > MOST_SECONDS:
            break
    assert done >= 100


@pytest.mark.parametrize("item", [*ITEMS, *(f"BODY.PEEK[{section}]" for section in SECTIONS)])
def test_every_letter_is_fetched_alike(both: Both, item: str) -> None:
    both.ask(b"CREATE All")
    if not both.ask(b"SELECT All")[0].status.startswith("OK") or not both.count:
        for raw in LETTERS:
            both.ask(append(raw, "All"))
        both.ask(b"NOOP")
    dovecot, ours = both.ask(f"FETCH 1:* {item}".encode())
    assert len(dovecot.told) >= len(LETTERS)
    for one, other in zip(dovecot.told, ours.told, strict=True):
        assert other == one


@pytest.mark.parametrize("key", KEYS)
def test_every_key_finds_the_same(both: Both, key: str) -> None:
    test_every_letter_is_fetched_alike(both, "UID")
    dovecot, ours = both.ask(f"SEARCH CHARSET UTF-8 {key}".encode())
    assert ours == dovecot


@pytest.mark.parametrize(("letter", "command", "reason"), DIFFERENCES)
def test_known_differences_are_as_they_are_told(both: Both, letter: str, command: str, reason: str) -> None:
    box = "Odd-" + re.sub(r"\W", "", letter)
    both.ask(f"CREATE {box}".encode())
    both.ask(append(ODD[letter], box))
    both.ask(f"SELECT {box}".encode())
    *before, last = command.split("; ")
    for each in before:
        both.ask(each.encode())
    dovecot, ours = both.ask(last.encode())
    assert dovecot.status == "OK" or ours.status == "OK"
    assert ours != dovecot, reason
    both.ask(b"SELECT INBOX")
    both.ask(f"DELETE {box}".encode())

"""The newer commands of the sandbox's IMAP beside those of Dovecot: the same questions get the same answers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from sandbox.server import Sandbox
from support.imap_letters import LETTERS
from support.real_servers import USERS, real_servers
from support.tagged_lines import TaggedLines

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.servers

SUBJECTS = (
    "Счёт", "Re: Счёт", "Fwd: счёт № 2", "[list] Re: apple", "RE[2]: banana", "Apple (fwd)", "[Fwd: banana]", "cherry",
    "re: [list] re: cherry", "", "Re:", "ЯБЛОКО", "10", "9",
)  # fmt: skip
SORTS = ("SUBJECT", "REVERSE SUBJECT", "SIZE", "REVERSE SIZE DATE", "DATE", "ARRIVAL", "FROM", "TO REVERSE DATE", "CC")
SEARCHES = (
    "RETURN (MIN MAX COUNT) ALL", "RETURN (COUNT) SEEN", "RETURN () 1:3", "RETURN (ALL) 2,4:6", "RETURN (MIN) UNSEEN",
    "RETURN (ALL COUNT) BODY nothing-like-that", "RETURN (NOTHING) ALL",
)  # fmt: skip
LISTS = (
    'LIST "" "*" RETURN (CHILDREN)', 'LIST (SUBSCRIBED) "" "*"', 'LIST "" "%" RETURN (SUBSCRIBED)',
    'LIST (SUBSCRIBED RECURSIVEMATCH) "" "%"', 'LIST "" ("INBOX" "Tree/*")',
    'LIST "" "Tree*" RETURN (STATUS (MESSAGES UIDNEXT))', 'LIST (RECURSIVEMATCH) "" "*"', 'LIST "" "*" RETURN (STATUS)',
    'LIST (NOTHING) "" "*"', 'LIST "" "Tree/A/%" RETURN (SUBSCRIBED CHILDREN)',
)  # fmt: skip


class Both:
    def __init__(self, dovecot: TaggedLines, ours: TaggedLines) -> None:
        self.dovecot, self.ours = dovecot, ours

    def ask(self, command: str | bytes) -> tuple[list[str], list[str]]:
        return self.dovecot.ask(command), self.ours.ask(command)


@pytest.fixture(scope="module")
def both() -> Iterator[Both]:
    with real_servers() as servers, Sandbox() as sandbox:
        dovecot = TaggedLines(("127.0.0.1", servers.ports["imap"]), "ivan", USERS["ivan"])
        with dovecot, TaggedLines(sandbox.imap, "ivan@mail.test", "any") as ours:
            clients = Both(dovecot, ours)
            for box in ("Archive", "Drafts", "Junk", "Sent", "Trash"):
                dovecot.ask(f"CREATE {box}")
                clients.ask(f"UNSUBSCRIBE {box}")
            for box in ("Tree", "Tree/A", "Tree/A/B", "Tree/C", "Tree/A/D"):
                clients.ask(f"CREATE {box}")
            for box in ("INBOX", "Tree/A/B", "Tree/C"):
                clients.ask(f"SUBSCRIBE {box}")
            for place, raw in enumerate((*LETTERS, *map(_letter, SUBJECTS))):
                date = f"{1 + place % 28:02}-Mar-2024 10:00:00 +0300"
                clients.ask(f'APPEND INBOX () "{date}" {{{len(raw)}+}}\r\n'.encode() + raw)
            clients.ask("SELECT INBOX")
            clients.ask("STORE 2:4 +FLAGS.SILENT (\\Seen)")
            yield clients


def _letter(subject: str) -> bytes:
    number = len(subject)
    return (
        f"From: {'abc'[number % 3]}@b.ru\r\nTo: {'xyz'[number % 3]}@b.ru\r\n"
        f"Date: Mon, {1 + number % 9} Apr 2024 10:0{number % 10}:00 +0{number % 5}00\r\nSubject: {subject}\r\n\r\nx\r\n"
    ).encode()


def _comparable(lines: list[str]) -> list[str]:
    """Without the wording; lines of LIST in any order, and so are the attributes in them."""
    kept = []
    for line in lines:
        if match := re.match(r"\* LIST \(([^)]*)\) (.*)", line):
            attributes = sorted(one for one in match[1].split() if one not in ("\\Marked", "\\UnMarked"))
            name = match[2].replace('"/" INBOX', '"/" "INBOX"').replace('"', "")
            line = f"* LIST ({' '.join(attributes)}) {name}"
        elif line.startswith(("t OK", "t NO", "t BAD")):
            line = " ".join(line.split()[1:2])
        kept.append(line.replace('"', "") if line.startswith("* STATUS") else line)
    return sorted(kept)


@pytest.mark.parametrize("criteria", SORTS)
def test_sorting_gives_the_same_order(both: Both, criteria: str) -> None:
    dovecot, ours = both.ask(f"SORT ({criteria}) UTF-8 ALL")
    assert dovecot[0].count(" ") > 10
    assert _comparable(ours) == _comparable(dovecot)


@pytest.mark.parametrize("command", SEARCHES)
@pytest.mark.parametrize("prefix", ["", "UID "])
def test_the_results_of_a_search_are_summed_up_alike(both: Both, prefix: str, command: str) -> None:
    dovecot, ours = both.ask(f"{prefix}SEARCH {command}")
    assert _comparable(ours) == _comparable(dovecot)


@pytest.mark.parametrize("command", LISTS)
def test_boxes_are_listed_alike(both: Both, command: str) -> None:
    dovecot, ours = both.ask(command)
    # Dovecot of this set-up knows no special use, and only ours tells of children without being asked.
    unasked = "" if "CHILDREN" in command else r"|HasChildren|HasNoChildren"
    ours = [re.sub(rf" ?\\(Sent|Drafts|Trash|Junk|Archive{unasked})\b", "", line) for line in ours]
    assert _comparable(ours) == _comparable(dovecot)

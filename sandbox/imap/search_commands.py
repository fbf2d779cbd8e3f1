"""SEARCH (with the results of RFC 4731: ESEARCH) and SORT (RFC 5256)."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from sandbox.imap.candidate import Candidate
from sandbox.imap.failures import BadCommand
from sandbox.imap.letter_commands import view_of
from sandbox.imap.search import Predicate, compile_keys, compile_search
from sandbox.imap.sequence_set import compact
from sandbox.imap.session import Command, Request, Session, When
from sandbox.imap.sort import parse_criteria, sort_key
from sandbox.imap.syntax import Arguments, Atom

_BREATH = 200
"""Letters looked at before other clients get their turn."""
_RESULTS = frozenset(("MIN", "MAX", "ALL", "COUNT"))


async def search(session: Session, request: Request) -> str:
    wanted = _results(request.arguments)
    matches = compile_search(request.arguments, view_of(session).uids)
    found = [_number(request, one) for one in await _matching(session, matches)]
    if wanted is None:
        session.untagged("SEARCH" + "".join(f" {number}" for number in found))
    else:
        tag = request.tag.replace("\\", "\\\\").replace('"', '\\"')
        session.untagged(f'ESEARCH (TAG "{tag}")' + (" UID" if request.by_uid else "") + _summary(wanted, found))
    return "done"


async def sort(session: Session, request: Request) -> str:
    criteria = parse_criteria(request.arguments.group())
    matches = compile_keys(request.arguments, view_of(session).uids)
    found = await _matching(session, matches)
    # From the last criterion to the first: each pass keeps the order of those that are equal.
    for name, reverse in reversed(criteria):
        found.sort(key=sort_key(name), reverse=reverse)
        await asyncio.sleep(0)
    session.untagged("SORT" + "".join(f" {_number(request, one)}" for one in found))
    return "done"


async def _matching(session: Session, matches: Predicate) -> list[Candidate]:
    view = view_of(session)
    found = []
    for place, uid in enumerate(tuple(view.uids), 1):
        letter = view.letters.get(uid)
        if letter is not None and matches(one := Candidate(place, letter, session.store.letters)):
            found.append(one)
        if place % _BREATH == 0:
            await asyncio.sleep(0)
    return found


def _number(request: Request, one: Candidate) -> int:
    return one.letter.uid if request.by_uid else one.number


def _results(arguments: Arguments) -> frozenset[str] | None:
    """What RETURN asks for; None: it is not there, and the answer is the old one."""
    first = arguments.peek()
    if not isinstance(first, Atom) or first.upper() != b"RETURN":
        return None
    arguments.any()
    names = frozenset(Arguments([item]).keyword() for item in arguments.group())
    if not names <= _RESULTS:
        raise BadCommand("unknown result of SEARCH")
    return names or frozenset(("ALL",))


def _summary(wanted: frozenset[str], found: Sequence[int]) -> str:
    text = ""
    if found:
        values = (("MIN", str(found[0])), ("MAX", str(found[-1])), ("ALL", compact(found)))
        text = "".join(f" {name} {value}" for name, value in values if name in wanted)
    return text + (f" COUNT {len(found)}" if "COUNT" in wanted else "")


SEARCH_COMMANDS = {
    "SEARCH": Command(search, When.IN_BOX, has_uid_form=True, numbered=True),
    "SORT": Command(sort, When.IN_BOX, has_uid_form=True, numbered=True),
}

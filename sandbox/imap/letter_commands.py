"""Commands about the letters of the selected box."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from sandbox.imap.candidate import Candidate
from sandbox.imap.failures import BadCommand, Refused
from sandbox.imap.fetch import plan_fetch
from sandbox.imap.flag_names import flag_set
from sandbox.imap.folder_commands import check_room, find_box
from sandbox.imap.sequence_set import compact, parse_set
from sandbox.imap.session import Command, Request, Session, When
from sandbox.imap.view import View
from sandbox.letters import BoxGone, flags_text
from sandbox.records import DELETED, SEEN, Letter

_PIECE = 1 << 18
"""Octets written before waiting for the client to take them."""


def view_of(session: Session) -> View:
    assert session.view is not None, "the command table lets nobody in without a box"
    return session.view


def _writable(session: Session) -> View:
    view = view_of(session)
    if view.read_only:
        raise Refused("[READ-ONLY] the mailbox is read-only")
    return view


def _chosen(view: View, request: Request) -> list[Letter]:
    """The letters of a set in their order; those that were removed meanwhile are left out."""
    wanted = parse_set(request.arguments.string())
    if request.by_uid:
        uids = [view.uids[place] for place in wanted.places(view.uids)]
    else:
        uids = [view.uids[number - 1] for number in wanted.numbers(len(view.uids))]
    return [view.letters[uid] for uid in uids if uid in view.letters]


async def fetch(session: Session, request: Request) -> str:
    view = view_of(session)
    letters = _chosen(view, request)
    alone = not isinstance(request.arguments.peek(), list)
    plan = plan_fetch(request.arguments.group_or_one(), alone, request.by_uid)
    request.arguments.end()
    marked: set[int] = set()
    if plan.marks_seen and not view.read_only:
        marked = _mark_seen(session, view, letters)
    written = 0
    for letter in letters:
        current = view.letters.get(letter.uid)
        if current is None:
            continue
        answer = plan.answer(Candidate(view.number(letter.uid), current, session.store.letters), letter.uid in marked)
        session.connection.write(answer)
        view.told(letter.uid)
        written += len(answer)
        if written > _PIECE:
            await session.connection.flush()
            await asyncio.sleep(0)
            written = 0
    return "done"


def _mark_seen(session: Session, view: View, letters: Sequence[Letter]) -> set[int]:
    unseen = {letter.uid: letter.flags | {SEEN} for letter in letters if SEEN not in letter.flags}
    if unseen:
        session.store.letters.set_flags(view.box, unseen)
        view.refresh()
    return set(unseen)


async def store(session: Session, request: Request) -> str:
    view = _writable(session)
    letters = _chosen(view, request)
    operation = request.arguments.keyword()
    silent = operation.endswith(".SILENT")
    sign = operation.removesuffix(".SILENT")
    items = list(request.arguments.group_or_one())
    while request.arguments:
        items.append(request.arguments.any())
    given = flag_set(items)
    if sign not in ("FLAGS", "+FLAGS", "-FLAGS"):
        raise BadCommand("FLAGS, +FLAGS or -FLAGS is expected")
    new = {letter.uid: _combined(sign, letter.flags, given) for letter in letters}
    changed = {letter.uid: new[letter.uid] for letter in letters if new[letter.uid] != letter.flags}
    if changed:
        session.store.letters.set_flags(view.box, changed)
    view.refresh()
    for letter in letters:
        view.told(letter.uid)
        if not silent:
            uid = f"UID {letter.uid} " if request.by_uid else ""
            session.untagged(f"{view.number(letter.uid)} FETCH ({uid}FLAGS ({flags_text(new[letter.uid])}))")
    return "done"


def _combined(sign: str, flags: frozenset[str], given: frozenset[str]) -> frozenset[str]:
    if sign == "+FLAGS":
        return flags | given
    return flags - given if sign == "-FLAGS" else given


async def expunge(session: Session, request: Request) -> str:
    view = _writable(session)
    letters = _chosen(view, request) if request.by_uid else list(view.letters.values())
    request.arguments.end()
    session.store.letters.remove([letter for letter in letters if DELETED in letter.flags])
    return "done"


async def copy(session: Session, request: Request) -> str:
    letters = _chosen(view_of(session), request)
    box = find_box(session, request.arguments.folder(), "TRYCREATE")
    request.arguments.end()
    check_room(session, sum(letter.size for letter in letters))
    try:
        pairs = session.store.letters.copy(letters, box.id)
    except BoxGone as error:
        raise Refused("[TRYCREATE] no such mailbox") from error
    return _copied(box.uidvalidity, pairs) + "done"


async def move(session: Session, request: Request) -> str:
    letters = _chosen(_writable(session), request)
    box = find_box(session, request.arguments.folder(), "TRYCREATE")
    request.arguments.end()
    try:
        pairs = session.store.letters.move(letters, box.id)
    except BoxGone as error:
        raise Refused("[TRYCREATE] no such mailbox") from error
    if pairs:
        # Before the EXPUNGEs, while the old UIDs still mean something (RFC 6851, 4.3).
        session.untagged(f"OK {_copied(box.uidvalidity, pairs)}moved")
    return "done"


def _copied(uidvalidity: int, pairs: Sequence[tuple[int, int]]) -> str:
    if not pairs:
        return ""
    return f"[COPYUID {uidvalidity} {compact(old for old, _ in pairs)} {compact(new for _, new in pairs)}] "


LETTER_COMMANDS = {
    "FETCH": Command(fetch, When.IN_BOX, has_uid_form=True, numbered=True),
    "STORE": Command(store, When.IN_BOX, has_uid_form=True, numbered=True),
    "EXPUNGE": Command(expunge, When.IN_BOX, has_uid_form=True),
    "COPY": Command(copy, When.IN_BOX, has_uid_form=True),
    "MOVE": Command(move, When.IN_BOX, has_uid_form=True),
}

"""Commands about mailboxes."""

from __future__ import annotations

from collections.abc import Sequence

from sandbox.accounts import OverQuota
from sandbox.folders import DELIMITER, INBOX, canonical_name
from sandbox.imap import output
from sandbox.imap.failures import BadCommand, Refused
from sandbox.imap.flag_names import flag_set
from sandbox.imap.folder_names import encode_name
from sandbox.imap.session import Command, Request, Session, When
from sandbox.imap.syntax import Argument, Text
from sandbox.imap.view import View
from sandbox.letters import BoxGone
from sandbox.records import DELETED, Box

_LONGEST_NAME = 1000
_STATUS_ITEMS = frozenset(("MESSAGES", "RECENT", "UIDNEXT", "UIDVALIDITY", "UNSEEN", "SIZE"))


def account_of(session: Session) -> int:
    assert session.account is not None, "the command table lets nobody in before log-in"
    return session.account


def find_box(session: Session, name: str, code: str = "NONEXISTENT") -> Box:
    """A box that can be selected; raises Refused with the code."""
    box = session.store.folders.find(account_of(session), name)
    if box is None or not box.selectable:
        raise Refused(f"[{code}] no such mailbox")
    return box


def check_room(session: Session, octets: int) -> None:
    """Raises Refused when the account may not have so many octets more."""
    try:
        session.store.accounts.check_room(account_of(session), octets)
    except OverQuota as error:
        raise Refused("[OVERQUOTA] the mailbox is full") from error


def _new_name(session: Session, name: str) -> str:
    name = canonical_name(name)
    if not name or len(name) > _LONGEST_NAME or not name.isprintable() or DELIMITER * 2 in name or name[0] == DELIMITER:
        raise Refused("[CANNOT] not a name for a mailbox")
    there = session.store.folders.find(account_of(session), name)
    if there is not None and there.selectable:
        raise Refused("[ALREADYEXISTS] there is such a mailbox")
    return name


async def select(session: Session, request: Request) -> str:
    session.view = None
    box = find_box(session, request.arguments.folder())
    if request.arguments:
        raise BadCommand("no parameters are known here")
    view = View(session.store, box.id, read_only=request.name == "EXAMINE")
    flags = output.flags(view.flags())
    permanent = b"()" if view.read_only else flags[:-1] + b" \\*)"
    lines = [
        b"FLAGS " + flags,
        b"OK [PERMANENTFLAGS " + permanent + b"] flags that are kept",
        b"%d EXISTS" % len(view.uids),
        b"0 RECENT",
        b"OK [UIDVALIDITY %d] UIDs are valid" % box.uidvalidity,
        b"OK [UIDNEXT %d] the next UID" % box.uidnext,
    ]
    unseen = view.first_unseen()
    if unseen is not None:
        lines.append(b"OK [UNSEEN %d] the first unseen" % unseen)
    session.connection.write(b"".join(b"* " + line + b"\r\n" for line in lines))
    session.view = view
    return "[READ-ONLY] done" if view.read_only else "[READ-WRITE] done"


async def close(session: Session, request: Request) -> str:
    view = session.view
    session.view = None
    if view is not None and not view.read_only:
        session.store.letters.remove([letter for letter in view.letters.values() if DELETED in letter.flags])
    return "done"


async def unselect(session: Session, request: Request) -> str:
    session.view = None
    return "done"


async def create(session: Session, request: Request) -> str:
    name = _new_name(session, request.arguments.folder())
    if request.arguments:
        raise BadCommand("no parameters are known here")
    session.store.folders.create(account_of(session), name)
    return "done"


async def delete(session: Session, request: Request) -> str:
    box = session.store.folders.find(account_of(session), request.arguments.folder())
    if box is None:
        raise Refused("[NONEXISTENT] no such mailbox")
    if box.name == INBOX:
        raise Refused("[CANNOT] INBOX cannot be deleted")
    if not box.selectable and session.store.folders.has_inner(box):
        raise Refused("[INUSE] delete the inner mailboxes first")
    if session.view is not None and session.view.box == box.id:
        session.view = None
    session.store.folders.delete(box)
    return "done"


async def rename(session: Session, request: Request) -> str:
    box = find_box(session, request.arguments.folder())
    name = _new_name(session, request.arguments.folder())
    if name.startswith(box.name + DELIMITER) and box.name != INBOX:
        raise Refused("[CANNOT] a mailbox cannot be put into itself")
    session.store.folders.rename(box, name)
    return "done"


async def subscribe(session: Session, request: Request) -> str:
    session.store.folders.subscribe(account_of(session), find_box(session, request.arguments.folder()).name)
    return "done"


async def unsubscribe(session: Session, request: Request) -> str:
    session.store.folders.unsubscribe(account_of(session), request.arguments.folder())
    return "done"


async def namespace(session: Session, request: Request) -> str:
    session.untagged(f'NAMESPACE (("" "{DELIMITER}")) NIL NIL')
    return "done"


async def status(session: Session, request: Request) -> str:
    box = find_box(session, request.arguments.folder())
    session.connection.write(status_line(session, box, status_names(request.arguments.group())))
    return "done"


def status_names(items: Sequence[Argument]) -> list[str]:
    """Items of STATUS; raises BadCommand."""
    names = [bytes(item).decode("ascii", "replace").upper() for item in items if not isinstance(item, list)]
    if not names or not set(names) <= _STATUS_ITEMS:
        raise BadCommand("unknown item of STATUS")
    return names


def status_line(session: Session, box: Box, names: Sequence[str]) -> bytes:
    """The answer of STATUS."""
    letters, unseen, octets = session.store.letters.counts(box.id)
    values = {
        "MESSAGES": letters,
        "RECENT": 0,
        "UIDNEXT": box.uidnext,
        "UIDVALIDITY": box.uidvalidity,
        "UNSEEN": unseen,
        "SIZE": octets,
    }
    items = " ".join(f"{name} {values[name]}" for name in names).encode()
    return b"* STATUS " + output.string(encode_name(box.name)) + b" (" + items + b")\r\n"


async def append(session: Session, request: Request) -> str:
    arguments = request.arguments
    box = find_box(session, arguments.folder(), "TRYCREATE")
    flags = flag_set(arguments.group()) if isinstance(arguments.peek(), list) else frozenset()
    date = output.parse_date_time(arguments.text()) if arguments.left() > 1 else None
    raw = arguments.any()
    arguments.end()
    if not isinstance(raw, Text):
        raise BadCommand("a literal is expected")
    if not raw:
        raise Refused("[CANNOT] the message is empty")
    check_room(session, len(raw))
    try:
        (letter,) = session.store.letters.add([box.id], bytes(raw), flags, date)
    except BoxGone as error:
        raise Refused("[TRYCREATE] no such mailbox") from error
    return f"[APPENDUID {box.uidvalidity} {letter.uid}] done"


FOLDER_COMMANDS = {
    "SELECT": Command(select, When.AFTER_LOGIN),
    "EXAMINE": Command(select, When.AFTER_LOGIN),
    "CLOSE": Command(close, When.IN_BOX),
    "UNSELECT": Command(unselect, When.IN_BOX),
    "CREATE": Command(create, When.AFTER_LOGIN),
    "DELETE": Command(delete, When.AFTER_LOGIN),
    "RENAME": Command(rename, When.AFTER_LOGIN),
    "SUBSCRIBE": Command(subscribe, When.AFTER_LOGIN),
    "UNSUBSCRIBE": Command(unsubscribe, When.AFTER_LOGIN),
    "NAMESPACE": Command(namespace, When.AFTER_LOGIN),
    "STATUS": Command(status, When.AFTER_LOGIN),
    "APPEND": Command(append, When.AFTER_LOGIN),
}

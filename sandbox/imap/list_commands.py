"""LIST and LSUB (RFC 3501, 6.3.8; the options of RFC 5258 and RFC 6154 that ask for subscribed and special ones)."""

from __future__ import annotations

import re

from sandbox.folders import DELIMITER, INBOX
from sandbox.imap import output
from sandbox.imap.failures import BadCommand
from sandbox.imap.folder_commands import account_of
from sandbox.imap.folder_names import decode_name, encode_name
from sandbox.imap.session import Command, Request, Session, When
from sandbox.imap.syntax import Argument, Arguments
from sandbox.records import Box

# Every wildcard multiplies the time that a hostile pattern can take.
_MOST_WILDCARDS = 6
_OPTIONS = frozenset(("SUBSCRIBED", "SPECIAL-USE", "CHILDREN", "RECURSIVEMATCH", "REMOTE"))


async def list_boxes(session: Session, request: Request) -> str:
    arguments = request.arguments
    wanted = _options(arguments.group()) if isinstance(arguments.peek(), list) else frozenset()
    matches = _pattern(arguments)
    if matches is None:
        session.untagged(f'LIST (\\Noselect) "{DELIMITER}" ""')
        return "done"
    shown = _returned(arguments)
    subscribed = session.store.folders.subscribed(account_of(session))
    boxes = session.store.folders.of_account(account_of(session))
    parents = _parents(boxes)
    for box in boxes:
        left_out = ("SUBSCRIBED" in wanted and box.name not in subscribed) or (
            "SPECIAL-USE" in wanted and not box.special
        )
        if matches.fullmatch(box.name) and not left_out:
            attributes = _attributes(box, parents)
            if "SUBSCRIBED" in wanted | shown and box.name in subscribed:
                attributes.append("\\Subscribed")
            _write(session, "LIST", attributes, box.name)
    return "done"


async def list_subscribed(session: Session, request: Request) -> str:
    matches = _pattern(request.arguments)
    request.arguments.end()
    if matches is None:
        session.untagged(f'LSUB (\\Noselect) "{DELIMITER}" ""')
        return "done"
    boxes = {box.name: box for box in session.store.folders.of_account(account_of(session))}
    parents = _parents(list(boxes.values()))
    for name in sorted(session.store.folders.subscribed(account_of(session)), key=lambda name: (name != INBOX, name)):
        if matches.fullmatch(name):
            box = boxes.get(name)
            _write(session, "LSUB", _attributes(box, parents) if box else ["\\Noselect"], name)
    return "done"


def wildcard(pattern: str) -> re.Pattern[str]:
    """A pattern where `*` is anything and `%` anything within one level; INBOX is the same in any case."""
    pieces = re.split(r"([*%]+)", pattern)
    source = "".join(
        (".*" if "*" in piece else f"[^{DELIMITER}]*") if place % 2 else re.escape(piece)
        for place, piece in enumerate(pieces)
    )
    if pattern[:5].upper() == INBOX:
        source = f"(?i:{re.escape(INBOX)})" + source[5:]
    return re.compile(source, re.DOTALL)


def _pattern(arguments: Arguments) -> re.Pattern[str] | None:
    """The reference and the patterns as one expression; None: only the delimiter is asked for."""
    reference = arguments.folder()
    patterns = [decode_name(bytes(item)) for item in arguments.group_or_one() if not isinstance(item, list)]
    if patterns == [""]:
        return None
    if sum(pattern.count("*") + pattern.count("%") for pattern in patterns) > _MOST_WILDCARDS:
        raise BadCommand("too many wildcards")
    return re.compile("|".join(wildcard(reference + pattern).pattern for pattern in patterns), re.DOTALL)


def _returned(arguments: Arguments) -> frozenset[str]:
    if not arguments:
        return frozenset()
    if arguments.keyword() != "RETURN":
        raise BadCommand("RETURN is expected")
    shown = _options(arguments.group())
    arguments.end()
    return shown


def _options(items: list[Argument]) -> frozenset[str]:
    names = frozenset(bytes(item).decode("ascii", "replace").upper() for item in items if not isinstance(item, list))
    if not names <= _OPTIONS:
        raise BadCommand("unknown option of LIST")
    return names


def _parents(boxes: list[Box]) -> set[str]:
    return {box.name.rpartition(DELIMITER)[0] for box in boxes}


def _attributes(box: Box, parents: set[str]) -> list[str]:
    attributes = ["\\HasChildren" if box.name in parents else "\\HasNoChildren"]
    if not box.selectable:
        attributes.append("\\Noselect")
    if box.special:
        attributes.append(box.special)
    return attributes


def _write(session: Session, verb: str, attributes: list[str], name: str) -> None:
    flags = output.flags(attributes).decode()
    session.connection.write(f'* {verb} {flags} "{DELIMITER}" '.encode() + output.string(encode_name(name)) + b"\r\n")


LIST_COMMANDS = {
    "LIST": Command(list_boxes, When.AFTER_LOGIN),
    "LSUB": Command(list_subscribed, When.AFTER_LOGIN),
}

"""LIST and LSUB (RFC 3501, 6.3.8) with the options of RFC 5258, RFC 6154 and RFC 5819."""

from __future__ import annotations

from collections.abc import Iterable

from sandbox.folders import DELIMITER, INBOX
from sandbox.imap import output
from sandbox.imap.failures import BadCommand
from sandbox.imap.folder_commands import account_of, status_line, status_names
from sandbox.imap.folder_names import decode_name, encode_name
from sandbox.imap.name_pattern import NamePattern
from sandbox.imap.session import Command, Request, Session, When
from sandbox.imap.syntax import Argument, Arguments
from sandbox.records import Box

# Every wildcard goes once more over each name.
_MOST_WILDCARDS = 6
_SELECTING = frozenset(("SUBSCRIBED", "SPECIAL-USE", "RECURSIVEMATCH", "REMOTE"))
_RETURNED = frozenset(("SUBSCRIBED", "SPECIAL-USE", "CHILDREN", "STATUS"))


async def list_boxes(session: Session, request: Request) -> str:
    arguments = request.arguments
    wanted = _options(arguments.group(), _SELECTING) if isinstance(arguments.peek(), list) else frozenset()
    if "RECURSIVEMATCH" in wanted and not wanted - {"RECURSIVEMATCH", "REMOTE"}:
        raise BadCommand("RECURSIVEMATCH needs another option (RFC 5258, 3.1)")
    patterns = _patterns(arguments)
    if patterns is None:
        session.untagged(f'LIST (\\Noselect) "{DELIMITER}" ""')
        return "done"
    shown, status = _returned(arguments)
    listing = _Listing(session, wanted, shown)
    for name in listing.names():
        if _fit(name, patterns) and listing.write(name) and status:
            box = listing.boxes.get(name)
            if box is not None and box.selectable:
                session.connection.write(status_line(session, box, status))
    return "done"


class _Listing:
    """Boxes as LIST with these options shows them."""

    def __init__(self, session: Session, wanted: frozenset[str], shown: frozenset[str]) -> None:
        self.boxes = {box.name: box for box in session.store.folders.of_account(account_of(session))}
        self._session = session
        self._wanted = wanted
        self._shows_subscribed = "SUBSCRIBED" in wanted | shown
        self._subscribed = session.store.folders.subscribed(account_of(session))
        self._parents = _parents(self.boxes)
        self._above = _above(filter(self._fits, self.names())) if "RECURSIVEMATCH" in wanted else frozenset()

    def names(self) -> list[str]:
        """INBOX first; of subscribed boxes also those that do not exist."""
        more = self._subscribed if "SUBSCRIBED" in self._wanted else frozenset()
        return sorted(self.boxes.keys() | more, key=lambda name: (name != INBOX, name))

    def write(self, name: str) -> bool:
        """False: it is not among the wanted ones."""
        fits = self._fits(name)
        inside = name in self._above
        if not (fits or inside):
            return False
        box = self.boxes.get(name)
        attributes = _attributes(box, self._parents) if box else ["\\NonExistent"]
        if self._shows_subscribed and name in self._subscribed:
            attributes.append("\\Subscribed")
        kinds = b" ".join(b'"%b"' % kind.encode() for kind in ("SUBSCRIBED", "SPECIAL-USE") if kind in self._wanted)
        _write(self._session, "LIST", attributes, name, b' ("CHILDINFO" (%b))' % kinds if inside else b"")
        return True

    def _fits(self, name: str) -> bool:
        box = self.boxes.get(name)
        if "SPECIAL-USE" in self._wanted and not (box and box.special):
            return False
        return "SUBSCRIBED" not in self._wanted or name in self._subscribed


async def list_subscribed(session: Session, request: Request) -> str:
    patterns = _patterns(request.arguments)
    request.arguments.end()
    if patterns is None:
        session.untagged(f'LSUB (\\Noselect) "{DELIMITER}" ""')
        return "done"
    boxes = {box.name: box for box in session.store.folders.of_account(account_of(session))}
    parents = _parents(boxes)
    for name in sorted(session.store.folders.subscribed(account_of(session)), key=lambda name: (name != INBOX, name)):
        if _fit(name, patterns):
            box = boxes.get(name)
            _write(session, "LSUB", _attributes(box, parents) if box else ["\\Noselect"], name)
    return "done"


def _patterns(arguments: Arguments) -> list[NamePattern] | None:
    """The patterns, each behind the reference; None: only the delimiter is asked for."""
    reference = arguments.folder()
    patterns = [decode_name(bytes(item)) for item in arguments.group_or_one() if not isinstance(item, list)]
    if patterns == [""]:
        return None
    patterns = [reference + pattern for pattern in patterns]
    if sum(pattern.count("*") + pattern.count("%") for pattern in patterns) > _MOST_WILDCARDS:
        raise BadCommand("too many wildcards")
    return [NamePattern(pattern) for pattern in patterns]


def _fit(name: str, patterns: list[NamePattern]) -> bool:
    return any(pattern.fits(name) for pattern in patterns)


def _returned(arguments: Arguments) -> tuple[frozenset[str], list[str]]:
    """Options, and the items of STATUS (RFC 5819)."""
    if not arguments:
        return frozenset(), []
    if arguments.keyword() != "RETURN":
        raise BadCommand("RETURN is expected")
    items = arguments.group()
    arguments.end()
    shown = _options(items, _RETURNED)
    groups = [item for item in items if isinstance(item, list)]
    if len(groups) != ("STATUS" in shown):
        raise BadCommand("STATUS comes with its items")
    return shown, status_names(groups[0]) if groups else []


def _options(items: list[Argument], known: frozenset[str]) -> frozenset[str]:
    names = frozenset(bytes(item).decode("ascii", "replace").upper() for item in items if not isinstance(item, list))
    if not names <= known:
        raise BadCommand("unknown option of LIST")
    return names


def _parents(names: Iterable[str]) -> set[str]:
    return {name.rpartition(DELIMITER)[0] for name in names}


def _above(names: Iterable[str]) -> frozenset[str]:
    """Names of all levels above these."""
    levels = (name.split(DELIMITER) for name in names)
    return frozenset(DELIMITER.join(each[:depth]) for each in levels for depth in range(1, len(each)))


def _attributes(box: Box, parents: set[str]) -> list[str]:
    attributes = ["\\HasChildren" if box.name in parents else "\\HasNoChildren"]
    if not box.selectable:
        attributes.append("\\Noselect")
    if box.special:
        attributes.append(box.special)
    return attributes


def _write(session: Session, verb: str, attributes: list[str], name: str, more: bytes = b"") -> None:
    flags = output.flags(attributes).decode()
    start = f'* {verb} {flags} "{DELIMITER}" '.encode()
    session.connection.write(start + output.string(encode_name(name)) + more + b"\r\n")


LIST_COMMANDS = {
    "LIST": Command(list_boxes, When.AFTER_LOGIN),
    "LSUB": Command(list_subscribed, When.AFTER_LOGIN),
}

"""The items of FETCH: what to write about a letter."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sandbox.imap import output
from sandbox.imap.body_structure import body_structure
from sandbox.imap.candidate import Candidate
from sandbox.imap.envelope import envelope
from sandbox.imap.failures import BadCommand, Refused
from sandbox.imap.section import parse_section
from sandbox.imap.syntax import Argument, Atom
from sandbox.letters import flags_text

Item = Callable[[Candidate], bytes]

_BODY = re.compile(rb"BODY(?P<peek>\.PEEK)?\[(?P<section>[^\]]*)\](?:<(?P<offset>\d{1,10})\.(?P<length>\d{1,10})>)?")
_OLD_NAMES = {b"RFC822": b"", b"RFC822.TEXT": b"TEXT", b"RFC822.HEADER": b"HEADER"}
_LARGEST_ANSWER = 256 * 1024 * 1024
"""Octets about one letter: a command has room for the same part of it fifty thousand times, by other bounds each."""
_FAST = (b"FLAGS", b"INTERNALDATE", b"RFC822.SIZE")
_MACROS = {b"FAST": _FAST, b"ALL": (*_FAST, b"ENVELOPE"), b"FULL": (*_FAST, b"ENVELOPE", b"BODY")}


@dataclass(frozen=True, slots=True)
class FetchPlan:
    """Items by their names, in the order they were asked for."""

    items: dict[bytes, Item]
    marks_seen: bool
    """Whether reading so makes a letter seen."""

    def answer(self, candidate: Candidate, with_flags: bool) -> bytes:
        """The whole untagged response; raises Refused when it would be too large."""
        written: list[bytes] = []
        left = _LARGEST_ANSWER
        for item in self.items.values():
            written.append(item(candidate))
            left -= len(written[-1])
            if left < 0:
                raise Refused("[LIMIT] too much of a letter at once")
        if with_flags and b"FLAGS" not in self.items:
            written.append(flags_item(candidate))
        return b"* %d FETCH (%b)\r\n" % (candidate.number, b" ".join(written))


def plan_fetch(arguments: Sequence[Argument], alone: bool, by_uid: bool) -> FetchPlan:
    """Understand the items; `alone`: one item without parentheses, which may be a macro. Raises BadCommand."""
    names: list[bytes] = [b"UID"] if by_uid else []
    for argument in arguments:
        if not isinstance(argument, Atom):
            raise BadCommand("an item of FETCH is expected")
        name = argument.upper()
        names += _MACROS[name] if alone and name in _MACROS else (name,)
    items: dict[bytes, Item] = {}
    marks_seen = False
    for name in names:
        item, marks = _item(name)
        items[name] = item
        marks_seen = marks_seen or marks
    return FetchPlan(items, marks_seen)


def flags_item(candidate: Candidate) -> bytes:
    return b"FLAGS (" + flags_text(candidate.letter.flags).encode() + b")"


def _item(name: bytes) -> tuple[Item, bool]:
    simple = _SIMPLE.get(name)
    if simple is not None:
        return simple, False
    if name in _OLD_NAMES:
        return _section_item(name, _OLD_NAMES[name], None), name != b"RFC822.HEADER"
    match = _BODY.fullmatch(name)
    if match is None:
        raise BadCommand("unknown item of FETCH")
    label = b"BODY[" + match["section"] + b"]"
    part = None
    if match["offset"] is not None:
        part = slice(int(match["offset"]), int(match["offset"]) + int(match["length"]))
        label += b"<" + match["offset"] + b">"
    return _section_item(label, match["section"], part), match["peek"] is None


def _section_item(label: bytes, text: bytes, part: slice | None) -> Item:
    section = parse_section(text)
    whole = not section.path and not section.what

    def item(candidate: Candidate) -> bytes:
        # The whole letter needs no tree.
        value = candidate.raw if whole else section.of(candidate.part)
        return label + b" " + output.literal(value if part is None else value[part])

    return item


_SIMPLE: dict[bytes, Item] = {
    b"UID": lambda candidate: b"UID %d" % candidate.letter.uid,
    b"FLAGS": flags_item,
    b"INTERNALDATE": lambda candidate: b"INTERNALDATE " + output.date_time(candidate.letter.date),
    b"RFC822.SIZE": lambda candidate: b"RFC822.SIZE %d" % candidate.letter.size,
    b"ENVELOPE": lambda candidate: b"ENVELOPE " + envelope(candidate.part.header),
    b"BODY": lambda candidate: b"BODY " + body_structure(candidate.part, extended=False),
    b"BODYSTRUCTURE": lambda candidate: b"BODYSTRUCTURE " + body_structure(candidate.part, extended=True),
}

"""The criteria of SORT (RFC 5256)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from sandbox.imap.address_list import split_addresses
from sandbox.imap.candidate import Candidate
from sandbox.imap.failures import BadCommand
from sandbox.imap.syntax import Argument, Atom

_BLOB = r"\[[^\[\]]*\]\s*"
_LEADER = re.compile(rf"(?:{_BLOB})*(?:re|fwd?)\s*(?:{_BLOB})?:\s*", re.I)
_LEADING_BLOB = re.compile(_BLOB)
_TRAILER = "(fwd)"
_WRAPPED = re.compile(r"\[fwd:\s*(.*)\]\Z", re.I | re.S)
_MOST_PASSES = 50

Key = Callable[[Candidate], str | int | float]


def parse_criteria(items: Sequence[Argument]) -> list[tuple[str, bool]]:
    """Names, and whether their order is reversed; raises BadCommand."""
    criteria = []
    reverse = False
    for item in items:
        name = item.decode("ascii", "replace").upper() if isinstance(item, Atom) else ""
        if name == "REVERSE" and not reverse:
            reverse = True
            continue
        if name not in _KEYS:
            raise BadCommand("unknown criterion of SORT")
        criteria.append((name, reverse))
        reverse = False
    if not criteria or reverse:
        raise BadCommand("a criterion of SORT is missing")
    return criteria


def sort_key(name: str) -> Key:
    return _KEYS[name]


def base_subject(subject: str) -> str:
    """The subject without what answering and forwarding add (RFC 5256, 2.1), folded."""
    text = " ".join(subject.split()).casefold()
    for _ in range(_MOST_PASSES):
        before = text
        text = _without_trailers(text).strip()
        text = text[match.end() :] if (match := _LEADER.match(text)) else text
        blob = _LEADING_BLOB.match(text)
        if blob and text[blob.end() :]:
            text = text[blob.end() :]
        if wrapped := _WRAPPED.match(text):
            text = wrapped[1]
        if text == before:
            break
    return text


def _without_trailers(text: str) -> str:
    # Not an expression: that would look for the end of the text from each of a thousand trailers.
    end = len(text.rstrip())
    while text.endswith(_TRAILER, 0, end):
        end -= len(_TRAILER)
        while end and text[end - 1].isspace():
            end -= 1
    return text[:end]


def _subject(one: Candidate) -> str:
    return base_subject(one.header.text(b"subject"))


def _mailbox(field: bytes) -> Key:
    """The part before "@" of the first address, or the name of the group that it begins with."""

    def key(one: Candidate) -> str:
        addresses = split_addresses(one.header.get(field) or b"")
        return (addresses[0].mailbox or b"").decode("utf-8", "replace").casefold() if addresses else ""

    return key


_KEYS: dict[str, Key] = {
    "ARRIVAL": lambda one: one.letter.moment,
    "CC": _mailbox(b"cc"),
    "DATE": lambda one: one.sent.timestamp(),
    "FROM": _mailbox(b"from"),
    "SIZE": lambda one: one.letter.size,
    "SUBJECT": _subject,
    "TO": _mailbox(b"to"),
}

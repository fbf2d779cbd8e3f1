"""The keys of SEARCH (RFC 3501, 6.4.4) as predicates. Texts are compared decoded and without case."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from sandbox.imap.candidate import Candidate
from sandbox.imap.failures import BadCommand, Refused
from sandbox.imap.flag_names import canonical_flag
from sandbox.imap.output import parse_date
from sandbox.imap.sequence_set import is_set, parse_set
from sandbox.imap.syntax import Argument, Arguments, Atom
from stdlib.mail.mime.charsets import charset_name

Predicate = Callable[[Candidate], bool]

_DEEPEST = 200
"""Keys within keys (a chain of OR is so deep too): predicates call one another, and Python allows 1,000 calls."""
_MOST_KEYS = 10_000
"""Each is asked about every letter."""
_FLAG_KEYS = {name.upper(): "\\" + name for name in ("Seen", "Answered", "Flagged", "Deleted", "Draft")}
_HEADER_KEYS = frozenset(("SUBJECT", "FROM", "TO", "CC", "BCC"))


def compile_search(arguments: Arguments, uids: Sequence[int]) -> Predicate:
    """The whole search program; `uids` are those of the box in their order. Raises BadCommand, Refused."""
    charset = "utf-8"
    first = arguments.peek()
    if isinstance(first, Atom) and first.upper() == b"CHARSET":
        arguments.any()
        charset = _charset(arguments.text())
    return _compile(arguments, charset, uids)


def compile_keys(arguments: Arguments, uids: Sequence[int]) -> Predicate:
    """The same behind a charset that must be there (SORT)."""
    return _compile(arguments, _charset(arguments.text()), uids)


def _compile(arguments: Arguments, charset: str, uids: Sequence[int]) -> Predicate:
    if not arguments:
        raise BadCommand("a search key is missing")
    return _Compiler(charset, uids).all_of(arguments)


def _charset(name: str) -> str:
    # Not Python's own list: rot13, idna and others on it are no charsets, and fall over when they meet a search.
    found = charset_name(name)
    if found is None:
        raise Refused("[BADCHARSET (UTF-8)] unknown charset")
    return found


class _Compiler:
    def __init__(self, charset: str, uids: Sequence[int]) -> None:
        self._charset = charset
        self._uids = uids
        self._depth = self._count = 0

    def all_of(self, arguments: Arguments) -> Predicate:
        predicates = []
        while arguments:
            predicates.append(self._key(arguments))
        return predicates[0] if len(predicates) == 1 else lambda one: all(test(one) for test in predicates)

    def _key(self, arguments: Arguments) -> Predicate:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise BadCommand("the search is nested too deeply")
        self._count += 1
        if self._count > _MOST_KEYS:
            raise BadCommand("too many search keys")
        found = self._one_key(arguments)
        self._depth -= 1
        return found

    def _one_key(self, arguments: Arguments) -> Predicate:
        argument: Argument = arguments.any()
        if isinstance(argument, list):
            return self.all_of(Arguments(argument))
        if not isinstance(argument, Atom) or not argument.isascii():
            raise BadCommand("a search key is expected")
        key = argument.decode("ascii").upper()
        if is_set(argument):
            numbers = frozenset(parse_set(argument).numbers(len(self._uids), strict=False))
            return lambda one: one.number in numbers
        if key in _CONSTANT:
            constant = _CONSTANT[key]
            return lambda one: constant
        if key in ("NOT", "OR"):
            return self._logical(key, arguments)
        return self._flag(key, arguments) or self._text(key, arguments) or self._measure(key, arguments)

    def _logical(self, key: str, arguments: Arguments) -> Predicate:
        left = self._key(arguments)
        if key == "NOT":
            return lambda one: not left(one)
        right = self._key(arguments)
        return lambda one: left(one) or right(one)

    def _flag(self, key: str, arguments: Arguments) -> Predicate | None:
        if key in ("KEYWORD", "UNKEYWORD"):
            flag = canonical_flag(arguments.string())
        else:
            flag = _FLAG_KEYS.get(key.removeprefix("UN"), "")
        if not flag:
            return None
        wanted = not key.startswith("UN")
        return lambda one: (flag in one.letter.flags) == wanted

    def _text(self, key: str, arguments: Arguments) -> Predicate | None:
        if key in _HEADER_KEYS or key == "HEADER":
            name = (arguments.string() if key == "HEADER" else key.encode()).lower()
            wanted = self._string(arguments)
            return lambda one: (text := one.header_text(name)) is not None and wanted in text
        if key == "BODY":
            body = self._string(arguments)
            return lambda one: body in one.body_text
        if key == "TEXT":
            anywhere = self._string(arguments)
            return lambda one: anywhere in one.all_headers_text or anywhere in one.body_text
        return None

    def _measure(self, key: str, arguments: Arguments) -> Predicate:
        if key in ("LARGER", "SMALLER"):
            size = arguments.number()
            return (lambda one: one.letter.size > size) if key == "LARGER" else (lambda one: one.letter.size < size)
        if key == "UID":
            uids = frozenset(self._uids[place] for place in parse_set(arguments.string()).places(self._uids))
            return lambda one: one.letter.uid in uids
        compare = _DAYS.get(key.removeprefix("SENT"))
        if compare is None:
            raise BadCommand("unknown search key")
        day = parse_date(arguments.text())
        if key.startswith("SENT"):
            return lambda one: compare(one.sent.date(), day)
        return lambda one: compare(one.letter.date.date(), day)

    def _string(self, arguments: Arguments) -> str:
        return arguments.string().decode(self._charset, "replace").casefold()


# Nothing is ever \Recent here: no session is the first to hear of a letter.
_CONSTANT = {"ALL": True, "OLD": True, "NEW": False, "RECENT": False}
_DAYS: dict[str, Callable[[date, date], bool]] = {
    "SINCE": lambda found, day: found >= day,
    "BEFORE": lambda found, day: found < day,
    "ON": lambda found, day: found == day,
}

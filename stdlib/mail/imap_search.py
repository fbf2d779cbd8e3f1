"""Criteria by name -> arguments of SEARCH (RFC 9051 6.4.4)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

Criterion = bool | int | str | date | tuple[str, str] | Iterable[int]

# Name -> (key when true, key when false).
_FLAGS = {
    "answered": ("ANSWERED", "UNANSWERED"),
    "deleted": ("DELETED", "UNDELETED"),
    "draft": ("DRAFT", "UNDRAFT"),
    "flagged": ("FLAGGED", "UNFLAGGED"),
    "seen": ("SEEN", "UNSEEN"),
    "recent": ("RECENT", "OLD"),
    "new": ("NEW", "OLD"),
}
_TEXTS = frozenset(("bcc", "body", "cc", "from", "subject", "text", "to", "keyword", "unkeyword"))
_DATES = frozenset(("before", "on", "since", "sentbefore", "senton", "sentsince"))
_SIZES = frozenset(("larger", "smaller"))
# The locale must not decide about the names of months.
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_ATOM = re.compile(r"[A-Za-z0-9@.:,$<>/_-]+")
_BREAKS = re.compile(r"[\x00-\x1f\x7f]+")


@dataclass(frozen=True, slots=True)
class SearchPlan:
    """One or two commands whose results are to be intersected; None = not needed.

    `plain` is a whole command in ASCII. `utf8` is a list of keys and values that the library sends as literals; it does
    not quote special characters, so ASCII values that need quotes travel in `plain`.
    """

    plain: str | None
    utf8: list[str] | None


def plan_search(criteria: Mapping[str, Criterion]) -> SearchPlan:
    """The plan for criteria joined by AND, named as in IMAP in lower case; ValueError for an unknown one.

    Flags take bool, texts str, dates `date`, `larger` and `smaller` int, `header` (name, text), `uid` numbers.
    """
    ascii_terms: list[tuple[str, ...]] = []
    utf8_terms: list[tuple[str, ...]] = []
    for name, value in criteria.items():
        term = _term(name, value)
        (ascii_terms if all(word.isascii() for word in term) else utf8_terms).append(term)
    if not utf8_terms:
        return SearchPlan(_command(ascii_terms) if ascii_terms else "ALL", None)
    simple = all(_ATOM.fullmatch(word) for term in ascii_terms for word in term)
    words = [word for term in (*utf8_terms, *(ascii_terms if simple else ())) for word in term]
    return SearchPlan(None if simple else _command(ascii_terms), words)


def _term(name: str, value: Criterion) -> tuple[str, ...]:
    if name in _FLAGS and isinstance(value, bool):
        return (_FLAGS[name][0 if value else 1],)
    if name in _TEXTS and isinstance(value, str):
        return (name.upper(), _BREAKS.sub(" ", value))
    if name in _DATES and isinstance(value, date):
        return (name.upper(), f"{value.day:02d}-{_MONTHS[value.month - 1]}-{value.year:04d}")
    if name in _SIZES and isinstance(value, int):
        return (name.upper(), str(int(value)))
    if name == "header" and isinstance(value, tuple):
        field, text = value
        return ("HEADER", _BREAKS.sub(" ", str(field)), _BREAKS.sub(" ", str(text)))
    if name == "uid" and isinstance(value, Iterable) and not isinstance(value, str | tuple):
        return ("UID", ",".join(str(int(uid)) for uid in value) or "0")
    raise ValueError(f"unknown search criterion {name}={value!r}")


def _command(terms: list[tuple[str, ...]]) -> str:
    words = [term[0] if len(term) == 1 else _joined(term) for term in terms]
    return " ".join(words)


def _joined(term: tuple[str, ...]) -> str:
    return " ".join([term[0], *(word if _ATOM.fullmatch(word) else _quoted(word) for word in term[1:])])


def _quoted(word: str) -> str:
    escaped = word.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'

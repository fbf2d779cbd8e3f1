"""What the library of Enterprise has of the platform's global context and types, what is left out and why.

tests/platform/enterprise_globals.tsv and enterprise_types.tsv list the platform's names with their parameters;
tests/platform/left_out.toml says what is left out, and where our parameters differ, each with a reason.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import cached_property
from typing import Any

from interpreter.enterprise.usages import EVALUATE
from runtime.catalog import Catalog, Entry
from runtime.typeinfo import Member, TypeInfo
from support.project import ROOT

FOLDER = ROOT / "tests/platform"
_KINDS = {"function": "functions", "property": "properties", "type": "types", "member": "members"}


@dataclass(frozen=True, slots=True)
class Named:
    """A name of the platform: `kind` is "function", "property", "type" or "member" (then `ru` is `Тип.Член`)."""

    kind: str
    ru: str
    en: str
    parameters: tuple[str, ...] = ()
    """One text an overload; "R" or "RW" of a property of a type; "?" where the list does not say."""
    of: str = ""
    """What a member is: "method", "property" or "value"."""

    @property
    def type(self) -> str:
        return self.ru.partition(".")[0] if self.kind in ("type", "member") else ""


@dataclass(slots=True)
class Coverage:
    """The outcome, in the platform's names; `differences` and `stale` are sentences."""

    implemented: list[Named] = field(default_factory=list)
    left_out: dict[str, list[Named]] = field(default_factory=dict)
    missing: list[Named] = field(default_factory=list)
    differences: list[str] = field(default_factory=list)
    stale: list[str] = field(default_factory=list)

    @property
    def is_whole(self) -> bool:
        return not (self.missing or self.differences or self.stale)


class Platform:
    """The lists of tests/platform."""

    @cached_property
    def names(self) -> list[Named]:
        found = [
            Named(row["kind"], row["ru"], row["en"], tuple(row["parameters"].split(" || ")))
            for row in _rows("enterprise_globals.tsv")
        ]
        types: dict[str, tuple[str, list[str]]] = {}
        members = []
        for row in _rows("enterprise_types.tsv"):
            constructors = types.setdefault(row["type"], (row["type_en"], []))[1]
            overloads = tuple(row["parameters"].split(" || "))
            if row["kind"] == "ctor":
                constructors += overloads
            else:
                members.append(Named("member", f"{row['type']}.{row['ru']}", row["en"], overloads, row["kind"]))
        return [*found, *(Named("type", ru, en, tuple(made)) for ru, (en, made) in types.items()), *members]

    @cached_property
    def reasons(self) -> dict[str, Any]:
        return tomllib.loads((FOLDER / "left_out.toml").read_text("utf-8"))

    def reason(self, name: Named, used: set[str]) -> str | None:
        """Why it is left out; the line that says so is noted in `used`. A left out type takes its members along."""
        for group in self.reasons["group"]:
            for kind, written in ((name.kind, name.ru), ("type", name.type)):
                for pattern in group.get(_KINDS[kind], ()):
                    if written and fnmatchcase(written, pattern):
                        used.add(f"{_KINDS[kind]}: {pattern}")
                        return str(group["reason"])
        return None

    def lines(self) -> Iterator[str]:
        for group in self.reasons["group"]:
            for kind in _KINDS.values():
                yield from (f"{kind}: {pattern}" for pattern in group.get(kind, ()))


def measure(catalog: Catalog, platform: Platform) -> Coverage:
    """Compare what is declared with the platform's lists."""
    coverage = Coverage()
    used: set[str] = set()
    for name in platform.names:
        found = _find(catalog, name)
        if found is None and name.kind == "function" and catalog.dialect.fold(name.ru) in EVALUATE:
            # The compiler's own.
            coverage.implemented.append(name)
        elif found is not None:
            coverage.implemented.append(name)
            if told := _difference(name, found):
                accepted = platform.reasons["differences"]
                if name.ru in accepted:
                    used.add(name.ru)
                else:
                    coverage.differences.append(told)
        elif reason := platform.reason(name, used):
            coverage.left_out.setdefault(reason, []).append(name)
        else:
            coverage.missing.append(name)
    lines = [*platform.lines(), *platform.reasons["differences"]]
    coverage.stale = [line for line in lines if line not in used]
    return coverage


def _find(catalog: Catalog, name: Named) -> Member | TypeInfo | None:
    if name.kind != "member":
        find = {"function": catalog.find_function, "property": catalog.find_property, "type": catalog.find_type}
        entry: Entry | None = find[name.kind](name.ru)
        return entry.declaration if entry else None
    owner = catalog.find_type(name.type)
    if owner is None or not isinstance(owner.declaration, TypeInfo):
        return None
    key = catalog.dialect.fold(name.ru.partition(".")[2])
    return owner.declaration.find("method" if name.of == "method" else "property", key)


def _difference(name: Named, found: Member | TypeInfo) -> str:
    """A sentence about names or parameters that are not the platform's; empty when all is alike."""
    if name.en and name.en.casefold() != found.en.casefold():
        return f"{name.ru}: по-английски {name.en}, а у нас {found.en}"
    if "?" in name.parameters:
        return ""
    if isinstance(found, TypeInfo):
        if not name.parameters or found.kind == "enumeration":
            return ""
        return _call_difference(name, found.constructor) if found.constructor else f"{name.ru}: нет конструктора"
    if name.of == "property" and (name.parameters[0] == "RW") != found.writable:
        return f"{name.ru}: на платформе {name.parameters[0]}, а у нас {'RW' if found.writable else 'R'}"
    return _call_difference(name, found) if found.signatures else ""


def _call_difference(name: Named, member: Member) -> str:
    theirs = [_limits(text) for text in name.parameters]
    least = min(required for required, _ in theirs), min(each.required for each in member.signatures)
    most = _most([limit for _, limit in theirs]), _most([each.limit for each in member.signatures])
    if least[0] == least[1] and most[0] == most[1]:
        return ""
    ours = " || ".join(str(each) for each in member.signatures)
    return f"{name.ru}({' || '.join(name.parameters)}), а у нас {ours}"


def _limits(parameters: str) -> tuple[int, int | None]:
    """The least and the greatest number of arguments; None: no limit."""
    names = [each for each in parameters.split(", ") if each]
    required = sum(1 for each in names if not each.startswith("[") and not each.endswith("..."))
    return required, None if any(each.endswith("...") for each in names) else len(names)


def _most(limits: list[int | None]) -> int | None:
    return None if None in limits else max(limit for limit in limits if limit is not None)


def _rows(file: str) -> Iterator[dict[str, str]]:
    with (FOLDER / file).open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)

"""`1cs doc`: the reference of both languages, read from the declarations."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING

from runtime.catalog import Catalog, entries
from runtime.spelling import hint
from runtime.typeinfo import TypeInfo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runtime.catalog import Entry
    from runtime.typeinfo import Member

LANGUAGES = {"enterprise": "1С:Предприятие", "element": "1С:Элемент"}


def doc(name: str | None, *, language: str | None = None) -> int:
    """Print the reference of a type, a member (`Тип.Член`) or a function; without a name the list of all."""
    catalogs = {each: catalog(each) for each in LANGUAGES if language in (None, each)}
    pages = [
        (each, page) for each, found in catalogs.items() for page in (_pages(found, name) if name else [_list(found)])
    ]
    if not pages:
        print(f"Нет типа, функции или члена типа с именем «{name}»", file=sys.stderr)
        if near := hint(name or "", (known for found in catalogs.values() for known in _names(found))):
            print(f"    {near}", file=sys.stderr)
        return 2
    print("\n\n".join(f"[{LANGUAGES[each]}]\n" + "\n".join(page) for each, page in pages))
    return 0


def catalog(language: str) -> Catalog:
    """All declarations of a language."""
    dialect = import_module(f"runtime.{language}.declare").dialect
    return Catalog.of_package(dialect, import_module(f"stdlib.{language}"))


def _list(found: Catalog) -> list[str]:
    types = [entry for entry in entries(found.types) if isinstance(entry.declaration, TypeInfo)]
    sections = (
        ("Типы", [entry for entry in types if entry.kind == "type"]),
        ("Перечисления", [entry for entry in types if entry.kind == "enumeration"]),
        ("Функции", list(entries(found.functions))),
        ("Свойства", [entry for entry in entries(found.properties) if entry.kind != "enumeration"]),
    )
    lines: list[str] = []
    for title, inside in sections:
        if inside:
            lines += [f"{title}:", *(f"  {_both(entry)}" for entry in sorted(inside, key=lambda each: each.ru))]
    return lines


def _pages(found: Catalog, name: str) -> Iterator[list[str]]:
    owner, dot, member = name.partition(".")
    if dot:
        if (entry := found.find_type(owner)) and isinstance(entry.declaration, TypeInfo):
            yield from (_member_page(each, entry.declaration) for each in _members(found, entry.declaration, member))
        return
    name = name.removesuffix("()")
    if entry := found.find_type(name):
        yield _type_page(entry, "Новый" if found.dialect.name == "enterprise" else "новый")
    for entry in (found.find_function(name), found.find_property(name)):
        if entry and not isinstance(entry.declaration, TypeInfo):
            yield _member_page(entry.declaration)
    yield from (_member_page(member, owner) for member, owner in _everywhere(found, name))


def _members(found: Catalog, info: TypeInfo, name: str) -> Iterator[Member]:
    key = found.dialect.fold(name)
    for kind in ("property", "method"):
        if member := info.find(kind, key):
            yield member


def _everywhere(found: Catalog, name: str) -> Iterator[tuple[Member, TypeInfo]]:
    """The members of a name in all types; an inherited one is told of once, where it was declared."""
    seen = set()
    for entry in entries(found.types):
        info = entry.declaration
        if isinstance(info, TypeInfo):
            for member in _members(found, info, name):
                owner = next(each for each in (*reversed(info.bases), info) if member in each.members.values())
                if (owner.ru, member.kind) not in seen:
                    seen.add((owner.ru, member.kind))
                    yield member, owner


def _type_page(entry: Entry, new: str) -> list[str]:
    info = entry.declaration
    assert isinstance(info, TypeInfo)
    lines = [_both(entry), *_indented(info.doc)]
    if info.constructor:
        lines += [
            "",
            "Конструктор:",
            *(f"  {new} {info.ru}{_arguments(str(each))}" for each in info.constructor.signatures),
        ]
        lines += _indented(info.constructor.summary, "      ")
    for title, kinds in (("Значения", ("value",)), ("Свойства", ("property",)), ("Методы", ("method",))):
        members = [member for member in info.all_members() if member.kind in kinds]
        if members:
            lines += ["", f"{title}:"]
        for member in members:
            # A value without a description of its own has its class's.
            described = member.kind != "value" or member.doc != info.doc
            lines += [f"  {member.title}", *_indented(member.summary if described else "", "      ")]
    return lines


def _member_page(member: Member, owner: TypeInfo | None = None) -> list[str]:
    prefix = f"{owner.ru}." if owner else ""
    titles = [str(each) for each in member.signatures] or [member.title]
    lines = [f"{prefix}{title}" for title in titles]
    if member.en != member.ru:
        lines.append(f"{owner.en + '.' if owner else ''}{member.en}")
    if member.kind == "property" and not member.writable:
        lines.append("    Только чтение.")
    return [*lines, *_indented(member.doc)]


def _arguments(signature: str) -> str:
    return signature[signature.index("(") :]


def _both(entry: Entry) -> str:
    return entry.ru if entry.ru == entry.en else f"{entry.ru} ({entry.en})"


def _indented(text: str, indent: str = "    ") -> list[str]:
    return [f"{indent}{line}".rstrip() for line in text.split("\n")] if text else []


def _names(found: Catalog) -> Iterator[str]:
    for table in (found.types, found.functions, found.properties):
        for entry in entries(table):
            yield from (entry.ru, entry.en)
            if isinstance(entry.declaration, TypeInfo):
                yield from (each for member in entry.declaration.members.values() for each in (member.ru, member.en))

"""What may follow a dot: members of the value on its left, of its declared type where there is no value yet.

Nothing is called but the getters of declared properties.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from interpreter.repl.names import Name
from runtime.errors import OnecError
from runtime.host import using
from runtime.typeinfo import TypeInfo

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from interpreter.repl.dialogue import Dialogue
    from interpreter.repl.room import Room
    from runtime.catalog import Entry
    from runtime.typeinfo import Member


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of the left side: its value, or only its type; `static` when it names the type itself."""

    value: Any = None
    info: TypeInfo | None = None
    static: bool = False


def members(dialogue: Dialogue, chain: Sequence[str], text: str) -> list[Name]:
    """Members of what a chain of names means; `text` is the entry so far, which may say of what type a variable is."""
    room = dialogue.room
    with using(dialogue.host):
        known = _first(dialogue, chain[0], text)
        for name in chain[1:]:
            known = _next(room, known, name) if known else None
    return list(_names(room, known)) if known else []


def _first(dialogue: Dialogue, name: str, text: str) -> _Known | None:
    room = dialogue.room
    value = dialogue.value_of(name)
    if value is not None:
        return _of_value(room, value)
    if own := dialogue.type_named(name):
        return _Known(None, own, static=True)
    made = [match["type"] for match in _creation(name).finditer(text)]
    if own := dialogue.type_named(made[-1]) if made else None:
        return _Known(None, own)
    entry = room.catalog.find_type(made[-1]) if made else None
    if entry:
        return _of_entry(entry)
    if entry := room.catalog.find_property(name) or room.catalog.find_type(name):
        return _of_entry(entry, room, static=True)
    return None


def _creation(name: str) -> re.Pattern[str]:
    """`Имя = Новый Тип` earlier in the same entry."""
    word = r"(?:новый|new)\s+(?P<type>\w+)"
    return re.compile(rf"\b{re.escape(name)}\s*=\s*{word}", re.IGNORECASE)


def _next(room: Room, known: _Known, name: str) -> _Known | None:
    key = room.fold(name)
    own = known.value is not None and any(room.fold(each) == key for each in room.own_names(known.value))
    member = known.info.find("property", key) if known.info else None
    if known.value is not None and (own or member):
        try:
            return _of_value(room, getattr(known.value, "." + key))
        except OnecError:
            return None
    if member is None:
        return None
    return _of_value(room, member.target) if member.kind == "value" else _of_type_text(room, member.type)


def _of_value(room: Room, value: Any) -> _Known:
    return _Known(value, room.type_of(value))


def _of_entry(entry: Entry, room: Room | None = None, *, static: bool = False) -> _Known | None:
    declaration = entry.declaration
    if isinstance(declaration, TypeInfo):
        return _Known(None, declaration, static)
    return _of_type_text(room, declaration.type) if room else None


def _of_type_text(room: Room, text: str) -> _Known | None:
    """The declaration that a property's type names; of a union the first one, of `Массив<Т>` the array's."""
    first = re.match(r"\w+", text)
    entry = room.catalog.find_type(first[0]) if first else None
    return _Known(None, entry.declaration) if entry and isinstance(entry.declaration, TypeInfo) else None


def _names(room: Room, known: _Known) -> Iterator[Name]:
    if known.value is not None:
        for name in room.own_names(known.value):
            yield Name(name, name, near=True)
    if known.info is None:
        return
    enumeration = known.info.kind == "enumeration"
    for member in known.info.all_members():
        if known.static and not (member.static or member.kind == "value"):
            continue
        if enumeration and member.kind == "value" and not known.static:
            continue
        yield Name(member.ru, member.en, about(member))


def about(member: Member) -> str:
    """What the menu says of a member: its signature, or its type."""
    return str(member.signatures[0]) if member.signatures else member.type

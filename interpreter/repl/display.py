"""A value as a person reads it: literals as they are written, collections by their first elements, tables as tables."""

from __future__ import annotations

import shutil
from itertools import islice
from typing import TYPE_CHECKING, Any

from interpreter.diagnostics import cell_width
from runtime.errors import OnecError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from interpreter.repl.room import Room

ELEMENTS = 10
"""Elements of a collection that are shown."""
ROWS = 20
"""Rows of a table that are shown."""
PROPERTIES = 6
"""Properties of an object that are shown."""
_SECRETS = ("пароль", "токен", "секрет")
_TEXT_LIMIT = 2000
_SHORT = 60
_NARROWEST = 6


def shown(room: Room, value: Any) -> str:
    """What the dialogue prints for a value; nothing for Неопределено."""
    if value is None:
        return ""
    literal = room.literal(value)
    if literal is not None:
        return _cut(literal, _TEXT_LIMIT)
    title = type_name(room, value)
    if own := room.own_names(value):
        rows = [f"    {name}: {short(room, _read(room, value, name))}" for name in own]
        return "\n".join([f"{title} ({len(own)})", *rows])
    if not hasattr(value.__class__, "__iter__"):
        rows = [f"    {name}: {text}" for name, text in islice(_filled(room, value), PROPERTIES)]
        return "\n".join([title, *rows])
    if has(room, value, "Колонки"):
        return "\n".join(_table(room, value))
    return "\n".join(_collection(room, value, title))


def short(room: Room, value: Any) -> str:
    """A value on one line, inside another one."""
    if _is_pair(room, value):
        return f"{short(room, _read(room, value, 'Ключ'))}: {short(room, _read(room, value, 'Значение'))}"
    literal = room.literal(value)
    if literal is not None:
        return _cut(literal.replace("\n|", "⏎").replace("\n", "⏎"), _SHORT)
    if has(room, value, "Значение") and has(room, value, "Представление"):
        return short(room, _read(room, value, "Значение"))
    count = _count(value)
    title = type_name(room, value)
    if count is not None:
        return f"{title} ({count})"
    first = next(_filled(room, value), None)
    return f"{title} ({first[0]}: {first[1]})" if first else title


def _filled(room: Room, value: Any) -> Iterator[tuple[str, str]]:
    """Declared properties that say something, with their texts: no secrets, nothing empty, no objects' insides."""
    info = room.type_of(value)
    for member in info.all_members() if info else ():
        if member.kind != "property" or any(secret in member.ru.lower() for secret in _SECRETS):
            continue
        try:
            found = _read(room, value, member.ru)
        except OnecError:
            # Such as the size of a file that is not there.
            continue
        literal = room.literal(found)
        if found is None or found is False or literal in ('""', "0") or (literal is None and not _count(found)):
            continue
        yield member.ru, short(room, found)


def type_name(room: Room, value: Any) -> str:
    info = room.type_of(value)
    return info.ru if info else "Функция"


def has(room: Room, value: Any, name: str) -> bool:
    """Does the value's type declare a property of this Russian name?"""
    info = room.type_of(value)
    return info is not None and info.has("property", room.fold(name))


def _is_plain(room: Room, value: Any) -> bool:
    return room.literal(value) is not None and not _is_pair(room, value)


def _is_pair(room: Room, value: Any) -> bool:
    return has(room, value, "Ключ") and has(room, value, "Значение")


def _read(room: Room, value: Any, name: str) -> Any:
    return getattr(value, "." + room.fold(name))


def _count(value: Any) -> int | None:
    return len(value) if hasattr(value.__class__, "__len__") else None


def _collection(room: Room, value: Any, title: str) -> Iterator[str]:
    count = _count(value)
    # One more than is shown tells whether there are more; a lazy sequence is not read further.
    first = list(islice(iter(value), ELEMENTS + 1))
    head = (
        f"{title} ({count if count is not None else ('больше ' + str(ELEMENTS) if first[ELEMENTS:] else len(first))})"
    )
    items = [short(room, each) for each in first[:ELEMENTS]]
    line = f"{head}: {', '.join(items)}"
    if first[ELEMENTS:]:
        items.append(f"… ещё {count - ELEMENTS}" if count is not None else "…")
    elif items and all(_is_plain(room, each) for each in first) and _cells(line) <= _width():
        yield line
        return
    yield head
    keyed = bool(first) and _is_pair(room, first[0])
    for index, item in enumerate(items):
        yield f"    {item}" if keyed or index == ELEMENTS else f"    [{index}] {item}"


def _table(room: Room, value: Any) -> Iterator[str]:
    names = [str(_read(room, column, "Имя")) for column in _read(room, value, "Колонки")]
    nested = has(room, value, "Строки")
    rows = list(islice(_branches(room, value, 0) if nested else ((0, row) for row in value), ROWS + 1))
    count = None if nested else _count(value)
    yield f"{type_name(room, value)} (строк: {count if count is not None else len(rows[:ROWS])}, колонок: {len(names)})"
    if not names:
        return
    cells = [[_cell(room, _read(room, row, name)) for name in names] for _, row in rows[:ROWS]]
    for (depth, _), line in zip(rows, cells, strict=False):
        line[0] = (" " * 2 * depth + line[0][0], line[0][1])
    yield from _grid(names, cells)
    if rows[ROWS:]:
        yield f"… ещё {count - ROWS}" if count is not None else "…"


def _branches(room: Room, value: Any, depth: int) -> Iterator[tuple[int, Any]]:
    """The rows of a tree, each with its depth."""
    for row in _read(room, value, "Строки"):
        yield depth, row
        yield from _branches(room, row, depth + 1)


def _cell(room: Room, value: Any) -> tuple[str, bool]:
    """The text of a cell, and whether it is a number."""
    if value is None:
        return "", False
    if value.__class__ is str:
        return value.replace("\n", "⏎"), False
    return short(room, value), value.__class__ is int or value.__class__.__name__ == "Decimal"


def _grid(names: Sequence[str], cells: Sequence[Sequence[tuple[str, bool]]]) -> Iterator[str]:
    widths = _widths([[_cells(name), *(_cells(line[i][0]) for line in cells)] for i, name in enumerate(names)])
    yield " │ ".join(_padded(name, width) for name, width in zip(names, widths, strict=True)).rstrip()
    yield "─┼─".join("─" * width for width in widths)
    for line in cells:
        padded = (_padded(text, width, right) for (text, right), width in zip(line, widths, strict=True))
        yield " │ ".join(padded).rstrip()


def _widths(columns: Iterable[Sequence[int]]) -> list[int]:
    """The width of each column; the widest ones give way until the table fits into the terminal."""
    widths = [max(column) for column in columns]
    excess = sum(widths) + 3 * (len(widths) - 1) - _width()
    while excess > 0 and max(widths) > _NARROWEST:
        widths[widths.index(max(widths))] -= 1
        excess -= 1
    return widths


def _padded(text: str, width: int, right: bool = False) -> str:
    text = _cut(text, width)
    blanks = " " * (width - _cells(text))
    return blanks + text if right else text + blanks


def _cut(text: str, limit: int) -> str:
    if len(text) <= limit and _cells(text) <= limit:
        return text
    kept, cells = 0, 0
    for character in text:
        cells += cell_width(character)
        if cells >= limit:
            break
        kept += 1
    return text[:kept] + "…"


def _cells(text: str) -> int:
    return len(text) if text.isascii() else sum(map(cell_width, text))


def _width() -> int:
    return shutil.get_terminal_size().columns

"""1С:Предприятие in the dialogue."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from interpreter.enterprise.keywords import BLOCK_ENDS, BLOCKS, KINDS, METHOD_ENDS, SPELLINGS
from interpreter.enterprise.literals import CONTINUATION
from interpreter.repl.room import Room
from runtime.enterprise.null import Null
from runtime.enterprise.presentation import text_of
from runtime.names import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interpreter.repl.pieces import Piece
    from runtime.typeinfo import TypeInfo

_PATTERN = re.compile(
    rf"""(?P<comment>//[^\n]*)
    |(?P<string>"(?:[^"\n]|""|{CONTINUATION.pattern})*+"?)
    |(?P<date>'[^'\n]*'?)
    |(?P<directive>^[^\S\n]*\#[^\n]*|&[^\W\d]\w*)
    |(?P<number>\d+(?:\.\d+)?)
    |(?P<name>[^\W\d][\w\u0300-\u036f]*)
    |(?P<sign>\S)""",
    re.VERBOSE | re.MULTILINE,
)
_OPENERS = BLOCKS | {"PROCEDURE", "FUNCTION"}
_CLOSERS = BLOCK_ENDS | METHOD_ENDS
_MIDDLES = frozenset({"ELSE", "ELSIF", "EXCEPT"})


def _keyword(word: str) -> str:
    kind = KINDS.get(fold(word), "")
    # Асинх and Ждать are names everywhere but in an asynchronous method.
    return "" if kind in ("ASYNC", "AWAIT") else kind


def _mark(line: Sequence[Piece], index: int) -> str:
    word = line[index].word
    if word in _OPENERS:
        return "open"
    if word in _CLOSERS:
        return "close"
    return "middle" if word in _MIDDLES else ""


def _literal(value: Any) -> str | None:
    kind = value.__class__
    if isinstance(value, str):
        return '"' + value.replace('"', '""').replace("\n", "\n|") + '"'
    if kind is bool:
        return "Истина" if value else "Ложь"
    if value is None:
        return "Неопределено"
    if kind is Null:
        return "Null"
    info = _type_of(value)
    if info is None or info.kind == "enumeration" or hasattr(kind, "__onec_text__"):
        return text_of(value)
    return None


def _type_of(value: Any) -> TypeInfo | None:
    return getattr(value.__class__, "__onec__", None)


def _own_names(value: Any) -> Sequence[str]:
    names = getattr(value.__class__, "__onec_names__", None)
    return names(value) if names else ()


ROOM = Room(
    language="enterprise",
    title="1С:Предприятие",
    prompt="1С> ",
    sample="Массив",
    words=tuple(SPELLINGS.values()),
    pattern=_PATTERN,
    keyword=_keyword,
    mark=_mark,
    fold=fold,
    literal=_literal,
    type_of=_type_of,
    own_names=_own_names,
    new="Новый",
    types_are_named=False,
    places=lambda name: (name,),
    # Texts of this language declare no types.
    type_place=lambda name: "",
)

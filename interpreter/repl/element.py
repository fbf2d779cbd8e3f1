"""1С:Элемент in the dialogue."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from interpreter.element.compiler.unit import python_name
from interpreter.element.keywords import KEYWORDS
from interpreter.repl.room import Room
from runtime.element.library import class_of
from runtime.element.presentation import to_string

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interpreter.repl.pieces import Piece
    from runtime.typeinfo import TypeInfo

# A string may hold braces with strings of its own; two levels are told apart here, which only colours depend on.
_INNER = r'"(?:[^"\\\n]|\\.)*"'
_PATTERN = re.compile(
    rf"""(?P<comment>//[^\n]*|/\*(?:[^*]|\*(?!/))*(?:\*/)?)
    |(?P<string>"(?:[%$]\{{(?:[^"{{}}]|{_INNER})*\}}|[^"\\]|\\.)*+"?)
    |(?P<pattern>'(?:[^'\\\n]|\\.)*'?)
    |(?P<directive>^[^\S\n]*\#[^\n]*|@[^\W\d]\w*)
    |(?P<number>\d\w*(?:\.\d\w*)?)
    |(?P<name>[^\W\d][\w\u0300-\u036f]*)
    |(?P<sign>->|\?\.|\S)""",
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
_WORDS: dict[str, list[str]] = {}
for _word, _terminal in KEYWORDS.items():
    _WORDS.setdefault(_terminal, []).append(_word)
_DECLARATIONS = frozenset({"METHOD", "STRUCTURE", "EXCEPTION", "ENUM"})
_STATEMENTS = frozenset({"IF", "FOR", "WHILE", "TRY", "CASE", "SCOPE"})
_MODIFIERS = frozenset({"STATIC", "ABSTRACT"})
_MIDDLES = frozenset({"ELSE", "CATCH", "FINALLY", "WHEN"})


def _keyword(word: str) -> str:
    return KEYWORDS.get(word, "")


def _mark(line: Sequence[Piece], index: int) -> str:
    piece = line[index]
    solid = [each for each in line if each.kind not in ("blank", "comment")]
    place = solid.index(piece) if piece in solid else 0
    if piece.word in _DECLARATIONS | _STATEMENTS:
        before = {each.word for each in solid[:place]}
        return "open" if before <= (_MODIFIERS if piece.word in _DECLARATIONS else frozenset()) else ""
    if piece.text == "->" and piece is solid[-1]:
        return "open"
    if piece.word in _MIDDLES and place == 0:
        return "middle"
    return "close" if piece.text == ";" else ""


def _literal(value: Any) -> str | None:
    kind = value.__class__
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") + '"'
    if value is None:
        return "Неопределено"
    info = _type_of(value)
    if kind in (bool, int) or kind.__name__ == "Decimal" or info is None or info.kind == "enumeration":
        return to_string(value)
    if hasattr(kind, "as_text") and not hasattr(kind, "__iter__") and kind.as_text is not _plain():
        return to_string(value)
    return None


def _plain() -> object:
    """The text of a type that has none of its own: its name."""
    from runtime.element.objects import ElementObject

    return ElementObject.as_text


def _type_of(value: Any) -> TypeInfo | None:
    return getattr(class_of(value), "__onec__", None)


def _own_names(value: Any) -> Sequence[str]:
    return ()


ROOM = Room(
    language="element",
    title="1С:Элемент",
    prompt="Элемент> ",
    sample="Строка",
    words=tuple((words[0], words[-1]) for words in _WORDS.values()),
    pattern=_PATTERN,
    keyword=_keyword,
    mark=_mark,
    fold=str,
    literal=_literal,
    type_of=_type_of,
    own_names=_own_names,
    new="новый",
    types_are_named=True,
    places=lambda name: (python_name(name), f"конст {name}"),
    type_place=lambda name: f"тип {name}",
)

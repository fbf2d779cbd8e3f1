"""What the dialogue must know about a language, and the only place that picks one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from interpreter.cli.doc import catalog

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Sequence

    from interpreter.repl.pieces import Piece
    from runtime.catalog import Catalog
    from runtime.typeinfo import TypeInfo

LANGUAGES = ("enterprise", "element")


@dataclass(frozen=True, slots=True)
class Room:
    """A language as the dialogue sees it.

    `sample` is a type that everybody knows; `words` are its keywords in both spellings;
    `keyword` tells a keyword's kind, or nothing; `mark` says of a piece of a line whether it opens or closes a block
    ("open", "close"), does both ("middle") or neither; `literal` writes a value that is no object, None for others;
    `type_of` finds the declaration of a value's type; `own_names` lists the properties that only this value has;
    `new` is the word before a type that is made; `types_are_named` tells whether types are named elsewhere too;
    `places` are the keys under which a session may keep the value of a name, `type_place` that of a type it declared.
    """

    language: str
    title: str
    prompt: str
    sample: str
    words: tuple[tuple[str, str], ...]
    pattern: re.Pattern[str]
    keyword: Callable[[str], str]
    mark: Callable[[Sequence[Piece], int], str]
    fold: Callable[[str], str]
    literal: Callable[[Any], str | None]
    type_of: Callable[[Any], TypeInfo | None]
    own_names: Callable[[Any], Sequence[str]]
    new: str
    types_are_named: bool
    places: Callable[[str], tuple[str, ...]]
    type_place: Callable[[str], str]

    @property
    def catalog(self) -> Catalog:
        """All declarations of the language; the first call loads its library."""
        return _catalog(self.language)


def room(language: str) -> Room:
    """The room of "enterprise" or "element"."""
    found: Room = import_module(f"interpreter.repl.{language}").ROOM
    return found


@cache
def _catalog(language: str) -> Catalog:
    return catalog(language)

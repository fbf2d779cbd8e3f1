"""What may be typed next."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from prompt_toolkit.completion import Completer, Completion, PathCompleter
from prompt_toolkit.document import Document

from interpreter.repl.commands import COMMANDS
from interpreter.repl.members import about, members
from interpreter.repl.names import Name, fitting, other_layouts
from interpreter.repl.pieces import cut
from runtime.catalog import entries
from runtime.typeinfo import TypeInfo

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from prompt_toolkit.completion import CompleteEvent

    from interpreter.repl.dialogue import Dialogue
    from runtime.catalog import Entry

_WORD = re.compile(r"\w*\Z")
_KEYS = re.compile(r"(?:^|(?<=[\s(=+*/<>!?-])|(?<=[^\W\d_]\.))[a-z\[\];',.`{}:\"<>~]+\Z", re.IGNORECASE)
"""A word typed on the Latin layout that was meant to be Russian: some Russian letters are signs there."""
_CHAIN = re.compile(r"(?P<chain>(?:[^\W\d]\w*\s*\??\.\s*)+)\Z")
_NEW = re.compile(r"\b(?:новый|new)\s+\Z", re.IGNORECASE)
_COMMAND = re.compile(r"\s*!(?P<name>\S*)\Z")
_COMMAND_WITH_FILE = re.compile(r"\s*!(?:запустить|run|загрузить|load)\s+", re.IGNORECASE)
_QUESTION = re.compile(r"\s*\?\s*(?P<owner>\w+\.)?\Z")
_UNFINISHED = frozenset({"string", "comment", "date", "pattern"})
_TYPED = 2
"""Letters after which names are offered without being asked for."""


class NameCompleter(Completer):
    """Names of the language, of the library and of the session; members after a dot; commands after `!`."""

    def __init__(self, dialogue: Dialogue) -> None:
        self._dialogue = dialogue

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:
        text = document.text_before_cursor
        if file := _COMMAND_WITH_FILE.match(text):
            rest = text[file.end() :]
            yield from PathCompleter(expanduser=True).get_completions(Document(rest), complete_event)
            return
        if self._is_inside_text(text):
            return
        asked = complete_event.completion_requested
        for beginning, tried in self._beginnings(text):
            found = self._found(text[: len(text) - len(beginning)], tried, asked)
            if found:
                for spelling, note in found:
                    yield Completion(spelling, start_position=-len(beginning), display_meta=note)
                return

    def _beginnings(self, text: str) -> Iterator[tuple[str, str]]:
        """The word before the cursor, and what it is taken for."""
        word = _WORD.search(text)
        assert word is not None
        yield word[0], word[0]
        if keys := _KEYS.search(text):
            yield from ((keys[0], variant) for variant in other_layouts(keys[0]) if variant.isidentifier())
        elif word[0]:
            yield from ((word[0], variant) for variant in other_layouts(word[0]) if variant.isidentifier())

    def _found(self, before: str, beginning: str, asked: bool) -> list[tuple[str, str]]:
        if not beginning and (not asked or not before.strip()) and not before.rstrip(" ").endswith((".", "!")):
            return []
        if command := _COMMAND.match(before):
            return [] if command["name"] else fitting(beginning, _commands())
        if chain := _CHAIN.search(before):
            names = [each.strip(" \t\n?") for each in chain["chain"].split(".")[:-1]]
            return fitting(beginning, self._members(names, before))
        if before.rstrip().endswith("."):
            return []
        if not asked and len(beginning) < _TYPED:
            return []
        if _NEW.search(before):
            return fitting(beginning, self._types())
        return fitting(beginning, self._all(question=_QUESTION.match(before) is not None))

    def _members(self, names: list[str], before: str) -> list[Name]:
        if _QUESTION.match(before):
            entry = self._dialogue.room.catalog.find_type(names[0])
            if entry and isinstance(entry.declaration, TypeInfo):
                return [Name(each.ru, each.en, about(each)) for each in entry.declaration.all_members()]
        return members(self._dialogue, names, before)

    def _is_inside_text(self, text: str) -> bool:
        """Is the cursor in a string or a remark?"""
        room = self._dialogue.room
        pieces = list(cut(text, room.pattern, room.keyword))
        last = pieces[-1] if pieces else None
        if last is None or last.kind not in _UNFINISHED:
            return False
        if last.kind == "comment":
            return not (last.text.startswith("/*") and last.text.endswith("*/"))
        if len(last.text) > 1 and last.text[-1] == last.text[0]:
            return False
        # On the Latin layout the key of «э» is an apostrophe.
        return not (last.text[0] == "'" and text[: last.start][-1:].isalpha())

    def _types(self) -> Iterator[Name]:
        for entry in entries(self._dialogue.room.catalog.types):
            if isinstance(entry.declaration, TypeInfo) and (made := entry.declaration.constructor):
                signature = made.signatures[0] if made.signatures else None
                arguments = str(signature)[str(signature).index("(") :] if signature else ""
                yield Name(entry.ru, entry.en, f"{self._dialogue.room.new} {entry.ru}{arguments}")
        for name in self._dialogue.session.names():
            if self._dialogue.type_named(name):
                yield Name(name, name, "этот диалог", near=True)

    def _all(self, *, question: bool) -> Iterator[Name]:
        catalog = self._dialogue.room.catalog
        for name in self._dialogue.session.names():
            yield Name(name, name, "этот диалог", near=True)
        if not question:
            for ru, en in self._dialogue.room.words:
                yield Name(ru, en)
        types = catalog.types if question or self._dialogue.room.types_are_named else {}
        for table in (catalog.functions, catalog.properties, types):
            for entry in entries(table):
                yield Name(entry.ru, entry.en, _about(entry))


def _about(entry: Entry) -> str:
    declaration = entry.declaration
    if isinstance(declaration, TypeInfo):
        return "перечисление" if declaration.kind == "enumeration" else "тип"
    return about(declaration)


def _commands() -> Iterator[Name]:
    for command in COMMANDS:
        yield Name(command.names[0], command.names[1], command.summary)

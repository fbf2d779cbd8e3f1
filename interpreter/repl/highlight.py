"""The pieces of an entry in colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prompt_toolkit.lexers import Lexer
from prompt_toolkit.styles import Style

from interpreter.repl.pieces import cut

if TYPE_CHECKING:
    from collections.abc import Callable

    from prompt_toolkit.document import Document
    from prompt_toolkit.formatted_text import StyleAndTextTuples

    from interpreter.repl.dialogue import Dialogue

# Names of the terminal's own colours: they are readable on its background, whatever that is.
STYLE = Style.from_dict(
    {
        "keyword": "ansired",
        "string": "ansigreen",
        "pattern": "ansigreen",
        "number": "ansimagenta",
        "date": "ansimagenta",
        "type": "ansicyan",
        "comment": "ansibrightblack italic",
        "directive": "ansiyellow",
        "command": "ansicyan",
        "prompt": "ansicyan bold",
        "continuation": "ansibrightblack",
    }
)


class EntryLexer(Lexer):
    """Colours code by the language's keywords, commands and questions as a whole."""

    def __init__(self, dialogue: Dialogue) -> None:
        self._dialogue = dialogue

    def lex_document(self, document: Document) -> Callable[[int], StyleAndTextTuples]:
        lines = self._lines(document.text)
        return lambda number: lines[number] if number < len(lines) else []

    def _lines(self, text: str) -> list[StyleAndTextTuples]:
        if text.lstrip().startswith("!"):
            return [[("class:command", line)] for line in text.split("\n")]
        lines: list[StyleAndTextTuples] = [[]]
        room = self._dialogue.room
        for piece in cut(text, room.pattern, room.keyword):
            first, *others = piece.text.split("\n")
            lines[-1].append((f"class:{piece.kind}", first))
            lines += [[(f"class:{piece.kind}", line)] for line in others]
        return lines

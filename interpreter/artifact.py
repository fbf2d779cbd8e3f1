"""What compiling leaves: everything that a run needs, and nothing that must be compiled again."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import CodeType
    from typing import Any


class Artifact:
    """A compiled text.

    code       the module's code object
    links      names that the code uses → (use, "module:attribute"); see `interpreter.linker`
    spellings  folded attribute names → the author's spelling, for messages
    language   "enterprise" or "element"
    facts      what the module declares, for texts that share its scope (marshalable)
    uses       libraries that the text uses: (name, is it a path)
    known      what its compilation depended on of them (marshalable)
    exports    what a library's text lets others use (marshalable)
    """

    __slots__ = ("code", "exports", "facts", "known", "language", "links", "spellings", "uses")

    def __init__(
        self,
        code: CodeType,
        links: dict[str, tuple[str, str]],
        spellings: dict[str, str],
        language: str,
        facts: tuple[Any, ...],
        uses: tuple[tuple[str, bool], ...] = (),
        known: tuple[Any, ...] = (),
        exports: tuple[Any, ...] = (),
    ) -> None:
        self.code, self.links, self.spellings = code, links, spellings
        self.language, self.facts = language, facts
        self.uses, self.known, self.exports = uses, known, exports

    def dump(self) -> tuple[Any, ...]:
        """As marshalable values."""
        values = self.code, self.links, self.spellings, self.language, self.facts
        return *values, self.uses, self.known, self.exports

    @classmethod
    def load(cls, values: tuple[Any, ...]) -> Artifact:
        return cls(*values)

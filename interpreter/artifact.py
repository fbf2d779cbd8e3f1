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
    """

    __slots__ = ("code", "facts", "language", "links", "spellings")

    def __init__(
        self,
        code: CodeType,
        links: dict[str, tuple[str, str]],
        spellings: dict[str, str],
        language: str,
        facts: tuple[Any, ...],
    ) -> None:
        self.code, self.links, self.spellings = code, links, spellings
        self.language, self.facts = language, facts

    def dump(self) -> tuple[Any, ...]:
        """As marshalable values."""
        return self.code, self.links, self.spellings, self.language, self.facts

    @classmethod
    def load(cls, values: tuple[Any, ...]) -> Artifact:
        return cls(*values)

"""What the fuzzers of the two compilers share: from bytes to a text, and what compiling it may do.

The fuzzer's bytes are read as a text, as a row of words of the language, or as a program of the tests in which some
words are other ones. Whatever comes out, compiling
must end with an artifact or with Refused, within two seconds for ten kilobytes. What was found interesting is kept in
a folder, so that the next hour begins where this one ended.
"""

from __future__ import annotations

import re
import sys
import time
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from interpreter.diagnostics import Refused
from interpreter.modules import Module
from interpreter.source import Source, normalise

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

PROGRAMS = Path(__file__).parent.parent / "programs"
SECONDS_FOR_TEN_KILOBYTES = 2.0
_PIECE = re.compile(r'"[^"\n]*"|\w+|[^\S\n]+|\n|\S')


@dataclass(frozen=True)
class Search:
    """A language, what compiles it, and the words that its rows are made of."""

    language: str
    extension: str
    compile: Callable[[Source, Module], Any]
    words: Sequence[str]

    def text_of(self, data: bytes) -> str:
        """Even first bytes announce a text; odd ones a row of words, a byte each, or a changed program."""
        if not data or data[0] % 2 == 0:
            return data[1:].decode("utf-8", "replace")
        if data[0] % 4 == 1:
            return " ".join(self.words[byte % len(self.words)] for byte in data[1:])
        return self._changed_program(data[1:])

    @cached_property
    def programs(self) -> list[list[str]]:
        files = sorted((PROGRAMS / self.language).rglob("*.1cs"))
        return [_PIECE.findall(file.read_text("utf-8")) for file in files]

    def _changed_program(self, data: bytes) -> str:
        """Two bytes choose the program, every three that follow a piece of it and the word that takes its place."""
        number = int.from_bytes(data[:2], "big") % len(self.programs)
        pieces = list(self.programs[number])
        for start in range(2, len(data) - 2, 3):
            place = int.from_bytes(data[start : start + 2], "big") % len(pieces)
            pieces[place] = self.words[data[start + 2] % len(self.words)]
        return "".join(pieces)

    def try_one(self, data: bytes) -> None:
        """Raises what the compiler should not have raised, or TimeoutError."""
        text = normalise(self.text_of(data))
        module = Module(self.language)
        module.is_closed = True
        started = time.process_time()
        try:
            self.compile(Source(f"ф.{self.extension}", text), module)
        except Refused as refused:
            assert refused.diagnostics
        spent = time.process_time() - started
        if spent > SECONDS_FOR_TEN_KILOBYTES * max(len(text.encode("utf-8", "replace")), 10_000) / 10_000:
            raise TimeoutError(f"{spent:.1f} s for {len(text)} characters")

    def sow(self, folder: Path) -> None:
        """Begin with the programs of the tests."""
        folder.mkdir(parents=True, exist_ok=True)
        for number, program in enumerate(sorted((PROGRAMS / self.language).rglob("*.1cs"))):
            (folder / f"program_{number}").write_bytes(b"\0" + program.read_bytes())
            (folder / f"changed_{number}").write_bytes(b"\3" + number.to_bytes(2, "big") + b"\0\1\2")

    def run(self, fuzzer: Any) -> None:
        """Arguments: a folder to keep texts in, then what libFuzzer takes (-max_total_time=3600)."""
        self.sow(Path(sys.argv[1]))
        # What `1cs` gives itself.
        sys.setrecursionlimit(10_000)
        fuzzer.Setup(sys.argv, self.try_one)
        fuzzer.Fuzz()

"""A file of programs: cases cut by `// ----`, each with remarks and directives.

Directives stand on lines of their own: `// язык: element`, `// локаль: en_US`, `// ввод: строка` (one for each line of
input), `// аргументы: один "два три"`, `// код возврата: 3`, `// почта: …` (see letters),
`// сбой: …` (what the mail server does wrong, see sandbox.fault), `// процессы: да` (else they are refused), `// http:`
(see servers.started). What follows `// файл: папка/имя.os` is a file of that name, which the program finds in its
current folder.
"""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from typing import TYPE_CHECKING

from support.remarks import Line, Remark, expected, read_line
from support.servers.started import NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_CUT = re.compile(r"// -{4,}\s*")
_DIRECTIVE = re.compile(r"// (язык|локаль|ввод|аргументы|код возврата|почта|сбой|процессы|https?|ftps?):(?: (.*))?")


_FILE = re.compile(r"// файл: (.+)")


@dataclass(frozen=True, slots=True)
class Case:
    """One program. Its text begins with as many empty lines as stand above it in the file, so numbers are true."""

    path: Path
    first_line: int
    lines: tuple[Line, ...]
    directives: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        return self._written(self._parts[""])

    @property
    def files(self) -> dict[str, str]:
        """The files beside the program, with the lines that they have in its own."""
        return {name: self._written(lines) for name, lines in self._parts.items() if name}

    @property
    def _parts(self) -> dict[str, list[Line]]:
        """The lines of the program itself under "", those of other files under their names."""
        name = ""
        parts: dict[str, list[Line]] = {name: []}
        for line in self.lines:
            if match := _FILE.fullmatch(line.code.strip()):
                name = match[1].strip()
                parts[name] = []
            else:
                parts[name].append(line)
        return parts

    @staticmethod
    def _written(lines: list[Line]) -> str:
        above = lines[0].number - 1 if lines else 0
        return "\n" * above + "\n".join(f"{line.code}{line.gap}{line.remark or ''}" for line in lines) + "\n"

    @property
    def code(self) -> dict[int, str]:
        return {line.number: line.code for line in self.lines}

    @property
    def expected(self) -> dict[int, list[Remark]]:
        return expected(iter(self.lines))

    @property
    def language(self) -> str:
        """ "enterprise" or "element": the directive's, else the folder's."""
        folder = next((part for part in self.path.parts if part in ("enterprise", "element")), "enterprise")
        return next(iter(self.values("язык")), folder)

    @property
    def arguments(self) -> tuple[str, ...]:
        return tuple(word for value in self.values("аргументы") for word in shlex.split(value))

    @property
    def locale(self) -> str:
        return next(iter(self.values("локаль")), "ru_RU")

    @property
    def exit_code(self) -> int:
        return int(next(iter(self.values("код возврата")), "0"))

    @property
    def servers(self) -> tuple[str, ...]:
        """The servers it asks for, by the names of their protocols."""
        return tuple(name for name, _ in self.directives if name in NAMES)

    def values(self, directive: str) -> list[str]:
        return [value for name, value in self.directives if name == directive]


def read_cases(path: Path) -> Iterator[Case]:
    return cases(path, path.read_text("utf-8"))


def cases(path: Path, text: str) -> Iterator[Case]:
    gathered: list[Line] = []
    for number, written in enumerate(text.removesuffix("\n").split("\n"), 1):
        if _CUT.fullmatch(written):
            yield _case(path, gathered)
            gathered = []
        else:
            gathered.append(read_line(number, written))
    yield _case(path, gathered)


def _case(path: Path, lines: list[Line]) -> Case:
    if not any(line.code.strip() for line in lines):
        raise ValueError(f"{path}: случай без кода")
    found = (_DIRECTIVE.fullmatch(line.code.strip()) for line in lines)
    directives = tuple((match[1], match[2] or "") for match in found if match)
    return Case(path, lines[0].number, tuple(lines), directives)

"""Remarks: comments that say what a line does, `Сообщить(2 + 2); // выведет: 4`.

A remark on a line of its own belongs to the code above it: so stand the second and further lines of an output.
Blanks that cannot be seen are written as `<НПП>`, `<Таб>`, `<ВК>`, `<пробел>` (the last one at the end only).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

OUTPUT = "выведет"
ERROR = "ошибка"
COMPILE_ERROR = "ошибка компиляции"
WARNING = "предупреждение"
HINT = "подсказка"

_KINDS = "|".join((OUTPUT, COMPILE_ERROR, ERROR, WARNING, HINT))
_REMARK = re.compile(rf"(?P<code>.*?)(?P<gap>\s*)// (?P<kind>{_KINDS}):(?: (?P<text>.*))?$")
_INVISIBLE = {"\u00a0": "<НПП>", "\t": "<Таб>", "\r": "<ВК>"}


@dataclass(frozen=True, slots=True)
class Remark:
    """What happened or must happen on a line; `text` has no line breaks and no invisible blanks."""

    kind: str
    text: str

    def __str__(self) -> str:
        return f"// {self.kind}: {self.text}" if self.text else f"// {self.kind}:"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a program: its code, the blanks before the remark, the remark."""

    number: int
    code: str
    gap: str = ""
    remark: Remark | None = None

    @property
    def remark_only(self) -> bool:
        return self.remark is not None and not self.code.strip()


def visible(text: str) -> str:
    """A line of output as remarks write it."""
    for blank, name in _INVISIBLE.items():
        text = text.replace(blank, name)
    return text[:-1] + "<пробел>" if text.endswith(" ") else text


def read_line(number: int, text: str) -> Line:
    found = _REMARK.fullmatch(text)
    if not found:
        return Line(number, text)
    return Line(number, found["code"], found["gap"], Remark(found["kind"], found["text"] or ""))


def expected(lines: Iterator[Line]) -> dict[int, list[Remark]]:
    """The remarks of each line of code, by its number."""
    remarks: dict[int, list[Remark]] = {}
    owner = 0
    for line in lines:
        if not line.remark_only:
            owner = line.number
        if line.remark:
            remarks.setdefault(owner, []).append(line.remark)
    return remarks


def differences(
    wanted: dict[int, list[Remark]], happened: dict[int, list[Remark]], code: dict[int, str]
) -> Iterator[str]:
    """A paragraph for each line that did something else. Hints are compared only where one is expected."""
    for number in sorted(wanted.keys() | happened.keys()):
        want, got = wanted.get(number, []), happened.get(number, [])
        if not any(remark.kind == HINT for remark in want):
            got = [remark for remark in got if remark.kind != HINT]
        if want != got:
            yield "\n".join(
                (f"строка {number}: {code.get(number, '').strip()}", _side("ждали", want), _side("было", got))
            )


def _side(title: str, remarks: list[Remark]) -> str:
    texts = [str(remark) for remark in remarks] or ["ничего"]
    return "\n".join(f"    {title if index == 0 else '':<6} {text}" for index, text in enumerate(texts))

"""Variables of a method: where they are visible, which lambda holds them, who may write them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from interpreter.diagnostics import Note
from interpreter.element.checked import Local

if TYPE_CHECKING:
    from collections.abc import Iterator

    from interpreter.element import nodes
    from interpreter.element.checker.reports import Reports
    from interpreter.element.types import Type
    from interpreter.source import Span


@dataclass(slots=True)
class _Block:
    """Names of one block by their folded spelling. `lambda_` is the number of lambdas around it.

    `twins` are refused ones that differ by case alone from an earlier one: what names them is not complained of again.
    """

    lambda_: int
    names: dict[str, Local] = field(default_factory=dict)
    twins: dict[str, Local] = field(default_factory=dict)


@dataclass(slots=True)
class _Use:
    """A write to a variable, or its capture by a lambda: where, in which loops, in which branches of choices."""

    span: Span
    loops: tuple[nodes.Node, ...]
    branches: tuple[tuple[nodes.Node, int], ...]


@dataclass(slots=True)
class _History:
    """`loops`: those around the declaration; `lambda_`: the lambdas around it; `must_be_read`: else it is told of."""

    loops: tuple[nodes.Node, ...]
    lambda_: int
    is_resource: bool = False
    must_be_read: bool = False
    is_read: bool = False
    writes: list[_Use] = field(default_factory=list)
    captures: dict[tuple[object, object], _Use] = field(default_factory=dict)
    """The first one of each block."""


class Scopes:
    """The blocks that are open, innermost last."""

    def __init__(self, reports: Reports) -> None:
        self.reports = reports
        self.blocks: list[_Block] = []
        self.loops: tuple[nodes.Node, ...] = ()
        self.branches: tuple[tuple[nodes.Node, int], ...] = ()
        self.histories: dict[Local, _History] = {}
        self.lambdas = 0

    def enter(self) -> None:
        self.blocks.append(_Block(self.lambdas))

    def leave(self) -> None:
        for local in self.blocks.pop().names.values():
            history = self.histories[local]
            if history.must_be_read and not history.is_read:
                advice = "Она только получает значения, но не читается." if history.writes else ""
                message = f"Переменная «{local.name}» не используется"
                self.reports.warning(local.declaration.span, message, advice)
        if not self.blocks:
            self._judge_captures()

    def declare(
        self, name: nodes.Name, type_: Type, *, writable: bool, is_resource: bool = False, must_be_read: bool = False
    ) -> Local:
        """A new variable of the innermost block; no name of an enclosing block may be used again."""
        folded = name.text.casefold()
        known = next((block.names[folded] for block in self.blocks if folded in block.names), None)
        if known is not None:
            note = Note(known.declaration.span, "Первое объявление")
            self.reports.error(name.span, f"Переменная «{known.name}» уже определена", notes=(note,))
        local = Local(name.text, name, type_, writable)
        block = self.blocks[-1]
        first = block.names.get(folded)
        if first is not None and first.name != name.text:
            block.twins[name.text] = local
        else:
            block.names[folded] = local
        self.histories[local] = _History(self.loops, self.lambdas, is_resource, must_be_read)
        return local

    def find(self, name: str) -> Local | None:
        folded = name.casefold()
        for block in reversed(self.blocks):
            local = block.names.get(folded)
            if local is not None and local.name != name:
                local = block.twins.get(name)
            if local is not None:
                return local
        return None

    def names(self) -> Iterator[str]:
        return (local.name for block in self.blocks for local in block.names.values())

    def read(self, local: Local, span: Span) -> None:
        history = self.histories[local]
        history.is_read = True
        if history.lambda_ < self.lambdas:
            use = _Use(span, self.loops, self.branches)
            history.captures.setdefault((use.loops, use.branches), use)

    def write(self, local: Local, span: Span) -> None:
        history = self.histories[local]
        if history.lambda_ < self.lambdas:
            self.reports.error(span, f"Функция-значение не может менять внешнюю переменную «{local.name}»")
        else:
            history.writes.append(_Use(span, self.loops, self.branches))

    def is_resource(self, local: Local) -> bool:
        return self.histories[local].is_resource

    def _judge_captures(self) -> None:
        """A captured variable may not change behind the capture, later passes of a loop included."""
        for local, history in self.histories.items():
            captures = list(history.captures.values())
            for write in history.writes if captures else ():
                if write.span.start < captures[0].span.start and not write.loops:
                    continue
                capture = next((one for one in captures if _changes(write, one, history.loops)), None)
                if capture is not None:
                    note = Note(capture.span, "Здесь её захватывает функция-значение")
                    message = f"Переменную «{local.name}» нельзя менять после захвата функцией-значением"
                    self.reports.error(write.span, message, notes=(note,))
        self.histories.clear()


def _changes(write: _Use, capture: _Use, outer: tuple[nodes.Node, ...]) -> bool:
    """Whether a write may come after a capture: later in the text and not in another branch, or on a later pass."""
    if write.span.start > capture.span.start and not _exclude(write, capture):
        return True
    return any(loop in capture.loops and loop not in outer for loop in write.loops)


def _exclude(write: _Use, capture: _Use) -> bool:
    """Whether the two stand in different branches of one choice."""
    chosen = dict(capture.branches)
    return any(chosen.get(node, branch) != branch for node, branch in write.branches)

"""Прервать, Продолжить, Перейти and the blocks they leave.

Python has no goto. A block with labels becomes a loop over its pieces: `1c.to N` says at which piece to go on, and a
jump sets it and starts the loop anew; a jump out of inner loops breaks out of each, and the code behind them
(`landing`) passes it on. Прервать and Продолжить inside such a block leave its loop the same way.
"""

from __future__ import annotations

import ast
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from interpreter.enterprise import nodes
from runtime.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from interpreter.emit import Emitter
    from interpreter.enterprise.compiler.unit import Unit
    from interpreter.source import Span

_BREAK, _CONTINUE = -1, -2


@dataclass(slots=True)
class _Loop:
    """A Python loop around the current statement: one of the script, or (with `labels`) that over a block's pieces."""

    before_next: ast.stmt | None = None
    labels: dict[str, int] | None = None
    state: str = ""
    passes: set[str] = field(default_factory=set)
    """State variables of outer loops that a jump out of this one sets."""


class Jumps:
    """The part of Statements that compiles blocks and what leaves them."""

    def __init__(self, unit: Unit) -> None:
        self.unit = unit
        self.emit: Emitter = unit.emit
        self._loops: list[_Loop] = []
        self._blocks = 0

    def statement(self, node: nodes.Statement) -> list[ast.stmt]:
        raise NotImplementedError

    def block(self, body: Sequence[nodes.Statement], span: Span) -> list[ast.stmt]:
        """A block's statements, at least one; `span` is where an empty block stands."""
        if any(isinstance(node, nodes.Label) for node in body):
            return self._labelled(body, span)
        made = [statement for node in body for statement in self.statement(node)]
        return made or [self.emit.pass_(span)]

    @contextmanager
    def loop(self, before_next: ast.stmt | None = None) -> Iterator[_Loop]:
        """Around the body of a loop of the script; `before_next` is done before each next turn."""
        loop = _Loop(before_next)
        self._loops.append(loop)
        yield loop
        self._loops.pop()

    def leap(self, node: nodes.Break | nodes.Continue | nodes.Goto) -> list[ast.stmt]:
        if isinstance(node, nodes.Goto):
            return self._goto(node)
        inner = next((i for i in reversed(range(len(self._loops))) if self._loops[i].labels is None), None)
        if inner is None:
            word = "Прервать" if isinstance(node, nodes.Break) else "Продолжить"
            self.unit.mistake(node.span, f"Оператор {word} может употребляться только внутри цикла")
            return [self.emit.pass_(node.span)]
        if inner < len(self._loops) - 1:
            state = f"1c.of {inner}"
            code = _BREAK if isinstance(node, nodes.Break) else _CONTINUE
            return self._break_out_to(node.span, inner, state, code)
        if isinstance(node, nodes.Break):
            return [self.emit.break_(node.span)]
        before = self._loops[inner].before_next
        return [*([before] if before else []), self.emit.continue_(node.span)]

    def landing(self, span: Span, loop: _Loop) -> list[ast.stmt]:
        """What stands behind a loop: passes on the jumps that left it for an outer place."""
        made: list[ast.stmt] = []
        for state in sorted(loop.passes):
            made.append(self._pass_on(span, state))
        return made

    def leave_module(self, span: Span) -> list[ast.stmt]:
        """`Возврат` in a module's body: there is no Python function to return from, so an exception leaves it."""
        return [self.emit.raise_(span, self.unit.linked(span, "1c.Leave"))]

    def _goto(self, node: nodes.Goto) -> list[ast.stmt]:
        key = fold(node.label.name)
        for depth in reversed(range(len(self._loops))):
            labels = self._loops[depth].labels
            if labels is not None and key in labels:
                state, number = self._loops[depth].state, labels[key]
                if depth == len(self._loops) - 1:
                    return [self._set(node.span, state, number), self.emit.continue_(node.span)]
                return self._break_out_to(node.span, depth, state, number)
        self.unit.mistake(
            node.label.span,
            f"Метка не определена ({node.label.name})",
            "Перейти можно к метке того же или объемлющего блока; внутрь цикла, условия и попытки перейти нельзя",
        )
        return [self.emit.pass_(node.span)]

    def _break_out_to(self, span: Span, depth: int, state: str, number: int) -> list[ast.stmt]:
        """Leave every Python loop inside the one at `depth`; `landing`s on the way see `state` set."""
        for loop in self._loops[depth + 1 :]:
            loop.passes.add(state)
        return [self._set(span, state, number), self.emit.break_(span)]

    def _pass_on(self, span: Span, state: str) -> ast.stmt:
        """Behind an inner loop: go on with the jump that `state` tells of."""
        inside = self._loops[-1] if self._loops else None
        value = self.emit.name(span, state)
        if inside is not None and inside.state == state:
            jumped = self.emit.compare(span, value, ast.NotEq(), self.emit.constant(span, 0))
            return self.emit.if_(span, jumped, [self.emit.continue_(span)])
        if state.startswith("1c.of ") and int(state.removeprefix("1c.of ")) == len(self._loops) - 1:
            before = inside.before_next if inside else None
            again = [*([before] if before else []), self.emit.continue_(span)]
            is_break = self.emit.compare(span, value, ast.Eq(), self.emit.constant(span, _BREAK))
            is_next = self.emit.compare(span, value, ast.Eq(), self.emit.constant(span, _CONTINUE))
            then = [self._set(span, state, 0), self.emit.break_(span)]
            return self.emit.if_(
                span, is_break, then, [self.emit.if_(span, is_next, [self._set(span, state, 0), *again])]
            )
        jumped = self.emit.compare(span, value, ast.NotEq(), self.emit.constant(span, 0))
        return self.emit.if_(span, jumped, [self.emit.break_(span)])

    def _labelled(self, body: Sequence[nodes.Statement], span: Span) -> list[ast.stmt]:
        pieces: list[list[nodes.Statement]] = [[]]
        labels: dict[str, int] = {}
        for node in body:
            if isinstance(node, nodes.Label):
                key = fold(node.name.name)
                if key in labels:
                    self.unit.mistake(node.span, f"Метка уже определена ({node.name.name})")
                labels[key] = len(pieces)
                pieces.append([])
            else:
                pieces[-1].append(node)
        self._blocks += 1
        loop = _Loop(labels=labels, state=f"1c.to {self._blocks}")
        self._loops.append(loop)
        made = [self._piece(number, piece, loop.state, span) for number, piece in enumerate(pieces)]
        self._loops.pop()
        always = self.emit.constant(span, True)
        whole = self.emit.while_(span, always, [*made, self.emit.break_(span)])
        states = sorted(loop.passes)
        ready = [self._set(span, state, 0) for state in (loop.state, *states)]
        return [*ready, whole, *self.landing(span, loop)]

    def _piece(self, number: int, piece: Sequence[nodes.Statement], state: str, span: Span) -> ast.stmt:
        """One piece: runs unless a jump goes to a later one, and clears the jump that goes to it."""
        reached = self.emit.compare(span, self.emit.name(span, state), ast.LtE(), self.emit.constant(span, number))
        statements = [made for node in piece for made in self.statement(node)]
        return self.emit.if_(span, reached, [self._set(span, state, 0), *statements])

    def _set(self, span: Span, state: str, number: int) -> ast.stmt:
        return self.emit.assign(span, self.emit.target(span, state), self.emit.constant(span, number))

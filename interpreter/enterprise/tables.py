"""The LALR(1) tables of the language, built by Lark from grammar.lark on first use, and stacks that run on them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal

from lark import Lark
from lark.lexer import Lexer
from lark.parsers.lalr_analysis import Shift

from interpreter.enterprise.tree import Tree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lark.parsers.lalr_interactive_parser import InteractiveParser

Start = Literal["module", "statements", "expression"]


class _NoLexer(Lexer):
    """Lark wants a lexer; ours has run before, and its tokens are fed to the parser by hand."""

    def __init__(self, conf: object) -> None:
        pass

    def lex(self, data: object) -> Iterator[Any]:  # type: ignore[override]
        return iter(())


@cache
def _grammar() -> Lark:
    text = files("interpreter.enterprise").joinpath("grammar.lark").read_text("utf-8")
    return Lark(
        text,
        start=["module", "statements", "expression"],
        parser="lalr",
        lexer=_NoLexer,
        transformer=Tree(),
        keep_all_tokens=True,
        maybe_placeholders=False,
    )


def begin(start: Start) -> InteractiveParser:
    """A parser that stands at the beginning of a text."""
    return _grammar().parse_interactive(start=start)


class Recogniser:
    """Feels its way through tokens without building anything; knows what might come next."""

    def __init__(self, start: Start) -> None:
        conf = begin(start).parser_state.parse_conf
        self._states: dict[Any, dict[str, Any]] = conf.states
        self._end = conf.end_state
        self._stack = [conf.start_state]
        self._previous = self._stack

    def feed(self, kind: str) -> bool:
        """Whether a terminal may come next; it is taken when it may."""
        stack = self._after(self._stack, kind)
        if stack is None:
            return False
        self._previous, self._stack = self._stack, stack
        return True

    def accepted(self) -> frozenset[str]:
        """The terminals that may come next."""
        return self._accepted(self._stack)

    def accepted_before(self) -> frozenset[str]:
        """The terminals that might have come instead of the last one."""
        return self._accepted(self._previous)

    def _accepted(self, stack: list[Any]) -> frozenset[str]:
        terminals = (kind for kind in self._states[stack[-1]] if kind.isupper())
        return frozenset(kind for kind in terminals if self._after(stack, kind) is not None)

    def _after(self, stack: list[Any], kind: str) -> list[Any] | None:
        stack = stack.copy()
        while True:
            entry = self._states[stack[-1]].get(kind)
            if entry is None:
                return None
            action, argument = entry
            if action is Shift:
                stack.append(argument)
                return stack
            size = len(argument.expansion)
            if size:
                del stack[-size:]
            stack.append(self._states[stack[-1]][argument.origin.name][1])
            if kind == "$END" and stack[-1] == self._end:
                return stack

"""Tokens to tree, or to every mistake of the text.

A sound text costs one pass. At the first mistake the tree is given up, and recovery.py looks for further ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from interpreter.diagnostics import Refused
from interpreter.enterprise import nodes
from interpreter.enterprise.lexer import tokenize
from interpreter.enterprise.nesting import check_nesting
from interpreter.enterprise.placement import check_module, check_statements
from interpreter.enterprise.preprocessor import Prepared, preprocess
from interpreter.enterprise.tables import Recogniser, Start, table
from interpreter.lalr.parsing import Stacks, Unexpected
from interpreter.source import Source, Span

if TYPE_CHECKING:
    from collections.abc import Sequence


def parse_module(source: Source) -> nodes.Module:
    """The tree of a module: variables, methods, then the statements of its body. Raises Refused."""
    items, prepared = _parse(source, "module")
    check_module(source, items, prepared.regions)
    return nodes.Module(
        tuple(prepared.uses),
        tuple(item for item in items if isinstance(item, nodes.Variable)),
        tuple(item for item in items if isinstance(item, nodes.Method)),
        tuple(item for item in items if isinstance(item, nodes.Statement)),
        span=Span(0, len(source.text)),
    )


def parse_statements(source: Source) -> nodes.Module:
    """The tree of code for Выполнить: statements only, `Перем` among the first ones being local. Raises Refused.

    An entry of the REPL, which may declare methods, is a module: see `parse_module`.
    """
    items, prepared = _parse(source, "statements")
    check_statements(source, items)
    body = tuple(item for item in items if isinstance(item, nodes.Statement))
    return nodes.Module(tuple(prepared.uses), (), (), body, span=Span(0, len(source.text)))


def parse_expression(source: Source) -> nodes.Expression:
    """The tree of one expression. Raises Refused."""
    result, _ = _parse_any(source, "expression")
    assert isinstance(result, nodes.Expression)
    return result


def is_incomplete(source: Source) -> bool:
    """Whether more lines could make the text sound: an open block, bracket or string, an operator without operand.

    A sound text (also a lone expression) and a wrong one are not incomplete.
    """
    prepared = preprocess(source)
    if prepared.diagnostics:
        return prepared.unclosed
    lexed = tokenize(source, prepared.text)
    try:
        check_nesting(source, lexed.tokens)
    except Refused:
        return False
    kinds = [token.type for token in lexed.tokens[:-1]]
    last = lexed.tokens[-2] if kinds else None
    open_string = last is not None and last.type == "ERROR" and last.text.startswith('"')
    if open_string:
        kinds[-1] = "STRING"
    outcomes = {_outcome("expression", kinds), _outcome("module", kinds)}
    if open_string:
        return outcomes != {"wrong"}
    return "unfinished" in outcomes and "sound" not in outcomes


def _outcome(start: Start, kinds: Sequence[str]) -> Literal["sound", "unfinished", "wrong"]:
    recogniser = Recogniser(start)
    if not all(map(recogniser.feed, kinds)):
        return "wrong"
    return "sound" if recogniser.feed("$END") else "unfinished"


def _parse(source: Source, start: Start) -> tuple[list[nodes.Node], Prepared]:
    result, prepared = _parse_any(source, start)
    assert isinstance(result, list)
    return result, prepared


def _parse_any(source: Source, start: Start) -> tuple[object, Prepared]:
    prepared = preprocess(source)
    if prepared.diagnostics:
        raise Refused(prepared.diagnostics)
    lexed = tokenize(source, prepared.text)
    check_nesting(source, lexed.tokens)
    try:
        return Stacks(table(start)).run(lexed.tokens), prepared
    except Unexpected:
        from interpreter.enterprise.recovery import find_mistakes

        raise Refused(find_mistakes(source, lexed, start)) from None

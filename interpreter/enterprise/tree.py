"""Nodes from what the grammar recognised: a method for every rule and alias of grammar.lark.

Each gets all the children of its alternative, tokens included, and is called while the text is being parsed. What
stands at which index is known from the grammar, not to the type checker.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeAlias

from interpreter.enterprise import nodes
from interpreter.enterprise.literals import date_digits, number_value, string_value
from interpreter.enterprise.tokens import Token
from interpreter.source import Span

Children: TypeAlias = list[Any]

_BINARY = {"AND": "and", "OR": "or"}


def _name(token: Token) -> nodes.Identifier:
    return nodes.Identifier(token.text, span=token.span)


def _from_to(first: Token | nodes.Node, last: Token | nodes.Node) -> Span:
    start = first.start if isinstance(first, Token) else first.span.start
    return Span(start, last.end if isinstance(last, Token) else last.span.end)


class Tree:
    """The callbacks of one grammar; keeps nothing between calls."""

    # Lists

    def nothing(self, c: Children) -> list[object]:
        return []

    def absent(self, c: Children) -> None:
        return None

    def same(self, c: Children) -> object:
        return c[0]

    def first(self, c: Children) -> list[object]:
        return [c[0]]

    def append(self, c: Children) -> list[object]:
        result: list[object] = c[0]
        if type(c[1]) is list:
            result += c[1]
        else:
            result.append(c[1])
        return result

    def append_after_comma(self, c: Children) -> list[object]:
        result: list[object] = c[0]
        result.append(c[2])
        return result

    # Declarations

    def module(self, c: Children) -> list[object]:
        return self.append(c) if len(c) > 1 else c[0]

    def statements(self, c: Children) -> list[object]:
        return list(c[0])

    def variables(self, c: Children) -> list[nodes.Variable]:
        notes = tuple(c[0])
        return [replace(one, annotations=notes) for one in c[2]] if notes else c[2]

    def variable(self, c: Children) -> nodes.Variable:
        export = c[1] is not None
        span = _from_to(c[0], c[1] if export else c[0])
        return nodes.Variable(_name(c[0]), export, (), span=span)

    def export(self, c: Children) -> Token:
        token: Token = c[0]
        return token

    def heading(self, c: Children) -> tuple[tuple[nodes.Annotation, ...], Token | None]:
        return tuple(c[0]), c[1] if len(c) > 1 else None

    def signature(self, c: Children) -> Children:
        return c

    def method(self, c: Children) -> nodes.Method:
        (notes, asynchronous), keyword, (name, parameters, export), body, end = c
        start = notes[0] if notes else asynchronous or keyword
        return nodes.Method(
            _name(name),
            parameters,
            body,
            is_function=keyword.type == "FUNCTION",
            is_async=asynchronous is not None,
            export=export is not None,
            annotations=notes,
            end=end.span,
            span=_from_to(start, end),
        )

    def no_parameters(self, c: Children) -> tuple[nodes.Parameter, ...]:
        return ()

    def parameters(self, c: Children) -> tuple[nodes.Parameter, ...]:
        return tuple(c[1])

    def parameter(self, c: Children) -> nodes.Parameter:
        notes, name, default = c[0], c[-2], c[-1]
        start = notes[0] if notes else c[1]
        return nodes.Parameter(_name(name), len(c) == 4, default, tuple(notes), span=_from_to(start, default or name))

    def default(self, c: Children) -> nodes.Expression:
        value: nodes.Expression = c[1]
        return value

    def annotation(self, c: Children) -> nodes.Annotation:
        token = c[0]
        name = nodes.Identifier(token.text[1:], span=Span(token.start + 1, token.end))
        return nodes.Annotation(name, tuple(c[2]) if len(c) == 4 else (), span=_from_to(token, c[-1]))

    def annotation_flag(self, c: Children) -> nodes.AnnotationParameter:
        return nodes.AnnotationParameter(_name(c[0]), None, span=c[0].span)

    def annotation_pair(self, c: Children) -> nodes.AnnotationParameter:
        return nodes.AnnotationParameter(_name(c[0]), c[2], span=_from_to(c[0], c[2]))

    def annotation_value(self, c: Children) -> nodes.AnnotationParameter:
        return nodes.AnnotationParameter(None, c[0], span=c[0].span)

    # Statements

    def block(self, c: Children) -> tuple[nodes.Statement, ...]:
        return tuple(self.append(c)) if len(c) > 1 else tuple(c[0])  # type: ignore[arg-type]

    def local_var(self, c: Children) -> nodes.LocalVar:
        return nodes.LocalVar(tuple(c[1]), span=_from_to(c[0], c[1][-1]))

    def identifier(self, c: Children) -> nodes.Identifier:
        return _name(c[0])

    def label(self, c: Children) -> nodes.Label:
        return nodes.Label(_name(c[1]), span=_from_to(c[0], c[2]))

    def labelled(self, c: Children) -> list[object]:
        return self.append(c)

    def assign(self, c: Children) -> nodes.Assign:
        return nodes.Assign(c[0], c[2], span=_from_to(c[0], c[2]))

    def call_statement(self, c: Children) -> nodes.CallStatement:
        return nodes.CallStatement(c[0], span=c[0].span)

    def if_without_else(self, c: Children) -> nodes.If:
        first = self._branch(c[0], c[1], c[3], c[2])
        return nodes.If((first, *c[4]), c[5].span, span=_from_to(c[0], c[5]))

    def if_with_else(self, c: Children) -> nodes.If:
        first = self._branch(c[0], c[1], c[3], c[2])
        last = self._branch(c[5], None, c[6], c[5])
        return nodes.If((first, *c[4], last), c[7].span, span=_from_to(c[0], c[7]))

    def elsif(self, c: Children) -> list[nodes.IfBranch]:
        branches: list[nodes.IfBranch] = c[0]
        branches.append(self._branch(c[1], c[2], c[4], c[3]))
        return branches

    def _branch(
        self, keyword: Token, condition: nodes.Expression | None, body: tuple[nodes.Statement, ...], then: Token
    ) -> nodes.IfBranch:
        span = _from_to(keyword, body[-1] if body else then)
        return nodes.IfBranch(condition, body, keyword.span, span=span)

    def while_loop(self, c: Children) -> nodes.While:
        return nodes.While(c[1], c[3], c[4].span, span=_from_to(c[0], c[4]))

    def for_range(self, c: Children) -> nodes.ForRange:
        return nodes.ForRange(_name(c[1]), c[3], c[5], c[7], c[8].span, span=_from_to(c[0], c[8]))

    def for_each(self, c: Children) -> nodes.ForEach:
        return nodes.ForEach(_name(c[2]), c[4], c[6], c[7].span, span=_from_to(c[0], c[7]))

    def try_block(self, c: Children) -> nodes.Try:
        return nodes.Try(c[1], c[3], c[2].span, c[4].span, span=_from_to(c[0], c[4]))

    def return_nothing(self, c: Children) -> nodes.Return:
        return nodes.Return(None, span=c[0].span)

    def return_value(self, c: Children) -> nodes.Return:
        return nodes.Return(c[1], span=_from_to(c[0], c[1]))

    def reraise(self, c: Children) -> nodes.Raise:
        return nodes.Raise(None, span=c[0].span)

    def raise_value(self, c: Children) -> nodes.Raise:
        return nodes.Raise(c[1], span=_from_to(c[0], c[1]))

    def raise_in_detail(self, c: Children) -> nodes.Raise:
        return nodes.Raise(c[2], _details(c[4]), span=_from_to(c[0], c[5]))

    def raise_without_value(self, c: Children) -> nodes.Raise:
        return nodes.Raise(None, _details(c[3]), span=_from_to(c[0], c[4]))

    def break_loop(self, c: Children) -> nodes.Break:
        return nodes.Break(span=c[0].span)

    def continue_loop(self, c: Children) -> nodes.Continue:
        return nodes.Continue(span=c[0].span)

    def goto(self, c: Children) -> nodes.Goto:
        return nodes.Goto(_name(c[2]), span=_from_to(c[0], c[2]))

    def execute(self, c: Children) -> nodes.Execute:
        return nodes.Execute(c[1], span=_from_to(c[0], c[1]))

    def add_handler(self, c: Children) -> nodes.AddHandler:
        return nodes.AddHandler(c[1], c[3], span=_from_to(c[0], c[3]))

    def remove_handler(self, c: Children) -> nodes.RemoveHandler:
        return nodes.RemoveHandler(c[1], c[3], span=_from_to(c[0], c[3]))

    def await_statement(self, c: Children) -> nodes.AwaitStatement:
        return nodes.AwaitStatement(c[1], span=_from_to(c[0], c[1]))

    # Expressions

    def logical(self, c: Children) -> nodes.Binary:
        return nodes.Binary(_BINARY[c[1].type], c[0], c[2], span=Span(c[0].span.start, c[2].span.end))

    def binary(self, c: Children) -> nodes.Binary:
        return nodes.Binary(c[1].text, c[0], c[2], span=Span(c[0].span.start, c[2].span.end))

    def negated(self, c: Children) -> nodes.Not:
        return nodes.Not(c[1], span=_from_to(c[0], c[1]))

    def signed(self, c: Children) -> nodes.Unary:
        return nodes.Unary(c[0].text, c[1], span=_from_to(c[0], c[1]))

    def signed_number(self, c: Children) -> nodes.Unary:
        return nodes.Unary(c[0].text, self.number([c[1]]), span=_from_to(c[0], c[1]))

    def awaited(self, c: Children) -> nodes.Await:
        return nodes.Await(c[1], span=_from_to(c[0], c[1]))

    def name(self, c: Children) -> nodes.Name:
        return nodes.Name(c[0].text, span=c[0].span)

    def member(self, c: Children) -> nodes.Member:
        return nodes.Member(c[0], _name(c[2]), span=Span(c[0].span.start, c[2].end))

    def index(self, c: Children) -> nodes.Index:
        return nodes.Index(c[0], c[2], span=Span(c[0].span.start, c[3].end))

    def call_function(self, c: Children) -> nodes.Call:
        return nodes.Call(self.name(c), _arguments(c[2]), span=Span(c[0].start, c[3].end))

    def call_method(self, c: Children) -> nodes.Call:
        return nodes.Call(self.member(c), _arguments(c[4]), span=Span(c[0].span.start, c[5].end))

    def skipped_first(self, c: Children) -> list[nodes.Expression | None]:
        return [None]

    def skipped(self, c: Children) -> list[nodes.Expression | None]:
        result: list[nodes.Expression | None] = c[0]
        result.append(None)
        return result

    def bracketed(self, c: Children) -> nodes.Expression:
        inner: nodes.Expression = c[1]
        return replace(inner, span=_from_to(c[0], c[2]))

    def ternary(self, c: Children) -> nodes.Ternary:
        return nodes.Ternary(c[2], c[4], c[6], span=_from_to(c[0], c[7]))

    def new(self, c: Children) -> nodes.New:
        return nodes.New(_name(c[1]), (), span=_from_to(c[0], c[1]))

    def new_with_arguments(self, c: Children) -> nodes.New:
        return nodes.New(_name(c[1]), _arguments(c[3]), span=_from_to(c[0], c[4]))

    def new_dynamic(self, c: Children) -> nodes.NewDynamic:
        return nodes.NewDynamic(c[2], c[4] if len(c) == 6 else None, span=_from_to(c[0], c[-1]))

    def number(self, c: Children) -> nodes.Number:
        return nodes.Number(c[0].text, number_value(c[0].text), span=c[0].span)

    def string(self, c: Children) -> nodes.String:
        tokens = c[0]
        return nodes.String(string_value([one.text for one in tokens]), span=_from_to(tokens[0], tokens[-1]))

    def date(self, c: Children) -> nodes.Date:
        return nodes.Date(date_digits(c[0].text) or "", span=c[0].span)

    def boolean(self, c: Children) -> nodes.Boolean:
        return nodes.Boolean(c[0].type == "TRUE", span=c[0].span)

    def undefined(self, c: Children) -> nodes.Undefined:
        return nodes.Undefined(span=c[0].span)

    def null(self, c: Children) -> nodes.Null:
        return nodes.Null(span=c[0].span)


def _arguments(items: list[nodes.Expression | None]) -> tuple[nodes.Expression | None, ...]:
    """A lone skipped argument is what `Ф()` parses to."""
    return () if items == [None] else tuple(items)


def _details(items: list[nodes.Expression | None]) -> tuple[nodes.Expression | None, ...]:
    """Категория, код, дополнительно, причина; any more are kept, for the compiler to refuse."""
    return tuple(items + [None] * (4 - len(items)))

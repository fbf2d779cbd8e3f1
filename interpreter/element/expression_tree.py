"""Expressions from what the grammar recognised: a method for every rule of grammar.lark (see tree.py)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeAlias

from interpreter.element import literals, nodes
from interpreter.element.interpolation import EscapedSign, RawInterpolation, RawText, split
from interpreter.element.keywords import KEYWORDS, SOFT
from interpreter.element.syntax_messages import Mistake
from interpreter.source import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from interpreter.element.lexer import Token
    from interpreter.element.place import Place

Children: TypeAlias = list[Any]


class ExpressionTree:
    """The rules of expressions."""

    def __init__(self, place: Place) -> None:
        self.place = place

    def ternary(self, c: Children) -> nodes.Ternary:
        return nodes.Ternary(self.place.span, *c)

    def coalesce(self, c: Children) -> nodes.Coalesce:
        return nodes.Coalesce(self.place.span, *c)

    def or_(self, c: Children) -> nodes.Logical:
        return nodes.Logical(self.place.span, "или", self.place.bounded(c))

    def and_(self, c: Children) -> nodes.Logical:
        return nodes.Logical(self.place.span, "и", self.place.bounded(c))

    def is_tail(self, c: Children) -> Callable[[nodes.Expression], nodes.Expression]:
        negated, type_ = c
        return lambda operand: nodes.TypeTest(operand.span.to(type_.span), operand, negated is not None, type_)

    def as_tail(self, c: Children) -> Callable[[nodes.Expression], nodes.Expression]:
        return lambda operand: nodes.Cast(operand.span.to(c[0].span), operand, c[0])

    def type_chain(self, c: Children) -> nodes.Expression:
        return self.suffixes(c)

    def type_test_ternary(self, c: Children) -> nodes.Ternary:
        *chain, negated, type_, then, otherwise = c
        operand = self.suffixes(chain)
        test = nodes.TypeTest(operand.span.to(type_.span), operand, negated is not None, type_)
        return nodes.Ternary(self.place.span, test, then, otherwise)

    def not_(self, c: Children) -> nodes.Not:
        return nodes.Not(self.place.span, c[1])

    def comparison(self, c: Children) -> nodes.Comparison:
        first, *tails = self.place.bounded(c)
        return nodes.Comparison(self.place.span, first, tuple(tails))

    def comparison_tail(self, c: Children) -> nodes.ComparisonTail:
        return nodes.ComparisonTail(self.place.span, c[0].text, c[0].span, c[1])

    def comparison_operator(self, c: Children) -> Token:
        token: Token = c[0]
        return token

    def tail(self, c: Children) -> Children:
        return c

    def chain(self, c: Children) -> nodes.Expression:
        """`a + b - c`: leaning to the left."""
        result, *tails = self.place.bounded(c)
        for operator, operand in tails:
            span = result.span.to(operand.span)
            result = nodes.Binary(span, operator.text, operator.span, result, operand)
        expression: nodes.Expression = result
        return expression

    def power(self, c: Children) -> nodes.Binary:
        left, operator, right = c
        return nodes.Binary(self.place.span, "**", operator.span, left, right)

    def unary(self, c: Children) -> nodes.Unary:
        return nodes.Unary(self.place.span, c[0].text, c[1])

    def method_reference(self, c: Children) -> nodes.MethodReference:
        target, first, *steps, type_arguments, signature = c
        path: list[nodes.Name] = [first]
        for qualified, name in steps:
            if qualified:
                path.append(name)
            else:
                target, path = _below(target, path), [name]
        if len(path) > 1:
            target, path = _below(target, path[:-1]), path[-1:]
        return nodes.MethodReference(self.place.span, target, path[0], type_arguments or (), signature)

    def method_root(self, c: Children) -> nodes.This | nodes.Global:
        root: nodes.This | nodes.Global = c[0]
        return root

    def qualified_step(self, c: Children) -> tuple[bool, nodes.Name]:
        return True, c[0]

    def member_step(self, c: Children) -> tuple[bool, nodes.Name]:
        return False, c[1]

    def signature(self, c: Children) -> tuple[nodes.TypeExpression, ...]:
        return tuple(c)

    def suffixes(self, c: Children) -> nodes.Expression:
        """`a.b(c)[d]!`: leaning to the left."""
        result, *builders = self.place.bounded(c)
        for build in builders:
            result = build(result)
        expression: nodes.Expression = result
        return expression

    def member_suffix(self, c: Children) -> Callable[[nodes.Expression], nodes.Expression]:
        dot, name, type_arguments = c
        safe, end = dot.type == "QDOT", Span(self.place.end, self.place.end)
        return lambda target: nodes.Member(target.span.to(end), target, safe, name, type_arguments or ())

    def call_suffix(self, c: Children) -> Callable[[nodes.Expression], nodes.Expression]:
        end = Span(self.place.end, self.place.end)
        return lambda callee: nodes.Call(callee.span.to(end), callee, c[0])

    def index_suffix(self, c: Children) -> Callable[[nodes.Expression], nodes.Expression]:
        end = Span(self.place.end, self.place.end)
        return lambda target: nodes.Index(target.span.to(end), target, c[0])

    def nonnull_suffix(self, c: Children) -> Callable[[nodes.Expression], nodes.Expression]:
        end = Span(self.place.end, self.place.end)
        return lambda operand: nodes.NonNull(operand.span.to(end), operand)

    def arguments(self, c: Children) -> tuple[nodes.Argument, ...]:
        return tuple(c)

    def argument(self, c: Children) -> nodes.Argument:
        return nodes.Argument(self.place.span, c[0], c[1])

    def parenthesised(self, c: Children) -> Any:
        """The brackets go into the span of what is in them."""
        return replace(c[0], span=self.place.span)

    def number(self, c: Children) -> nodes.NumberLiteral | nodes.DurationLiteral | nodes.SizeLiteral:
        return literals.number(c[0].text, self.place.span)

    def pattern(self, c: Children) -> nodes.PatternLiteral:
        return nodes.PatternLiteral(self.place.span, literals.pattern_text(c[0].text))

    def true(self, c: Children) -> nodes.BooleanLiteral:
        return nodes.BooleanLiteral(self.place.span, True)

    def false(self, c: Children) -> nodes.BooleanLiteral:
        return nodes.BooleanLiteral(self.place.span, False)

    def undefined(self, c: Children) -> nodes.UndefinedLiteral:
        return nodes.UndefinedLiteral(self.place.span)

    def braced(self, c: Children) -> nodes.BracedLiteral:
        return literals.braced(c[0].text, self.place.span)

    def type_literal(self, c: Children) -> nodes.TypeLiteral:
        return nodes.TypeLiteral(self.place.span, c[1])

    def this(self, c: Children) -> nodes.This:
        return nodes.This(self.place.span)

    def global_(self, c: Children) -> nodes.Global:
        return nodes.Global(self.place.span)

    def reference(self, c: Children) -> nodes.Reference:
        return nodes.Reference(self.place.span, c[0], c[1] or ())

    def throw(self, c: Children) -> nodes.Throw:
        return nodes.Throw(self.place.span, c[0])

    def new(self, c: Children) -> nodes.New:
        return nodes.New(self.place.span, c[0], c[1] or ())

    def short_lambda(self, c: Children) -> nodes.Lambda:
        token, body = c
        parameter = nodes.LambdaParameter(token.span, nodes.Name(token.span, token.text), None)
        return nodes.Lambda(self.place.span, (parameter,), body, None)

    def lambda_(self, c: Children) -> nodes.Lambda:
        return nodes.Lambda(self.place.span, tuple(c[:-1]), c[-1], None)

    def full_lambda(self, c: Children) -> nodes.Lambda:
        return nodes.Lambda(self.place.span, tuple(c[:-2]), c[-2], c[-1].span)

    def lambda_parameter(self, c: Children) -> nodes.LambdaParameter:
        return nodes.LambdaParameter(self.place.span, *c)

    # ---- collections

    def literal_types(self, c: Children) -> tuple[nodes.TypeExpression, ...]:
        return tuple(c)

    def array(self, c: Children) -> nodes.ArrayLiteral:
        return nodes.ArrayLiteral(self.place.span, None, tuple(c))

    def braces(self, c: Children) -> nodes.SetLiteral | nodes.MapLiteral:
        entries = tuple(c)
        kinds = {isinstance(entry, nodes.MapEntry) for entry in entries}
        if len(kinds) > 1:
            first = isinstance(entries[0], nodes.MapEntry)
            stranger = next(entry for entry in entries if isinstance(entry, nodes.MapEntry) != first)
            raise Mistake(
                stranger.span,
                "Элементы множества и соответствия в одном литерале",
                "Соответствие пишут {ключ: значение, …}, множество {значение, …}.",
            )
        if kinds == {True}:
            return nodes.MapLiteral(self.place.span, None, None, entries)
        return nodes.SetLiteral(self.place.span, None, entries)

    def empty_map(self, c: Children) -> nodes.MapLiteral:
        return nodes.MapLiteral(self.place.span, None, None, ())

    def map_entry(self, c: Children) -> nodes.MapEntry:
        return nodes.MapEntry(self.place.span, *c)

    def typed_collection(self, c: Children) -> nodes.Expression:
        types, collection = c
        wanted = 2 if isinstance(collection, nodes.MapLiteral) else 1
        if len(types) != wanted:
            raise Mistake(
                self.place.span,
                "Неверное число типов перед литералом коллекции",
                "Массив и множество: <Тип>[…], <Тип>{…}; соответствие: <ТипКлюча, ТипЗначения>{ключ: значение}.",
            )
        if isinstance(collection, nodes.MapLiteral):
            return replace(collection, span=self.place.span, key_type=types[0], value_type=types[1])
        items: nodes.ArrayLiteral | nodes.SetLiteral = collection
        return replace(items, span=self.place.span, item_type=types[0])

    # ---- strings

    def string(self, c: Children) -> nodes.StringLiteral | nodes.Interpolated:
        span = self.place.span
        text = self.place.text
        border = span.start - text.rfind("\n", 0, span.start)
        parts = self.string_parts(span, border)
        if all(isinstance(part, nodes.TextPart) for part in parts):
            return nodes.StringLiteral(span, "".join(part.value for part in parts if isinstance(part, nodes.TextPart)))
        return nodes.Interpolated(span, parts)

    def string_parts(self, span: Span, border: int) -> tuple[nodes.TextPart | nodes.Interpolation, ...]:
        parts: list[nodes.TextPart | nodes.Interpolation] = []
        text_start: int | None = None
        for raw in split(self.place.text, span):
            if isinstance(raw, EscapedSign):
                text_start = raw.span.start
            elif isinstance(raw, RawText):
                place = Span(raw.span.start if text_start is None else text_start, raw.span.end)
                value = literals.string_text(self.place.text, raw.span, border)
                if parts and isinstance(parts[-1], nodes.TextPart):
                    place, value = parts[-1].span.to(place), parts.pop().value + value  # type: ignore[union-attr]
                if value:
                    parts.append(nodes.TextPart(place, value))
                text_start = None
            else:
                self.check_short_name(raw)
                form = None if raw.format is None else literals.string_text(self.place.text, raw.format, border)
                parts.append(nodes.Interpolation(raw.span, raw.kind, self.place.parse_part(raw.code), form))
        return tuple(parts)

    def check_short_name(self, raw: RawInterpolation) -> None:
        """`50%и`: a keyword is no variable; most likely the sign itself was meant."""
        word = self.place.text[raw.code.start : raw.code.end]
        in_braces = raw.code.start > raw.span.start + 1
        if not in_braces and KEYWORDS.get(word, "THIS") not in SOFT | {"THIS"}:
            advice = f"Сам знак пишут с обратной косой чертой: \\{raw.kind}."
            raise Mistake(raw.span, f"После «{raw.kind}» ожидается имя, «{word}» — ключевое слово", advice)


def _below(target: nodes.Expression | None, path: list[nodes.Name]) -> nodes.Expression:
    """What a method reference goes through: `А::Б`, `этот.А`."""
    span = path[0].span.to(path[-1].span)
    if target is None:
        return nodes.Reference(span, tuple(path), ())
    return nodes.Member(target.span.to(span), target, False, path[-1], ())

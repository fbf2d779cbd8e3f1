"""Nodes from what the grammar recognised: a method for every rule and alias of grammar.lark.

The parser sets `start` and `end` to the place of the rule before each call; the methods get the children that the
grammar keeps (terminals whose name begins with `_` are dropped there, absent `[…]` is None).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeAlias

from interpreter.element import literals, nodes
from interpreter.element.interpolation import EscapedSign, RawInterpolation, RawText, split
from interpreter.element.keywords import KEYWORDS
from interpreter.element.syntax_messages import TOO_DEEP, Mistake, wrong_statement
from interpreter.source import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from interpreter.element.lexer import Token

Children: TypeAlias = list[Any]

CHAIN_LIMIT = 500
"""Operators of one rank, or suffixes, in a row: as deep the tree may lean to the left."""


class Tree:
    """The callbacks of the grammar, while one text is parsed."""

    def __init__(self) -> None:
        self.text = ""
        self.start = self.end = 0
        self.parse_part: Callable[[Span], nodes.Expression]

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    # ---- declarations

    def module(self, c: Children) -> nodes.Module:
        directives = tuple(child for child in c if isinstance(child, nodes.Directive))
        imports = tuple(child for child in c if isinstance(child, nodes.Import))
        members = tuple(c[len(directives) + len(imports) :])
        return nodes.Module(Span(0, len(self.text)), directives, imports, members)

    def directive(self, c: Children) -> nodes.Directive:
        token: Token = c[0]
        line = token.text.rstrip()
        word = line[1:].split(None, 1)[:1]
        start = token.start + 1
        end = start + (line.index(word[0]) - 1 + len(word[0]) if word else 0)
        rest = line[end - token.start :]
        argument = Span(end + len(rest) - len(rest.lstrip()), token.start + len(line)) if rest else Span(end, end)
        name = nodes.Name(Span(end - len(word[0]), end) if word else Span(start, start), word[0] if word else "")
        return nodes.Directive(Span(token.start, token.start + len(line)), name, nodes.Name(argument, rest.lstrip()))

    def import_(self, c: Children) -> nodes.Import:
        return nodes.Import(self.span, c[0])

    def annotations(self, c: Children) -> tuple[nodes.Annotation, ...]:
        return tuple(c)

    def annotation(self, c: Children) -> nodes.Annotation:
        return nodes.Annotation(self.span, c[0], c[1] or ())

    def annotation_arguments(self, c: Children) -> tuple[nodes.AnnotationArgument, ...]:
        return tuple(c)

    def annotation_argument(self, c: Children) -> nodes.AnnotationArgument:
        return nodes.AnnotationArgument(self.span, c[0], c[1])

    def constant(self, c: Children) -> nodes.Constant:
        return nodes.Constant(self.span, *c)

    def method(self, c: Children) -> nodes.Method:
        annotations, static, name, parameters, result, body, end = c
        return nodes.Method(self.span, annotations, static is not None, name, parameters, result, body, end.span)

    def abstract_method(self, c: Children) -> nodes.Method:
        annotations, _, static, name, parameters, result = c
        return nodes.Method(self.span, annotations, static is not None, name, parameters, result, None, None)

    def parameters(self, c: Children) -> tuple[nodes.Parameter, ...]:
        return tuple(c)

    def parameter(self, c: Children) -> nodes.Parameter:
        return nodes.Parameter(self.span, *c)

    def structure(self, c: Children) -> nodes.Structure:
        return nodes.Structure(self.span, c[0], c[1], *_by_kind(c[2:-1]), c[-1].span)

    def exception(self, c: Children) -> nodes.ExceptionDeclaration:
        return nodes.ExceptionDeclaration(self.span, c[0], c[1], *_by_kind(c[2:-1]), c[-1].span)

    def field(self, c: Children) -> nodes.Field:
        annotations, before, kind, after, name, type_, value = c
        required = before is not None or after is not None
        return nodes.Field(self.span, annotations, required, kind, name, type_, value)

    def field_kind(self, c: Children) -> nodes.DeclarationKind:
        return _KINDS[c[0].type]

    def constructor(self, c: Children) -> nodes.Constructor:
        return nodes.Constructor(self.span, c[0])

    def enumeration(self, c: Children) -> nodes.Enumeration:
        items = tuple(child for child in c if isinstance(child, nodes.EnumerationItem))
        methods = tuple(child for child in c if isinstance(child, nodes.Method))
        return nodes.Enumeration(self.span, c[0], c[1], items, methods, c[-1].span)

    def enumeration_item(self, c: Children) -> nodes.EnumerationItem:
        return nodes.EnumerationItem(self.span, c[0], c[1] is not None)

    def qname(self, c: Children) -> tuple[nodes.Name, ...]:
        return tuple(c)

    def name(self, c: Children) -> nodes.Name:
        return nodes.Name(self.span, c[0].text)

    # ---- types

    def void(self, c: Children) -> nodes.VoidType:
        return nodes.VoidType(self.span)

    def never(self, c: Children) -> nodes.NeverType:
        return nodes.NeverType(self.span)

    def unknown_type(self, c: Children) -> nodes.UnknownType:
        return nodes.UnknownType(self.span)

    def undefined_type(self, c: Children) -> nodes.UndefinedType:
        return nodes.UndefinedType(self.span)

    def union(self, c: Children) -> nodes.UnionType:
        left, right = c
        known = left.alternatives if isinstance(left, nodes.UnionType) else (left,)
        self.bounded([*known, right])
        return nodes.UnionType(self.span, (*known, right))

    def nullable(self, c: Children) -> nodes.NullableType:
        return nodes.NullableType(self.span, c[0])

    def named_type(self, c: Children) -> nodes.NamedType:
        names = (*c[0], *(child for child in c[1:-1] if isinstance(child, nodes.Name)))
        return nodes.NamedType(self.span, names, c[-1] or ())

    def type_head(self, c: Children) -> tuple[nodes.Name, ...]:
        first = c[0] if isinstance(c[0], nodes.Name) else nodes.Name(c[0].span, c[0].text)
        return (first, *c[1:])

    def type_arguments(self, c: Children) -> tuple[nodes.TypeArgument, ...]:
        return tuple(c)

    def type_argument(self, c: Children) -> nodes.TypeArgument:
        return nodes.TypeArgument(self.span, c[0], c[1])

    def function_type(self, c: Children) -> nodes.FunctionType:
        return nodes.FunctionType(self.span, tuple(c[:-1]), c[-1])

    # ---- statements

    def block(self, c: Children) -> nodes.Block:
        return nodes.Block(self.span, tuple(c))

    def variable(self, c: Children) -> nodes.VariableDeclaration:
        return nodes.VariableDeclaration(self.span, "пер" if c[0].type == "VAR" else "знч", *c[1:])

    def use(self, c: Children) -> nodes.Use:
        _, expression, type_, value = c
        if type_ is None and value is None:
            return nodes.Use(self.span, None, None, expression)
        if not isinstance(expression, nodes.Reference) or len(expression.path) != 1 or expression.type_arguments:
            raise Mistake(expression.span, "Ожидается имя переменной")
        if value is None:
            raise Mistake(expression.span, "После «исп» переменной нужно значение")
        return nodes.Use(self.span, expression.path[0], type_, value)

    def if_(self, c: Children) -> nodes.If:
        return nodes.If(self.span, tuple(c[:-2]), c[-2], c[-1].span)

    def if_branch(self, c: Children) -> nodes.IfBranch:
        return nodes.IfBranch(self.span, *c)

    def case_(self, c: Children) -> nodes.Case:
        return nodes.Case(self.span, c[0], tuple(c[1:-2]), c[-2], c[-1].span)

    def bare_case(self, c: Children) -> nodes.Case:
        return nodes.Case(self.span, None, tuple(c[:-2]), c[-2], c[-1].span)

    def when(self, c: Children) -> nodes.WhenBranch:
        return nodes.WhenBranch(self.span, tuple(c[:-1]), c[-1])

    def when_value(self, c: Children) -> nodes.WhenValue:
        return nodes.WhenValue(self.span, c[0])

    def when_comparison(self, c: Children) -> nodes.WhenComparison:
        return nodes.WhenComparison(self.span, c[0].text, c[1])

    def when_type(self, c: Children) -> nodes.WhenType:
        return nodes.WhenType(self.span, c[0] is not None, c[1])

    def while_(self, c: Children) -> nodes.While:
        return nodes.While(self.span, c[0], c[1], c[2].span)

    def for_in(self, c: Children) -> nodes.ForIn:
        variable, iterable, block, end = c
        return nodes.ForIn(self.span, variable, iterable, block, end.span)

    def for_to(self, c: Children) -> nodes.ForTo:
        name, first, down, last, step, block, end = c
        return nodes.ForTo(self.span, name, first, down is not None, last, step, block, end.span)

    def try_(self, c: Children) -> nodes.Try:
        return nodes.Try(self.span, c[0], tuple(c[1:-2]), c[-2], c[-1].span)

    def catch(self, c: Children) -> nodes.Catch:
        return nodes.Catch(self.span, *c)

    def scope(self, c: Children) -> nodes.Scope:
        return nodes.Scope(self.span, c[0], c[1].span)

    def break_(self, c: Children) -> nodes.Break:
        return nodes.Break(self.span)

    def continue_(self, c: Children) -> nodes.Continue:
        return nodes.Continue(self.span)

    def return_bare(self, c: Children) -> nodes.Return:
        return nodes.Return(self.span, None)

    def return_(self, c: Children) -> nodes.Return:
        return nodes.Return(self.span, c[0])

    def expression_statement(self, c: Children) -> nodes.ExpressionStatement:
        expression = c[0]
        if isinstance(expression, nodes.Reference) and len(expression.path) == 1:
            mistake = wrong_statement(expression.path[0], self.text)
            if mistake:
                raise mistake
        return nodes.ExpressionStatement(self.span, expression)

    def assignment(self, c: Children) -> nodes.Assignment:
        return nodes.Assignment(self.span, *c)

    def assignment_operator(self, c: Children) -> nodes.AssignmentOperator:
        operator: nodes.AssignmentOperator = c[0].text
        return operator

    # ---- expressions

    def ternary(self, c: Children) -> nodes.Ternary:
        return nodes.Ternary(self.span, *c)

    def coalesce(self, c: Children) -> nodes.Coalesce:
        return nodes.Coalesce(self.span, *c)

    def or_(self, c: Children) -> nodes.Logical:
        return nodes.Logical(self.span, "или", self.bounded(c))

    def and_(self, c: Children) -> nodes.Logical:
        return nodes.Logical(self.span, "и", self.bounded(c))

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
        return nodes.Ternary(self.span, test, then, otherwise)

    def not_(self, c: Children) -> nodes.Not:
        return nodes.Not(self.span, c[1])

    def comparison(self, c: Children) -> nodes.Comparison:
        first, *tails = self.bounded(c)
        return nodes.Comparison(self.span, first, tuple(tails))

    def comparison_tail(self, c: Children) -> nodes.ComparisonTail:
        return nodes.ComparisonTail(self.span, c[0].text, c[0].span, c[1])

    def comparison_operator(self, c: Children) -> Token:
        token: Token = c[0]
        return token

    def tail(self, c: Children) -> Children:
        return c

    def chain(self, c: Children) -> nodes.Expression:
        """`a + b - c`: leaning to the left."""
        result, *tails = self.bounded(c)
        for operator, operand in tails:
            span = result.span.to(operand.span)
            result = nodes.Binary(span, operator.text, operator.span, result, operand)
        expression: nodes.Expression = result
        return expression

    def power(self, c: Children) -> nodes.Binary:
        left, operator, right = c
        return nodes.Binary(self.span, "**", operator.span, left, right)

    def unary(self, c: Children) -> nodes.Unary:
        return nodes.Unary(self.span, c[0].text, c[1])

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
        return nodes.MethodReference(self.span, target, path[0], type_arguments or (), signature)

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
        result, *builders = self.bounded(c)
        for build in builders:
            result = build(result)
        expression: nodes.Expression = result
        return expression

    def member_suffix(self, c: Children) -> Callable[[nodes.Expression], nodes.Expression]:
        dot, name, type_arguments = c
        safe, end = dot.type == "QDOT", Span(self.end, self.end)
        return lambda target: nodes.Member(target.span.to(end), target, safe, name, type_arguments or ())

    def call_suffix(self, c: Children) -> Callable[[nodes.Expression], nodes.Expression]:
        end = Span(self.end, self.end)
        return lambda callee: nodes.Call(callee.span.to(end), callee, c[0])

    def index_suffix(self, c: Children) -> Callable[[nodes.Expression], nodes.Expression]:
        end = Span(self.end, self.end)
        return lambda target: nodes.Index(target.span.to(end), target, c[0])

    def nonnull_suffix(self, c: Children) -> Callable[[nodes.Expression], nodes.Expression]:
        end = Span(self.end, self.end)
        return lambda operand: nodes.NonNull(operand.span.to(end), operand)

    def arguments(self, c: Children) -> tuple[nodes.Argument, ...]:
        return tuple(c)

    def argument(self, c: Children) -> nodes.Argument:
        return nodes.Argument(self.span, c[0], c[1])

    def parenthesised(self, c: Children) -> Any:
        """The brackets go into the span of what is in them."""
        return replace(c[0], span=self.span)

    def number(self, c: Children) -> nodes.NumberLiteral | nodes.DurationLiteral:
        return literals.number(c[0].text, self.span)

    def pattern(self, c: Children) -> nodes.PatternLiteral:
        return nodes.PatternLiteral(self.span, literals.pattern_text(c[0].text))

    def true(self, c: Children) -> nodes.BooleanLiteral:
        return nodes.BooleanLiteral(self.span, True)

    def false(self, c: Children) -> nodes.BooleanLiteral:
        return nodes.BooleanLiteral(self.span, False)

    def undefined(self, c: Children) -> nodes.UndefinedLiteral:
        return nodes.UndefinedLiteral(self.span)

    def braced(self, c: Children) -> nodes.BracedLiteral:
        return literals.braced(c[0].text, self.span)

    def type_literal(self, c: Children) -> nodes.TypeLiteral:
        return nodes.TypeLiteral(self.span, c[1])

    def this(self, c: Children) -> nodes.This:
        return nodes.This(self.span)

    def global_(self, c: Children) -> nodes.Global:
        return nodes.Global(self.span)

    def reference(self, c: Children) -> nodes.Reference:
        return nodes.Reference(self.span, c[0], c[1] or ())

    def throw(self, c: Children) -> nodes.Throw:
        return nodes.Throw(self.span, c[0])

    def new(self, c: Children) -> nodes.New:
        return nodes.New(self.span, c[0], c[1] or ())

    def short_lambda(self, c: Children) -> nodes.Lambda:
        token, body = c
        parameter = nodes.LambdaParameter(token.span, nodes.Name(token.span, token.text), None)
        return nodes.Lambda(self.span, (parameter,), body, None)

    def lambda_(self, c: Children) -> nodes.Lambda:
        return nodes.Lambda(self.span, tuple(c[:-1]), c[-1], None)

    def full_lambda(self, c: Children) -> nodes.Lambda:
        return nodes.Lambda(self.span, tuple(c[:-2]), c[-2], c[-1].span)

    def lambda_parameter(self, c: Children) -> nodes.LambdaParameter:
        return nodes.LambdaParameter(self.span, *c)

    # ---- collections

    def literal_types(self, c: Children) -> tuple[nodes.TypeExpression, ...]:
        return tuple(c)

    def array(self, c: Children) -> nodes.ArrayLiteral:
        return nodes.ArrayLiteral(self.span, None, tuple(c))

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
            return nodes.MapLiteral(self.span, None, None, entries)
        return nodes.SetLiteral(self.span, None, entries)

    def empty_map(self, c: Children) -> nodes.MapLiteral:
        return nodes.MapLiteral(self.span, None, None, ())

    def map_entry(self, c: Children) -> nodes.MapEntry:
        return nodes.MapEntry(self.span, *c)

    def typed_collection(self, c: Children) -> nodes.Expression:
        types, collection = c
        wanted = 2 if isinstance(collection, nodes.MapLiteral) else 1
        if len(types) != wanted:
            raise Mistake(
                self.span,
                "Неверное число типов перед литералом коллекции",
                "Массив и множество: <Тип>[…], <Тип>{…}; соответствие: <ТипКлюча, ТипЗначения>{ключ: значение}.",
            )
        if isinstance(collection, nodes.MapLiteral):
            return replace(collection, span=self.span, key_type=types[0], value_type=types[1])
        items: nodes.ArrayLiteral | nodes.SetLiteral = collection
        return replace(items, span=self.span, item_type=types[0])

    # ---- strings

    def string(self, c: Children) -> nodes.StringLiteral | nodes.Interpolated:
        span = self.span
        text = self.text
        border = span.start - text.rfind("\n", 0, span.start)
        parts = self.string_parts(span, border)
        if all(isinstance(part, nodes.TextPart) for part in parts):
            return nodes.StringLiteral(span, "".join(part.value for part in parts if isinstance(part, nodes.TextPart)))
        return nodes.Interpolated(span, parts)

    def string_parts(self, span: Span, border: int) -> tuple[nodes.TextPart | nodes.Interpolation, ...]:
        parts: list[nodes.TextPart | nodes.Interpolation] = []
        text_start: int | None = None
        for raw in split(self.text, span):
            if isinstance(raw, EscapedSign):
                text_start = raw.span.start
            elif isinstance(raw, RawText):
                place = Span(raw.span.start if text_start is None else text_start, raw.span.end)
                value = literals.string_text(self.text, raw.span, border)
                if parts and isinstance(parts[-1], nodes.TextPart):
                    place, value = parts[-1].span.to(place), parts.pop().value + value  # type: ignore[union-attr]
                if value:
                    parts.append(nodes.TextPart(place, value))
                text_start = None
            else:
                self.check_short_name(raw)
                form = None if raw.format is None else literals.string_text(self.text, raw.format, border)
                parts.append(nodes.Interpolation(raw.span, raw.kind, self.parse_part(raw.code), form))
        return tuple(parts)

    def check_short_name(self, raw: RawInterpolation) -> None:
        """`50%и`: a keyword is no variable; most likely the sign itself was meant."""
        word = self.text[raw.code.start : raw.code.end]
        if KEYWORDS.get(word, "THIS") != "THIS":
            advice = f"Сам знак пишут с обратной косой чертой: \\{raw.kind}."
            raise Mistake(raw.span, f"После «{raw.kind}» ожидается имя, «{word}» — ключевое слово", advice)

    def bounded(self, c: Children) -> Any:
        """A chain that is not too long."""
        if len(c) > CHAIN_LIMIT:
            raise Mistake(self.span, TOO_DEEP)
        return tuple(c)


_KINDS: dict[str, nodes.DeclarationKind] = {"VAR": "пер", "VAL": "знч", "USE": "исп"}


def _by_kind(
    members: Children,
) -> tuple[tuple[nodes.Field, ...], tuple[nodes.Method, ...], tuple[nodes.Constructor, ...]]:
    return (
        tuple(member for member in members if isinstance(member, nodes.Field)),
        tuple(member for member in members if isinstance(member, nodes.Method)),
        tuple(member for member in members if isinstance(member, nodes.Constructor)),
    )


def _below(target: nodes.Expression | None, path: list[nodes.Name]) -> nodes.Expression:
    """What a method reference goes through: `А::Б`, `этот.А`."""
    span = path[0].span.to(path[-1].span)
    if target is None:
        return nodes.Reference(span, tuple(path), ())
    return nodes.Member(target.span.to(span), target, False, path[-1], ())

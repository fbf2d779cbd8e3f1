"""Declarations, types and statements from what the grammar recognised: a method for every rule of grammar.lark.

The methods get the children that the grammar keeps: terminals whose name begins with `_` are dropped there, an absent
`[…]` is None. The rules of expressions are in expression_tree.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from interpreter.element import nodes
from interpreter.element.syntax_messages import Mistake, wrong_statement
from interpreter.source import Span

if TYPE_CHECKING:
    from interpreter.element.lexer import Token
    from interpreter.element.place import Place

Children: TypeAlias = list[Any]


class Tree:
    """The rules of everything but expressions."""

    def __init__(self, place: Place) -> None:
        self.place = place

    # ---- declarations

    def module(self, c: Children) -> nodes.Module:
        directives = tuple(child for child in c if isinstance(child, nodes.Directive))
        imports = tuple(child for child in c if isinstance(child, nodes.Import))
        members = tuple(c[len(directives) + len(imports) :])
        return nodes.Module(Span(0, len(self.place.text)), directives, imports, members)

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
        return nodes.Import(self.place.span, c[0])

    def annotations(self, c: Children) -> tuple[nodes.Annotation, ...]:
        return tuple(c)

    def annotation(self, c: Children) -> nodes.Annotation:
        return nodes.Annotation(self.place.span, c[0], c[1] or ())

    def annotation_arguments(self, c: Children) -> tuple[nodes.AnnotationArgument, ...]:
        return tuple(c)

    def annotation_argument(self, c: Children) -> nodes.AnnotationArgument:
        return nodes.AnnotationArgument(self.place.span, c[0], c[1])

    def constant(self, c: Children) -> nodes.Constant:
        return nodes.Constant(self.place.span, *c)

    def method(self, c: Children) -> nodes.Method:
        annotations, static, name, parameters, result, body, end = c
        return nodes.Method(self.place.span, annotations, static is not None, name, parameters, result, body, end.span)

    def abstract_method(self, c: Children) -> nodes.Method:
        annotations, _, static, name, parameters, result = c
        return nodes.Method(self.place.span, annotations, static is not None, name, parameters, result, None, None)

    def parameters(self, c: Children) -> tuple[nodes.Parameter, ...]:
        return tuple(c)

    def parameter(self, c: Children) -> nodes.Parameter:
        return nodes.Parameter(self.place.span, *c)

    def structure(self, c: Children) -> nodes.Structure:
        return nodes.Structure(self.place.span, c[0], c[1], *_by_kind(c[2:-1]), c[-1].span)

    def exception(self, c: Children) -> nodes.ExceptionDeclaration:
        return nodes.ExceptionDeclaration(self.place.span, c[0], c[1], *_by_kind(c[2:-1]), c[-1].span)

    def field(self, c: Children) -> nodes.Field:
        annotations, before, kind, after, name, type_, value = c
        required = before is not None or after is not None
        return nodes.Field(self.place.span, annotations, required, kind, name, type_, value)

    def field_kind(self, c: Children) -> nodes.DeclarationKind:
        return _KINDS[c[0].type]

    def constructor(self, c: Children) -> nodes.Constructor:
        return nodes.Constructor(self.place.span, c[0])

    def enumeration(self, c: Children) -> nodes.Enumeration:
        items = tuple(child for child in c if isinstance(child, nodes.EnumerationItem))
        methods = tuple(child for child in c if isinstance(child, nodes.Method))
        return nodes.Enumeration(self.place.span, c[0], c[1], items, methods, c[-1].span)

    def enumeration_item(self, c: Children) -> nodes.EnumerationItem:
        return nodes.EnumerationItem(self.place.span, c[0], c[1] is not None)

    def qname(self, c: Children) -> tuple[nodes.Name, ...]:
        return tuple(c)

    def name(self, c: Children) -> nodes.Name:
        return nodes.Name(self.place.span, c[0].text)

    # ---- types

    def void(self, c: Children) -> nodes.VoidType:
        return nodes.VoidType(self.place.span)

    def never(self, c: Children) -> nodes.NeverType:
        return nodes.NeverType(self.place.span)

    def unknown_type(self, c: Children) -> nodes.UnknownType:
        return nodes.UnknownType(self.place.span)

    def undefined_type(self, c: Children) -> nodes.UndefinedType:
        return nodes.UndefinedType(self.place.span)

    def union(self, c: Children) -> nodes.UnionType:
        left, right = c
        known = left.alternatives if isinstance(left, nodes.UnionType) else (left,)
        self.place.bounded([*known, right])
        return nodes.UnionType(self.place.span, (*known, right))

    def nullable(self, c: Children) -> nodes.NullableType:
        return nodes.NullableType(self.place.span, c[0])

    def named_type(self, c: Children) -> nodes.NamedType:
        names = (*c[0], *(child for child in c[1:-1] if isinstance(child, nodes.Name)))
        return nodes.NamedType(self.place.span, names, c[-1] or ())

    def type_head(self, c: Children) -> tuple[nodes.Name, ...]:
        first = c[0] if isinstance(c[0], nodes.Name) else nodes.Name(c[0].span, c[0].text)
        return (first, *c[1:])

    def type_arguments(self, c: Children) -> tuple[nodes.TypeArgument, ...]:
        return tuple(c)

    def type_argument(self, c: Children) -> nodes.TypeArgument:
        return nodes.TypeArgument(self.place.span, c[0], c[1])

    def function_type(self, c: Children) -> nodes.FunctionType:
        return nodes.FunctionType(self.place.span, tuple(c[:-1]), c[-1])

    # ---- statements

    def block(self, c: Children) -> nodes.Block:
        return nodes.Block(self.place.span, tuple(c))

    def variable(self, c: Children) -> nodes.VariableDeclaration:
        return nodes.VariableDeclaration(self.place.span, "пер" if c[0].type == "VAR" else "знч", *c[1:])

    def use(self, c: Children) -> nodes.Use:
        _, expression, type_, value = c
        if type_ is None and value is None:
            return nodes.Use(self.place.span, None, None, expression)
        if not isinstance(expression, nodes.Reference) or len(expression.path) != 1 or expression.type_arguments:
            raise Mistake(expression.span, "Ожидается имя переменной")
        if value is None:
            raise Mistake(expression.span, "После «исп» переменной нужно значение")
        return nodes.Use(self.place.span, expression.path[0], type_, value)

    def if_(self, c: Children) -> nodes.If:
        return nodes.If(self.place.span, tuple(c[:-2]), c[-2], c[-1].span)

    def if_branch(self, c: Children) -> nodes.IfBranch:
        return nodes.IfBranch(self.place.span, *c)

    def case_(self, c: Children) -> nodes.Case:
        return nodes.Case(self.place.span, c[0], tuple(c[1:-2]), c[-2], c[-1].span)

    def bare_case(self, c: Children) -> nodes.Case:
        return nodes.Case(self.place.span, None, tuple(c[:-2]), c[-2], c[-1].span)

    def when(self, c: Children) -> nodes.WhenBranch:
        return nodes.WhenBranch(self.place.span, tuple(c[:-1]), c[-1])

    def when_value(self, c: Children) -> nodes.WhenValue:
        return nodes.WhenValue(self.place.span, c[0])

    def when_comparison(self, c: Children) -> nodes.WhenComparison:
        return nodes.WhenComparison(self.place.span, c[0].text, c[1])

    def when_type(self, c: Children) -> nodes.WhenType:
        return nodes.WhenType(self.place.span, c[0] is not None, c[1])

    def while_(self, c: Children) -> nodes.While:
        return nodes.While(self.place.span, c[0], c[1], c[2].span)

    def for_in(self, c: Children) -> nodes.ForIn:
        variable, iterable, block, end = c
        return nodes.ForIn(self.place.span, variable, iterable, block, end.span)

    def for_to(self, c: Children) -> nodes.ForTo:
        name, first, down, last, step, block, end = c
        return nodes.ForTo(self.place.span, name, first, down is not None, last, step, block, end.span)

    def try_(self, c: Children) -> nodes.Try:
        return nodes.Try(self.place.span, c[0], tuple(c[1:-2]), c[-2], c[-1].span)

    def catch(self, c: Children) -> nodes.Catch:
        return nodes.Catch(self.place.span, *c)

    def scope(self, c: Children) -> nodes.Scope:
        return nodes.Scope(self.place.span, c[0], c[1].span)

    def break_(self, c: Children) -> nodes.Break:
        return nodes.Break(self.place.span)

    def continue_(self, c: Children) -> nodes.Continue:
        return nodes.Continue(self.place.span)

    def return_bare(self, c: Children) -> nodes.Return:
        return nodes.Return(self.place.span, None)

    def return_(self, c: Children) -> nodes.Return:
        return nodes.Return(self.place.span, c[0])

    def expression_statement(self, c: Children) -> nodes.ExpressionStatement:
        expression = c[0]
        if isinstance(expression, nodes.Reference) and len(expression.path) == 1:
            mistake = wrong_statement(expression.path[0], self.place.text)
            if mistake:
                raise mistake
        return nodes.ExpressionStatement(self.place.span, expression)

    def assignment(self, c: Children) -> nodes.Assignment:
        return nodes.Assignment(self.place.span, *c)

    def assignment_operator(self, c: Children) -> nodes.AssignmentOperator:
        operator: nodes.AssignmentOperator = c[0].text
        return operator


_KINDS: dict[str, nodes.DeclarationKind] = {"VAR": "пер", "VAL": "знч", "USE": "исп"}


def _by_kind(
    members: Children,
) -> tuple[tuple[nodes.Field, ...], tuple[nodes.Method, ...], tuple[nodes.Constructor, ...]]:
    return (
        tuple(member for member in members if isinstance(member, nodes.Field)),
        tuple(member for member in members if isinstance(member, nodes.Method)),
        tuple(member for member in members if isinstance(member, nodes.Constructor)),
    )

"""The syntax tree of the Enterprise language.

Every node has `span`: the slice of the source that is its own text (an expression in brackets includes them).
Names keep the author's spelling; compare them with `runtime.names.fold`. Two nodes are equal when they say the same,
wherever they stand: spans do not take part. Block statements carry in `end` the span of their closing keyword.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields

from interpreter.source import Span


@dataclass(frozen=True, slots=True)
class Node:
    span: Span = field(compare=False, kw_only=True)


class Expression(Node):
    __slots__ = ()


class Statement(Node):
    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Identifier(Node):
    """A name that is declared, or a member's name after the dot."""

    name: str


# Expressions


@dataclass(frozen=True, slots=True)
class Number(Expression):
    """`value` is an int when the number is integral (also `1.0`), else its decimal text without idle zeros."""

    text: str
    value: int | str


@dataclass(frozen=True, slots=True)
class String(Expression):
    """`value` is what the script sees: quotes undoubled, lines joined with LF."""

    value: str


@dataclass(frozen=True, slots=True)
class Date(Expression):
    """`value` is fourteen digits ГГГГММДДччммсс of a day and time that exist."""

    value: str


@dataclass(frozen=True, slots=True)
class Boolean(Expression):
    value: bool


@dataclass(frozen=True, slots=True)
class Undefined(Expression):
    pass


@dataclass(frozen=True, slots=True)
class Null(Expression):
    pass


@dataclass(frozen=True, slots=True)
class Name(Expression):
    """A variable that is read or written, or the function that is called."""

    name: str


@dataclass(frozen=True, slots=True)
class Unary(Expression):
    """`operator` is "-" or "+"."""

    operator: str
    operand: Expression


@dataclass(frozen=True, slots=True)
class Not(Expression):
    operand: Expression


@dataclass(frozen=True, slots=True)
class Binary(Expression):
    """`operator` is one of + - * / % = <> < <= > >= and or.

    A chain `А + Б + В …` leans to the left and may be `nesting.CHAIN_LIMIT` deep: walk it in a loop.
    """

    operator: str
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True)
class Ternary(Expression):
    condition: Expression
    then: Expression
    otherwise: Expression


@dataclass(frozen=True, slots=True)
class Member(Expression):
    """`Объект.Имя`; chains lean to the left, as in `Binary`."""

    owner: Expression
    name: Identifier


@dataclass(frozen=True, slots=True)
class Index(Expression):
    owner: Expression
    index: Expression


@dataclass(frozen=True, slots=True)
class Call(Expression):
    """An argument is None where the call skips it: `Ф(1,,3)`; `Ф()` has no arguments, `Ф(,)` has two."""

    callee: Name | Member
    arguments: tuple[Expression | None, ...]


@dataclass(frozen=True, slots=True)
class New(Expression):
    """`Новый Тип` and `Новый Тип(…)`."""

    type_name: Identifier
    arguments: tuple[Expression | None, ...]


@dataclass(frozen=True, slots=True)
class NewDynamic(Expression):
    """`Новый(Тип[, МассивПараметров])`."""

    type_value: Expression
    arguments: Expression | None


@dataclass(frozen=True, slots=True)
class Await(Expression):
    operand: Expression


# Statements


@dataclass(frozen=True, slots=True)
class Assign(Statement):
    target: Name | Member | Index
    value: Expression


@dataclass(frozen=True, slots=True)
class CallStatement(Statement):
    call: Call


@dataclass(frozen=True, slots=True)
class IfBranch(Node):
    """One of Если, ИначеЕсли, Иначе (then `condition` is None); `keyword` is where that word stands."""

    condition: Expression | None
    body: tuple[Statement, ...]
    keyword: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class If(Statement):
    branches: tuple[IfBranch, ...]
    end: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class While(Statement):
    condition: Expression
    body: tuple[Statement, ...]
    end: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class ForRange(Statement):
    """`Для Сч = … По … Цикл`."""

    variable: Identifier
    first: Expression
    last: Expression
    body: tuple[Statement, ...]
    end: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class ForEach(Statement):
    variable: Identifier
    collection: Expression
    body: tuple[Statement, ...]
    end: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class Try(Statement):
    """`keyword` is where Исключение stands."""

    body: tuple[Statement, ...]
    handler: tuple[Statement, ...]
    keyword: Span = field(compare=False)
    end: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class Return(Statement):
    value: Expression | None


@dataclass(frozen=True, slots=True)
class Raise(Statement):
    """`ВызватьИсключение` alone has no value; the long form has `details`: категория, код, дополнительно, причина.

    `details` is empty in the short forms, else it holds four values, None where one was skipped, and more than four
    when the author wrote too many.
    """

    value: Expression | None
    details: tuple[Expression | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Break(Statement):
    pass


@dataclass(frozen=True, slots=True)
class Continue(Statement):
    pass


@dataclass(frozen=True, slots=True)
class Goto(Statement):
    label: Identifier


@dataclass(frozen=True, slots=True)
class Label(Statement):
    """`~Имя:`; an entry of the block of its own, before the statement it marks."""

    name: Identifier


@dataclass(frozen=True, slots=True)
class Execute(Statement):
    code: Expression


@dataclass(frozen=True, slots=True)
class AddHandler(Statement):
    event: Expression
    handler: Expression


@dataclass(frozen=True, slots=True)
class RemoveHandler(Statement):
    event: Expression
    handler: Expression


@dataclass(frozen=True, slots=True)
class AwaitStatement(Statement):
    operand: Expression


@dataclass(frozen=True, slots=True)
class LocalVar(Statement):
    """`Перем А, Б;` at the beginning of a method (or of the text given to `parse_statements`)."""

    names: tuple[Identifier, ...]


# Declarations


@dataclass(frozen=True, slots=True)
class AnnotationParameter(Node):
    """`Имя`, `Имя = Значение` or `Значение`."""

    name: Identifier | None
    value: Expression | None


@dataclass(frozen=True, slots=True)
class Annotation(Node):
    """`&НаСервере`, `&Перед("Имя")`; the name is without the ampersand."""

    name: Identifier
    parameters: tuple[AnnotationParameter, ...]


@dataclass(frozen=True, slots=True)
class Parameter(Node):
    """`default` is a literal, or `Unary` of a number."""

    name: Identifier
    by_value: bool
    default: Expression | None
    annotations: tuple[Annotation, ...]


@dataclass(frozen=True, slots=True)
class Variable(Node):
    """One name of a `Перем` of the module; its span is the name with its Экспорт."""

    name: Identifier
    export: bool
    annotations: tuple[Annotation, ...]


@dataclass(frozen=True, slots=True)
class Method(Node):
    """A procedure or a function. `end` is КонецПроцедуры or КонецФункции."""

    name: Identifier
    parameters: tuple[Parameter, ...]
    body: tuple[Statement, ...]
    is_function: bool
    is_async: bool
    export: bool
    annotations: tuple[Annotation, ...]
    end: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class Use(Node):
    """`#Использовать имя` or, when `is_path`, `#Использовать "путь"`."""

    name: str
    is_path: bool


@dataclass(frozen=True, slots=True)
class Module(Node):
    """A whole text. `body` are the statements after the methods."""

    directives: tuple[Use, ...]
    variables: tuple[Variable, ...]
    methods: tuple[Method, ...]
    body: tuple[Statement, ...]


def children(node: Node) -> Iterator[Node]:
    """The nodes right below one, in the order of the fields."""
    for one in fields(node):
        value = getattr(node, one.name)
        if isinstance(value, Node):
            yield value
        elif isinstance(value, tuple):
            yield from (item for item in value if isinstance(item, Node))


def walk(node: Node) -> Iterator[Node]:
    """The node and everything below it, parents first; safe for trees of any depth."""
    pending = [node]
    while pending:
        current = pending.pop()
        yield current
        pending.extend(reversed(tuple(children(current))))

"""The syntax tree of the Enterprise language.

Every node has `span`: the slice of the source that is its own text (an expression in brackets includes them).
Names keep the author's spelling; compare them with `runtime.names.fold`. Two nodes are equal when they say the same,
wherever they stand: spans do not take part. Block statements carry in `end` the span of their closing keyword.
"""

from __future__ import annotations

from dataclasses import field

from interpreter.node import node
from interpreter.source import Span


@node(eq=True)
class Node:
    span: Span = field(compare=False, kw_only=True)


class Expression(Node):
    __slots__ = ()


class Statement(Node):
    __slots__ = ()


@node(eq=True)
class Identifier(Node):
    """A name that is declared, or a member's name after the dot."""

    name: str


# Expressions


@node(eq=True)
class Number(Expression):
    """`value` is an int when the number is integral (also `1.0`), else its decimal text without idle zeros."""

    text: str
    value: int | str


@node(eq=True)
class String(Expression):
    """`value` is what the script sees: quotes undoubled, lines joined with LF."""

    value: str


@node(eq=True)
class Date(Expression):
    """`value` is fourteen digits ГГГГММДДччммсс of a day and time that exist."""

    value: str


@node(eq=True)
class Boolean(Expression):
    value: bool


@node(eq=True)
class Undefined(Expression):
    pass


@node(eq=True)
class Null(Expression):
    pass


@node(eq=True)
class Name(Expression):
    """A variable that is read or written, or the function that is called."""

    name: str


@node(eq=True)
class Unary(Expression):
    """`operator` is "-" or "+"."""

    operator: str
    operand: Expression


@node(eq=True)
class Not(Expression):
    operand: Expression


@node(eq=True)
class Binary(Expression):
    """`operator` is one of + - * / % = <> < <= > >= and or.

    A chain `А + Б + В …` leans to the left and may be `nesting.CHAIN_LIMIT` deep: walk it in a loop.
    """

    operator: str
    left: Expression
    right: Expression


@node(eq=True)
class Ternary(Expression):
    condition: Expression
    then: Expression
    otherwise: Expression


@node(eq=True)
class Member(Expression):
    """`Объект.Имя`; chains lean to the left, as in `Binary`."""

    owner: Expression
    name: Identifier


@node(eq=True)
class Index(Expression):
    owner: Expression
    index: Expression


@node(eq=True)
class Call(Expression):
    """An argument is None where the call skips it: `Ф(1,,3)`; `Ф()` has no arguments, `Ф(,)` has two."""

    callee: Name | Member
    arguments: tuple[Expression | None, ...]


@node(eq=True)
class New(Expression):
    """`Новый Тип` and `Новый Тип(…)`."""

    type_name: Identifier
    arguments: tuple[Expression | None, ...]


@node(eq=True)
class NewDynamic(Expression):
    """`Новый(Тип[, МассивПараметров])`."""

    type_value: Expression
    arguments: Expression | None


@node(eq=True)
class Await(Expression):
    operand: Expression


# Statements


@node(eq=True)
class Assign(Statement):
    target: Name | Member | Index
    value: Expression


@node(eq=True)
class CallStatement(Statement):
    call: Call


@node(eq=True)
class IfBranch(Node):
    """One of Если, ИначеЕсли, Иначе (then `condition` is None); `keyword` is where that word stands."""

    condition: Expression | None
    body: tuple[Statement, ...]
    keyword: Span = field(compare=False)


@node(eq=True)
class If(Statement):
    branches: tuple[IfBranch, ...]
    end: Span = field(compare=False)


@node(eq=True)
class While(Statement):
    condition: Expression
    body: tuple[Statement, ...]
    end: Span = field(compare=False)


@node(eq=True)
class ForRange(Statement):
    """`Для Сч = … По … Цикл`."""

    variable: Identifier
    first: Expression
    last: Expression
    body: tuple[Statement, ...]
    end: Span = field(compare=False)


@node(eq=True)
class ForEach(Statement):
    variable: Identifier
    collection: Expression
    body: tuple[Statement, ...]
    end: Span = field(compare=False)


@node(eq=True)
class Try(Statement):
    """`keyword` is where Исключение stands."""

    body: tuple[Statement, ...]
    handler: tuple[Statement, ...]
    keyword: Span = field(compare=False)
    end: Span = field(compare=False)


@node(eq=True)
class Return(Statement):
    value: Expression | None


@node(eq=True)
class Raise(Statement):
    """`ВызватьИсключение` alone has no value; the long form has `details`: категория, код, дополнительно, причина.

    `details` is empty in the short forms, else it holds four values, None where one was skipped, and more than four
    when the author wrote too many.
    """

    value: Expression | None
    details: tuple[Expression | None, ...] = ()


@node(eq=True)
class Break(Statement):
    pass


@node(eq=True)
class Continue(Statement):
    pass


@node(eq=True)
class Goto(Statement):
    label: Identifier


@node(eq=True)
class Label(Statement):
    """`~Имя:`; an entry of the block of its own, before the statement it marks."""

    name: Identifier


@node(eq=True)
class Execute(Statement):
    code: Expression


@node(eq=True)
class AddHandler(Statement):
    event: Expression
    handler: Expression


@node(eq=True)
class RemoveHandler(Statement):
    event: Expression
    handler: Expression


@node(eq=True)
class AwaitStatement(Statement):
    operand: Expression


@node(eq=True)
class LocalVar(Statement):
    """`Перем А, Б;` at the beginning of a method (or of the text given to `parse_statements`)."""

    names: tuple[Identifier, ...]


# Declarations


@node(eq=True)
class AnnotationParameter(Node):
    """`Имя`, `Имя = Значение` or `Значение`."""

    name: Identifier | None
    value: Expression | None


@node(eq=True)
class Annotation(Node):
    """`&НаСервере`, `&Перед("Имя")`; the name is without the ampersand."""

    name: Identifier
    parameters: tuple[AnnotationParameter, ...]


@node(eq=True)
class Parameter(Node):
    """`default` is a literal, or `Unary` of a number."""

    name: Identifier
    by_value: bool
    default: Expression | None
    annotations: tuple[Annotation, ...]


@node(eq=True)
class Variable(Node):
    """One name of a `Перем` of the module; its span is the name with its Экспорт."""

    name: Identifier
    export: bool
    annotations: tuple[Annotation, ...]


@node(eq=True)
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


@node(eq=True)
class Use(Node):
    """`#Использовать имя` or, when `is_path`, `#Использовать "путь"`."""

    name: str
    is_path: bool


@node(eq=True)
class Module(Node):
    """A whole text. `body` are the statements after the methods."""

    directives: tuple[Use, ...]
    variables: tuple[Variable, ...]
    methods: tuple[Method, ...]
    body: tuple[Statement, ...]

"""The tree of an Element program.

Every node has an exact `span`: it slices the source to the node's own text. An expression in parentheses has no node of
its own, its span takes the parentheses in. Nodes compare and hash by identity, so they are keys of side tables.
Nesting is bounded (see parser.NESTING_LIMIT); only the left spine of `Binary`, `Member`, `Call`, `Index`, `NonNull`,
`TypeTest` and `Cast` may be longer (place.CHAIN_LIMIT): walk it in a loop.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from interpreter.node import node

if TYPE_CHECKING:
    from decimal import Decimal

    from interpreter.source import Span

DeclarationKind: TypeAlias = Literal["пер", "знч", "исп"]
ArithmeticOperator: TypeAlias = Literal["+", "-", "*", "/", "%", "**"]
ComparisonOperator: TypeAlias = Literal["==", "!=", "<", "<=", ">", ">="]
AssignmentOperator: TypeAlias = Literal["=", "+=", "-=", "*=", "/="]
BracedKind: TypeAlias = Literal[
    "Date", "Time", "DateTime", "Instant", "TimeZone", "Uuid", "Bytes", "Version", "Locale", "Resource", "Query"
]
BracedValue: TypeAlias = "tuple[int | str | None, ...] | bytes | str"
"""What literals.py makes of the text between braces; the shapes are described there."""


@node()
class Node:
    span: Span


@node()
class Name(Node):
    """A name where it stands, in NFC."""

    text: str


# ---- the module


@node()
class Module(Node):
    directives: tuple[Directive, ...]
    imports: tuple[Import, ...]
    members: tuple[ModuleMember, ...]


@node()
class Directive(Node):
    """`#требуется Файл.sbsl`: name «требуется», argument «Файл.sbsl» (blanks around it cut off)."""

    name: Name
    argument: Name


@node()
class Import(Node):
    path: tuple[Name, ...]


@node()
class Annotation(Node):
    path: tuple[Name, ...]
    arguments: tuple[AnnotationArgument, ...]


@node()
class AnnotationArgument(Node):
    name: Name | None
    value: Expression | Annotation


@node()
class Constant(Node):
    annotations: tuple[Annotation, ...]
    name: Name
    type: TypeExpression | None
    value: Expression


@node()
class Method(Node):
    """A method of a module, structure, exception or enumeration. `body` and `end` are None when it is abstract."""

    annotations: tuple[Annotation, ...]
    static: bool
    name: Name
    parameters: tuple[Parameter, ...]
    return_type: TypeExpression | None
    body: Block | None
    end: Span | None


@node()
class Parameter(Node):
    annotations: tuple[Annotation, ...]
    name: Name
    type: TypeExpression | None
    default: Expression | None


@node()
class Structure(Node):
    annotations: tuple[Annotation, ...]
    name: Name
    fields: tuple[Field, ...]
    methods: tuple[Method, ...]
    constructors: tuple[Constructor, ...]
    end: Span


@node()
class ExceptionDeclaration(Node):
    annotations: tuple[Annotation, ...]
    name: Name
    fields: tuple[Field, ...]
    methods: tuple[Method, ...]
    constructors: tuple[Constructor, ...]
    end: Span


@node()
class Field(Node):
    annotations: tuple[Annotation, ...]
    required: bool
    kind: DeclarationKind
    name: Name
    type: TypeExpression | None
    value: Expression | None


@node()
class Constructor(Node):
    """The marker `конструктор`; only its annotations matter."""

    annotations: tuple[Annotation, ...]


@node()
class Enumeration(Node):
    annotations: tuple[Annotation, ...]
    name: Name
    items: tuple[EnumerationItem, ...]
    methods: tuple[Method, ...]
    end: Span


@node()
class EnumerationItem(Node):
    name: Name
    is_default: bool


# ---- types


@node()
class NamedType(Node):
    """`Имя`, `Пр::Имя`, `Модуль.Тип`, `Массив<Т>`: the last name of `path` is the type's own."""

    path: tuple[Name, ...]
    arguments: tuple[TypeArgument, ...]


@node()
class TypeArgument(Node):
    name: Name | None
    type: TypeExpression


@node()
class NullableType(Node):
    """`Т?`."""

    inner: TypeExpression


@node()
class UnionType(Node):
    """`А|Б|?`: at least two alternatives."""

    alternatives: tuple[TypeExpression, ...]


@node()
class FunctionType(Node):
    parameters: tuple[TypeExpression, ...]
    result: TypeExpression


@node()
class UnknownType(Node):
    """`неизвестно`."""


@node()
class VoidType(Node):
    """`ничто`; only as a result type."""


@node()
class NeverType(Node):
    """`никогда`; only as a result type."""


@node()
class UndefinedType(Node):
    """`Неопределено`, or the bare `?` of a union."""


# ---- statements; `end` is the span of the closing `;`


@node()
class Block(Node):
    """Statements; an empty block has an empty span after the token before it."""

    statements: tuple[Statement, ...]


@node()
class VariableDeclaration(Node):
    kind: Literal["пер", "знч"]
    name: Name
    type: TypeExpression | None
    value: Expression | None


@node()
class Use(Node):
    """`исп имя = выр`, `исп выр`."""

    name: Name | None
    type: TypeExpression | None
    value: Expression


@node()
class Assignment(Node):
    """`target` is any expression: the checker refuses what cannot be assigned to."""

    target: Expression
    operator: AssignmentOperator
    value: Expression


@node()
class ExpressionStatement(Node):
    expression: Expression


@node()
class If(Node):
    branches: tuple[IfBranch, ...]
    otherwise: Block | None
    end: Span


@node()
class IfBranch(Node):
    """`если` or `иначе если` to the end of its block."""

    condition: Expression
    block: Block


@node()
class Case(Node):
    """`выбор`; without `subject` every item of a `когда` is a condition."""

    subject: Expression | None
    branches: tuple[WhenBranch, ...]
    otherwise: Block | None
    end: Span


@node()
class WhenBranch(Node):
    conditions: tuple[WhenCondition, ...]
    block: Block


@node()
class WhenValue(Node):
    value: Expression


@node()
class WhenComparison(Node):
    """`> 10`."""

    operator: ComparisonOperator
    operand: Expression


@node()
class WhenType(Node):
    """`это Тип`, `это не Тип`."""

    negated: bool
    type: TypeExpression


@node()
class While(Node):
    condition: Expression
    block: Block
    end: Span


@node()
class ForIn(Node):
    variable: Name
    iterable: Expression
    block: Block
    end: Span


@node()
class ForTo(Node):
    variable: Name
    start: Expression
    down: bool
    stop: Expression
    step: Expression | None
    block: Block
    end: Span


@node()
class Try(Node):
    block: Block
    handlers: tuple[Catch, ...]
    final: Block | None
    end: Span


@node()
class Catch(Node):
    name: Name
    type: TypeExpression
    block: Block


@node()
class Scope(Node):
    """`область`."""

    block: Block
    end: Span


@node()
class Break(Node):
    pass


@node()
class Continue(Node):
    pass


@node()
class Return(Node):
    value: Expression | None


# ---- expressions


@node()
class NumberLiteral(Node):
    """An integral value is an int (`1.0` too), any other a Decimal without trailing zeros."""

    value: int | Decimal


@node()
class DurationLiteral(Node):
    milliseconds: int


@node()
class SizeLiteral(Node):
    """`100 КБайт`."""

    bytes: int


@node()
class BooleanLiteral(Node):
    value: bool


@node()
class UndefinedLiteral(Node):
    """`Неопределено`."""


@node()
class StringLiteral(Node):
    """A string without interpolation: its value, escapes and indentation done."""

    value: str


@node()
class Interpolated(Node):
    """A string with at least one interpolation; neighbouring text is one part, empty text is none."""

    parts: tuple[TextPart | Interpolation, ...]


@node()
class TextPart(Node):
    value: str


@node()
class Interpolation(Node):
    """`%Имя`, `%{выр}` (ВСтроку), `$Имя`, `${выр}`, `${выр|формат}` (Представление)."""

    kind: Literal["%", "$"]
    expression: Expression
    format: str | None


@node()
class PatternLiteral(Node):
    """`'[a-z]+'`: the text between the apostrophes, `\\'` already an apostrophe."""

    pattern: str


@node()
class BracedLiteral(Node):
    """`Дата{2020-03-01}`: `value` is checked and taken apart by literals.py."""

    kind: BracedKind
    name: Name
    text: str
    value: BracedValue


@node()
class TypeLiteral(Node):
    """`Тип<Строка>`."""

    type: TypeExpression


@node()
class ArrayLiteral(Node):
    item_type: TypeExpression | None
    items: tuple[Expression, ...]


@node()
class SetLiteral(Node):
    item_type: TypeExpression | None
    items: tuple[Expression, ...]


@node()
class MapLiteral(Node):
    """`{ключ: значение}`, `{:}`; both types or neither."""

    key_type: TypeExpression | None
    value_type: TypeExpression | None
    entries: tuple[MapEntry, ...]


@node()
class MapEntry(Node):
    key: Expression
    value: Expression


@node()
class Reference(Node):
    """`Имя`, `Пр::Имя`, `Метод<Т>`: a name in an expression; the last name of `path` is its own."""

    path: tuple[Name, ...]
    type_arguments: tuple[TypeArgument, ...]


@node()
class This(Node):
    """`этот`."""


@node()
class Global(Node):
    """`глобальный`, the root of names."""


@node()
class Member(Node):
    """`x.имя`, `x?.имя`, `x.Метод<Т>`."""

    target: Expression
    safe: bool
    name: Name
    type_arguments: tuple[TypeArgument, ...]


@node()
class Call(Node):
    """A call; with a `Member` as callee it is a method call, with a `Reference` a call by name."""

    callee: Expression
    arguments: tuple[Argument, ...]


@node()
class Argument(Node):
    name: Name | None
    value: Expression


@node()
class Index(Node):
    target: Expression
    index: Expression


@node()
class NonNull(Node):
    """`x!`."""

    operand: Expression


@node()
class New(Node):
    type: NamedType
    arguments: tuple[Argument, ...]


@node()
class Throw(Node):
    """`выбросить x`: an expression of type `никогда`."""

    value: Expression


@node()
class Unary(Node):
    operator: Literal["+", "-"]
    operand: Expression


@node()
class Not(Node):
    operand: Expression


@node()
class Binary(Node):
    operator: ArithmeticOperator
    operator_span: Span
    left: Expression
    right: Expression


@node()
class Comparison(Node):
    """`a < b <= c`: usually one tail."""

    first: Expression
    tails: tuple[ComparisonTail, ...]


@node()
class ComparisonTail(Node):
    """An operator and what stands right of it."""

    operator: ComparisonOperator
    operator_span: Span
    operand: Expression


@node()
class Logical(Node):
    """`a и b и c`, `a или b`: at least two operands, evaluated until the outcome is known."""

    operator: Literal["и", "или"]
    operands: tuple[Expression, ...]


@node()
class TypeTest(Node):
    """`x это Т`, `x это не Т`."""

    operand: Expression
    negated: bool
    type: TypeExpression


@node()
class Cast(Node):
    """`x как Т`."""

    operand: Expression
    type: TypeExpression


@node()
class Coalesce(Node):
    """`a ?? b`."""

    left: Expression
    right: Expression


@node()
class Ternary(Node):
    condition: Expression
    then: Expression
    otherwise: Expression


@node()
class Lambda(Node):
    """A short lambda has an expression or an assignment as body, a full one (`метод(…) -> … ;`) a block."""

    parameters: tuple[LambdaParameter, ...]
    body: Expression | Assignment | Block
    end: Span | None


@node()
class LambdaParameter(Node):
    name: Name
    type: TypeExpression | None


@node()
class MethodReference(Node):
    """`&Метод` (no target), `&этот.Метод`, `&Модуль.Метод`, `&Тип.новый`; `signature` picks an overload."""

    target: Expression | None
    name: Name
    type_arguments: tuple[TypeArgument, ...]
    signature: tuple[TypeExpression, ...] | None


ModuleMember: TypeAlias = Method | Structure | ExceptionDeclaration | Enumeration | Constant
TypeExpression: TypeAlias = (
    NamedType | NullableType | UnionType | FunctionType | UnknownType | VoidType | NeverType | UndefinedType
)
WhenCondition: TypeAlias = WhenValue | WhenComparison | WhenType
Statement: TypeAlias = (
    VariableDeclaration | Use | Assignment | ExpressionStatement | If | Case | While | ForIn | ForTo | Try | Scope
    | Break | Continue | Return
)  # fmt: skip
Literals: TypeAlias = (
    NumberLiteral | DurationLiteral | SizeLiteral | BooleanLiteral | UndefinedLiteral | StringLiteral | Interpolated
    | PatternLiteral | BracedLiteral | TypeLiteral | ArrayLiteral | SetLiteral | MapLiteral
)  # fmt: skip
Expression: TypeAlias = (
    Literals | Reference | This | Global | Member | Call | Index | NonNull | New | Throw | Unary | Not | Binary
    | Comparison | Logical | TypeTest | Cast | Coalesce | Ternary | Lambda | MethodReference
)  # fmt: skip

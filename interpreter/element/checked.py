"""What the checker tells the compiler about a program: types of expressions, meaning of names, shape of calls.

Tables are keyed by tree nodes, which hash by identity. Where the checker does not know, the type is dynamic
(`types.DYNAMIC`) and a member or call is missing from its table: the compiler then emits a run-time look-up.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from interpreter.element import nodes

if TYPE_CHECKING:
    from interpreter.diagnostics import Diagnostic
    from interpreter.element.checker.required_files import RequiredFile
    from interpreter.element.types import Type
    from runtime.catalog import Entry
    from runtime.names import Signature
    from runtime.typeinfo import Member, TypeInfo


@dataclass(frozen=True, slots=True)
class Local:
    """A variable, parameter, loop or catch variable, lambda parameter: one object a declaration.

    `name` is unique in its method, ignoring case, among nested scopes; sibling scopes may use it again.
    `declaration` is the Name node.
    """

    name: str
    declaration: nodes.Node
    type: Type
    writable: bool


@dataclass(frozen=True, slots=True)
class FieldOfThis:
    """A bare field name inside a structure's own method."""

    name: str


@dataclass(frozen=True, slots=True)
class MethodOfThis:
    """A bare method name inside a structure, exception or enumeration; of overloads the first, or the one chosen."""

    method: nodes.Method


@dataclass(frozen=True, slots=True)
class ModuleMethod:
    """A method of the module, perhaps of an earlier text of the session; of overloads the first, or the one chosen."""

    method: nodes.Method


@dataclass(frozen=True, slots=True)
class ModuleConstant:
    constant: nodes.Constant


@dataclass(frozen=True, slots=True)
class DeclaredType:
    """A structure, exception or enumeration of the program, named as a type."""

    declaration: nodes.Structure | nodes.ExceptionDeclaration | nodes.Enumeration


@dataclass(frozen=True, slots=True)
class EnumerationValue:
    """A bare item name where the enumeration is known (in its own methods, in `выбор`)."""

    declaration: nodes.Enumeration
    item: nodes.EnumerationItem
    file: str = ""
    """The required file that declares it."""


@dataclass(frozen=True, slots=True)
class SessionVariable:
    """A variable of an earlier input of the REPL, or of a context: lives in the module's namespace."""

    name: str
    type: Type
    writable: bool


@dataclass(frozen=True, slots=True)
class LibraryName:
    """A type, function, enumeration or property of the library."""

    entry: Entry


Meaning: TypeAlias = (
    Local | FieldOfThis | MethodOfThis | ModuleMethod | ModuleConstant | DeclaredType | EnumerationValue
    | SessionVariable | LibraryName
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class LibraryMember:
    """A member of a library type: `info` is the type it was found on, `static` when reached through the type's name."""

    info: TypeInfo
    member: Member
    static: bool


@dataclass(frozen=True, slots=True)
class DeclaredMember:
    """A field, method or enumeration item of the program's own type."""

    declaration: nodes.Structure | nodes.ExceptionDeclaration | nodes.Enumeration
    member: nodes.Field | nodes.Method | nodes.EnumerationItem


MemberMeaning: TypeAlias = LibraryMember | DeclaredMember


@dataclass(frozen=True, slots=True)
class CallShape:
    """How arguments meet parameters: `order[i]` is the parameter index of argument i. `signature` for library calls."""

    order: tuple[int, ...]
    target: nodes.Method | Signature | None
    constructs: bool = False
    """`Тип(…)` without `новый`."""
    types: tuple[Type, ...] = ()
    """What each argument must be: `Т?` is let through for Т, and looked at when the program runs."""
    overload: int = 0
    """Which overload of a required file is meant, from one on; zero where there is no choice."""


@dataclass(slots=True)
class Known:
    """What earlier texts of a session declared, by name; a later text may use all of it and declare it anew.

    A name of methods stands for all its overloads, which come from one text.
    """

    variables: dict[str, SessionVariable] = field(default_factory=dict)
    methods: dict[str, tuple[nodes.Method, ...]] = field(default_factory=dict)
    constants: dict[str, nodes.Constant] = field(default_factory=dict)
    types: dict[str, nodes.Structure | nodes.ExceptionDeclaration | nodes.Enumeration] = field(default_factory=dict)
    modules: frozenset[str] = frozenset()
    """Names of the files that `#требуется` has named."""
    files: dict[str, RequiredFile] = field(default_factory=dict)
    """Those of them that could be read."""


@dataclass(slots=True)
class CheckedModule:
    """The tree and everything known about it. `warnings` did not stop it.

    A Block is an input of the REPL: what it declares at its top are SessionVariables. `known` is what came before
    together with what this text declares.
    """

    tree: nodes.Module | nodes.Block | nodes.Expression
    types: dict[nodes.Node, Type] = field(default_factory=dict)
    """Static type of every expression node, and the resolved type of every type expression node."""
    meanings: dict[nodes.Node, Meaning] = field(default_factory=dict)
    """Reference and targetless MethodReference nodes, and Name nodes of declarations, handlers, loops, parameters."""
    members: dict[nodes.Node, MemberMeaning] = field(default_factory=dict)
    """Member nodes and MethodReference nodes with a target."""
    calls: dict[nodes.Node, CallShape] = field(default_factory=dict)
    """Call and New nodes."""
    warnings: list[Diagnostic] = field(default_factory=list)
    known: Known = field(default_factory=Known)

    @property
    def answer(self) -> nodes.ExpressionStatement | None:
        """The last statement of an input of the REPL, when it has a value to show."""
        last = self.tree.statements[-1] if isinstance(self.tree, nodes.Block) and self.tree.statements else None
        shows = isinstance(last, nodes.ExpressionStatement) and not isinstance(last.expression, nodes.Throw)
        return last if shows else None  # type: ignore[return-value]

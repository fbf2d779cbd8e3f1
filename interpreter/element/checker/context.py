"""What the parts of the checker share while one text is checked."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from interpreter.element import nodes
from interpreter.element.checked import CheckedModule, DeclaredType, Known, LibraryName, Local, SessionVariable
from interpreter.element.checker.advice import warn_of_union
from interpreter.element.checker.deprecation import warn_of_deprecated
from interpreter.element.checker.habits import of_type
from interpreter.element.checker.library import Library, build_type
from interpreter.element.checker.namespaces import is_of_required_file, knows_namespace
from interpreter.element.checker.program import Program
from interpreter.element.checker.reports import Reports
from interpreter.element.checker.required_files import type_of_file
from interpreter.element.checker.scopes import Scopes
from interpreter.element.types import DYNAMIC, VOID, FileType, LibraryType, ProgramType, Type, TypeName, show
from runtime.spelling import hint
from stdlib.element.old_names import OLD_NAMES

if TYPE_CHECKING:
    from collections.abc import Callable

    from interpreter.element.checker.required_files import RequiredFile
    from interpreter.source import Source
    from runtime.catalog import Catalog

_BRACKET_BELOW = re.compile(r"[^\S\n]*+(?://[^\n]*+)?\n(?:\s++|//[^\n]*+)*+\(")

Barrier = Literal["loop", "finally"]


@dataclass(slots=True)
class Frame:
    """The method or lambda whose body is checked. `result` is None while a lambda's result is to be found out."""

    result: Type | None
    this: ProgramType | None = None
    static: bool = False
    returned: list[Type] = field(default_factory=list)
    barriers: list[Barrier] = field(default_factory=list)


class Context:
    """The text, what it may name, what was found out, where the walk stands."""

    def __init__(
        self,
        tree: nodes.Module | nodes.Block | nodes.Expression,
        source: Source,
        catalog: Catalog,
        known: Known,
        check_expression: Callable[[Context, nodes.Expression, Type | None], Type],
        check_block: Callable[[Context, nodes.Block], bool],
    ) -> None:
        self.source = source
        self.reports = Reports(source)
        self.library = Library(catalog)
        self.program = Program(self, known)
        self.scopes = Scopes(self.reports)
        self.outside = self.frame = Frame(VOID)
        self.checked = CheckedModule(tree, known=self.program.known)
        self.place = tree.span
        self.session = not isinstance(tree, nodes.Module)
        self._check_expression = check_expression
        self._check_block = check_block
        self.files: dict[str, RequiredFile | None] = {}
        """Required files by path, those of required files too; None for one that is being read or could not be."""
        self.reading: list[str] = []
        """The paths of those that are being read, the text itself first."""
        self.circles: list[list[str]] = []
        """Paths of files that require each other, each circle ending with its first file."""

    def beside(self, tree: nodes.Module, source: Source, known: Known) -> Context:
        """For a file that this one requires, directly or not."""
        made = Context(tree, source, self.library.catalog, known, self._check_expression, self._check_block)
        made.files, made.reading, made.circles = self.files, self.reading, self.circles
        return made

    # ---- walking

    def any_type(self, node: nodes.Expression, expected: Type | None = None) -> Type:
        """The type of an expression that need not have a value."""
        self.place = node.span
        found = self._check_expression(self, node, expected)
        self.checked.types[node] = found
        return found

    def owner_type(self, node: nodes.Expression) -> Type:
        """The type of what stands left of a dot: a value, or the name of a type."""
        found = self.any_type(node)
        return found if isinstance(found, TypeName | FileType) else self.type_of(node)

    def type_of(self, node: nodes.Expression, expected: Type | None = None) -> Type:
        """The type of an expression whose value is used."""
        found = self.any_type(node, expected)
        if isinstance(found, TypeName):
            return self._refuse_type_name(node, found)
        if isinstance(found, FileType):
            advice = f"То, что в нём объявлено, пишут через точку: {found.name}.Имя"
            self.reports.error(node.span, f"«{found.name}» — имя файла, а не значение", advice)
            return DYNAMIC
        if found == VOID:
            self.reports.error(node.span, "Вызов не возвращает значения")
            return DYNAMIC
        return found

    def _refuse_type_name(self, node: nodes.Expression, found: TypeName) -> Type:
        one = found.of
        name = f"{one.file}.{show(one)}" if isinstance(one, ProgramType) and one.file else show(one)
        if isinstance(one, ProgramType) and isinstance(one.declaration, nodes.Enumeration):
            advice = f"Значение перечисления пишут так: {name}.Элемент"
        else:
            advice = f"Значение создают так: новый {name}(…), а сам тип пишут так: Тип<{name}>"
        self.reports.error(node.span, f"«{name}» — имя типа, а не значение", advice)
        return DYNAMIC

    def block(self, node: nodes.Block) -> bool:
        """Check the statements of a block in a scope of its own; whether its end is never reached."""
        self.scopes.enter()
        try:
            return self._check_block(self, node)
        finally:
            self.scopes.leave()

    def outside_methods(self, node: nodes.Expression, expected: Type | None) -> Type:
        """The type of an expression that sees no variables: a constant, a default value."""
        scopes, frame = self.scopes, self.frame
        self.scopes, self.frame = Scopes(self.reports), Frame(VOID)
        self.scopes.enter()
        try:
            return self.type_of(node, expected)
        finally:
            self.scopes.leave()
            self.scopes, self.frame = scopes, frame

    # ---- names

    def declare(
        self, name: nodes.Name, type_: Type, *, writable: bool, is_resource: bool = False, must_be_read: bool = False
    ) -> Local | SessionVariable:
        """A variable of the innermost block; at the top of an input of the session, one of the session."""
        made: Local | SessionVariable
        if self.session and len(self.scopes.blocks) == 1:
            made = self.program.known.variables[name.text] = SessionVariable(name.text, type_, writable)
        else:
            made = self.scopes.declare(
                name, type_, writable=writable, is_resource=is_resource, must_be_read=must_be_read
            )
        self.checked.meanings[name] = made
        return made

    def resolve(self, node: nodes.TypeExpression) -> Type:
        """The type that a type expression of the text names; what it names must exist."""
        if node not in self.checked.types:
            self.checked.types[node] = build_type(node, self._named)
            if node.__class__ is not nodes.NamedType:
                warn_of_union(self, node)
        return self.checked.types[node]

    def _named(self, node: nodes.NamedType) -> Type:
        name = node.path[-1]
        arguments = [self.resolve(one.type) for one in node.arguments]
        found: Type
        if is_of_required_file(self, node.path):
            found = type_of_file(self, node.path)
        elif self._begins_below_colon(node):
            advice = "Двоеточие ставят перед типом результата, а метод без результата пишут без него."
            self.reports.error(node.span, f"Неизвестный тип «{self.source.slice(node.span)}»", advice)
            found = DYNAMIC
        elif not knows_namespace(self, node.path):
            found = DYNAMIC
        elif len(node.path) == 1 and name.text in self.program.known.types:
            found = self._own_type(name)
        else:
            found = self._library_type(node, name, arguments)
        self.checked.types[node] = found
        return found

    def _begins_below_colon(self, node: nodes.NamedType) -> bool:
        """`метод Имя():` and a call on the next line, which was read as a type."""
        name = node.path[-1].text
        if self.library.info(name) is not None or name in self.program.known.types:
            return False
        before = self.source.text[max(node.span.start - 100, 0) : node.span.start]
        above = before.rstrip()
        return above.endswith(":") and "\n" in before[len(above) :]

    def _own_type(self, name: nodes.Name) -> ProgramType:
        declaration = self.program.known.types[name.text]
        warn_of_deprecated(self, name.span, declaration)
        return ProgramType(declaration)

    def _library_type(self, node: nodes.NamedType, name: nodes.Name, arguments: list[Type]) -> Type:
        info = self.library.info(name.text)
        if info is None:
            advice = of_type(name.text) or self.type_hint(name.text)
            self.reports.error(name.span, f"Неизвестный тип «{name.text}»", advice)
            return DYNAMIC
        self.warn_of_old_name(name)
        if arguments and len(arguments) != len(info.parameters):
            message = f"Тип «{info.ru}» принимает типов-параметров: {len(info.parameters)}, указано: {len(arguments)}"
            self.reports.error(node.span, message)
            return LibraryType(info)
        return LibraryType(info, tuple(arguments))

    def type_hint(self, name: str) -> str:
        return self.library.catalog.hint_for("type", name, self.program.known.types)

    def warn_of_old_name(self, name: nodes.Name) -> None:
        """A name from an older edition of the documentation is understood, and told of."""
        new = OLD_NAMES.get(name.text)
        if new is not None and name.text not in self.program.known.types:
            self.reports.warning(name.span, f"«{name.text}» — устаревшее имя, теперь «{new}»")

    def type_meaning(self, name: str) -> tuple[DeclaredType | LibraryName, Type] | None:
        """What a name means as a type: one of the program, else one of the library."""
        declaration = self.program.known.types.get(name)
        if declaration is not None:
            return DeclaredType(declaration), ProgramType(declaration)
        entry, info = self.library.catalog.find_type(name), self.library.info(name)
        return (LibraryName(entry), LibraryType(info)) if entry is not None and info is not None else None

    def variable_names(self) -> list[str]:
        """Everything that may stand where a value is named."""
        own = [*self.scopes.names(), *self.program.known.variables, *self.program.known.constants]
        if self.frame.this is not None and not isinstance(self.frame.this.declaration, nodes.Enumeration):
            own += [one.name.text for one in self.frame.this.declaration.fields]
        return own

    def advice_of_brackets(self, name: nodes.Name) -> str:
        """What to say of a method that is not called, for its brackets stand on the next line."""
        found = _BRACKET_BELOW.match(self.source.text, name.span.end)
        return "Открывающую скобку пишут на той же строке, что и имя метода." if found else ""

    def near(self, name: str, among: list[str]) -> str:
        return hint(name, among)

"""What the text itself declares at its top: types, methods, constants, and the types of their parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from interpreter.diagnostics import Note
from interpreter.element import nodes
from interpreter.element.checked import Known
from interpreter.element.checker.required_files import nodes_of, require_file
from interpreter.element.types import DYNAMIC, VOID, Type

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from interpreter.element.checker.context import Context

TypeDeclaration: TypeAlias = nodes.Structure | nodes.ExceptionDeclaration | nodes.Enumeration
BASE_FIELDS = {"Описание": "Description", "Причина": "Cause"}
"""What every exception is made with, behind its own fields."""
_RESERVED = ("Тип", "Type", "type")


class Program:
    """Declarations by name, those of earlier texts of a session among them."""

    def __init__(self, context: Context, known: Known) -> None:
        self.context = context
        self.known = Known(
            dict(known.variables), dict(known.methods), dict(known.constants), dict(known.types), known.modules,
            dict(known.files),
        )  # fmt: skip
        self._foreign: dict[nodes.Node, Program] = {}
        for file in self.known.files.values():
            self._adopt(file.program)
        self._signatures: dict[nodes.Method, tuple[tuple[Type, ...], Type]] = {}
        self._values: dict[nodes.Node, Type] = {}

    def learn(self, module: nodes.Module) -> None:
        """Take in a module's declarations; names that meet, ignoring case, are refused."""
        for directive in module.directives:
            self._require(directive)
        methods = [member for member in module.members if isinstance(member, nodes.Method)]
        constants = [member for member in module.members if isinstance(member, nodes.Constant)]
        types = [member for member in module.members if isinstance(member, TypeDeclaration)]
        self.known.methods.update(overloads_of(methods))
        self.known.constants.update({one.name.text: one for one in constants})
        self.known.types.update({one.name.text: one for one in types})
        self.refuse_same_methods(methods)
        self.refuse_twins([one.name for one in constants])
        self.refuse_twins([one.name for one in types])

    def _require(self, directive: nodes.Directive) -> None:
        name = module_name(directive)
        self.known.modules |= {name}
        right = directive.name.text == "требуется" and name.isidentifier()
        file = require_file(self.context, directive, name) if right else None
        if file is not None:
            self.known.files[name] = file
            self._adopt(file.program)

    def _adopt(self, other: Program) -> None:
        """What another file declares has types that only its own program can tell."""
        self._foreign |= other._foreign
        self._foreign |= dict.fromkeys(nodes_of(other), other)

    def is_foreign(self, node: object) -> bool:
        """Whether a required file declares it: the compiler then leaves the call to the run."""
        return node in self._foreign

    def foreign_overload(self, method: object) -> int:
        """The number of an overload of a required file, from one on; zero for any other method."""
        if method not in self._foreign or not isinstance(method, nodes.Method):
            return 0
        known = self._foreign[method].known
        groups = [*known.methods.values(), *(one.methods for one in known.types.values())]
        group = next([one for one in all_ if one.name.text == method.name.text] for all_ in groups if method in all_)
        return group.index(method) + 1 if len(group) > 1 else 0

    def refuse_twins(self, names: Sequence[nodes.Name]) -> None:
        first: dict[str, nodes.Name] = {}
        for name in names:
            known = first.setdefault(name.text.casefold(), name)
            if known is not name:
                note = Note(known.span, "Первое объявление")
                self.context.reports.error(name.span, f"Имя «{name.text}» уже используется", notes=(note,))

    def refuse_same_methods(self, methods: Sequence[nodes.Method]) -> None:
        """Overloads share a name letter by letter and differ in the types, the order or the names of parameters."""
        self.refuse_twins([group[0].name for group in overloads_of(methods).values()])
        for name, group in overloads_of(methods).items():
            first: dict[object, nodes.Method] = {}
            for method in group:
                types, _ = self.signature(method)
                known = first.setdefault((types, tuple(one.name.text for one in method.parameters)), method)
                if known is not method:
                    note = Note(known.name.span, "Первое объявление")
                    message = f"Метод «{name}» с такими параметрами уже объявлен"
                    self.context.reports.error(method.name.span, message, notes=(note,))

    def refuse_reserved(self, names: Iterable[nodes.Name]) -> None:
        for name in names:
            if name.text in _RESERVED:
                self.context.reports.error(name.span, f"Имя «{name.text}» здесь недопустимо")

    def signature(self, method: nodes.Method) -> tuple[tuple[Type, ...], Type]:
        """Types of the parameters, type of the result."""
        if method in self._foreign:
            return self._foreign[method].signature(method)
        known = self._signatures.get(method)
        if known is None:
            # A default value may call the method itself: it then sees dynamic types.
            self._signatures[method] = (DYNAMIC,) * len(method.parameters), DYNAMIC
            result = VOID if method.return_type is None else self.context.resolve(method.return_type)
            parameters = tuple(self.declared_type(one.type, one.default, one) for one in method.parameters)
            known = self._signatures[method] = parameters, result
        return known

    def declared_type(
        self, written: nodes.TypeExpression | None, value: nodes.Expression | None, owner: nodes.Node
    ) -> Type:
        """The type of something declared outside methods: as written, else that of its value."""
        if owner in self._foreign:
            return self._foreign[owner].declared_type(written, value, owner)
        if owner not in self._values:
            self._values[owner] = DYNAMIC
            expected = self.context.resolve(written) if written is not None else None
            found = self.context.outside_methods(value, expected) if value is not None else DYNAMIC
            self._values[owner] = found if expected is None else expected
        return self._values[owner]

    def constant_type(self, constant: nodes.Constant) -> Type:
        return self.declared_type(constant.type, constant.value, constant)

    def field_type(self, field: nodes.Field) -> Type:
        return self.declared_type(field.type, field.value, field)

    def constructor(self, declaration: TypeDeclaration) -> tuple[tuple[str, Type, bool], ...]:
        """Name, type and need of each parameter of the generated constructor."""
        if isinstance(declaration, nodes.Enumeration):
            return ()
        own = tuple((one.name.text, self.field_type(one), one.required) for one in declaration.fields)
        if isinstance(declaration, nodes.Structure):
            return own
        library = self.context.library
        return (*own, ("Описание", library.string, False), ("Причина", library.named("Исключение"), False))


def overloads_of(methods: Iterable[nodes.Method]) -> dict[str, tuple[nodes.Method, ...]]:
    """Methods by name, in the order of the text."""
    found: dict[str, tuple[nodes.Method, ...]] = {}
    for method in methods:
        found[method.name.text] = (*found.get(method.name.text, ()), method)
    return found


def module_name(directive: nodes.Directive) -> str:
    """Under which name `#требуется папка/Файл.sbsl` makes a file known."""
    return directive.argument.text.replace("\\", "/").rpartition("/")[2].partition(".")[0]

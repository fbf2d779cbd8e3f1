"""Calls and `новый`."""

from __future__ import annotations

import ast
from keyword import iskeyword
from typing import TYPE_CHECKING

from interpreter.element import nodes
from interpreter.element.checked import (
    DeclaredMember,
    DeclaredType,
    LibraryMember,
    LibraryName,
    MethodOfThis,
    ModuleMethod,
)
from interpreter.element.compiler.certainty import Sure
from interpreter.element.compiler.collection_methods import CollectionMethods
from interpreter.element.compiler.kinds import PRIMITIVE, Kind
from interpreter.element.compiler.text_methods import TextMethods
from interpreter.element.compiler.unit import python_name
from interpreter.element.types import DYNAMIC, LibraryType, ProgramType, takes_undefined
from runtime.typeinfo import Member, TypeInfo

if TYPE_CHECKING:
    from collections.abc import Callable

    from interpreter.element.compiler.unit import Declaration
    from interpreter.element.types import Type
    from interpreter.source import Span
    from runtime.catalog import Entry


class Calls(TextMethods, CollectionMethods):
    def call_by_name(self, node: nodes.Call) -> ast.expr:
        """`Имя(…)`: a method, a library function, a type without `новый`, a variable that holds a function."""
        callee = node.callee
        assert isinstance(callee, nodes.Reference | nodes.Member)
        span, meaning = callee.span, self.meaning(callee)
        match meaning:
            case ModuleMethod(method=method):
                return self._call_declared(node, self.emit.name(span, self._chosen(node, method)))
            case MethodOfThis(method=method):
                return self._call_own(node, method)
            case DeclaredType(declaration=declaration):
                return self._construct_declared(node, declaration, span)
            case LibraryName(entry=entry) if entry.kind == "function":
                assert isinstance(entry.declaration, Member)
                function = self.unit.library(span, entry, "call")
                return self._call_library(node, function, entry.declaration, skip=0)
            case LibraryName(entry=entry) if isinstance(entry.declaration, TypeInfo) and entry.kind == "type":
                return self._construct_library(node, entry)
        if isinstance(callee, nodes.Member):
            return self.call_value(node, self.global_name(callee))
        return self.call_value(node, self.reference(callee))

    def call_value(self, node: nodes.Call, function: ast.expr) -> ast.expr:
        """A call of a value that is a function."""
        return self.emit.call(node.span, function, *self._arguments(node, python_name))

    def call_method(self, node: nodes.Call, callee: nodes.Member, owner: ast.expr) -> ast.expr:
        """`x.Имя(…)`."""
        span, name = callee.span, callee.name.text
        found = self.unit.checked.members.get(callee)
        if isinstance(found, DeclaredMember):
            return self._call_declared_member(node, callee, owner, found)
        if isinstance(found, LibraryMember):
            if found.member.kind != "method":
                return self.call_value(node, self.member(callee, owner))
            if (made := self._call_library_method(node, callee, owner, found)) is not None:
                return made
        elif self.is_type_name(callee.target) or isinstance(callee.target, nodes.This):
            return self.call_value(node, self.emit.attribute(span, owner, name + "()"))
        shape = self.unit.checked.calls.get(node)
        if shape is not None and shape.overload:
            method = self.emit.attribute(span, owner, f"{name}({shape.overload})")
            return self.emit.call(node.span, method, *self._arguments(node, python_name))
        positional, named = self._arguments(node, str)
        key = self.emit.constant(callee.name.span, name)
        return self.emit.call(node.span, self.unit.linked(span, "1c.call"), [owner, key, *positional], named)

    def _call_library_method(
        self, node: nodes.Call, callee: nodes.Member, owner: ast.expr, found: LibraryMember
    ) -> ast.expr | None:
        """A method that is certain before the run; None where the run must find it."""
        name = found.member.ru
        if not found.static and self.kind(callee.target) in PRIMITIVE:
            if (direct := self._direct(node, callee, owner, name)) is not None:
                return direct
            function = self.unit.library_method(callee.span, found.info, found.member)
            if function is not None:
                return self._call_of_primitive(node, callee, owner, found.member, function)
        if not found.static and (direct := self.collection_method(node, name, owner)) is not None:
            return direct
        if self.is_attribute(callee):
            method = self.emit.attribute(callee.span, owner, callee.name.text + "()")
            return self._call_library(node, method, found.member, skip=0 if found.static else 1)
        return None

    def _call_of_primitive(
        self, node: nodes.Call, callee: nodes.Member, owner: ast.expr, member: Member, function: ast.expr
    ) -> ast.expr:
        """A value of Python's own has no methods of ours: the library's function is called with it."""

        def slow(owner: ast.expr) -> ast.expr:
            return self._call_library(node, function, member, skip=1, owner=owner)

        of_text = self.kind(callee.target) is Kind.STRING
        guarded = self.guarded_text_method(node, member.ru, owner, slow) if of_text else None
        return guarded if guarded is not None else slow(owner)

    def _direct(self, node: nodes.Call, callee: nodes.Member, owner: ast.expr, name: str) -> ast.expr | None:
        """What needs no function of the library; None for the rest."""
        if self.kind(callee.target) is Kind.STRING:
            return self.text_method(node, name, owner)
        sure = self.sure(callee.target)
        if name == "ВСтроку" and not node.arguments and self.kind(callee.target) is Kind.NUMBER:
            return self.unit.helper(node.span, "1c.number_text", owner)
        match owner:
            case ast.Call(func=ast.Name(id="1c.divide"), args=[divided, by]) if name == "ЦелаяЧасть":
                return self.unit.helper(node.span, "1c.quotient", divided, by)
        if name == "Округлить" and sure.is_number and len(node.arguments) == 1:
            digits = node.arguments[0]
            if isinstance(digits.value, nodes.NumberLiteral) and isinstance(digits.value.value, int):
                return self.emit.call(
                    node.span, self.unit.constant(digits.span, "1c.rounding", digits.value.value), [owner]
                )
            if digits.name is None and self.sure(digits.value).is_whole:
                return self.unit.helper(node.span, "1c.round", owner, self.value(digits.value))
        # A whole number is its own whole part.
        return owner if name == "ЦелаяЧасть" and sure.is_whole else None

    def appending(self, node: nodes.Expression) -> ast.expr | None:
        """`Массив.Добавить(x)` whose result is not used, of a set too: Python's own method. None for anything else."""
        if not isinstance(node, nodes.Call) or not isinstance(callee := node.callee, nodes.Member):
            return None
        found, receiver = self.unit.checked.members.get(callee), self.unit.checked.types.get(callee.target)
        known = receiver.info.ru if isinstance(receiver, LibraryType) else ""
        if callee.safe or len(node.arguments) != 1 or not isinstance(found, LibraryMember):
            return None
        if found.member.ru != "Добавить" or found.static or known not in ("Массив", "Множество"):
            return None
        if known == "Множество":
            if not self.is_plain(node.arguments[0].value):
                return None
            entries = self.emit.attribute(callee.target.span, self.value(callee.target), "entries")
            put = self.emit.attribute(callee.span, entries, "setdefault")
            return self.emit.call(node.span, put, [self._argument(node, 0, of_library=True)])
        items = self.emit.attribute(callee.target.span, self.value(callee.target), "items")
        append = self.emit.attribute(callee.span, items, "append")
        return self.emit.call(node.span, append, [self._argument(node, 0, of_library=True)])

    def new(self, node: nodes.New) -> ast.expr:
        """`новый Тип(…)`."""
        name = node.type.path[-1].text
        declaration = self.unit.types.get(name)
        if declaration is not None and len(node.type.path) == 1:
            return self._construct_declared(node, declaration, node.type.span)
        if (cls := self.unit.of_required_file(node.type.path)) is not None:
            return self.emit.call(node.span, cls, *self._arguments(node, self._field_keyword(node)))
        entry = self.unit.catalog.find_type(name)
        if entry is None:
            hint = self.unit.catalog.hint_for("type", name, self.unit.types)
            self.unit.mistake(node.type.span, f"Неизвестный тип: {name}", hint)
            return self.emit.constant(node.span, None)
        return self._construct_library(node, entry)

    def _chosen(self, node: nodes.Call, method: nodes.Method) -> str:
        """The name of the overload that the checker chose; the common one where it left the choice to the run."""
        shape = self.unit.checked.calls.get(node)
        if shape is None or shape.target is None:
            return f"{method.name.text}()"
        return self.unit.method_name(shape.target if isinstance(shape.target, nodes.Method) else method)

    def _call_own(self, node: nodes.Call, method: nodes.Method) -> ast.expr:
        span = node.callee.span
        owner = "тип " + self.owner if method.static else "этот"
        function = self.emit.attribute(span, self.emit.name(span, owner), self._chosen(node, method))
        return self._call_declared(node, function)

    def _call_declared(self, node: nodes.Call, function: ast.expr) -> ast.expr:
        return self.emit.call(node.span, function, *self._arguments(node, python_name))

    def _call_declared_member(
        self, node: nodes.Call, callee: nodes.Member, owner: ast.expr, found: DeclaredMember
    ) -> ast.expr:
        if not isinstance(found.member, nodes.Method):
            return self.call_value(node, self.member(callee, owner))
        function = self.emit.attribute(callee.span, owner, self._chosen(node, found.member))
        return self._call_declared(node, function)

    def _construct_declared(self, node: nodes.New | nodes.Call, declaration: Declaration, span: Span) -> ast.expr:
        if isinstance(declaration, nodes.Enumeration):
            name = declaration.name.text
            self.unit.mistake(node.span, f"У перечисления {name} нет конструктора", f"Напишите так: {name}.Элемент")
        cls = self.unit.declared_type(span, declaration)
        return self.emit.call(node.span, cls, *self._arguments(node, self._field_keyword(node)))

    def _field_keyword(self, node: nodes.New | nodes.Call) -> Callable[[str], str]:
        made = self.unit.checked.types.get(node)
        is_exception = isinstance(made, ProgramType) and isinstance(made.declaration, nodes.ExceptionDeclaration)
        return _exception_keyword if is_exception else _field_keyword

    def _construct_library(self, node: nodes.New | nodes.Call, entry: Entry) -> ast.expr:
        info = entry.declaration
        span = node.type.span if isinstance(node, nodes.New) else node.callee.span
        if not isinstance(info, TypeInfo) or info.constructor is None:
            self.unit.mistake(span, f"У типа {entry.ru} нет конструктора")
            return self.emit.constant(node.span, None)
        if entry.ru == "Число" and len(node.arguments) == 1 and node.arguments[0].name is None:
            return self.unit.helper(node.span, "1c.number", self._argument(node, 0, of_library=True))
        if (described := self._described(node, info)) is not None:
            cls = self.unit.library(span, entry, "raw")
            return self.unit.helper(node.span, "1c.described", cls, self.value(described))
        return self._call_library(node, self.unit.library(span, entry, "new"), info.constructor, skip=1)

    def _described(self, node: nodes.New | nodes.Call, info: TypeInfo) -> nodes.Expression | None:
        """The description of an exception that is given a certain text and nothing else; None for all others."""
        of_all = next((base.constructor for base in (info, *info.bases) if base.ru == "Исключение"), None)
        if info.constructor is not of_all or len(node.arguments) != 1:
            return None
        name, value = node.arguments[0].name, node.arguments[0].value
        if name is not None and name.text not in ("Описание", "Description"):
            return None
        return value if self.sure(value) is Sure.TEXT else None

    def _call_library(
        self,
        node: nodes.New | nodes.Call,
        function: ast.expr,
        member: Member,
        *,
        skip: int,
        owner: ast.expr | None = None,
    ) -> ast.expr:
        """`skip` of the Python function's parameters are not the script's; `owner` is passed for one of them."""

        shape = self.unit.checked.calls.get(node)
        # Overloads may use one name in several places.
        chosen = [one for one in member.signatures if shape is not None and one is shape.target]

        def keyword(name: str) -> str:
            places = (
                index
                for signature in chosen or member.signatures
                for index, parameter in enumerate(signature.parameters)
                if name in (parameter.ru, parameter.en)
            )
            index = next(places, None)
            return name if index is None else str(member.target.__code__.co_varnames[index + skip])

        positional, named = self._arguments(node, keyword, of_library=True)
        named += self._type_argument(node, member)
        return self.emit.call(node.span, function, [*([owner] if owner else []), *positional], named)

    def _type_argument(self, node: nodes.New | nodes.Call, member: Member) -> list[tuple[str, ast.expr]]:
        """The type in `Имя<Т>(…)`, for a function that asks for it by the parameter `type_argument`."""
        code = member.target.__code__
        if not isinstance(node, nodes.Call) or "type_argument" not in code.co_varnames[: code.co_argcount]:
            return []
        callee = node.callee
        given = callee.type_arguments if isinstance(callee, nodes.Reference | nodes.Member) else ()
        if not given and isinstance(callee, nodes.Member):
            return self._type_of_elements(node, callee, member)
        return [("type_argument", self.type_value(one.span, one.type)) for one in given[:1]]

    def _type_of_elements(self, node: nodes.Call, callee: nodes.Member, member: Member) -> list[tuple[str, ast.expr]]:
        """What `Массив.ДобавитьНовый()` makes: the array itself does not know the type of its elements."""
        receiver, required = self.unit.checked.types.get(callee.target), min(one.required for one in member.signatures)
        if not isinstance(receiver, LibraryType) or not receiver.arguments or len(node.arguments) > required:
            return []
        made = self._default_class(node.span, receiver.arguments[0])
        return [("type_argument", self.unit.helper(node.span, "1c.Type", made))] if made is not None else []

    def _default_class(self, span: Span, one: Type) -> ast.expr | None:
        """The class whose default value a static type has; None where it is not known."""
        if isinstance(one, ProgramType):
            name = one.declaration.name.text
            if one.file:
                return self.unit.of_required_file((nodes.Name(span, one.file), nodes.Name(span, name)))
            own = self.unit.types.get(name) is one.declaration
            return self.unit.declared_type(span, one.declaration) if own else None
        name = "Неопределено" if takes_undefined(one) else one.info.ru if isinstance(one, LibraryType) else ""
        entry = self.unit.catalog.find_type(name) if one != DYNAMIC else None
        return self.unit.library(span, entry, "raw") if entry else None

    def _arguments(
        self, node: nodes.Call | nodes.New, keyword: Callable[[str], str], *, of_library: bool = False
    ) -> tuple[list[ast.expr], list[tuple[str, ast.expr]]]:
        positional: list[ast.expr] = []
        named: list[tuple[str, ast.expr]] = []
        for number, argument in enumerate(node.arguments):
            value = self._argument(node, number, of_library=of_library)
            if argument.name is None:
                positional.append(value)
            else:
                named.append((keyword(argument.name.text), value))
        return positional, named

    def _argument(self, node: nodes.Call | nodes.New, number: int, *, of_library: bool) -> ast.expr:
        """An argument as the parameter wants it; what is not known before the run the library checks by itself."""
        argument = node.arguments[number]
        value = self.value(argument.value)
        shape = self.unit.checked.calls.get(node)
        if shape is None or not shape.types:
            return value
        if of_library and self.unit.checked.types.get(argument.value) == DYNAMIC:
            return value
        return self.fitted_to(argument.span, value, argument.value, shape.types[number])


def _exception_keyword(name: str) -> str:
    """What every exception is made with has names in two languages."""
    return {"Description": "Описание", "Cause": "Причина"}.get(name) or _field_keyword(name)


def _field_keyword(name: str) -> str:
    """The parameter of a generated constructor: see runtime.element.structures."""
    return name + "_" if iskeyword(name) else name

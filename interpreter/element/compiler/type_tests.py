"""Type expressions as tests of `это` and `как`, and the default values of types."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from interpreter.element import nodes
from interpreter.element.compiler.part import Part
from interpreter.element.compiler.unit import type_name
from interpreter.element.types import (
    DYNAMIC,
    UNDEFINED,
    FunctionType,
    LibraryType,
    ProgramType,
    UnionType,
    is_a,
    show,
    takes_undefined,
)

if TYPE_CHECKING:
    from interpreter.element.types import Type
    from interpreter.source import Span

_PRIMITIVES = {
    **dict.fromkeys(("Число", "Number"), "1c.int"),
    **dict.fromkeys(("Строка", "String"), "1c.str"),
    **dict.fromkeys(("Булево", "Boolean"), "1c.bool"),
    **dict.fromkeys(("Байты", "Bytes"), "1c.bytes"),
}
_ZEROS: dict[str, str | int | bool | bytes] = {"1c.int": 0, "1c.str": "", "1c.bool": False, "1c.bytes": b""}


class Tests(Part):
    def type_test(self, node: nodes.TypeTest, value: ast.expr) -> ast.expr:
        return self.test_value(node.span, value, node.type, negated=node.negated)

    def test_value(self, span: Span, value: ast.expr, type_: nodes.TypeExpression, *, negated: bool) -> ast.expr:
        if isinstance(type_, nodes.UnknownType):
            test = self.emit.item(
                span,
                self.emit.tuple_(span, [value, self.emit.constant(span, True)]),
                self.emit.constant(span, 1),
            )
        elif isinstance(type_, nodes.UndefinedType):
            test = self.emit.is_none(span, value)
        else:
            test = self._bare_test(span, value, type_) or self.unit.helper(
                span, "1c.is_type", value, self.type_test_of(type_)
            )
        return self.emit.unary(span, ast.Not(), test) if negated else test

    def _bare_test(self, span: Span, value: ast.expr, type_: nodes.TypeExpression) -> ast.expr | None:
        """A test that is one of Python's own; None where the value's class does not tell it all."""
        known = self.unit.checked.types.get(type_)
        if isinstance(known, ProgramType):
            cls = self._test_of_declared(span, known) if not known.file else None
            return self.unit.helper(span, "1c.isinstance", value, cls) if cls is not None else None
        if not isinstance(known, LibraryType):
            return None
        primitive = _PRIMITIVES.get(known.info.ru)
        if primitive is None:
            if self.unit.kinds.holds_python_values(known.info):
                return None
            return self.unit.helper(span, "1c.isinstance", value, self.type_test_of(type_))
        first, again = self.twice(span, value) if primitive == "1c.int" else (value, None)
        cls = self.unit.helper(span, "1c.type", first)
        test = self.emit.compare(span, cls, ast.Is(), self.unit.linked(span, primitive))
        if again is None:
            return test
        # A fraction is of another class.
        helped = self.unit.helper(span, "1c.is_type", again(), self.type_test_of(type_))
        return self.emit.either(span, [test, helped])

    def cast(self, node: nodes.Cast, value: ast.expr) -> ast.expr:
        return self.cast_value(node.span, value, node.type)

    def cast_value(self, span: Span, value: ast.expr, type_: nodes.TypeExpression) -> ast.expr:
        """The value when it is of the type; ИсключениеПроверкиТипа otherwise."""
        if isinstance(type_, nodes.UnknownType):
            return value
        known = self.unit.checked.types.get(type_)
        name = show(known) if known is not None else " ".join(self.unit.source.slice(type_.span).split())
        test, expected = self.type_test_of(type_), self.emit.constant(type_.span, name)
        return self.unit.helper(span, "1c.cast", value, test, expected)

    def type_value(self, span: Span, type_: nodes.TypeExpression) -> ast.expr:
        """`Тип<Т>` as a value; what its class does not tell, as `Массив<Число>`, it keeps as it is written."""
        test = self.type_test_of(type_, of_value=False)
        if isinstance(type_, nodes.NamedType) and not type_.arguments:
            return self.unit.helper(span, "1c.Type", test)
        return self.unit.helper(span, "1c.Type", test, self.emit.constant(span, self.unit.source.slice(type_.span)))

    def type_test_of(self, node: nodes.TypeExpression, *, of_value: bool = True) -> ast.expr:
        """What `runtime.element.types` takes; `of_value` False: always a class, as a Тип wants it."""
        span = node.span
        match node:
            case nodes.NamedType():
                return self._named(node, of_value=of_value)
            case nodes.NullableType(inner=inner):
                tests = [self.type_test_of(inner), self.emit.constant(span, None)]
                return self.emit.tuple_(span, tests) if of_value else self.type_test_of(inner, of_value=False)
            case nodes.UnionType(alternatives=alternatives):
                return self.emit.tuple_(span, [self.type_test_of(one) for one in alternatives])
            case nodes.FunctionType():
                return self.unit.linked(span, "1c.Function")
            case nodes.UndefinedType() if of_value:
                return self.emit.constant(span, None)
        return self._library_class(node, "Неопределено" if isinstance(node, nodes.UndefinedType) else "Объект")

    def _named(self, node: nodes.NamedType, *, of_value: bool) -> ast.expr:
        name = node.path[-1].text
        if len(node.path) == 1 and (declaration := self.unit.types.get(name)):
            return self.emit.name(node.span, type_name(declaration))
        if of_value and name in _PRIMITIVES:
            return self.unit.linked(node.span, _PRIMITIVES[name])
        return self.unit.of_required_file(node.path) or self._library_class(node, name)

    def _library_class(self, node: nodes.TypeExpression, name: str) -> ast.expr:
        entry = self.unit.catalog.find_type(name)
        if entry is None:
            hint = self.unit.catalog.hint_for("type", name, self.unit.types)
            self.unit.mistake(node.span, f"Неизвестный тип: {name}", hint)
            return self.emit.constant(node.span, None)
        return self.unit.library(node.span, entry, "raw")

    def default_of(self, node: nodes.TypeExpression | None, span: Span) -> ast.expr:
        """The value of a variable that is declared without one."""
        if not isinstance(node, nodes.NamedType):
            return self.emit.constant(span, None)
        name = node.path[-1].text
        declaration = self.unit.types.get(name) if len(node.path) == 1 else None
        if isinstance(declaration, nodes.Enumeration):
            return self.emit.attribute(span, self.emit.name(span, type_name(declaration)), "default")
        if declaration is not None:
            return self.emit.call(span, self.emit.name(span, type_name(declaration)), [])
        if name in _PRIMITIVES:
            return self.emit.constant(span, _ZEROS[_PRIMITIVES[name]])
        if (cls := self.unit.of_required_file(node.path)) is not None:
            return self.unit.helper(span, "1c.default_of", cls)
        entry = self.unit.catalog.find_type(name)
        if entry is None:
            self._library_class(node, name)
        elif entry.kind == "type" and entry.declaration.constructor is not None:  # type: ignore[union-attr]
            return self.emit.call(span, self.unit.library(span, entry, "new"), [])
        return self.emit.constant(span, None)

    def fitted(self, span: Span, value: ast.expr, node: nodes.Expression, type_: nodes.TypeExpression) -> ast.expr:
        """A value as it may be stored where a type is wanted: the checker lets `Т?` and `неизвестно` pass for Т."""
        target = self.unit.checked.types.get(type_)
        return value if target is None else self.fitted_to(span, value, node, target)

    def fitted_to(self, span: Span, value: ast.expr, node: nodes.Expression, target: Type) -> ast.expr:
        source = self.unit.checked.types.get(node)
        if source is None or target == DYNAMIC or is_a(source, target):
            return value
        if source == DYNAMIC:
            test = self.test_of_type(span, target)
            if test is None:
                return value
            return self.unit.helper(span, "1c.cast", value, test, self.emit.constant(span, show(target)))
        if takes_undefined(source) and not takes_undefined(target):
            return self.not_undefined(span, value)
        return value

    def not_undefined(self, span: Span, value: ast.expr) -> ast.expr:
        """The value, unless it is Неопределено: the helper raises then."""
        first, again = self.twice(span, value)
        refused = self.unit.helper(span, "1c.not_undefined", self.emit.constant(span, None))
        return self.emit.choice(span, self.emit.is_none(span, first), refused, again())

    def _test_of_declared(self, span: Span, one: ProgramType) -> ast.expr | None:
        """None for a type of another file that this one has no name for."""
        if one.file:
            file, name = nodes.Name(span, one.file), nodes.Name(span, one.declaration.name.text)
            return self.unit.of_required_file((file, name))
        known = self.unit.types.get(one.declaration.name.text)
        return self.emit.name(span, type_name(one.declaration)) if known is one.declaration else None

    def test_of_type(self, span: Span, one: Type) -> ast.expr | None:
        """The test of a static type; None when every value passes."""
        if one == UNDEFINED:
            return self.emit.constant(span, None)
        if isinstance(one, ProgramType):
            return self._test_of_declared(span, one)
        if isinstance(one, FunctionType):
            return self.unit.linked(span, "1c.Function")
        if isinstance(one, UnionType):
            tests = [self.test_of_type(span, part) for part in one.alternatives]
            return None if None in tests else self.emit.tuple_(span, [test for test in tests if test])
        if isinstance(one, LibraryType):
            if one.info.ru in _PRIMITIVES:
                return self.unit.linked(span, _PRIMITIVES[one.info.ru])
            entry = self.unit.catalog.find_type(one.info.ru)
            return self.unit.library(span, entry, "raw") if entry else None
        return None

"""Names in expressions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interpreter.element import nodes
from interpreter.element.checked import (
    DeclaredType,
    EnumerationValue,
    FieldOfThis,
    LibraryName,
    Meaning,
    ModuleConstant,
    SessionVariable,
)
from interpreter.element.checker.deprecation import warn_of_deprecated
from interpreter.element.checker.habits import of_value
from interpreter.element.checker.namespaces import is_of_required_file, knows_namespace, refuse_qualified
from interpreter.element.checker.required_files import advice_to_require
from interpreter.element.types import DYNAMIC, FileType, LibraryType, ProgramType, Type, TypeName
from runtime.spelling import hint
from runtime.typeinfo import Member, TypeInfo

if TYPE_CHECKING:
    from interpreter.element.checker.context import Context


def check_reference(context: Context, node: nodes.Reference) -> Type:
    """The type of what a name means; an unknown name is reported."""
    for argument in node.type_arguments:
        context.resolve(argument.type)
    found = find_value(context, node)
    if isinstance(found, TypeName):
        context.warn_of_old_name(node.path[-1])
    if found is None:
        _refuse(context, node.path[-1])
        return DYNAMIC
    return found


def find_value(context: Context, node: nodes.Reference) -> Type | None:
    """Variable, field, constant, property of the library, type; None when the name is unknown."""
    name = node.path[-1]
    if len(node.path) > 1:
        return _qualified(context, node)
    local = context.scopes.find(name.text)
    if local is not None:
        context.scopes.read(local, name.span)
        return _means(context, node, local, local.type)
    for find in (_session, _of_this, _of_module, _of_library, _type_name):
        found = find(context, name)
        if found is not None:
            meaning, type_ = found
            return _means(context, node, meaning, type_)
    if name.text in context.program.known.modules:
        return FileType(name.text) if name.text in context.program.known.files else DYNAMIC
    return None


def check_global(context: Context, node: nodes.Member) -> Type:
    """`глобальный.Имя`: what the name means outside of methods and structures."""
    for find in (_session, _of_module, _of_library, _type_name):
        found = find(context, node.name)
        if found is not None:
            return _means(context, node, found[0], found[1])
    _refuse(context, node.name)
    return DYNAMIC


def refuse_bare_global(context: Context, node: nodes.Global) -> Type:
    context.reports.error(node.span, "После слова «глобальный» ожидается имя")
    return DYNAMIC


def _means(context: Context, node: nodes.Reference | nodes.Member, meaning: Meaning, type_: Type) -> Type:
    context.checked.meanings[node] = meaning
    return type_


def _session(context: Context, name: nodes.Name) -> tuple[SessionVariable, Type] | None:
    variable = context.program.known.variables.get(name.text)
    return (variable, variable.type) if variable is not None else None


def _of_this(context: Context, name: nodes.Name) -> tuple[FieldOfThis | EnumerationValue, Type] | None:
    this = context.frame.this
    if this is None:
        return None
    declaration = this.declaration
    if isinstance(declaration, nodes.Enumeration):
        item = next((one for one in declaration.items if one.name.text == name.text), None)
        return (EnumerationValue(declaration, item), this) if item is not None else None
    for one in declaration.fields:
        if one.name.text == name.text:
            warn_of_deprecated(context, name.span, one)
            return _instance_field(context, name, context.program.field_type(one))
    base = context.library.info("Исключение") if isinstance(declaration, nodes.ExceptionDeclaration) else None
    member = base.find("property", name.text) if base is not None else None
    if base is None or member is None:
        return None
    return _instance_field(context, name, context.library.property_type(LibraryType(base), member))


def _instance_field(context: Context, name: nodes.Name, type_: Type) -> tuple[FieldOfThis, Type]:
    if context.frame.static:
        context.reports.error(name.span, f"Поле «{name.text}» недоступно в статическом методе")
    return FieldOfThis(name.text), type_


def _of_module(context: Context, name: nodes.Name) -> tuple[ModuleConstant, Type] | None:
    constant = context.program.known.constants.get(name.text)
    if constant is None:
        return None
    warn_of_deprecated(context, name.span, constant)
    return ModuleConstant(constant), context.program.constant_type(constant)


def _of_library(context: Context, name: nodes.Name) -> tuple[LibraryName, Type] | None:
    if name.text in context.program.known.types:
        return None
    entry = context.library.catalog.find_property(name.text)
    if entry is None:
        return None
    declaration = entry.declaration
    if isinstance(declaration, TypeInfo):
        return LibraryName(entry), TypeName(LibraryType(declaration))
    assert isinstance(declaration, Member)
    return LibraryName(entry), context.library.from_text(declaration.type, frozenset())


def _type_name(context: Context, name: nodes.Name) -> tuple[Meaning, Type] | None:
    found = context.type_meaning(name.text)
    if found is not None and isinstance(found[0], DeclaredType):
        warn_of_deprecated(context, name.span, found[0].declaration)
    return (found[0], TypeName(found[1])) if found is not None else None


def _qualified(context: Context, node: nodes.Reference) -> Type:
    """`Стд::Имя`: the library's own name; `Файл::Имя` is of a required file, which the run looks into."""
    if is_of_required_file(context, node.path):
        return DYNAMIC
    if knows_namespace(context, node.path):
        for find in (_of_library, _type_name):
            found = find(context, node.path[-1])
            if found is not None:
                return _means(context, node, found[0], found[1])
        refuse_qualified(context, node.path)
    return DYNAMIC


def refuse_undeclared(context: Context, node: nodes.Assignment) -> bool:
    """Whether a value is assigned to a name that nothing has, which is told then."""
    target = node.target
    if not isinstance(target, nodes.Reference) or len(target.path) > 1:
        return False
    name = target.path[-1]
    # To look a variable up for its value would count as a use of it.
    if context.scopes.find(name.text) is not None or find_value(context, target) is not None:
        return False
    value = context.source.slice(node.value.span)
    shown = value if "\n" not in value and len(value) < 60 else "…"
    _refuse(context, name, f"Объявите переменную: пер {name.text} = {shown}")
    return True


def refuse_bare_key(context: Context, key: nodes.Expression) -> None:
    """`{имя: 1}`: a key is an expression, not a name."""
    if isinstance(key, nodes.Reference) and len(key.path) == 1 and find_value(context, key) is None:
        name = key.path[0]
        _refuse(context, name, f'Ключ-строку пишут в кавычках: {{"{name.text}": …}}')


def _refuse(context: Context, name: nodes.Name, otherwise: str = "") -> None:
    this = context.frame.this
    methods = set(context.program.known.methods)
    if this is not None:
        methods |= {one.name.text for one in this.declaration.methods}
    if name.text in methods or context.library.catalog.find_function(name.text):
        message = f"«{name.text}» — метод, для вызова нужны скобки"
        context.reports.error(name.span, message, context.advice_of_brackets(name))
        return
    advice = (
        of_value(name.text)
        or hint(name.text, [*context.variable_names(), *methods])
        or _of_item(context, name.text)
        or advice_to_require(context, name.text)
        or _of_sign(context, name)
        or context.library.catalog.hint_for("property", name.text)
        or context.type_hint(name.text)
        or otherwise
    )
    context.reports.error(name.span, f"Переменная «{name.text}» не определена", advice)


def _of_item(context: Context, name: str) -> str:
    """An item of an enumeration of the program is written behind its name."""
    for one in context.program.known.types.values():
        if isinstance(one, nodes.Enumeration) and any(item.name.text == name for item in one.items):
            return f"Элемент перечисления пишут так: {one.name.text}.{name}"
    return ""


def _of_sign(context: Context, name: nodes.Name) -> str:
    """`"?$format"`: a sign before a letter begins an interpolation."""
    before = context.source.text[max(name.span.start - 1, 0) : name.span.start]
    return f"Сам знак «{before}» перед буквой пишут в строке так: «\\{before}»." if before in ("$", "%") else ""


def check_this(context: Context, node: nodes.This) -> Type:
    """`этот`."""
    this = context.frame.this
    if this is None or context.frame.static:
        where = "в статическом методе" if context.frame.static else "вне методов структур"
        context.reports.error(node.span, f"«этот» недоступен {where}")
        return DYNAMIC
    assert isinstance(this, ProgramType)
    return this

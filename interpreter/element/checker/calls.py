"""Calls: by name, of members, of values, of constructors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interpreter.element import nodes
from interpreter.element.checked import (
    DeclaredMember,
    LibraryMember,
    LibraryName,
    MethodOfThis,
    ModuleMethod,
)
from interpreter.element.checker.advice import warn_of_below, warn_of_constructor
from interpreter.element.checker.arguments import Target, check_arguments, check_loosely
from interpreter.element.checker.defaults import has_default
from interpreter.element.checker.habits import of_method, of_output
from interpreter.element.checker.members import (
    base_of,
    is_dynamic,
    may_be_skipped,
    may_have_method,
    property_of,
    refuse_member,
    safe_owner,
)
from interpreter.element.checker.namespaces import is_of_required_file, knows_namespace, refuse_qualified
from interpreter.element.checker.required_files import is_shown, refuse_hidden_name, refuse_name_of_file
from interpreter.element.checker.targets import constructor_targets, function_target, library_targets, method_target
from interpreter.element.types import (
    DYNAMIC,
    UNDEFINED,
    VOID,
    FileType,
    FunctionType,
    LibraryType,
    ProgramType,
    Type,
    TypeName,
    UnionType,
    alternatives,
    nullable,
    show,
    type_arguments,
    union,
    without_undefined,
)
from runtime.spelling import hint

if TYPE_CHECKING:
    from interpreter.element.checked import MemberMeaning
    from interpreter.element.checker.context import Context
    from runtime.typeinfo import Member

_MAKE_ELEMENTS = frozenset({"ДобавитьНовый", "ВставитьНовый"})


def check_call(context: Context, node: nodes.Call, expected: Type | None) -> Type:
    callee = node.callee
    if isinstance(callee, nodes.Reference):
        return _call_by_name(context, node, callee, expected)
    if isinstance(callee, nodes.Member):
        if isinstance(callee.target, nodes.Global):
            return _call_global(context, node, callee, expected)
        return _call_member(context, node, callee)
    return _call_value(context, node, context.type_of(callee), "значение")


def _given(context: Context, arguments: tuple[nodes.TypeArgument, ...]) -> tuple[Type, ...]:
    return tuple(context.resolve(one.type) for one in arguments)


# ---- by name


def _call_by_name(context: Context, node: nodes.Call, callee: nodes.Reference, expected: Type | None) -> Type:
    name = callee.path[-1]
    if is_of_required_file(context, callee.path) or not knows_namespace(context, callee.path):
        check_loosely(context, node.arguments)
        return DYNAMIC
    if len(callee.path) == 1:
        if context.scopes.find(name.text) is not None:
            return _call_value(context, node, context.type_of(callee), name.text)
        found = find_named_method(context, name)
        if found is not None and not (isinstance(found[1], ModuleMethod) and _holds_function(context, name.text)):
            targets, context.checked.meanings[callee] = found
            return check_arguments(context, node, name.span, targets, _given(context, callee.type_arguments))[0]
        if name.text in context.program.known.variables or _own_fields(context, name.text):
            return _call_value(context, node, context.type_of(callee), name.text)
    return _call_library(context, node, callee, name, expected)


def _call_global(context: Context, node: nodes.Call, callee: nodes.Member, expected: Type | None) -> Type:
    """`глобальный.Имя(…)`: a method of the module, whatever the structure calls so, or a name of the library."""
    known = context.program.known.methods.get(callee.name.text)
    if known:
        context.checked.meanings[callee] = ModuleMethod(known[0])
        targets = [method_target(context, method) for method in known]
        return check_arguments(context, node, callee.name.span, targets, _given(context, callee.type_arguments))[0]
    reference = nodes.Reference(callee.span, (callee.name,), callee.type_arguments)
    result = _call_library(context, node, reference, callee.name, expected)
    if reference in context.checked.meanings:
        context.checked.meanings[callee] = context.checked.meanings[reference]
    return result


def _own_fields(context: Context, name: str) -> list[nodes.Field]:
    """Those of the structure that we are in, with this name."""
    this = context.frame.this
    if this is None or isinstance(this.declaration, nodes.Enumeration):
        return []
    return [one for one in this.declaration.fields if one.name.text == name]


def _holds_function(context: Context, name: str) -> bool:
    """Whether a field of the structure that we are in can be called: it stands before a method of the module."""
    return any(_function(context.program.field_type(one)) is not None for one in _own_fields(context, name))


def find_named_method(context: Context, name: nodes.Name) -> tuple[list[Target], MethodOfThis | ModuleMethod] | None:
    """The overloads of a method of the structure that we are in, else of one of the module."""
    this = context.frame.this
    if this is not None:
        own = [method for method in this.declaration.methods if method.name.text == name.text]
        if context.frame.static and own:
            own = [method for method in own if method.static] or own
            if not own[0].static:
                context.reports.error(name.span, f"Метод «{name.text}» нельзя вызвать из статического метода")
        if own:
            return [method_target(context, method) for method in own], MethodOfThis(own[0])
    known = context.program.known.methods.get(name.text)
    return ([method_target(context, method) for method in known], ModuleMethod(known[0])) if known else None


def _call_library(
    context: Context, node: nodes.Call, callee: nodes.Reference, name: nodes.Name, expected: Type | None
) -> Type:
    """A function of the library, or a type: `Письмо(…)` is `новый Письмо(…)`."""
    entry = context.library.catalog.find_function(name.text)
    if entry is not None:
        context.checked.meanings[callee] = LibraryName(entry)
        targets = library_targets(context, DYNAMIC, entry.declaration)  # type: ignore[arg-type]
        return check_arguments(context, node, name.span, targets, _given(context, callee.type_arguments))[0]
    meaning = context.type_meaning(name.text)
    if meaning is not None:
        context.checked.meanings[callee] = meaning[0]
        context.warn_of_old_name(name)
        made = meaning[1]
        if callee.type_arguments and isinstance(made, LibraryType):
            made = LibraryType(made.info, _given(context, callee.type_arguments))
        return construct(context, node, name, made, expected)
    check_loosely(context, node.arguments)
    if len(callee.path) == 1:
        _refuse_method(context, name)
    else:
        refuse_qualified(context, callee.path)
    return DYNAMIC


def _refuse_method(context: Context, name: nodes.Name) -> None:
    if name.text in context.variable_names() or context.library.catalog.find_property(name.text):
        context.reports.error(name.span, f"«{name.text}» нельзя вызвать")
        return
    advice = of_output(name.text)
    if not advice:
        own = list(context.program.known.methods)
        if context.frame.this is not None:
            own += [one.name.text for one in context.frame.this.declaration.methods]
        advice = (
            hint(name.text, own)
            or of_method(name.text)
            or context.library.catalog.hint_for("function", name.text)
            or context.type_hint(name.text)
        )
    context.reports.error(name.span, f"Неизвестный метод «{name.text}»", advice)


# ---- constructors


def check_new(context: Context, node: nodes.New, expected: Type | None) -> Type:
    made = context.resolve(node.type)
    if not isinstance(made, LibraryType | ProgramType):
        check_loosely(context, node.arguments)
        return made
    return construct(context, node, node.type.path[-1], made, expected)


def construct(
    context: Context, node: nodes.Call | nodes.New, name: nodes.Name, made: LibraryType | ProgramType | Type,
    expected: Type | None,
) -> Type:  # fmt: skip
    targets = constructor_targets(context, made)
    if not targets:
        context.reports.error(name.span, f"У типа {show(made)} нет конструктора")
        check_loosely(context, node.arguments)
        return made
    warn_of_constructor(context, node, made)
    result, _ = check_arguments(context, node, name.span, targets, constructs=isinstance(node, nodes.Call))
    if isinstance(made, LibraryType) and not made.arguments and isinstance(result, LibraryType):
        return _adopted(result, expected)
    return made


def _adopted(made: LibraryType, expected: Type | None) -> Type:
    """`новый Массив()` where `Массив<Строка>` is wanted is that."""
    for one in alternatives(expected) if expected is not None else ():
        if isinstance(one, LibraryType) and one.info is made.info and all(each == DYNAMIC for each in made.arguments):
            return one
    return made


# ---- members


def _call_member(context: Context, node: nodes.Call, callee: nodes.Member) -> Type:
    owner = safe_owner(context, callee)
    result = _method_of(context, node, callee, without_undefined(owner))
    context.checked.types[callee] = DYNAMIC
    if result != VOID and may_be_skipped(callee):
        return nullable(result)
    return result


def _method_of(context: Context, node: nodes.Call, callee: nodes.Member, owner: Type) -> Type:
    name = callee.name
    if isinstance(owner, FileType):
        return _of_file(context, node, callee, owner)
    if is_dynamic(owner):
        check_loosely(context, node.arguments)
        return DYNAMIC
    if isinstance(owner, UnionType):
        return _union_method(context, node, callee, owner)
    found = find_method(context, owner, name.text)
    if found is not None:
        targets, meaning = found
        if is_hidden(context, targets):
            refuse_hidden_name(context, name)
        if not is_foreign(context, meaning):
            context.checked.members[callee] = meaning
        if isinstance(meaning, LibraryMember) and meaning.member.ru in _MAKE_ELEMENTS:
            _check_new_element(context, node, owner, meaning)
        return check_arguments(context, node, name.span, targets, _given(context, callee.type_arguments))[0]
    held = property_of(context, owner, name.text)
    if held is not None and (held.type == DYNAMIC or _function(held.type) is not None):
        if held.meaning is not None:
            context.checked.members[callee] = held.meaning
        return _call_value(context, node, held.type, name.text)
    if isinstance(owner, LibraryType) and may_have_method(context, owner, name.text):
        warn_of_below(context, name.span, owner, "метода", name.text)
    else:
        refuse_member(context, owner, name, "method")
    check_loosely(context, node.arguments)
    return DYNAMIC


def _check_new_element(context: Context, node: nodes.Call, owner: Type, meaning: LibraryMember) -> None:
    """`Массив.ДобавитьНовый()` makes a default value of the type of the elements."""
    needed = min(one.required for one in meaning.member.signatures)
    item = type_arguments(owner).get("Т", DYNAMIC)
    if len(node.arguments) <= needed and item != DYNAMIC and not has_default(context, item):
        assert isinstance(node.callee, nodes.Member)
        message = f"Тип {show(item)} не имеет значения по умолчанию: создайте элемент сами"
        context.reports.error(node.callee.name.span, message)


def _of_file(context: Context, node: nodes.Call, callee: nodes.Member, owner: FileType) -> Type:
    """`Файл.Метод(…)`."""
    name = callee.name
    file = context.program.known.files[owner.name]
    targets = [method_target(context, method) for method in file.shown_methods(name.text)]
    if targets:
        return check_arguments(context, node, name.span, targets, _given(context, callee.type_arguments))[0]
    check_loosely(context, node.arguments)
    held = file.find(name.text)
    if isinstance(held, nodes.Constant | nodes.Structure | nodes.ExceptionDeclaration) and is_shown(held):
        advice = "" if isinstance(held, nodes.Constant) else f"Значение создают так: новый {file.name}.{name.text}(…)"
        context.reports.error(name.span, f"«{name.text}» нельзя вызвать", advice)
    else:
        refuse_name_of_file(context, file, name, "метода")
    return DYNAMIC


def is_foreign(context: Context, meaning: MemberMeaning) -> bool:
    """Whether a required file declares the method: how it is called is then left to the run."""
    return isinstance(meaning, DeclaredMember) and context.program.is_foreign(meaning.member)


def is_hidden(context: Context, targets: list[Target]) -> bool:
    """Whether a required file keeps the method of one of its types to itself."""
    methods = [one.shape_target for one in targets if isinstance(one.shape_target, nodes.Method)]
    return any(context.program.is_foreign(one) for one in methods) and not any(map(is_shown, methods))


def _union_method(context: Context, node: nodes.Call, callee: nodes.Member, owner: UnionType) -> Type:
    """A method of every alternative; which one is called, the run decides."""
    found = [find_method(context, one, callee.name.text) for one in owner.alternatives]
    check_loosely(context, node.arguments)
    if not any(found) and not any(property_of(context, one, callee.name.text) for one in owner.alternatives):
        refuse_member(context, owner, callee.name, "method")
    if all(found):
        results = [target.result for one in found if one for target in one[0][:1]]
        return union(results) if VOID not in results else DYNAMIC
    return DYNAMIC


def find_method(context: Context, owner: Type, name: str) -> tuple[list[Target], MemberMeaning] | None:
    """The overloads of a method of a type, and what it is."""
    static = isinstance(owner, TypeName)
    of = owner.of if isinstance(owner, TypeName) else owner
    if isinstance(of, ProgramType):
        own = [method for method in of.declaration.methods if method.name.text == name and method.static == static]
        if own:
            return [method_target(context, method) for method in own], DeclaredMember(of.declaration, own[0])
        info = None if static else base_of(context, of)
        if info is None:
            return None
        of = LibraryType(info)
    if isinstance(of, FunctionType) and not static:
        of = context.library.object
    if isinstance(of, LibraryType):
        member: Member | None = of.info.find("method", name)
        if member is not None and member.static == static:
            return library_targets(context, of, member), LibraryMember(of.info, member, static)
    return None


# ---- values


def _function(type_: Type) -> FunctionType | None:
    return next((one for one in alternatives(type_) if isinstance(one, FunctionType)), None)


def _call_value(context: Context, node: nodes.Call, type_: Type, label: str) -> Type:
    function = _function(type_)
    if function is not None:
        return check_arguments(context, node, node.callee.span, [function_target(label, function)])[0]
    if not is_dynamic(type_) or type_ == UNDEFINED:
        message = f"Значение типа {show(type_)} нельзя вызвать"
        context.reports.error(node.callee.span, message, hint(label, context.program.known.methods))
    check_loosely(context, node.arguments)
    return DYNAMIC

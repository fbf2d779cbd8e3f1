"""What stands behind a dot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from interpreter.element import nodes
from interpreter.element.checked import DeclaredMember, LibraryMember, MemberMeaning
from interpreter.element.checker.advice import QUOTES, warn_of_below, warn_of_needless
from interpreter.element.checker.deprecation import warn_of_deprecated
from interpreter.element.checker.habits import of_console, of_method
from interpreter.element.checker.letter_habits import of_letter
from interpreter.element.checker.required_files import refuse_name_of_file, value_of_file
from interpreter.element.types import (
    DYNAMIC,
    UNDEFINED,
    FileType,
    FunctionType,
    LibraryType,
    ProgramType,
    SimpleType,
    Type,
    TypeName,
    TypeVariable,
    UnionType,
    nullable,
    show,
    union,
    without_undefined,
)
from runtime.spelling import hint

if TYPE_CHECKING:
    from interpreter.element.checker.context import Context
    from runtime.typeinfo import TypeInfo


@dataclass(frozen=True, slots=True)
class Property:
    """A readable member; `meaning` is None where only the run can tell."""

    type: Type
    meaning: MemberMeaning | None = None
    writable: bool = True


UNKNOWN = Property(DYNAMIC)

_OTHER = {"property": "method", "method": "property"}
_OWN_SUBJECTS = ("Строка", "Число", "Булево", "Объект")
"""What they can do says nothing about the value that holds them."""


def member_type(context: Context, node: nodes.Member) -> Type:
    """`x.имя` read as a value."""
    found = find_member(context, node)
    return nullable(found.type) if may_be_skipped(node) else found.type


def may_be_skipped(node: nodes.Expression) -> bool:
    """Whether a `?.` further left may skip this link of the chain: `а?.б.в()` is Неопределено when `а` is."""
    current = node
    while isinstance(current, nodes.Member | nodes.Call | nodes.Index):
        if isinstance(current, nodes.Member):
            if current.safe:
                return True
            current = current.target
        else:
            current = current.callee if isinstance(current, nodes.Call) else current.target
    return False


def find_member(context: Context, node: nodes.Member) -> Property:
    owner = safe_owner(context, node)
    if isinstance(owner, FileType):
        return _of_file(context, owner, node.name)
    found = property_of(context, owner, node.name.text)
    if found is None:
        refuse_member(context, owner, node.name, "property")
        return UNKNOWN
    if found is UNKNOWN:
        warn_of_below(context, node.name.span, without_undefined(owner), "свойства", node.name.text)
    if found.meaning is not None:
        context.checked.members[node] = found.meaning
        if isinstance(found.meaning, DeclaredMember) and isinstance(found.meaning.member, nodes.Field):
            warn_of_deprecated(context, node.name.span, found.meaning.member)
    return found


def _of_file(context: Context, owner: FileType, name: nodes.Name) -> Property:
    found = value_of_file(context, owner, name)
    if found is None:
        refuse_name_of_file(context, context.program.known.files[owner.name], name, "имени")
        return UNKNOWN
    return Property(found, writable=False)


def safe_owner(context: Context, node: nodes.Member) -> Type:
    """The type of what stands left of the dot; `?.` is told of where `.` would do."""
    owner = context.owner_type(node.target)
    if owner == UNDEFINED:
        context.reports.error(node.name.span, f"У Неопределено нет членов: «{node.name.text}»")
    if node.safe:
        warn_of_needless(context, node.span, "?.", owner)
    return owner


def property_of(context: Context, owner: Type, name: str) -> Property | None:
    """The property with this name; None when the type certainly has none."""
    owner = without_undefined(owner)
    if isinstance(owner, UnionType):
        found = [property_of(context, one, name) for one in owner.alternatives]
        known = [one for one in found if one is not None]
        if len(known) == len(found):
            return Property(union(one.type for one in known))
        return UNKNOWN if known else None
    if isinstance(owner, TypeName):
        return _static_property(owner.of, name)
    if isinstance(owner, ProgramType):
        return _program_property(context, owner, name)
    if isinstance(owner, LibraryType):
        return _library_property(context, owner, owner.info, name)
    return None if isinstance(owner, FunctionType) else UNKNOWN


def _static_property(owner: Type, name: str) -> Property | None:
    if isinstance(owner, ProgramType) and isinstance(owner.declaration, nodes.Enumeration):
        item = next((one for one in owner.declaration.items if one.name.text == name), None)
        return Property(owner, DeclaredMember(owner.declaration, item), False) if item else None
    if isinstance(owner, LibraryType):
        member = owner.info.find("property", name)
        if member is not None and (member.kind == "value" or member.static):
            return Property(owner, LibraryMember(owner.info, member, True), False)
    return None if isinstance(owner, ProgramType | LibraryType) else UNKNOWN


def _program_property(context: Context, owner: ProgramType, name: str) -> Property | None:
    declaration = owner.declaration
    if not isinstance(declaration, nodes.Enumeration):
        for one in declaration.fields:
            if one.name.text == name:
                type_ = context.program.field_type(one)
                return Property(type_, DeclaredMember(declaration, one), one.kind == "пер")
    base = base_of(context, owner)
    return UNKNOWN if base is None else _library_property(context, LibraryType(base), base, name)


def _library_property(context: Context, owner: LibraryType, info: TypeInfo, name: str) -> Property | None:
    member = info.find("property", name)
    if member is not None and member.kind != "value":
        type_ = context.library.property_type(owner, member)
        return Property(type_, LibraryMember(info, member, False), member.writable)
    return UNKNOWN if _may_be_below(context, info, "property", name) else None


def base_of(context: Context, owner: ProgramType) -> TypeInfo | None:
    """The library type that a type of the program descends from."""
    names = {nodes.ExceptionDeclaration: "Исключение", nodes.Enumeration: "Перечисление"}
    return context.library.info(names.get(type(owner.declaration), "Объект"))


def _may_be_below(context: Context, info: TypeInfo, kind: str, name: str) -> bool:
    """Объект promises nothing about its descendants: there a cast is wanted."""
    return info.ru not in ("Объект", "Исключение", "Перечисление") and context.library.below_has(info, kind, name)


def may_have_method(context: Context, owner: LibraryType, name: str) -> bool:
    return _may_be_below(context, owner.info, "method", name)


def refuse_member(context: Context, owner: Type, name: nodes.Name, kind: str) -> None:
    """Say that there is no such member, or that it is a member of the other kind."""
    owner = without_undefined(owner)
    if name.text in names_of(context, owner, _OTHER[kind]):
        message = {
            "property": f"«{name.text}» — метод, для вызова нужны скобки",
            "method": f"«{name.text}» — свойство, его нельзя вызвать",
        }[kind]
        context.reports.error(name.span, message, context.advice_of_brackets(name) if kind == "property" else "")
        return
    what = {"property": "свойства", "method": "метода"}[kind]
    shown = show(owner.of if isinstance(owner, TypeName) else owner)
    context.reports.error(
        name.span, f"У типа {shown} нет {what} «{name.text}»", _advice_on(context, owner, name.text, kind)
    )


def _advice_on(context: Context, owner: Type, name: str, kind: str) -> str:
    """What to write for a member that there is not."""
    if _is_console(owner) and (advice := of_console(name)):
        return advice

    def similar() -> str:
        return hint(name, [*names_of(context, owner, kind), *names_of(context, owner, _OTHER[kind])])

    elsewhere = _of_other_side(context, owner, name)
    if not isinstance(owner, LibraryType):
        return elsewhere or similar()
    return (
        elsewhere
        or _of_held(context, owner, name, kind)
        or of_letter(owner.info.ru, name)
        or similar()
        or of_method(name)
        or _of_owner(context, owner, name, kind)
    )


def _of_owner(context: Context, owner: LibraryType, name: str, kind: str) -> str:
    """What is wrong with the type itself."""
    if owner.info.ru == "Объект":
        return f"Значение типа Объект сначала приводят к его типу: (… как Тип).{name}"
    if owner.info.ru == "Образец" and name in names_of(context, context.library.string, kind):
        return QUOTES
    if kind == "property" and "Соответствие" in owner.info.ru:
        return f'Значение по ключу берут так: …["{name}"]'
    return ""


def _of_other_side(context: Context, owner: Type, name: str) -> str:
    """A static member is reached through the name of its type, any other one through a value."""
    if isinstance(owner, TypeName):
        if any(name in names_of(context, owner.of, kind) for kind in ("method", "property")):
            return f"«{name}» есть у значений этого типа, а не у него самого"
        return ""
    type_ = TypeName(owner)
    if not isinstance(owner, ProgramType | LibraryType):
        return ""
    if any(name in names_of(context, type_, kind) for kind in ("method", "property")):
        return f"Статические члены и элементы перечислений пишут через имя типа: {show(owner)}.{name}"
    return ""


def _of_held(context: Context, owner: LibraryType, name: str, kind: str) -> str:
    """A letter in a box holds the letter itself, and it is the letter that has a subject."""
    for held in owner.info.all_members():
        if held.kind == "property" and not held.static:
            type_ = without_undefined(context.library.property_type(owner, held))
            if isinstance(type_, LibraryType) and type_.info.ru not in _OWN_SUBJECTS and type_.info.find(kind, name):
                return f"Это есть у свойства «{held.ru}»: пишут .{held.ru}.{name}"
    return ""


def _is_console(owner: Type) -> bool:
    of = owner.of if isinstance(owner, TypeName) else owner
    return isinstance(of, LibraryType) and of.info.ru == "Консоль"


def names_of(context: Context, owner: Type, kind: str) -> list[str]:
    """Names of the members of a kind, for hints."""
    static = isinstance(owner, TypeName)
    of = owner.of if isinstance(owner, TypeName) else owner
    if isinstance(of, ProgramType):
        names = _program_names(of, kind, static)
        base = base_of(context, of)
        return names if static or base is None else names + base.names_of(kind)
    if isinstance(of, LibraryType):
        if not static:
            members = [m for m in of.info.all_members() if m.kind == kind and not m.static]
        else:
            wanted = "value" if kind == "property" else "method"
            members = [m for m in of.info.all_members() if m.kind == wanted and (m.static or m.kind == "value")]
        return [name for member in members for name in {member.ru: 0, member.en: 0}]
    return []


def _program_names(owner: ProgramType, kind: str, static: bool) -> list[str]:
    declaration = owner.declaration
    if kind == "method":
        return [one.name.text for one in declaration.methods if one.static == static]
    if isinstance(declaration, nodes.Enumeration):
        return [one.name.text for one in declaration.items] if static else []
    return [] if static else [one.name.text for one in declaration.fields]


def is_dynamic(owner: Type) -> bool:
    return isinstance(without_undefined(owner), SimpleType | TypeVariable)

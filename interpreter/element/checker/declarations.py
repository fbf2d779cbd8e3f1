"""Methods, structures, exceptions, enumerations, constants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interpreter.diagnostics import Note
from interpreter.element import nodes
from interpreter.element.checker.annotations import check_annotations
from interpreter.element.checker.assignments import require
from interpreter.element.checker.circles import refuse_circles
from interpreter.element.checker.context import Frame
from interpreter.element.checker.defaults import has_default
from interpreter.element.checker.namespaces import check_imports
from interpreter.element.checker.program import module_name
from interpreter.element.syntax_messages import NO_PREPROCESSOR, REQUIRED_SO, is_preprocessor
from interpreter.element.types import DYNAMIC, NEVER, VOID, ProgramType, assignable, show
from interpreter.node import walk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interpreter.element.checker.context import Context

_RUN_TIME = (nodes.Call, nodes.New, nodes.Lambda, nodes.MethodReference, nodes.Throw, nodes.This, nodes.Index)


def check_module(context: Context, module: nodes.Module) -> None:
    context.program.learn(module)
    _check_directives(context, module.directives)
    check_imports(context, module.imports)
    refuse_circles(context, [one for one in module.members if isinstance(one, nodes.Constant)])
    for member in module.members:
        check_annotations(context, member.annotations)
        if isinstance(member, nodes.Method):
            check_method(context, member, None)
        elif isinstance(member, nodes.Constant):
            _check_constant(context, member)
        elif isinstance(member, nodes.Enumeration):
            _check_enumeration(context, member)
        else:
            _check_structure(context, member)


def _check_directives(context: Context, directives: Sequence[nodes.Directive]) -> None:
    """A file is required once; files have names that tell them apart."""
    seen: dict[str, nodes.Directive] = {}
    for directive in directives:
        _check_directive(context, directive)
        name = module_name(directive)
        first = seen.setdefault(name.casefold(), directive)
        if first is directive or directive.name.text != "требуется":
            continue
        note = Note(first.span, "Первый раз здесь")
        if first.argument.text == directive.argument.text:
            context.reports.warning(directive.span, f"Файл «{name}» уже подключён")
        else:
            context.reports.error(directive.span, f"Имя «{name}» уже занято другим файлом", notes=(note,))


def _check_directive(context: Context, node: nodes.Directive) -> None:
    """The name of a required file is a name in the text."""
    if node.name.text != "требуется":
        advice = NO_PREPROCESSOR if is_preprocessor(node.name.text) else REQUIRED_SO
        context.reports.error(node.name.span, f"Неизвестная директива «#{node.name.text}»", advice)
    elif not module_name(node).isidentifier():
        context.reports.error(node.argument.span, "Имя требуемого файла должно быть именем: #требуется Файл.sbsl")


# ---- methods


def check_method(context: Context, method: nodes.Method, this: ProgramType | None) -> None:
    """The body of a method, and that it returns what it promises."""
    types, result = context.program.signature(method)
    context.program.refuse_reserved(one.name for one in method.parameters)
    for one, type_ in zip(method.parameters, types, strict=True):
        check_annotations(context, one.annotations)
        if one.type is None and one.default is None:
            message = f"У параметра «{one.name.text}» нет ни типа, ни значения по умолчанию"
            context.reports.error(one.name.span, message, f"Укажите тип: {one.name.text}: Строка")
        elif one.default is not None:
            require(context, one.default.span, context.checked.types.get(one.default, DYNAMIC), type_)
    if method.body is None:
        return
    context.frame = Frame(result, this, method.static and this is not None)
    context.scopes.enter()
    for one, type_ in zip(method.parameters, types, strict=True):
        context.declare(one.name, type_, writable=True)
    ends = context.block(method.body)
    context.scopes.leave()
    context.frame = Frame(VOID)
    promises = result not in (VOID, DYNAMIC) or isinstance(method.return_type, nodes.UnknownType)
    if not ends and promises and method.end is not None:
        _refuse_end(context, method, method.end is not None and result == NEVER)


def _refuse_end(context: Context, method: nodes.Method, never: bool) -> None:
    message = (
        f"Метод «{method.name.text}» с типом «никогда» может закончиться"
        if never
        else f"Метод «{method.name.text}» не на всех путях возвращает значение"
    )
    assert method.end is not None
    context.reports.error(method.end, message, notes=(Note(method.name.span, "Метод объявлен здесь"),))


# ---- types


def _check_structure(context: Context, node: nodes.Structure | nodes.ExceptionDeclaration) -> None:
    this = ProgramType(node)
    program = context.program
    program.refuse_twins([one.name for one in node.fields])
    program.refuse_same_methods(node.methods)
    program.refuse_reserved(one.name for one in node.fields)
    for mark in node.constructors:
        check_annotations(context, mark.annotations)
    for mark in node.constructors[1:]:
        note = Note(node.constructors[0].span, "Первый раз здесь")
        context.reports.error(mark.span, "Конструктор уже объявлен", notes=(note,))
    base = context.library.info("Исключение") if isinstance(node, nodes.ExceptionDeclaration) else None
    taken = {name.casefold() for name in base.names_of("property")} if base is not None else set()
    for one in node.fields:
        check_annotations(context, one.annotations)
        _check_field(context, one, this)
        if one.name.text.casefold() in taken:
            context.reports.error(one.name.span, f"Поле «{one.name.text}» у исключения уже есть")
    for method in node.methods:
        check_annotations(context, method.annotations)
        check_method(context, method, this)


def _check_field(context: Context, field: nodes.Field, this: ProgramType) -> None:
    type_ = context.program.field_type(field)
    if field.kind == "исп" and not assignable(type_, context.library.named("Закрываемое")):
        context.reports.error((field.type or field.name).span, f"Тип {show(type_)} не является Закрываемое")
    if field.required and field.value is not None:
        context.reports.error(field.value.span, f"Обязательное поле «{field.name.text}» не может иметь значения")
    elif field.value is not None:
        require(context, field.value.span, context.checked.types.get(field.value, DYNAMIC), type_)
    elif field.type is None:
        context.reports.error(field.name.span, f"У поля «{field.name.text}» нет ни типа, ни значения")
    elif not field.required and not has_default(context, type_, (this,)):
        message = f"Тип {show(type_)} не имеет значения по умолчанию"
        advice = "Задайте значение поля или сделайте его обязательным: обз."
        context.reports.error(field.name.span, message, advice)


def _check_enumeration(context: Context, node: nodes.Enumeration) -> None:
    context.program.refuse_twins([one.name for one in node.items])
    context.program.refuse_same_methods(node.methods)
    defaults = [one for one in node.items if one.is_default]
    for extra in defaults[1:]:
        context.reports.error(extra.span, "Элемент по умолчанию может быть только один")
    for method in node.methods:
        check_annotations(context, method.annotations)
        check_method(context, method, ProgramType(node))


def _check_constant(context: Context, node: nodes.Constant) -> None:
    type_ = context.program.constant_type(node)
    require(context, node.value.span, context.checked.types.get(node.value, DYNAMIC), type_)
    late = next((one for one in walk(node.value) if isinstance(one, _RUN_TIME)), None)
    if late is not None:
        context.reports.error(late.span, "Значение константы должно быть известно до выполнения")

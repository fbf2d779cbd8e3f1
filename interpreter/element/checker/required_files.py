"""`#требуется Файл.sbsl`: what other files declare for this one. Their own mistakes are told when they are compiled."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from interpreter.diagnostics import Refused
from interpreter.element import nodes
from interpreter.element.checked import Known
from interpreter.element.parser import parse_module
from interpreter.element.types import DYNAMIC, FileType, ProgramType, Type, TypeName
from interpreter.source import Source, decode
from runtime.errors import OnecError
from runtime.host import require as ask_host
from runtime.spelling import hint

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from interpreter.element.checker.context import Context
    from interpreter.element.checker.program import Program

_GLOBAL = ("Глобально", "Global")
_HIDDEN_ADVICE = "Поставьте перед его объявлением @Глобально"


@dataclass(frozen=True, slots=True)
class RequiredFile:
    """A file that was read; `program` knows its declarations by name, and their types."""

    name: str
    program: Program

    def find(self, name: str) -> nodes.ModuleMember | None:
        """The declaration with this name; of overloads one that is shown to others, if there is any."""
        known = self.program.known
        methods = known.methods.get(name, ())
        shown = next((one for one in methods if is_shown(one)), methods[0] if methods else None)
        return known.types.get(name) or known.constants.get(name) or shown

    def shown_methods(self, name: str) -> list[nodes.Method]:
        return [one for one in self.program.known.methods.get(name, ()) if is_shown(one)]

    def names(self) -> list[str]:
        known = self.program.known
        return [*known.types, *known.constants, *known.methods]


def is_shown(declaration: nodes.ModuleMember) -> bool:
    """Whether other files see it."""
    return any(one.path[-1].text in _GLOBAL for one in declaration.annotations)


def require_file(context: Context, directive: nodes.Directive, name: str) -> RequiredFile | None:
    """Read a file; None when nothing can be said of it before the run. A missing one is told of."""
    written = directive.argument.text.replace("\\", "/")
    path = os.path.join(os.path.dirname(context.source.name), written)
    key = os.path.abspath(path)
    if not context.reading:
        context.reading.append(os.path.abspath(context.source.name))
    if key in context.reading:
        context.circles.append([*context.reading[context.reading.index(key) :], key])
    elif key not in context.files:
        context.reading.append(key)
        context.files[key] = _read(context, directive, name, path)
        context.reading.pop()
    if context.circles and len(context.reading) == 1:
        way = " → ".join(os.path.basename(one) for one in context.circles[0])
        advice = "Вынесите то, что нужно обоим файлам, в третий файл"
        context.reports.error(directive.span, f"Файлы требуют друг друга по кругу: {way}", advice)
        context.circles.clear()
    return context.files.get(key)


def advice_to_require(context: Context, name: str) -> str:
    """What to say of a name that nothing has when a file beside the text is called so."""
    path = os.path.join(os.path.dirname(context.source.name), name + ".sbsl")
    try:
        ask_host("read", path)
        exists = os.path.isfile(path)
    except OnecError:
        return ""
    return f"Подключите файл: #требуется {name}.sbsl" if exists else ""


def _read(context: Context, directive: nodes.Directive, name: str, path: str) -> RequiredFile | None:
    try:
        ask_host("read", path)
        with open(path, "rb") as file:
            source = Source(path, decode(file.read()))
        tree = parse_module(source)
    except FileNotFoundError:
        message = f"Не удалось прочитать требуемый файл {path}: файла нет"
        context.reports.error(directive.span, message)
        return None
    except (OSError, UnicodeDecodeError, OnecError, Refused):
        # What is wrong with it is told when it is compiled itself, with the lines of its own text.
        return None
    other = context.beside(tree, source, Known())
    other.program.learn(tree)
    return RequiredFile(name, other.program)


def nodes_of(program: Program) -> Iterator[nodes.Node]:
    """The nodes whose types only their own program can tell."""
    known = program.known
    yield from known.constants.values()
    for overloads in known.methods.values():
        yield from overloads
    for declaration in known.types.values():
        yield declaration
        yield from declaration.methods
        if not isinstance(declaration, nodes.Enumeration):
            yield from declaration.fields


# ---- names


def type_of_file(context: Context, path: Sequence[nodes.Name]) -> Type:
    """`Файл.Тип` in a type expression."""
    file = context.program.known.files.get(path[0].text)
    if file is None or len(path) != 2:
        return DYNAMIC
    found = file.find(path[1].text)
    if isinstance(found, nodes.Structure | nodes.ExceptionDeclaration | nodes.Enumeration):
        _refuse_hidden(context, path[1], found)
        return ProgramType(found, file.name)
    refuse_name_of_file(context, file, path[1], "типа")
    return DYNAMIC


def value_of_file(context: Context, owner: FileType, name: nodes.Name) -> Type | None:
    """`Файл.КОНСТАНТА`, `Файл.Тип`; None when the file has no such name."""
    file = context.program.known.files[owner.name]
    found = file.find(name.text)
    if found is None or isinstance(found, nodes.Method):
        return None
    _refuse_hidden(context, name, found)
    if isinstance(found, nodes.Constant):
        return file.program.constant_type(found)
    return TypeName(ProgramType(found, file.name))


def _refuse_hidden(context: Context, name: nodes.Name, declaration: nodes.ModuleMember) -> None:
    if not is_shown(declaration):
        refuse_hidden_name(context, name)


def refuse_hidden_name(context: Context, name: nodes.Name) -> None:
    context.reports.error(name.span, f"«{name.text}» не виден из других файлов", _HIDDEN_ADVICE)


def refuse_name_of_file(context: Context, file: RequiredFile, name: nodes.Name, what: str) -> None:
    """Say what is wrong with a name that a file does not have as what is wanted."""
    found = file.find(name.text)
    if isinstance(found, nodes.Method) and what != "метода":
        context.reports.error(name.span, f"«{name.text}» — метод, для вызова нужны скобки")
    elif found is not None and not is_shown(found):
        refuse_hidden_name(context, name)
    else:
        message = f"В файле «{file.name}» нет {what} «{name.text}»"
        context.reports.error(name.span, message, hint(name.text, file.names()))

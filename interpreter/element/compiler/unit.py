"""What is gathered while one text is compiled: links to the library, constants, names of declarations, mistakes."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from interpreter.diagnostics import Diagnostic, Refused
from interpreter.element import nodes
from interpreter.element.compiler.certainty import Certainty
from interpreter.element.compiler.kinds import Kinds
from interpreter.emit import Emitter

if TYPE_CHECKING:
    import ast
    from collections.abc import Iterable

    from interpreter.element.checked import CheckedModule
    from interpreter.source import Source, Span
    from runtime.catalog import Catalog, Entry
    from runtime.typeinfo import Member, TypeInfo

    Declaration = nodes.Structure | nodes.ExceptionDeclaration | nodes.Enumeration

_OPERATORS = "runtime.element.operators"
_TYPES = "runtime.element.types"
_INDEXING = "runtime.element.indexing"
_MEMBERS = "runtime.element.members"
_CONTROL = "runtime.element.control"
_PRESENTATION = "runtime.element.presentation"
_COLLECTIONS = "stdlib.element.collections"
_TIME = "stdlib.element.time"
HELPERS = {
    **{f"1c.{name}": f"{_OPERATORS}:{name}" for name in (
        "add", "subtract", "multiply", "divide", "quotient", "modulo", "power", "negate", "affirm", "equal",
        "not_equal", "less", "less_or_equal", "greater", "greater_or_equal",
    )},
    **{f"1c.{name}": f"{_TYPES}:{name}" for name in ("is_type", "cast", "not_undefined", "condition")},
    **{f"1c.{name}": f"{_INDEXING}:{name}" for name in ("item", "set_item", "iterate", "counter")},
    **{f"1c.{name}": f"{_MEMBERS}:{name}" for name in ("member", "set_member", "call")},
    **{f"1c.{name}": f"{_CONTROL}:{name}" for name in ("caught", "throw", "thrown", "overloads", "bound")},
    **{f"1c.{name}": f"builtins:{name}" for name in (
        "int", "str", "bool", "bytes", "Exception", "type", "len", "isinstance",
    )},
    **{f"1c.{name}": f"{_PRESENTATION}:{name}" for name in ("to_string", "number_text", "operand", "present")},
    **{f"1c.{name}": f"runtime.element.structures:{name}" for name in ("structure", "exception", "enumeration")},
    "1c.ElementException": "runtime.element.exceptions:ElementException",
    "1c.longer": "runtime.element.operators:longer",
    "1c.described": "builtins:BaseException.__new__",
    "1c.Field": "runtime.element.structures:Field",
    "1c.default": "runtime.element.structures:DEFAULT",
    "1c.use": "runtime.element.resources:use",
    "1c.required": "interpreter.element.required:required",
    "1c.default_of": "interpreter.element.required:default",
    "1c.entry": "runtime.element.entry:entry",
    "1c.no_entry": "runtime.element.entry:no_entry",
    "1c.decimal": "runtime.element.numbers:literal",
    "1c.Function": "stdlib.element.function:Function",
    "1c.Type": "stdlib.element.type:Type",
    "1c.round": "runtime.element.numbers:round_to",
    "1c.rounding": "runtime.element.numbers:rounding",
    "1c.substring": "stdlib.element.strings.string:String.substring",
    "1c.number": "stdlib.element.number:read",
    "1c.array": f"{_COLLECTIONS}.array:Array.of",
    "1c.set": f"{_COLLECTIONS}.set:Set.of",
    "1c.map": f"{_COLLECTIONS}.map:Map.of",
    "1c.map_over": f"{_COLLECTIONS}.map:Map.over",
    "1c.set_over": f"{_COLLECTIONS}.set:Set.over",
    "1c.pattern": "stdlib.element.patterns.pattern:Pattern",
    "1c.ByteSize": "stdlib.element.byte_size:ByteSize.of",
    "1c.Duration": f"{_TIME}.duration:Duration.of",
    "1c.Date": f"{_TIME}.date:literal",
    "1c.Time": f"{_TIME}.time:literal",
    "1c.DateTime": f"{_TIME}.date_time:literal",
    "1c.Instant": f"{_TIME}.instant:literal",
    "1c.TimeZone": f"{_TIME}.time_zone:TimeZone",
    "1c.Version": "stdlib.element.version:Version",
    "1c.Locale": "stdlib.element.locale:Locale",
    "1c.Uuid": "stdlib.element.uuid:Uuid",
}  # fmt: skip
"""What compiled code calls under names that no script can spell, and where it lives."""

_NOT_NAMES = frozenset({"None", "True", "False", "__debug__"})


def python_name(name: str) -> str:
    """A variable's or parameter's Python name: its own, but for the few that CPython keeps for itself."""
    return name + "_" if name in _NOT_NAMES else name


class Unit:
    """One text on its way through the compiler."""

    def __init__(self, source: Source, checked: CheckedModule, catalog: Catalog, *, closed: bool = False) -> None:
        self.source, self.checked, self.catalog = source, checked, catalog
        self.emit = Emitter(source)
        self.kinds = Kinds(checked, catalog)
        self.certainty = Certainty(checked, self.kinds, closed=closed)
        self.links: dict[str, tuple[str, str]] = {}
        self.constants: dict[str, tuple[str, str | int]] = {}
        self.mistakes: list[Diagnostic] = []
        self.types = checked.known.types
        self.modules = checked.known.modules
        self._methods: dict[nodes.Method, str] = {}
        self._number(method for overloads in checked.known.methods.values() for method in overloads)
        for declaration in checked.known.types.values():
            self._number(declaration.methods)

    def _number(self, found: Iterable[nodes.Method]) -> None:
        methods = list(found)
        shared = Counter(method.name.text for method in methods)
        seen: Counter[str] = Counter()
        for method in methods:
            name = method.name.text
            seen[name] += 1
            self._methods[method] = f"{name}({seen[name]})" if shared[name] > 1 else f"{name}()"

    def method_name(self, method: nodes.Method) -> str:
        """`Имя()`; of one of several overloads `Имя(1)`, `Имя(2)`…, while `Имя()` chooses between them at run time."""
        return self._methods.get(method) or f"{method.name.text}()"

    def helper(self, span: Span, name: str, *arguments: ast.expr) -> ast.expr:
        """A call of a runtime helper."""
        return self.emit.call(span, self.linked(span, name), arguments)

    def linked(self, span: Span, name: str) -> ast.expr:
        """A runtime helper itself."""
        self.links[name] = ("raw", HELPERS[name])
        return self.emit.name(span, name)

    def constant(self, span: Span, helper: str, value: str | int) -> ast.expr:
        """A value made once, when the module starts: what a helper makes of a text or a number."""
        self.links[helper] = ("raw", HELPERS[helper])
        name = f"{helper} {value}"
        self.constants[name] = (helper, value)
        return self.emit.name(span, name)

    def library(self, span: Span, entry: Entry, use: str) -> ast.expr:
        """A declared function ("call"), constructor ("new"), class ("raw") or global property ("value")."""
        suffix = {"call": "()", "new": ".новый", "raw": "", "value": "."}[use]
        name = f"1c.{entry.ru}{suffix}"
        self.links[name] = (use, entry.link)
        return self.emit.name(span, name)

    def library_method(self, span: Span, info: TypeInfo, member: Member) -> ast.expr | None:
        """A method of a primitive type, as a function of the value."""
        entry = self.catalog.find_type(info.ru)
        if entry is None:
            return None
        name = f"1c.{info.ru}.{member.ru}()"
        self.links[name] = ("raw", f"{entry.link}.{member.ru}()")
        return self.emit.name(span, name)

    def declared_type(self, span: Span, declaration: Declaration) -> ast.expr:
        return self.emit.name(span, type_name(declaration))

    def of_required_file(self, path: tuple[nodes.Name, ...]) -> ast.expr | None:
        """`Файл.Имя`, where the file is required; None for other names."""
        if len(path) != 2 or path[0].text not in self.modules:
            return None
        file = self.emit.name(path[0].span, python_name(path[0].text))
        name = self.emit.constant(path[1].span, path[1].text)
        return self.helper(path[1].span, "1c.member", file, name)

    def mistake(self, span: Span, message: str, hint: str = "") -> None:
        self.mistakes.append(Diagnostic(self.source, span, message, hint))

    def refuse_mistakes(self) -> None:
        if self.mistakes:
            raise Refused(sorted(self.mistakes, key=lambda mistake: mistake.span))


def type_name(declaration: Declaration) -> str:
    """Under which name the class of a declared type stands in the module's namespace."""
    return f"тип {declaration.name.text}"


def constant_name(constant: nodes.Constant) -> str:
    return f"конст {constant.name.text}"


def variable_name(name: str) -> str:
    """A variable that outlives its text: of the REPL, or of a context."""
    return python_name(name)

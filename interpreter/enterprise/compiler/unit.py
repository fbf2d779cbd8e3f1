"""What is gathered while one text is compiled: links to the library, constants, spellings, mistakes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interpreter.diagnostics import Diagnostic, Refused
from interpreter.emit import Emitter
from interpreter.enterprise.inference import RESULTS, Kind
from interpreter.enterprise.scopes import ModuleScope
from interpreter.modules import NEW_OF_CLASS
from runtime.names import fold

if TYPE_CHECKING:
    import ast

    from interpreter.enterprise.aliases import Pattern, Variant
    from interpreter.source import Source, Span
    from runtime.catalog import Catalog, Entry

_OPERATORS = "runtime.enterprise.operators"
_ACCESS = "runtime.enterprise.access"
_SCRIPTS = "runtime.enterprise.scripts"
HELPERS = {
    **{f"1c.{name}": f"{_OPERATORS}:{name}" for name in (
        "add", "subtract", "multiply", "divide", "modulo", "negate", "positive", "truth",
        "less", "less_equal", "greater", "greater_equal",
    )},
    **{f"1c.{name}": f"{_ACCESS}:{name}" for name in ("item", "set_item", "iterate", "counter", "find_property")},
    "1c.reference": "runtime.enterprise.reference:Reference",
    "1c.new_by_name": "stdlib.enterprise.library:new_by_name",
    "1c.type_of_class": "runtime.enterprise.types:of_class",
    **{f"1c.{name}": f"builtins:{name}" for name in ("int", "str", "bool", "len", "range", "Exception")},
    "1c.text": "runtime.enterprise.presentation:text_of",
    "1c.null": "runtime.enterprise.null:NULL",
    "1c.date": "runtime.enterprise.date:Date.literal",
    "1c.decimal": "runtime.enterprise.numbers:literal",
    "1c.Array": "stdlib.enterprise.collections.array:Array",
    "1c.append": "runtime.enterprise.control:append",
    "1c.after": "runtime.enterprise.control:after",
    "1c.as_before": "runtime.enterprise.control:as_before",
    "1c.caught": "runtime.enterprise.control:caught",
    "1c.hand_back": "runtime.enterprise.control:hand_back",
    "1c.handed": "runtime.enterprise.control:handed",
    "1c.error": "runtime.enterprise.control:error",
    "1c.nothing_called": "runtime.enterprise.control:nothing_called",
    "1c.Raised": "runtime.errors:Raised",
    "1c.detailed_error": "runtime.enterprise.control:detailed_error",
    **{f"1c.{name}": f"runtime.enterprise.events:{name}" for name in (
        "add_handler", "remove_handler", "own_handler", "handler_of",
    )},
    "1c.Promise": "stdlib.enterprise.asynchrony.promise:Promise",
    "1c.asynchronous": "stdlib.enterprise.asynchrony.tasks:asynchronous",
    "1c.Leave": "runtime.enterprise.control:Leave",
    **{f"1c.{name}": f"{_SCRIPTS}:{name}" for name in (
        "Handed", "SKIPPED", "call_back", "call_skipping", "put", "taken",
    )},
    "1c.this": "interpreter.enterprise.libraries.this:this_object",
    "1c.new_of_script": "interpreter.enterprise.libraries.this:new_of_script",
    "1c.type_of_script": "interpreter.enterprise.libraries.this:type_of_script",
    "1c.call_joined": "interpreter.enterprise.variants:call_joined",
    "1c.evaluate": "interpreter.enterprise.dynamic:evaluate",
    "1c.execute": "interpreter.enterprise.dynamic:execute",
}  # fmt: skip
"""What compiled code calls under names that no script can spell, and where it lives."""


class Unit:
    """One text on its way through the compiler."""

    def __init__(self, source: Source, scope: ModuleScope, catalog: Catalog) -> None:
        self.source, self.scope, self.catalog = source, scope, catalog
        self.emit = Emitter(source)
        self.links: dict[str, tuple[str, str]] = {}
        self.constants: dict[str, tuple[str, str]] = {}
        self.spellings: dict[str, str] = {}
        self.mistakes: list[Diagnostic] = []
        self.methods: set[str] = set()
        self.variants: set[Variant] = set()

    def helper(self, span: Span, name: str, *arguments: ast.expr) -> ast.expr:
        """A call of a runtime helper."""
        return self.emit.call(span, self.linked(span, name), arguments)

    def linked(self, span: Span, name: str) -> ast.expr:
        """A runtime helper itself."""
        self.links[name] = ("raw", HELPERS[name])
        return self.emit.name(span, name)

    def library(self, span: Span, entry: Entry, use: str) -> ast.expr:
        """A declared function ("call"), constructor ("new"), global property ("value") or class ("raw")."""
        suffix = {"call": "()", "new": ".новый", "value": "", "raw": " тип"}[use]
        if use == "value" and entry.kind == "enumeration":
            use = "raw"
        name = f"1c.{entry.ru}{suffix}"
        self.links[name] = (use, entry.link)
        return self.emit.name(span, name)

    def constant(self, span: Span, helper: str, text: str) -> ast.expr:
        """A value made once, when the module starts: `1c.decimal` or `1c.date` of a text."""
        self.links[helper] = ("raw", HELPERS[helper])
        name = f"1c.{helper.removeprefix('1c.')} {text}"
        self.constants[name] = (helper, text)
        return self.emit.name(span, name)

    def key(self, name: str) -> str:
        """The folded form of a member's name; how the author spelled it is kept for messages."""
        folded = fold(name)
        if folded != name:
            self.spellings.setdefault("." + folded, name)
            self.spellings.setdefault(folded + "()", name)
        return folded

    @property
    def class_names(self) -> list[str]:
        """Classes of libraries, as they are spelled."""
        return [constructor.removeprefix(NEW_OF_CLASS) for constructor in self.scope.classes.values()]

    def has_variant(self, method: str, pattern: Pattern) -> bool:
        """Can a variant of a method be called? One of an earlier text is made when this one runs."""
        if method in self.methods:
            return (method, pattern) in self.variants
        self.scope.wanted[method, pattern] = None
        return True

    def mistake(self, span: Span, message: str, hint: str = "") -> None:
        self.mistakes.append(Diagnostic(self.source, span, message, hint))

    def function_kind(self, key: str) -> Kind:
        """What a library function called by this folded name promises to return."""
        entry = None if key in self.scope.methods else self.catalog.functions.get(key)
        if entry is None:
            return Kind.ANY
        return RESULTS.get(returned_annotation(entry), Kind.ANY)

    def refuse_mistakes(self) -> None:
        if self.mistakes:
            raise Refused(sorted(self.mistakes, key=lambda m: m.span))


def returned_annotation(entry: Entry) -> str:
    """The annotation of what a declared function returns, "None" for a procedure."""
    from runtime.typeinfo import Member

    declaration = entry.declaration
    assert isinstance(declaration, Member)
    return str(declaration.target.__annotations__.get("return", "object"))

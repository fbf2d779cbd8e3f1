"""What the Element room gives the common files: text → artifact."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from interpreter.collection import without_collection
from interpreter.diagnostics import Refused
from interpreter.element import nodes, parser
from interpreter.element.checked import Known
from interpreter.element.checker import check
from interpreter.element.compiler.module import compile_checked
from interpreter.element.compiler.unit import variable_name
from interpreter.source import Source
from runtime.catalog import Catalog
from runtime.element.declare import dialect
from stdlib.element.old_names import OLD_NAMES

if TYPE_CHECKING:
    from interpreter.artifact import Artifact
    from interpreter.modules import Module

is_incomplete = parser.is_incomplete
_KNOWN, _TEXTS = "known", "texts"


@cache
def catalog() -> Catalog:
    """Everything that stdlib.element declares, and what the rules of the language do."""
    import runtime.element.exceptions
    import runtime.element.null
    import runtime.element.objects
    import stdlib.element

    made = Catalog.of_package(dialect, stdlib.element)
    made.add_module(runtime.element.objects)
    made.add_module(runtime.element.exceptions)
    made.add_module(runtime.element.null)
    for old, new in OLD_NAMES.items():
        for table in (made.types, made.properties):
            if new in table:
                table.setdefault(old, table[new])
    return made


def known_to(module: Module) -> Known:
    """What the texts run so far declare. They are checked anew, each once in the life of the module."""
    count, known = module.dynamic.get(_KNOWN) or (0, Known())
    texts: dict[str, str] = module.dynamic.setdefault(_TEXTS, {})
    for kind, name, text in module.facts[count:]:
        source = Source(name, text)
        tree = parser.parse_module(source) if kind == "module" else parse_input(source)
        known = check(tree, source, catalog(), known).known
        if isinstance(tree, nodes.Module):
            texts.update(_declarations(tree, source))
    module.dynamic[_KNOWN] = len(module.facts), known
    return known


def _declarations(tree: nodes.Module, source: Source) -> dict[str, str]:
    """The text of each declaration; of a method all overloads."""
    found: dict[str, list[str]] = {}
    for member in tree.members:
        found.setdefault(member.name.text, []).append(source.slice(member.span))
    return {name: "\n".join(texts) for name, texts in found.items()}


def names(module: Module) -> tuple[str, ...]:
    """Variables, constants, methods and types that the texts run so far have declared."""
    known = known_to(module)
    # A text that failed half way has not given all its variables a value.
    variables = (name for name in known.variables if variable_name(name) in module.namespace)
    return (*variables, *known.constants, *known.methods, *known.types)


def declaration(module: Module, name: str) -> str:
    """The text of a method, type or constant that the texts run so far have declared; empty when there is none."""
    known_to(module)
    texts: dict[str, str] = module.dynamic.get(_TEXTS, {})
    return texts.get(name, "")


parse = without_collection(parser.parse_module)


@without_collection
def compile(source: Source, module: Module) -> Artifact:
    tree = parse_input(source) if module.is_typed else parser.parse_module(source)
    checked = check(tree, source, catalog(), known_to(module))
    module.warnings = tuple(checked.warnings)
    if not isinstance(tree, nodes.Module):
        return compile_checked(checked, source, catalog(), with_entry=False)
    closed = module.is_closed and not module.is_context
    return compile_checked(checked, source, catalog(), closed=closed)


def compile_input(source: Source, module: Module) -> Artifact:
    """An input of the REPL: declarations, statements, or an expression whose value is left as `1c.result`."""
    checked = check(parse_input(source), source, catalog(), known_to(module))
    return compile_checked(checked, source, catalog(), with_entry=False)


def parse_input(source: Source) -> nodes.Module | nodes.Block | nodes.Expression:
    """Raises Refused with what is wrong with the text as the kind of input that explains most of it."""
    refusals = []
    for parse in (parser.parse_expression, parser.parse_statements, parser.parse_module):
        try:
            return parse(source)
        except Refused as refused:
            refusals.append(refused)
    raise max(refusals, key=lambda refused: refused.diagnostics[0].span.start)

"""What the Element room gives the common files: text → artifact."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from interpreter.element import parser
from interpreter.element.checked import CheckedModule
from interpreter.element.compiler.module import compile_module
from interpreter.element.compiler.names import Names
from interpreter.source import Source
from runtime.catalog import Catalog
from runtime.element.declare import dialect

if TYPE_CHECKING:
    from interpreter.artifact import Artifact
    from interpreter.element import nodes
    from interpreter.modules import Module

is_incomplete = parser.is_incomplete


@cache
def catalog() -> Catalog:
    """Everything that stdlib.element declares, and what the rules of the language do."""
    import runtime.element.exceptions
    import runtime.element.objects
    import stdlib.element

    made = Catalog.of_package(dialect, stdlib.element)
    made.add_module(runtime.element.objects)
    made.add_module(runtime.element.exceptions)
    return made


def known_to(module: Module) -> list[nodes.Module]:
    """The trees of the texts run so far."""
    return [parser.parse_module(Source(name, text)) for name, text in module.facts]


def compile(source: Source, module: Module) -> Artifact:
    known = known_to(module)
    checked = CheckedModule(parser.parse_module(source))
    Names(checked, catalog(), known).resolve()
    return compile_module(checked, source, catalog(), known)

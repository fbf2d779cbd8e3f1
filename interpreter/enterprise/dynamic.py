"""Вычислить and Выполнить: texts compiled while the script runs. Each text is compiled once for each set of names."""

from __future__ import annotations

from runtime.enterprise.scripts import ScriptObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from interpreter.modules import Module

    Names = tuple[str, ...]
    """Variables of the calling method; `scopes.BODY` for a module's body, whose variables are the module's own."""

_NAMES = {"expression": "Вычислить", "statements": "Выполнить"}
_LIMIT = 10_000
"""Texts kept compiled; then all are forgotten."""


def evaluate(module: Module | ScriptObject, text: Any, names: Names, values: tuple[Any, ...]) -> Any:
    """The value of an expression that sees the calling body's variables, and those of the object it is called for.

    `scripts.Handed` when the expression may have changed some of the calling body's own.
    """
    owner, values = _of_object(module, values)
    function = owner.dynamic.get(("expression", text, names)) or _make(owner, "expression", text, names)
    return function(*values)


def execute(module: Module | ScriptObject, text: Any, names: Names, values: tuple[Any, ...]) -> tuple[Any, ...]:
    """Run statements that see and change the calling body's variables; returns their new values."""
    owner, values = _of_object(module, values)
    function = owner.dynamic.get(("statements", text, names)) or _make(owner, "statements", text, names)
    result: tuple[Any, ...] = function(*values)
    return result


def _of_object(module: Module | ScriptObject, values: tuple[Any, ...]) -> tuple[Module, tuple[Any, ...]]:
    """The module of a text, and what its functions get: those of an object get the object first."""
    if not isinstance(module, ScriptObject):
        return module, values
    made: Any = module.__onec_module__
    return made, (module, *values)


def _make(module: Module, kind: str, text: Any, names: Names) -> Callable[..., Any]:
    from interpreter.diagnostics import Refused
    from runtime.errors import OnecError

    if not isinstance(text, str):
        raise OnecError("Несоответствие типов (параметр номер '1')", hint="Нужен текст на встроенном языке")
    try:
        function = _compile(module, kind, text, names)
    except Refused as refused:
        first = refused.diagnostics[0]
        place = f"{{(строка {first.line}, колонка {first.column})}}: {first.message}"
        raise OnecError(f"Ошибка компиляции: {place}", hint=first.hint) from None
    if len(module.dynamic) >= _LIMIT:
        for key in [key for key in module.dynamic if key[0] in _NAMES]:
            del module.dynamic[key]
    module.dynamic[kind, text, names] = function
    return function


def _compile(module: Module, kind: str, text: str, names: Names) -> Callable[..., Any]:
    from interpreter.enterprise import parser
    from interpreter.enterprise.compiler.texts import compile_expression, compile_statements
    from interpreter.enterprise.front import scope_of
    from interpreter.enterprise.libraries.exports import connects
    from interpreter.enterprise.scopes import BODY
    from interpreter.enterprise.variants import ensure
    from interpreter.linker import link
    from interpreter.modules import register
    from interpreter.source import Source, normalise
    from stdlib.enterprise.library import catalog

    # Each kept text has a name of its own: errors are shown with their lines.
    number = len(module.dynamic) + 1
    name = _NAMES[kind] + (f" {number}" if number > 1 else "")
    source = Source(f"<{name}>", normalise(text))
    register(source)
    scope = scope_of(module)
    scope.open_types |= connects(source)
    if BODY in names:
        scope.variables |= scope.body
    if kind == "expression":
        artifact = compile_expression(parser.parse_expression(source), source, scope, catalog(), names)
    else:
        artifact = compile_statements(parser.parse_statements(source), source, scope, catalog(), names)
    ensure(module, scope)
    link(artifact.links, module.namespace)
    module.namespace["1c.spellings"].update(artifact.spellings)
    exec(artifact.code, module.namespace)
    function: Callable[..., Any] = module.namespace.pop("1c.result")
    return function

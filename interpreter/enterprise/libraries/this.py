"""ЭтотОбъект of a script that is run, and types by names that are known only now."""

from __future__ import annotations

from runtime.enterprise.scripts import ScriptObject, libraries
from runtime.enterprise.types import of_class
from runtime.errors import OnecError
from stdlib.enterprise.values.types import type_by_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from interpreter.modules import Module
    from runtime.enterprise.scripts import MethodShape
    from runtime.enterprise.types import TypeValue


def this_object(module: Module) -> Any:
    """The object whose members are what the module's texts export."""
    count, made = module.dynamic.get("this", (0, None))
    if made is None or count != len(module.facts):
        before, made = made, _object_of(module)
        if hasattr(before, "handlers"):
            made.handlers = before.handlers
        module.dynamic["this"] = len(module.facts), made
    return made


def _object_of(module: Module) -> Any:
    from interpreter.enterprise.libraries import objects

    made: Any = type("Сценарий", (ScriptObject,), {"__slots__": ()})
    info = objects.describe(made, module, "Сценарий")
    made.__onec_private__ = {}
    for facts in module.facts:
        shape = objects.Shape(facts)
        for key, python in shape.variables.items():
            if key in shape.exported and not info.has("property", key):
                variable = _variable(module.namespace, python)
                objects.add_property(info, python, variable)
                setattr(made, "." + key, variable)
        for key, method in shape.methods.items():
            if key + "()" in shape.exported:
                info.members.pop(("method", key), None)
                function = module.namespace[objects.python_name(method)]
                shape_of = objects.shape_of(method, function)
                objects.add_method(made, key, method, _without_object(shape_of, function), shape_of)
        made.__onec_private__ = objects.private_names(shape)
    return object.__new__(made)


def _variable(namespace: dict[str, Any], python: str) -> property:
    return property(lambda owner: namespace.get(python), lambda owner, value: namespace.__setitem__(python, value))


def _without_object(shape: MethodShape, function: Callable[..., Any]) -> Callable[..., Any]:
    """A module's function as a method, which has no use for the object."""

    def call(owner: Any, *arguments: Any) -> Any:
        return function(*shape.arguments(arguments))

    return call


def new_of_script(name: str, *arguments: Any) -> Any:
    """`Новый Имя(…)` of a type that may have got its name while the script runs."""
    make = libraries().constructor(name)
    if make is None:
        hint = "Ни типа с таким именем нет, ни сценария, подключённого под ним"
        raise OnecError(f"Тип не определен ({name})", hint=hint)
    return make(*arguments)


def type_of_script(name: str) -> TypeValue:
    """`Тип("Имя")`, the same way."""
    found = libraries().class_named(name)
    return of_class(found) if found is not None else type_by_name(name)

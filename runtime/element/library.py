"""The few library classes that the run-time rules must make or recognise, loaded on first use.

They are named by link, as in the catalog, so that a script that needs none of them loads none.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_LINKS = {
    "Array": "stdlib.element.collections.array:Array",
    "Map": "stdlib.element.collections.map:Map",
    "Type": "stdlib.element.type:Type",
    "String": "stdlib.element.strings.string:String",
    "Number": "stdlib.element.number:Number",
    "Boolean": "stdlib.element.boolean:Boolean",
    "Bytes": "stdlib.element.bytes:Bytes",
    "Undefined": "stdlib.element.undefined:Undefined",
    "Function": "stdlib.element.function:Function",
}
_PRIMITIVES = {"str": "String", "int": "Number", "bool": "Boolean", "bytes": "Bytes", "NoneType": "Undefined",
               "Decimal": "Number"}  # fmt: skip
_loaded: dict[str, Any] = {}


def library_class(name: str) -> Any:
    """The declared class of this Python name (see the table above)."""
    found = _loaded.get(name)
    if found is None:
        from importlib import import_module

        module, _, attribute = _LINKS[name].partition(":")
        found = _loaded[name] = getattr(import_module(module), attribute)
    return found


def class_of(value: object) -> Any:
    """The declared class of any value; a Python value stands for its primitive type."""
    cls = value.__class__
    if "__onec__" in cls.__dict__:
        return cls
    primitive = _PRIMITIVES.get(cls.__name__)
    if primitive is not None:
        return library_class(primitive)
    return library_class("Function") if callable(value) else cls


def type_name(value: object) -> str:
    """The Russian name of a value's type, for messages."""
    info = getattr(class_of(value), "__onec__", None)
    return info.ru if info else value.__class__.__name__

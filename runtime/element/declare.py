"""Declaring types and functions of Element. Authors of stdlib/element import everything from here."""

from __future__ import annotations

from runtime.checked import Check, compile_call
from runtime.declare import Dialect, constructor, field, getter, method, setter, static
from runtime.enums import EnumValue, item
from runtime.objects import OnecObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from runtime.typeinfo import Member

_CLASSES: dict[str, type] = {}
_PRIMITIVES = {"String": "str", "Number": "Number", "Boolean": "bool", "Bytes": "bytes"}
"""Classes whose values are Python's own, and their annotations."""


def _checker(function: Callable[..., Any], member: Member, owner: type | None) -> Callable[..., Any]:
    making = member.kind == "constructor"
    code_owner = member.target if making else function
    is_method = member.kind == "method" and not member.static
    native = _PRIMITIVES.get(owner.__name__) if is_method and owner else None
    if not making and not native and _takes_anything(function):
        return function
    return compile_call(
        code_owner,
        code_owner.__annotations__,
        _check_of,
        target=owner if making else None,
        skip_self=member.kind in ("method", "constructor") and not member.static,
        # Types of generic code are not checked while it runs: a `Строка` may turn out to be something else.
        receiver=_check_of(native) if native else None,
    )


def _takes_anything(function: Callable[..., Any]) -> bool:
    """Nothing to check: scripts call the function itself."""
    return all(_check_of(text) is None for name, text in function.__annotations__.items() if name != "return")


def _check_of(annotation: str) -> Check | None:
    from runtime.element.convert import check_of

    return check_of(annotation, _CLASSES)


def _assigner(annotation: str, namespace: dict[str, Any], name: str) -> Callable[[Any], Any] | None:
    if annotation == "object":
        return None
    made: list[Check | None] = []

    def convert(value: Any) -> Any:
        if not made:
            made.append(_check_of(annotation))
        check = made[0]
        return value if check is None or value.__class__ is check.exact else check.convert(value, 1)

    return convert


dialect = Dialect("element", str, _checker, _assigner, _CLASSES)
onec_type = dialect.onec_type
enumeration = dialect.enumeration
function = dialect.function
global_property = dialect.global_property

__all__ = [
    "EnumValue",
    "OnecObject",
    "constructor",
    "dialect",
    "enumeration",
    "field",
    "function",
    "getter",
    "global_property",
    "item",
    "method",
    "onec_type",
    "setter",
    "static",
]

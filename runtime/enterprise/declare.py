"""Declaring types and functions of Enterprise. Authors of stdlib/enterprise import everything from here."""

from __future__ import annotations

from runtime.checked import Check, compile_call
from runtime.declare import Dialect, constructor, field, getter, method, setter, static
from runtime.enums import EnumValue, item
from runtime.errors import CallFailed, OnecError
from runtime.names import fold
from runtime.objects import OnecObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from runtime.typeinfo import Member

_CLASSES: dict[str, type] = {}
_CONVERSIONS = frozenset({"Number", "String", "Date", "Boolean", "Type"})
"""They belong to the language, not to the context: their errors are told bare."""


def _checker(function: Callable[..., Any], member: Member, owner: type | None) -> Callable[..., Any]:
    making = member.kind == "constructor"
    what = f"конструктора ({owner.__onec__.ru})" if making and owner else f"метода контекста ({member.ru})"  # type: ignore[attr-defined]

    def failed(error: OnecError) -> OnecError:
        return CallFailed(what, error)

    code_owner = member.target if making else function
    return compile_call(
        code_owner,
        code_owner.__annotations__,
        _check_of,
        target=owner if making else None,
        skip_self=member.kind in ("method", "constructor") and not member.static,
        failed=None if member.kind == "function" and member.en in _CONVERSIONS else failed,
    )


def _check_of(annotation: str) -> Check | None:
    from runtime.enterprise.convert import check_of

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


dialect = Dialect("enterprise", fold, _checker, _assigner, _CLASSES)
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

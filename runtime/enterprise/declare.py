"""Declaring types and functions of Enterprise. Authors of stdlib/enterprise import everything from here."""

from __future__ import annotations

from runtime.declare import constructor, field, getter, method, setter, static
from runtime.dialect import Dialect
from runtime.enums import EnumValue, item
from runtime.errors import CallFailed, OnecError
from runtime.names import fold
from runtime.objects import OnecObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from runtime.checked import Check
    from runtime.typeinfo import Member

_CALLING_BACK = frozenset({"RaiseEvent", "RunCallback"})
"""They call the script, whose errors are its own."""
_CONVERSIONS = frozenset({"Number", "String", "Date", "Boolean", "Type"})
"""They belong to the language, not to the context: their errors are told bare."""


def _failure(member: Member, owner: type | None) -> Callable[[OnecError], OnecError] | None:
    """«Ошибка при вызове метода контекста (Имя): причина»."""
    if member.kind == "function" and member.en in _CONVERSIONS | _CALLING_BACK:
        return None
    made = owner.__onec__.ru if member.kind == "constructor" and owner is not None else ""  # type: ignore[attr-defined]

    def failed(error: OnecError) -> OnecError:
        return CallFailed(f"конструктора ({made})" if made else f"метода контекста ({_as_written(member)})", error)

    return failed


def _as_written(member: Member) -> str:
    """The name as the script that calls spells it: in the one language or the other."""
    from runtime.native import calling_spelling

    russian = calling_spelling(fold(member.ru) + "()")
    return russian or calling_spelling(fold(member.en) + "()") or member.ru


def _check_of(annotation: str, classes: dict[str, type]) -> Check | None:
    from runtime.enterprise.convert import check_of

    return check_of(annotation, classes)


dialect = Dialect("enterprise", fold, _check_of, failure=_failure)
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

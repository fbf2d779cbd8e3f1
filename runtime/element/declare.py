"""Declaring types and functions of Element. Authors of stdlib/element import everything from here."""

from __future__ import annotations

from runtime.declare import constructor, field, getter, method, setter, static
from runtime.dialect import Dialect
from runtime.enums import EnumValue, item
from runtime.objects import OnecObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from runtime.checked import Check
    from runtime.typeinfo import Member

_PRIMITIVES = {"String": "str", "Number": "Number", "Boolean": "bool", "Bytes": "bytes"}
"""Classes whose values are Python's own, and their annotations."""


def _receiver(member: Member, owner: type | None) -> Check | None:
    """Types of generic code are not checked while it runs: a `Строка` may turn out to be something else."""
    if member.kind != "method" or member.static or owner is None or owner.__name__ not in _PRIMITIVES:
        return None
    return _check_of(_PRIMITIVES[owner.__name__], dialect.classes)


def _check_of(annotation: str, classes: dict[str, type]) -> Check | None:
    if annotation == "object":
        # A script that only prints need not load what checks.
        return None
    from runtime.element.convert import check_of

    return check_of(annotation, classes)


dialect = Dialect("element", str, _check_of, receiver=_receiver, names_arguments=True)
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

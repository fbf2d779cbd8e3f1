"""Values as keys of Python's dictionaries, where 1 and True would be one key."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class _BooleanKey:
    __slots__ = ("value",)

    def __init__(self, value: bool) -> None:
        self.value = value


_TRUE, _FALSE = _BooleanKey(True), _BooleanKey(False)


def to_key(value: Any) -> Any:
    if value is True:
        return _TRUE
    return _FALSE if value is False else value


def from_key(key: Any) -> Any:
    return key.value if key.__class__ is _BooleanKey else key


def changed(error: RuntimeError) -> Exception:
    """What a walk through a set or a map ends with when keys come or go meanwhile."""
    if isinstance(error, RecursionError):
        return error
    from runtime.element.exceptions import IllegalStateException

    return IllegalStateException("Коллекция изменилась во время обхода")

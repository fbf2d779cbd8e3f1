"""Methods of a script's module called by name."""

from __future__ import annotations

from runtime.errors import BadArgument
from runtime.names import fold
from runtime.objects import missing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


def method_of(module: Any, name: str, number: int) -> Callable[..., Any]:
    """The method of a module or an object; `number` is the parameter that gives the module."""
    if module is None:
        raise BadArgument(number, hint="Укажите модуль или объект, в котором описана функция")
    attribute = fold(name.strip()) + "()"
    try:
        found: Callable[..., Any] = getattr(module, attribute)
    except AttributeError:
        raise missing(module, attribute, name.strip()) from None
    return found

"""Events of objects that scripts declare: who is called when ВызватьСобытие tells of one."""

from __future__ import annotations

from runtime.enterprise.scripts import BY_REFERENCE, Handed, ScriptObject, method_of
from runtime.errors import OnecError, WrongArgumentCount
from runtime.names import fold
from runtime.objects import missing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from runtime.enterprise.scripts import ScriptModule


class Handler:
    """A method of an object or of a module; equal to another of the same method of the same owner.

    `call` takes the arguments and returns the result with the by-reference parameters that `returned` counts.
    """

    __slots__ = ("call", "limit", "name", "owner", "required", "returned")

    def __init__(
        self, owner: object, name: str, call: Callable[..., Any], required: int, limit: int, returned: tuple[int, ...]
    ) -> None:
        self.owner, self.name, self.call = owner, name, call
        self.required, self.limit, self.returned = required, limit, returned

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Handler) and other.owner is self.owner and other.name == self.name

    __hash__ = None  # type: ignore[assignment]

    def handle(self, values: list[Any]) -> None:
        """Call it; what it makes of its by-reference parameters is stored back."""
        if not self.required <= len(values) <= self.limit:
            raise WrongArgumentCount(too_many=len(values) > self.limit)
        given = self.call(*values)
        if self.returned:
            for index, value in zip(self.returned, given[1:], strict=True):
                if index < len(values):
                    values[index] = value


def own_handler(
    module: ScriptModule | ScriptObject, python: str, required: int, limit: int, returned: tuple[int, ...]
) -> Handler:
    """A method of the running text; `module` is the object when the text's methods are those of an object."""
    if isinstance(module, ScriptObject):
        function = module.__onec_module__.namespace[python]
        return Handler(module, python, lambda *values: function(module, *values), required, limit, returned)
    return Handler(module, python, module.namespace[python], required, limit, returned)


def handler_of(owner: Any, name: str) -> Handler:
    """`Объект.Метод`; an error when it has no such method."""
    if not isinstance(owner, ScriptObject):
        method = method_of(owner, name)
        return Handler(owner, name, method, 0, _ANY, ())
    method = method_of(owner, BY_REFERENCE + name)
    shape = owner.__onec_shapes__[name]

    def call(*values: Any) -> Any:
        given = method(*values)
        return given[0] if given.__class__ is Handed else given

    return Handler(owner, name, call, shape.required, shape.limit, shape.returned)


def named_handler(owner: ScriptObject, name: str) -> Handler:
    """An exported method by a name that the run has told; an error when there is none."""
    key = fold(name.strip()) + "()"
    if not hasattr(owner, key):
        raise missing(owner, key, name.strip())
    return handler_of(owner, key)


_ANY = 1 << 30
"""More parameters than any method has: the library counts them itself."""


def add_handler(owner: Any, name: str, handler: Handler) -> None:
    """ДобавитьОбработчик: handlers are called in the order in which they were added."""
    if not isinstance(owner, ScriptObject):
        raise _no_event(name)
    if not hasattr(owner, "handlers"):
        owner.handlers = {}
    owner.handlers.setdefault(fold(name), []).append(handler)


def remove_handler(owner: Any, name: str, handler: Handler) -> None:
    """УдалитьОбработчик: of one that was added several times the last is removed; one that was not is no mistake."""
    if not isinstance(owner, ScriptObject):
        raise _no_event(name)
    added = getattr(owner, "handlers", {}).get(fold(name), [])
    if handler in added:
        del added[len(added) - 1 - added[::-1].index(handler)]


def raise_in(owner: ScriptObject, name: str, values: list[Any]) -> None:
    """ВызватьСобытие: each handler gets the values as the one before it left them."""
    for handler in tuple(getattr(owner, "handlers", {}).get(fold(name), ())):
        handler.handle(values)


def _no_event(name: str) -> OnecError:
    """No object of the library has events."""
    return OnecError(f"Событие объекта не обнаружено ({name})")

"""What asynchronous twins do: arguments are checked at once, work is done in a thread, a promise tells of it."""

from __future__ import annotations

from runtime.enterprise.scripts import calling_frame
from runtime.errors import BadArgument, OnecError, WrongArgumentCount
from stdlib.enterprise.asynchrony.callback_description import CallbackDescription
from stdlib.enterprise.asynchrony.declare import LINE
from stdlib.enterprise.asynchrony.event_loop import current_loop
from stdlib.enterprise.asynchrony.promise import Promise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from runtime.dialect import Dialect
    from runtime.typeinfo import Member
    from stdlib.enterprise.asynchrony.declare import Twin


def make(twin: Twin, dialect: Dialect, member: Member, owner: type | None) -> Callable[..., Any]:
    """The callable of a twin."""
    failed = dialect.failure(member, owner) if dialect.failure else None
    start = dialect.checked(twin.function, member, owner, _starting(twin, failed, is_method=owner is not None))
    return _calling_back(twin, start, member, failed, is_method=owner is not None) if twin.calls_back else start


def _starting(
    twin: Twin, failed: Callable[[OnecError], OnecError] | None, *, is_method: bool
) -> Callable[..., Promise]:
    function = twin.function
    in_line = is_method and not twin.together

    def start(*arguments: Any) -> Promise:
        def work() -> Any:
            try:
                return function(*arguments)
            except OnecError as error:
                raise (failed(error) if failed else error) from error

        if twin.at_once:
            return _done(work)
        owner = arguments[0] if in_line else None
        return current_loop().start(work, getattr(owner, LINE, owner))

    return start


def _done(work: Callable[[], Any]) -> Promise:
    promise = Promise(current_loop(), calling_frame())
    try:
        promise.complete(work())
    except OnecError as error:
        promise.fail(error)
    return promise


def _calling_back(
    twin: Twin,
    start: Callable[..., Promise],
    member: Member,
    failed: Callable[[OnecError], OnecError] | None,
    *,
    is_method: bool,
) -> Callable[..., None]:
    gives_value = twin.function.__annotations__.get("return") != "None"
    is_optional = member.signatures[0].parameters[0].optional
    least = min(line.required for line in member.signatures)
    limit = max(line.limit or 0 for line in member.signatures)

    def begin(*arguments: Any) -> None:
        owner, given = (arguments[:1], arguments[1:]) if is_method else ((), arguments)
        if not least <= len(given) <= limit:
            raise WrongArgumentCount(too_many=len(given) > limit)
        callback = given[0] if given else None
        if not isinstance(callback, CallbackDescription) and not (callback is None and is_optional):
            error = BadArgument(1, "Несоответствие типов", hint="Первый параметр – описание оповещения")
            raise failed(error) if failed else error
        promise = start(*owner, *given[1:])
        if callback is not None:
            promise.follow(lambda: callback.tell(promise, gives_value))

    return begin

"""How the library declares asynchronous twins: a line beside the method, or beside the function.

    @asynchronous("СуществуетАсинх", "ExistsAsync", "НачатьПроверкуСуществования", "BeginCheckingExistence")
    @method("Существует(): Булево", "Exists()")

The first twin returns a promise of what the method returns; the second one, whose first parameter is an
ОписаниеОповещения, has that called. Nothing here is imported that a script without promises has no use for.
"""

from __future__ import annotations

from sys import _getframe

from runtime.declare import check_fits, twin
from runtime.enterprise.declare import dialect
from runtime.names import Parameter, Signature
from runtime.typeinfo import Member

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeVar

    from runtime.dialect import Dialect

    F = TypeVar("F", bound=Callable[..., Any])

LINE = "__onec_line__"
"""The attribute of an object whose works are done in the line of another object, which they need."""
_PROMISED = "Возвращает Обещание и не останавливает сценарий: результат даст Ждать."
_NOTIFIED = "Не останавливает сценарий: когда всё сделано, вызывается процедура из описания оповещения."


class Twin:
    """The target of a twin's Member: `function` is what is done.

    `calls_back`: it is the form with ОписаниеОповещения. `at_once`: the work is done in the script's thread, before
    the call returns (it talks to a person). `together`: works of one object may overlap.
    """

    def __init__(
        self, function: Callable[..., Any], *, calls_back: bool, at_once: bool, together: bool, summary: str
    ) -> None:
        self.function, self.calls_back, self.at_once, self.together = function, calls_back, at_once, together
        self.__doc__ = f"{summary} {_NOTIFIED if calls_back else _PROMISED}".strip()
        returned = "None" if calls_back else "Promise"
        self.__annotations__ = function.__annotations__ | {"return": returned}

    def __onec_make__(self, language: Dialect, member: Member, owner: type | None) -> Callable[..., Any]:
        from stdlib.enterprise.asynchrony.twins import make

        return make(self, language, member, owner)


def asynchronous(
    ru: str, en: str, begin_ru: str = "", begin_en: str = "", *, optional: bool = False, together: bool = False
) -> Callable[[F], F]:
    """Declare the twins of a method, by their names, or by their whole lines where they differ from its own.

    `optional`: ОписаниеОповещения may be skipped. `together`: works of one object may overlap.
    """

    def put(function: F) -> F:
        if begin_ru:
            make = _maker(begin_ru, begin_en, calls_back=True, optional=optional, together=together)
            function = twin(begin_ru, begin_en, make, _line(begin_ru, begin_en))(function)
        make = _maker(ru, en, calls_back=False, optional=False, together=together)
        return twin(ru, en, make, _line(ru, en))(function)

    return put


def promise_function(function: Callable[..., Any], ru: str, en: str, *, at_once: bool = False) -> Twin:
    """The twin of a function that returns a promise: an attribute of the module is what declares it."""
    return _function(function, ru, en, calls_back=False, optional=False, at_once=at_once)


def callback_function(
    function: Callable[..., Any], ru: str, en: str, *, optional: bool = False, at_once: bool = False
) -> Twin:
    """The twin of a function that calls a script's procedure back."""
    return _function(function, ru, en, calls_back=True, optional=optional, at_once=at_once)


def _function(
    function: Callable[..., Any], ru: str, en: str, *, calls_back: bool, optional: bool, at_once: bool
) -> Twin:
    line = _line(ru, en)
    if line is not None:
        check_fits(line, function, skip_self=False, exactly=True)
    lines = (line,) if line is not None else function.__dict__["__onec__"].signatures
    made = _maker(ru, en, calls_back=calls_back, optional=optional, at_once=at_once)(function, lines)
    made.kind = "function"
    target: Twin = made.target
    # Where the twin is declared, which need not be where the function is.
    target.__module__ = _getframe(2).f_globals["__name__"]
    target.__dict__["__onec__"] = made
    target.__dict__["__onec_dialect__"] = dialect
    return target


def _line(ru: str, en: str) -> Signature | None:
    return Signature.parse(ru, en) if "(" in ru else None


def _maker(
    ru: str, en: str, *, calls_back: bool, optional: bool, at_once: bool = False, together: bool = False
) -> Callable[[Callable[..., Any], tuple[Signature, ...]], Member]:
    ru, en = ru.partition("(")[0], en.partition("(")[0]
    first = (_callback(optional),) if calls_back else ()
    returns = "" if calls_back else "Обещание"

    def make(function: Callable[..., Any], lines: tuple[Signature, ...]) -> Member:
        summary = (function.__doc__ or "").partition("\n")[0]
        target = Twin(function, calls_back=calls_back, at_once=at_once, together=together, summary=summary)
        signatures = tuple(Signature(ru, en, (*first, *line.parameters), returns) for line in lines)
        return Member("method", ru, en, target, signatures=signatures)

    return make


def _callback(optional: bool) -> Parameter:
    made = Parameter("ОписаниеОповещения", "", "", optional=optional, variadic=False)
    made.en = "CallbackDescription"
    return made

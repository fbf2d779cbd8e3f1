"""Objects whose members a script declares: modules of libraries, objects of classes, ЭтотОбъект.

Each file becomes one Python class (see interpreter.enterprise.libraries). Its variables are slots, so compiled code
reaches them as fast as locals of Python; its exported methods are attributes of the class: `имя()` for every caller,
and `&имя()` for callers that take back what the method makes of its by-reference parameters.
"""

from __future__ import annotations

from sys import _getframe

from runtime.errors import OnecError, WrongArgumentCount
from runtime.objects import OnecObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType
    from typing import Any, Protocol

    from runtime.enterprise.events import Handler

    class ScriptModule(Protocol):
        """What scripts ask of the module that they are (interpreter.modules.Module)."""

        @property
        def namespace(self) -> dict[str, Any]: ...
        @property
        def libraries(self) -> Libraries: ...
        @property
        def opened_libraries(self) -> Libraries | None: ...
        @property
        def this(self) -> Any: ...

    class Libraries(Protocol):
        """What a session knows of scripts besides the one it runs (interpreter.enterprise.libraries.loading)."""

        start: str

        def attach(self, path: str, name: str) -> None: ...
        def load(self, path: str, given: dict[str, Any]) -> Any: ...
        def load_text(self, text: str, given: dict[str, Any]) -> Any: ...
        def class_named(self, name: str) -> type | None: ...
        def constructor(self, name: str) -> Callable[..., Any] | None: ...


BODY = "<module>"
"""The function that the body of an object's text becomes; tracebacks know bodies by this name."""
CONSTRUCTOR = frozenset({"присозданииобъекта", "onobjectcreate"})
PRESENTATION = frozenset({"обработкаполученияпредставления", "presentationgetprocessing"})
"""Methods that are called although no script does, by folded name."""
MODULE = "1c.module"
"""The global of every compiled module that is the module itself."""
SELF = "1c.self"
"""The first parameter of every function of a text whose methods are those of an object."""
BY_REFERENCE = "&"
"""Begins the name of a method as callers see it that take by-reference parameters back."""


class _Skipped:
    """Stands for an argument that a call leaves out before others."""

    __slots__ = ()


SKIPPED = _Skipped()


class ScriptObject(OnecObject):
    """The base of all classes made of scripts."""

    __slots__ = ("__weakref__", "handlers")
    handlers: dict[str, list[Handler]]
    """Of events, by folded name; not there before the first one is added."""
    __onec_module__: ScriptModule
    __onec_shapes__: dict[str, MethodShape]


class Handed(tuple[tuple[object, ...], tuple[int, ...]]):
    """What a method gives a caller that takes by-reference parameters back: the result and those parameters, and which
    parameters they are."""

    __slots__ = ()

    @property
    def result(self) -> object:
        return self[0][0]


def taken(handed: Handed, index: int, current: Any) -> Any:
    """What a variable passed as the argument at `index` is after the call."""
    values, places = handed
    return values[places.index(index) + 1] if index in places else current


class MethodShape:
    """How a script's method is called: its parameters are between `required` and `limit`, `returned` given back."""

    __slots__ = ("defaults", "limit", "required", "returned")

    def __init__(self, required: int, limit: int, returned: tuple[int, ...], defaults: tuple[Any, ...]) -> None:
        self.required, self.limit, self.returned, self.defaults = required, limit, returned, defaults

    def check(self, given: tuple[Any, ...]) -> None:
        """OnecError when there are too many or too few."""
        if not self.required <= len(given) <= self.limit:
            raise WrongArgumentCount(too_many=len(given) > self.limit)

    def arguments(self, given: tuple[Any, ...]) -> tuple[Any, ...]:
        """The arguments of a call, defaults in place of skipped ones; OnecError when there are too many or few."""
        self.check(given)
        if not any(each is SKIPPED for each in given):
            return given
        first = self.limit - len(self.defaults)
        return tuple(
            (self.defaults[place - first] if place >= first else None) if each is SKIPPED else each
            for place, each in enumerate(given)
        )


def shaped(shape: MethodShape, call: Callable[..., Any]) -> Callable[..., Any]:
    """The method of a class for callers that do not take parameters back."""

    def method(self: Any, *arguments: Any) -> Any:
        shape.check(arguments)
        return call(self, *arguments)[0]

    return method


def handing(shape: MethodShape, call: Callable[..., Any], python: str, known: str) -> Callable[..., Any]:
    """The same method for callers that do: `python` is its name in its own text, `known` the one for them."""
    returned, required, limit = shape.returned, shape.required, shape.limit

    def method(self: Any, *arguments: Any) -> Handed:
        if not required <= len(arguments) <= limit:
            shape.check(arguments)
        try:
            return Handed((call(self, *arguments), returned))
        except Exception as error:
            # The parameters travel with the error (see control.hand_back), under a name that the caller knows.
            handed = error.__dict__.get("handed", {})
            if python in handed:
                end, values = handed[python]
                handed[known] = end, dict(zip(returned, values, strict=True))
            raise

    return method


def put(owner: Any, name: str, value: Any) -> Any:
    """Store a variable of an object in the midst of an expression."""
    setattr(owner, name, value)
    return value


def call_back(owner: Any, name: str, *arguments: Any) -> Any:
    """A call of a method whose owner need not be a script's: only those give parameters back, as Handed."""
    if isinstance(owner, ScriptObject):
        method = method_of(owner, BY_REFERENCE + name)
        owner.__onec_shapes__[name].check(arguments)
        return method(*arguments)
    return _called(owner, name, arguments)


def call_method(owner: Any, name: str, *arguments: Any) -> Any:
    """The library calls a script's method that it was given by name; parameters are not taken back."""
    if isinstance(owner, ScriptObject):
        method = method_of(owner, name)
        owner.__onec_shapes__[name].check(arguments)
        return method(*arguments)
    return _called(owner, name, arguments)


def call_skipping(owner: Any, name: str, *arguments: Any) -> Any:
    """The same that leaves arguments out before others: a script's method has defaults of its own for them."""
    if isinstance(owner, ScriptObject):
        method = method_of(owner, BY_REFERENCE + name)
        return method(*owner.__onec_shapes__[name].arguments(arguments))
    return _called(owner, name, tuple(None if each is SKIPPED else each for each in arguments))


def _called(owner: Any, name: str, arguments: tuple[Any, ...]) -> Any:
    """A call of the library's method, whose errors are told as if the script had made it."""
    method = method_of(owner, name)
    try:
        return method(*arguments)
    except TypeError as error:
        if error.__traceback__ is None or error.__traceback__.tb_next is not None:
            raise
        from runtime.enterprise.control import translate

        raise translate(error, _getframe(1)) or error from None


def method_of(owner: Any, name: str) -> Callable[..., Any]:
    try:
        found: Callable[..., Any] = getattr(owner, name)
    except AttributeError as error:
        from runtime.enterprise.control import translate

        raise translate(error, _getframe(1)) or error from None
    return found


def calling_frame(frame: FrameType | None = None) -> FrameType | None:
    """The innermost frame of a script; None when no script runs."""
    frame = frame or _getframe(1)
    while frame is not None and MODULE not in frame.f_globals:
        frame = frame.f_back
    return frame


def libraries() -> Libraries:
    """What the session of the script that is running knows of other scripts."""
    frame = calling_frame(_getframe(1))
    if frame is None:
        raise OnecError("Сценарий не выполняется")
    module: ScriptModule = frame.f_globals[MODULE]
    return module.libraries


def this_object() -> Any:
    """ЭтотОбъект of the text that is running."""
    frame = calling_frame(_getframe(1))
    if frame is None:
        raise OnecError("Сценарий не выполняется")
    module: ScriptModule = frame.f_globals[MODULE]
    own = frame.f_locals.get(SELF)
    return module.this if own is None else own


def class_named(name: str) -> type | None:
    """The class of a script that the running one may make by name; None when there is none."""
    frame = calling_frame(_getframe(1))
    known: Libraries | None = frame.f_globals[MODULE].opened_libraries if frame is not None else None
    return known.class_named(name) if known is not None else None


def start_script() -> str:
    """The file of the script that was started; empty when none runs."""
    frame = calling_frame(_getframe(1))
    first = ""
    while frame is not None:
        known: Libraries | None = frame.f_globals[MODULE].opened_libraries
        if known is not None:
            return known.start
        first = frame.f_code.co_filename
        frame = calling_frame(frame.f_back) if frame.f_back is not None else None
    return first


def class_of_objects(name: str) -> type | None:
    """The class of this Python name among those made of scripts."""
    return next((each for each in ScriptObject.__subclasses__() if each.__name__ == name), None)


def text_of_object(owner: Any) -> str:
    """Строка(Объект): what ОбработкаПолученияПредставления says, else the name of the class."""
    ru: str = type(owner).__onec__.ru
    told = type(owner).__dict__.get("1c.presentation")
    if told is None:
        return ru
    _, text, standard = told(owner, ru, True)
    from runtime.enterprise.presentation import text_of

    return ru if standard is True else text_of(text)


def elements(owner: Any) -> Iterator[Any]:
    """Для Каждого over an object whose ПолучитьИтератор gives a collection, or an object with Следующий."""
    walk = getattr(owner, "получитьитератор()")()
    if not hasattr(walk, "следующий()"):
        from runtime.enterprise.access import iterate

        yield from iterate(walk)
        return
    following, current = getattr(walk, "следующий()"), getattr(walk, "текущийэлемент()")
    while following() is True:
        yield current()

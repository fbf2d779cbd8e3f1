"""Properties and methods of receivers whose type is known at run time only (`неизвестно`, `Объект`, primitives)."""

from __future__ import annotations

from sys import intern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, NoReturn


_NOTHING: Any = object()
_keys: dict[str, str] = {}
"""Name of a method → its attribute. One and the same string each time: only so does CPython remember where it is."""
_primitives: dict[type, Any] = {}
"""Classes of Python values that stand for a primitive type → the declared class."""


def member(value: Any, name: str) -> Any:
    """`value.Имя`."""
    found = getattr(value, "." + name, _NOTHING)
    if found is not _NOTHING:
        return found
    if value is None:
        _of_undefined(name)
    cls = _primitive_class(value)
    if cls is None:
        return _attribute(value, "." + name)
    descriptor = getattr(cls, "." + name, None)
    if descriptor is None:
        _no_member(cls, "." + name)
    return descriptor.fget(value)


def set_member(value: Any, name: str, new: Any) -> None:
    """`value.Имя = new`; ИсключениеНедопустимоеСостояние for a property that is read only."""
    if value is None:
        _of_undefined(name)
    info = getattr(type(value), "__onec__", None)
    found = info.find("property", name) if info else None
    if found is None:
        _no_member(type(value) if info else _primitive_class(value), "." + name)
    if not found.writable:
        from runtime.element.exceptions import IllegalStateException

        raise IllegalStateException(f"Свойство {name} доступно только для чтения")
    setattr(value, "." + name, new)


def call(value: Any, name: str, /, *arguments: Any, **named: Any) -> Any:
    """`value.Имя(…)`; a property that holds a function is called too."""
    key = _keys.get(name) or _key(name)
    cls = _primitives.get(value.__class__)
    function = None if named else getattr(cls or value, key, None)
    if function is None:
        if value is None:
            _of_undefined(name)
        cls = _primitive_class(value)
        if named:
            arguments, named = _by_position(cls or type(value), name, arguments, named)
        function = _callable(value, name) if cls is None else getattr(cls, key, None)
        if function is None:
            _no_member(cls, key)
    if cls is not None:
        arguments = value, *arguments
    try:
        return function(*arguments, **named)
    except TypeError as error:
        if error.__traceback__ is None or error.__traceback__.tb_next is not None:
            raise
        # The call itself failed, nothing of what is called has run.
        from runtime.element.control import type_error

        told = type_error(str(error))
        if told is None:
            raise
    raise told


def _key(name: str) -> str:
    key = _keys[name] = intern(name + "()")
    return key


def _callable(value: Any, name: str) -> Any:
    if not hasattr(type(value), name + "()"):
        held = getattr(value, "." + name) if hasattr(type(value), "." + name) else None
        if callable(held):
            return held
    return _attribute(value, name + "()")


def _attribute(value: Any, key: str) -> Any:
    try:
        return getattr(value, key)
    except AttributeError as error:
        if error.name != key:
            raise
    _no_member(value if isinstance(value, type) else type(value), key)


def _primitive_class(value: Any) -> Any:
    """The declared class of a Python value; None for objects, whose attributes are looked up on themselves."""
    if hasattr(type(value), "__onec__") or isinstance(value, type):
        return None
    from runtime.element.library import class_of

    found = _primitives[value.__class__] = class_of(value)
    return found


def _by_position(
    cls: Any, name: str, arguments: tuple[Any, ...], named: dict[str, Any]
) -> tuple[tuple[Any, ...], dict[str, Any]]:
    """Named arguments of a library method put in their places; a script's own method takes them as they are."""
    info = getattr(cls, "__onec__", None)
    found = info.find("method", name) if info else None
    if found is None or not found.signatures:
        return arguments, named
    from runtime.element.exceptions import IllegalArgumentException

    places = found.signatures[0].parameters
    filled: list[Any] = [*arguments, *[None] * (len(places) - len(arguments))]
    for key, value in named.items():
        index = next((i for i, place in enumerate(places) if key in (place.ru, place.en)), None)
        if index is None:
            raise IllegalArgumentException(f"У метода {name} нет параметра {key}")
        filled[index] = value
    return tuple(filled), {}


def _of_undefined(name: str) -> NoReturn:
    from runtime.element.exceptions import TypeCheckException

    raise TypeCheckException(f"Обращение к члену «{name}» значения Неопределено")


def _no_member(cls: Any, key: str) -> NoReturn:
    from runtime.objects import missing

    raise missing(cls, key)

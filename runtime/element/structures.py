"""Types that scripts declare: `структура`, `исключение`, `перечисление`.

A field `Имя` lives in a slot whose descriptor stands on the class as `.Имя`, so that compiled code reads it at native
speed; a method is the plain Python function under `Имя()`. The constructor is generated: parameters are the fields in
the order of declaration, under their own names; those that are not `обз` may be left out or given as `DEFAULT`.
"""

from __future__ import annotations

import sys

from runtime.dialect import NEW
from runtime.element.objects import ElementEnum, ElementObject
from runtime.typeinfo import Member, TypeInfo

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    Methods = dict[str, Callable[..., Any]]
    Annotations = tuple[tuple[str, tuple[tuple[str, Any], ...]], ...]


class _Default:
    __slots__ = ()


DEFAULT: Any = _Default()
"""Stands at a call for an argument that is left out."""

_PYTHON_KEYWORDS = frozenset(
    "False None True and as assert async await break class continue def del elif else except finally for from global "
    "if import in is lambda nonlocal not or pass raise return try while with yield".split()
)


class Field:
    """`default` makes the initial value of a field that is not `обз`; it is called for each new object.

    `annotations`: the name of each, and the values it is given with their names, "" where they have none.
    """

    __slots__ = ("annotations", "default", "name", "required", "type", "writable")

    def __init__(
        self,
        name: str,
        default: Callable[[], Any] | None = None,
        *,
        required: bool = False,
        writable: bool = True,
        type_: str = "",
        annotations: Annotations = (),
    ) -> None:
        self.name, self.default, self.required, self.writable, self.type = name, default, required, writable, type_
        self.annotations = annotations


class Structure(ElementObject):
    """The base of scripts' structures; they are compared by reference."""

    __slots__ = ()

    def as_text(self) -> str:
        info = type(self).__onec__
        parts = [f"{m.ru}: {_shown(getattr(self, '.' + m.ru))}" for m in info.members.values() if m.kind == "property"]
        return f"{info.ru}{{{', '.join(parts)}}}"


def structure(
    name: str, fields: Sequence[Field], methods: Methods | None = None, static: Methods | None = None
) -> type[Any]:
    """The class of `структура name`."""
    slots = tuple(f"_{index}" for index in range(len(fields)))
    cls = type(name, (Structure,), {"__slots__": slots, "__module__": "", "__init__": _initializer(fields)})
    for slot, one in zip(slots, fields, strict=True):
        setattr(cls, "." + one.name, cls.__dict__[slot])
    return _complete(cls, name, "structure", fields, methods, static)


def exception(
    name: str, fields: Sequence[Field] = (), methods: Methods | None = None, static: Methods | None = None
) -> type[Any]:
    """The class of `исключение name`. Its constructor takes the own fields, then Описание and Причина."""
    from runtime.element.exceptions import ElementException, computes_description

    own = _initializer([*fields, Field("Описание", str), Field("Причина", _undefined)], base=ElementException.__init__)
    slots = tuple(f"_{index}" for index in range(len(fields)))
    cls = type(name, (ElementException,), {"__slots__": slots, "__module__": "", "__init__": own})
    if "ПолучитьОписание" in (methods or {}):
        computes_description(cls)
    for slot, one in zip(slots, fields, strict=True):
        setattr(cls, "." + one.name, cls.__dict__[slot])
    return _complete(cls, name, "exception", fields, methods, static)


def enumeration(
    name: str,
    items: Sequence[str],
    default: str | None = None,
    methods: Methods | None = None,
    static: Methods | None = None,
) -> type[Any]:
    """The class of `перечисление name`; its items are its attributes `.Элемент`, the default one is `cls.default`."""
    cls: Any = type(name, (ElementEnum,), {"__slots__": (), "__module__": ""})
    _complete(cls, name, "enumeration", (), methods, static)
    cls.values = tuple(cls(item, item, index) for index, item in enumerate(items))
    for value in cls.values:
        setattr(cls, "." + value.ru, value)
        cls.__onec__.add(Member("value", value.ru, value.en, value), str)
    cls.default = getattr(cls, "." + default) if default else None
    delattr(cls, NEW)
    return cls  # type: ignore[no-any-return]


def _undefined() -> None:
    return None


def _shown(value: Any) -> str:
    from runtime.element.presentation import operand

    return operand(value)


def _complete(
    cls: Any, name: str, kind: str, fields: Sequence[Field], methods: Methods | None, static: Methods | None
) -> type[Any]:
    """Besides what scripts use, the class keeps its fields, and the names of the module that declares it."""
    cls.__onec_fields__, cls.__onec_scope__ = tuple(fields), sys._getframe(2).f_globals
    info = cls.__onec__ = TypeInfo(name, name, cls, presentation=name, kind=kind)
    for one in fields:
        info.add(Member("property", one.name, one.name, None, type_=one.type, writable=one.writable), str)
    for method_name, function in (methods or {}).items():
        setattr(cls, method_name + "()", function)
        info.add(Member("method", method_name, method_name, function), str)
        if method_name in ("ВСтроку", "ToString"):
            cls.as_text = function
        if method_name in ("Представление", "Presentation"):
            cls.as_presentation = _own_presentation(function)
    for method_name, function in (static or {}).items():
        setattr(cls, method_name + "()", staticmethod(function))
        info.members.setdefault(
            ("method", method_name), Member("method", method_name, method_name, function, static=True)
        )
    setattr(cls, NEW, cls)
    return cls  # type: ignore[no-any-return]


def _own_presentation(function: Callable[..., Any]) -> Callable[[Any, str | None], str]:
    def present(self: Any, format_: str | None) -> str:
        text: str = function(self)
        return text

    return present


def _initializer(fields: Sequence[Field], base: Callable[..., None] | None = None) -> Callable[..., None]:
    """`__init__` with a parameter for each field; the last two are the base's when there is one.

    The text is written with names of ours: a script's own ones may be those of the scope, or none in Python's eyes.
    """
    names = [f"p{index}" for index in range(len(fields))]
    scope: dict[str, Any] = {"D": DEFAULT, "missing": _missing, "base": base}
    head, body = ["self"], []
    optional = False
    for index, (one, name) in enumerate(zip(fields, names, strict=True)):
        optional = optional or not one.required
        head.append(f"{name}=D" if optional else name)
        if one.required:
            value = f"{name} if {name} is not D else missing({one.name!r})" if optional else name
        else:
            scope[f"default_{index}"] = one.default or _undefined
            value = f"default_{index}() if {name} is D else {name}"
        is_base = base is not None and index >= len(fields) - 2
        body.append(f" {name} = {value}" if is_base else f" self._{index} = {value}")
    if base:
        body.append(f" base(self, {names[-2]}, {names[-1]})")
    exec(f"def __init__({', '.join(head)}):\n" + "\n".join(body or [" pass"]), scope)
    made: Any = scope["__init__"]
    own = (f.name + "_" if f.name in _PYTHON_KEYWORDS else f.name for f in fields)
    made.__code__ = made.__code__.replace(co_varnames=("", *own))
    return made  # type: ignore[no-any-return]


def _missing(name: str) -> Any:
    from runtime.element.exceptions import IllegalArgumentException

    raise IllegalArgumentException(f"Не задано обязательное поле {name}")

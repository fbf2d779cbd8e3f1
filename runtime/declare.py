"""The decorators by which Python code says what scripts may use of it. Nothing here runs a script.

A type's class is declared by `runtime.dialect.Dialect.onec_type`; inside it `method`, `getter`, `setter`, `field` and
`constructor` mark the members. What a signature line says is checked against the Python signature at import.
"""

from __future__ import annotations

from runtime.names import Signature, check_alphabet

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeVar

    from runtime.typeinfo import Member

    F = TypeVar("F", bound=Callable[..., Any])

    MakeTwin = Callable[[Callable[..., Any], tuple[Signature, ...]], Member]

_MARKS = "__onec_marks__"


class Mark:
    """What a member decorator writes down until the class is declared."""

    __slots__ = ("en", "kind", "make", "ru", "signature", "static", "type")

    def __init__(
        self,
        kind: str,
        ru: str,
        en: str,
        signature: Signature | None = None,
        type_: str = "",
        static: bool = False,
        make: MakeTwin | None = None,
    ) -> None:
        """`make` is that of a "twin": see `twin`."""
        self.kind, self.ru, self.en, self.signature, self.type, self.static = kind, ru, en, signature, type_, static
        self.make = make


def _mark(mark: Mark) -> Callable[[F], F]:
    def put(function: F) -> F:
        if mark.signature:
            check_fits(mark.signature, function, skip_self=not mark.static, exactly=_MARKS not in function.__dict__)
        # Decorators apply from the bottom: the one written first is the main signature.
        function.__dict__.setdefault(_MARKS, []).insert(0, mark)
        return function

    return put


def method(ru: str, en: str) -> Callable[[F], F]:
    """Declare a method by its two lines: `@method("Найти(Что): Число", "Find(What)")`. Stack several for overloads."""
    signature = Signature.parse(ru, en)
    return _mark(Mark("method", signature.ru, signature.en, signature))


def static(ru: str, en: str) -> Callable[[F], F]:
    """Declare a method of the type itself; below it stands a function without `self` (no `@staticmethod`)."""
    signature = Signature.parse(ru, en)
    return _mark(Mark("method", signature.ru, signature.en, signature, static=True))


def constructor(ru: str, en: str) -> Callable[[F], F]:
    """Declare `__init__` as the constructor: `@constructor("(Количество...)", "(Count...)")`."""
    return _mark(Mark("constructor", "новый", "new", Signature.parse("новый" + ru, "new" + en)))


def twin(ru: str, en: str, make: MakeTwin, signature: Signature | None = None) -> Callable[[F], F]:
    """Declare one more method that is made of this one; `make` gives it by the function and the lines that it has.

    A twin with a line of its own needs no method beside it.
    """
    return _mark(Mark("twin", ru, en, signature, make=make))


def getter(ru: str, en: str, type_: str = "") -> Callable[[F], F]:
    """Declare a method without parameters as a property that scripts read; `type_` is the property's 1C type."""
    check_alphabet(ru)
    return _mark(Mark("property", ru, en, type_=type_))


def setter(ru: str) -> Callable[[F], F]:
    """Declare a method with one parameter as what assigning the property does; a getter of that name must exist."""
    return _mark(Mark("setter", ru, ru))


class field:  # noqa: N801 - reads as a keyword of the declaration
    """A stored property. The class keeps it in the slot `_<python name>`; `kind` is checked or converted on assignment.

    `kind` is an annotation's text ("str", "int", "bool", "object", a class name); `type_` the 1C type for Element.
    """

    def __init__(
        self, ru: str, en: str, kind: str = "object", default: Any = None, doc: str = "", *, type_: str = "",
        writable: bool = True,
    ) -> None:  # fmt: skip
        check_alphabet(ru)
        self.ru, self.en, self.kind, self.default, self.type, self.writable = ru, en, kind, default, type_, writable
        self.__doc__ = doc

    def __set_name__(self, owner: type, name: str) -> None:
        self.slot = "_" + name

    def __get__(self, obj: Any, owner: type | None = None) -> Any:
        if obj is None:
            return self
        try:
            return object.__getattribute__(obj, self.slot)
        except AttributeError:
            return self.default

    def __set__(self, obj: Any, value: Any) -> None:
        object.__setattr__(obj, self.slot, value)


def check_fits(signature: Signature, function: Callable[..., Any], *, skip_self: bool, exactly: bool) -> None:
    """TypeError unless the Python function takes what the line says: count, optional ones, variadic one.

    The line next to the function must say it exactly; the overloads above it may take fewer parameters.
    """
    code = function.__code__
    names = code.co_varnames[: code.co_argcount][1 if skip_self else 0 :]
    takes_many = bool(code.co_flags & 0x04)
    plain = [p for p in signature.parameters if not p.variadic]
    optional = len(function.__defaults__ or ())
    if exactly:
        fits = len(plain) == len(names) and takes_many == (len(plain) < len(signature.parameters))
        fits = fits and [p.optional for p in plain] == [i >= len(names) - optional for i in range(len(names))]
    else:
        fits = len(plain) <= len(names) or takes_many
    if not fits:
        raise TypeError(f"{signature} does not fit {function.__qualname__}({', '.join(names)})")


def marks_of(attribute: object) -> list[Mark]:
    """The marks of a function, the main signature first."""
    return getattr(attribute, _MARKS, [])

"""The functions of a compiled text become a Python class: what objects of the script are."""

from __future__ import annotations

from runtime.dialect import NEW, Maker
from runtime.enterprise.scripts import (
    BODY,
    BY_REFERENCE,
    CONSTRUCTOR,
    PRESENTATION,
    MethodShape,
    ScriptObject,
    elements,
    handing,
    shaped,
    text_of_object,
)
from runtime.errors import WrongArgumentCount
from runtime.names import Parameter, Signature, fold
from runtime.native import FILE
from runtime.typeinfo import Member, TypeInfo

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from interpreter.modules import Module

_ITERATOR = "получитьитератор"


class Shape:
    """What the text declares, from its facts (see interpreter.enterprise.scopes)."""

    __slots__ = ("exported", "methods", "variables")

    def __init__(self, facts: tuple[Any, ...]) -> None:
        variables, methods, _, (*_, exported, _, _) = facts
        self.variables: dict[str, str] = dict(variables)
        self.methods: dict[str, tuple[Any, ...]] = {fold(method[0]): method for method in methods}
        self.exported = frozenset(exported)


def class_of(module: Module, name: str) -> type:
    """The class of the objects of a text that has been compiled for objects and has run in `module`."""
    shape = Shape(module.facts[-1])
    slots = {key: f"_{number}" for number, key in enumerate(shape.variables)}
    made = type(name, (ScriptObject,), {"__slots__": tuple(slots.values()), "__module__": module.namespace[FILE]})
    info = describe(made, module, name)
    for key, slot in slots.items():
        setattr(made, ":" + key, made.__dict__[slot])
        if key in shape.exported:
            setattr(made, "." + key, made.__dict__[slot])
            add_property(info, shape.variables[key], made.__dict__[slot])
    for key, facts in shape.methods.items():
        if key + "()" in shape.exported:
            call = module.namespace[python_name(facts)]
            add_method(made, key, facts, call, shape_of(facts, call))
    made.__onec_private__ = private_names(shape)  # type: ignore[attr-defined]
    _add_abilities(made, shape, module.namespace)
    setattr(made, NEW, Maker(_constructor(made, shape, module.namespace)))
    return made


def describe(made: type, module: Module, name: str) -> TypeInfo:
    """Give a class what messages, Тип and ЗаполнитьЗначенияСвойств ask of it."""
    info = TypeInfo(name, name, made, presentation=name, kind="type")
    info.bases = ()
    made.__onec__ = info  # type: ignore[attr-defined]
    made.__onec_module__ = module  # type: ignore[attr-defined]
    made.__onec_shapes__ = {}  # type: ignore[attr-defined]
    made.__onec_text__ = text_of_object  # type: ignore[attr-defined]
    return info


def add_property(info: TypeInfo, python: str, descriptor: object) -> None:
    name = python.removesuffix("·")
    info.add(Member("property", name, name, descriptor, writable=True), fold)


def add_method(made: type, key: str, facts: tuple[Any, ...], call: Callable[..., Any], shape: MethodShape) -> None:
    """Publish a method under the names by which callers know it."""
    name, parameters, _, returned, *_ = facts
    plain = shaped(shape, call) if returned else call
    made.__onec_shapes__[key + "()"] = shape  # type: ignore[attr-defined]
    setattr(made, key + "()", plain)
    known = BY_REFERENCE + key + "()"
    setattr(made, known, handing(shape, call, python_name(facts), known) if returned else call)
    taken = tuple(Parameter(each, "", "", optional=optional, variadic=False) for each, _, optional in parameters)
    signature = Signature(name, name, taken, "")
    made.__onec__.add(Member("method", name, name, plain, signatures=(signature,)), fold)  # type: ignore[attr-defined]


def shape_of(facts: tuple[Any, ...], call: Callable[..., Any]) -> MethodShape:
    _, parameters, _, returned, *_ = facts
    required = max((place + 1 for place, (_, _, optional) in enumerate(parameters) if not optional), default=0)
    # What is asynchronous is wrapped: see stdlib.enterprise.asynchrony.tasks.
    defaults = getattr(call, "__wrapped__", call).__defaults__
    return MethodShape(required, len(parameters), returned, defaults or ())


def private_names(shape: Shape) -> dict[str, str]:
    """What the text declares without Экспорт: the attribute that others would look for → the name."""
    hidden = {"." + key: python for key, python in shape.variables.items() if key not in shape.exported}
    own = {key + "()": facts[0] for key, facts in shape.methods.items() if key + "()" not in shape.exported}
    return hidden | own


def _add_abilities(made: Any, shape: Shape, namespace: dict[str, Any]) -> None:
    for key in PRESENTATION:
        if (facts := shape.methods.get(key)) and facts[3] == (0, 1):
            setattr(made, "1c.presentation", namespace[python_name(facts)])
    if _ITERATOR + "()" in shape.exported:
        made.__iter__ = elements


def _constructor(made: type, shape: Shape, namespace: dict[str, Any]) -> Callable[..., Any]:
    """`Новый Имя(…)`: the variables are there, the body runs, then ПриСозданииОбъекта."""
    body = namespace[BODY]
    create: Callable[[type], Any] = object.__new__
    facts = next((shape.methods[key] for key in CONSTRUCTOR if key in shape.methods), None)
    if facts is None:

        def construct(*arguments: Any) -> Any:
            if arguments:
                raise WrongArgumentCount(too_many=True)
            owner: Any = create(made)
            body(owner)
            return owner

        return construct
    prepare = namespace[python_name(facts)]
    method = shape_of(facts, prepare)

    def construct_prepared(*arguments: Any) -> Any:
        given = method.arguments(arguments)
        owner: Any = create(made)
        body(owner)
        prepare(owner, *given)
        return owner

    return construct_prepared


def without_body(made: type) -> Any:
    """An object whose variables are Неопределено, for a module: others may know it before its body runs."""
    owner: Any = object.__new__(made)
    for slot in made.__dict__["__slots__"]:
        setattr(owner, slot, None)
    return owner


def python_name(facts: tuple[Any, ...]) -> str:
    return f"{facts[0]}()" + "′" * int(facts[4])

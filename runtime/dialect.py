"""One language's way of declaring: the attributes that compiled code reads, and how arguments are checked.

A property `Тема` becomes the attribute `.тема`, a method `Добавить` becomes `добавить()`, a constructor `новый()`, each
also under its English name; Enterprise folds names, Element does not.
"""

from __future__ import annotations

from runtime.checked import compile_call
from runtime.declare import check_fits, field, marks_of
from runtime.errors import BadArgument, OnecError
from runtime.names import Signature, check_alphabet
from runtime.objects import OnecObject, missing
from runtime.typeinfo import Member, TypeInfo

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeVar

    from runtime.checked import Check
    from runtime.declare import Mark

    C = TypeVar("C", bound=type)
    F = TypeVar("F", bound=Callable[..., Any])

    Failure = Callable[[Member, type | None], Callable[[OnecError], OnecError] | None]
    Receiver = Callable[[Member, type | None], Check | None]

NEW = "новый()"
"""The attribute under which a class keeps the constructor that scripts call."""


class Dialect:
    """One language's way of declaring: how names are looked up, how arguments are checked."""

    __slots__ = ("check_of", "classes", "failure", "fold", "name", "names_arguments", "receiver")

    def __init__(
        self,
        name: str,
        fold: Callable[[str], str],
        check_of: Callable[[str, dict[str, type]], Check | None],
        *,
        failure: Failure | None = None,
        receiver: Receiver | None = None,
        names_arguments: bool = False,
    ) -> None:
        """`check_of`: how an annotation is checked, given the declared classes by Python name.

        `failure`: how errors inside a member are told. `receiver`: how the value before the dot is checked.
        `names_arguments`: wrong ones are told by name, not by number.
        """
        self.names_arguments = names_arguments
        self.name, self.fold, self.check_of, self.failure, self.receiver = name, fold, check_of, failure, receiver
        self.classes: dict[str, type] = {}

    def onec_type(
        self, ru: str, en: str, *, represents: type | None = None, presentation: str = "", dynamic: bool = False
    ) -> Callable[[C], C]:
        """Declare a class; Element types may have parameters: `Массив<Т>`.

        `represents`: the Python type whose values scripts see as this type (its methods are called as functions).
        `dynamic`: instances may get attributes of their own.
        """
        name, _, inside = ru.partition("<")
        check_alphabet(name)
        parameters = tuple(p.strip() for p in inside.rstrip(">").split(",")) if inside else ()

        def build(cls: C) -> C:
            self._refuse_open_instances(cls, dynamic or represents is not None)
            info = TypeInfo(
                name, en, represents or cls, presentation=presentation or name, kind="type", parameters=parameters
            )
            # A Python type that stands for a 1C one has no description and no declared bases of its own.
            info.described_by = cls
            info.bases = tuple(vars(base)["__onec__"] for base in cls.__mro__[1:] if "__onec__" in vars(base))
            cls.__onec__ = info  # type: ignore[attr-defined]
            self.classes[cls.__name__] = cls
            self._add_members(cls, info, native=represents is not None)
            return cls

        return build

    def enumeration(self, ru: str, en: str, *, presentation: str = "") -> Callable[[C], C]:
        """Declare a subclass of runtime.enums.EnumValue; its `item`s become values, attributes of the class."""
        check_alphabet(ru)

        def build(cls: C) -> C:
            info = TypeInfo(ru, en, cls, presentation=presentation or ru, kind="enumeration")
            cls.__onec__ = info  # type: ignore[attr-defined]
            self.classes[cls.__name__] = cls
            for value in cls.settle():  # type: ignore[attr-defined]
                info.add(Member("value", value.ru, value.en, value), self.fold)
                for name in (value.ru, value.en):
                    setattr(cls, "." + self.fold(name), value)
            self._add_members(cls, info, native=False)
            cls.__onec_closed__ = True  # type: ignore[attr-defined]
            return cls

        return build

    def function(self, ru: str, en: str) -> Callable[[F], F]:
        """Declare a function of the global context."""
        signature = Signature.parse(ru, en)

        def put(function: F) -> F:
            check_fits(signature, function, skip_self=False, exactly="__onec__" not in function.__dict__)
            member: Member | None = function.__dict__.get("__onec__")
            if member is None:
                member = Member("function", signature.ru, signature.en, function, signatures=(signature,))
                function.__dict__["__onec__"] = member
                function.__dict__["__onec_dialect__"] = self
            else:
                member.signatures = (signature, *member.signatures)
            return function

        return put

    def global_property(self, ru: str, en: str, type_: str = "") -> Callable[[F], F]:
        """Declare a function without parameters whose result is a property of the global context."""
        check_alphabet(ru)

        def put(function: F) -> F:
            function.__dict__["__onec__"] = Member("global", ru, en, function, type_=type_)
            function.__dict__["__onec_dialect__"] = self
            return function

        return put

    def checked(
        self,
        function: Callable[..., Any],
        member: Member,
        owner: type | None,
        instead: Callable[..., Any] | None = None,
    ) -> Callable[..., Any]:
        """The callable that scripts use: arguments converted or checked as the annotations say.

        `instead`: what is called with them in the function's place. What has `__onec_make__` makes it itself.
        """
        make = getattr(function, "__onec_make__", None)
        if make is not None:
            made: Callable[..., Any] = make(self, member, owner)
            return made
        making = member.kind == "constructor"
        annotations = function.__annotations__
        failed = self.failure(member, owner) if self.failure else None
        receiver = self.receiver(member, owner) if self.receiver else None
        if not making and failed is None and receiver is None and not self._checks_anything(annotations):
            return instead or function
        checked = compile_call(
            function,
            annotations,
            self._check,
            target=owner if making else None,
            skip_self=member.kind in ("method", "constructor") and not member.static,
            receiver=receiver,
            failed=failed,
            instead=instead,
            named=_parameter_names(member) if self.names_arguments else (),
        )
        if member.signatures:
            # What CPython names when it counts the arguments: told as «Вызов: …».
            checked.__qualname__ = str(member.signatures[0])
        return checked

    def _check(self, annotation: str) -> Check | None:
        return self.check_of(annotation, self.classes)

    def _checks_anything(self, annotations: dict[str, str]) -> bool:
        return any(self._check(text) is not None for name, text in annotations.items() if name != "return")

    def _assigning(self, annotation: str) -> Callable[[Any], Any] | None:
        """Converts or checks a value for a property annotated so; None when it takes anything."""
        if annotation == "object":
            return None
        made: list[Check | None] = []

        def convert(value: Any) -> Any:
            if not made:
                made.append(self._check(annotation))
            check = made[0]
            if check is None or value.__class__ is check.exact:
                return value
            try:
                return check.convert(value, 1)
            except BadArgument as error:
                # A property has no number among parameters.
                raise OnecError(error.reason, hint=error.hint) from None

        return convert

    def _add_members(self, cls: type, info: TypeInfo, *, native: bool) -> None:
        attributes = _own_attributes(cls)
        setters = {m.ru: f for f in attributes.values() for m in marks_of(f) if m.kind == "setter"}
        for name, attribute in attributes.items():
            if isinstance(attribute, field):
                self._add_field(cls, info, name, attribute)
            elif marks := marks_of(attribute):
                plain = [mark for mark in marks if mark.kind != "twin"]
                if plain:
                    self._add_marked(cls, info, attribute, plain, setters, native)
                if len(plain) != len(marks):
                    self._add_twins(cls, info, attribute, marks)
        if setters:
            raise TypeError(f"{info.ru}: a setter without a getter: {', '.join(setters)}")

    def _add_marked(
        self, cls: type, info: TypeInfo, function: Any, marks: list[Mark], setters: dict[str, Any], native: bool
    ) -> None:
        main = marks[0]
        if main.kind == "property":
            for mark in marks:
                write = setters.pop(mark.ru, None)
                member = Member("property", mark.ru, mark.en, function, type_=mark.type, writable=write is not None)
                info.add(member, self.fold)
                self._publish(cls, member, self._property(function, write, member))
        elif main.kind in ("method", "constructor"):
            for member in _members(function, marks):
                if member.kind == "constructor":
                    info.constructor = member
                    setattr(cls, NEW, _Lazy(self, cls, member))
                    continue
                info.add(member, self.fold)
                lazy = _Lazy(self, cls, member, static=native or member.static)
                # A further line may spell the English name otherwise: some of the platform's own have misprints.
                for name in {name for mark in marks if mark.ru == member.ru for name in (mark.ru, mark.en)}:
                    setattr(cls, self.fold(name) + "()", lazy)

    def _add_twins(self, cls: type, info: TypeInfo, function: Any, marks: list[Mark]) -> None:
        lines = tuple(mark.signature for mark in marks if mark.kind == "method" and mark.signature)
        for mark in marks:
            if mark.make is not None:
                member = mark.make(function, (mark.signature,) if mark.signature else lines)
                info.add(member, self.fold)
                for name in {member.ru, member.en}:
                    setattr(cls, self.fold(name) + "()", _Lazy(self, cls, member))

    def _add_field(self, cls: type, info: TypeInfo, name: str, stored: field) -> None:
        member = Member("property", stored.ru, stored.en, stored, type_=stored.type, writable=stored.writable)
        info.add(member, self.fold)
        slot = cls.__dict__.get("_" + name)
        if slot is None:
            raise TypeError(f"{info.ru}: the slot _{name} of {stored.ru} is missing in __slots__")
        if stored.kind == "object" and stored.writable:
            # Nothing to check: compiled code uses the slot itself, at native speed.
            self._publish(cls, member, slot)
            return
        convert = self._assigning(stored.kind) if stored.writable else None

        def write(obj: Any, value: Any) -> None:
            slot.__set__(obj, convert(value) if convert else value)

        self._publish(
            cls,
            member,
            property(stored.__get__, write if stored.writable else _refuse_write(stored, self.fold("Добавить"))),
        )

    def _property(
        self, read: Callable[[Any], Any], write: Callable[[Any, Any], None] | None, member: Member
    ) -> property:
        if write is None:
            return property(read, _refuse_write(member))
        kind = next((text for name, text in write.__annotations__.items() if name != "return"), "object")
        convert = self._assigning(kind)
        if convert is None:
            return property(read, write)

        def converted(obj: Any, value: Any) -> None:
            write(obj, convert(value))

        return property(read, converted)

    def _publish(self, cls: type, member: Member, descriptor: Any) -> None:
        for name in {self.fold(member.ru), self.fold(member.en)}:
            setattr(cls, "." + name, descriptor)

    @staticmethod
    def _refuse_open_instances(cls: type, dynamic: bool) -> None:
        if not dynamic and cls.__dictoffset__ and not issubclass(cls, BaseException):
            raise TypeError(f"{cls.__name__}: declare __slots__, or scripts could assign properties that do not exist")


class _Lazy:
    """A method's place on its class until the first use, when the checked callable is made and takes the place."""

    __slots__ = ("dialect", "member", "owner", "static")

    def __init__(self, dialect: Dialect, owner: type, member: Member, *, static: bool = False) -> None:
        self.dialect, self.owner, self.member, self.static = dialect, owner, member, static

    def __get__(self, obj: Any, owner: type) -> Any:
        member = self.member
        checked: Any
        if member.kind == "constructor":
            checked = Maker(self.dialect.checked(member.target, member, self.owner))
            setattr(self.owner, NEW, checked)
            return checked.__get__(obj, owner)
        call = self.dialect.checked(member.target, member, self.owner)
        checked = staticmethod(call) if self.static else call
        for name in {self.dialect.fold(member.ru), self.dialect.fold(member.en)}:
            setattr(self.owner, name + "()", checked)
        return call if self.static or obj is None else call.__get__(obj, owner)


class Maker:
    """A constructor: the type has it, its objects have not (`Массив.Новый()` is no method)."""

    __slots__ = ("call",)

    def __init__(self, call: Callable[..., Any]) -> None:
        self.call = call

    def __get__(self, obj: Any, owner: type) -> Callable[..., Any]:
        if obj is not None:
            raise missing(obj, NEW)
        return self.call


def bound(function: Callable[..., Any]) -> Callable[..., Any]:
    """The callable that scripts get for a declared global function: checked, made once."""
    made: Callable[..., Any] | None = function.__dict__.get("__onec_call__")
    if made is None:
        made = function.__dict__["__onec_dialect__"].checked(function, function.__dict__["__onec__"], None)
        function.__dict__["__onec_call__"] = made
    return made


def _own_attributes(cls: type) -> dict[str, Any]:
    """What the class and its undeclared bases define: a base without a 1C name lends its members."""
    attributes: dict[str, Any] = {}
    for base in reversed(cls.__mro__):
        if base is cls or (base is not object and "__onec__" not in base.__dict__ and base is not OnecObject):
            attributes |= vars(base)
    return attributes


def _members(function: Any, marks: list[Mark]) -> list[Member]:
    """One member a name; marks of the same name are its overloads."""
    made: dict[str, Member] = {}
    for mark in marks:
        signatures = (mark.signature,) if mark.signature else ()
        if mark.ru in made:
            made[mark.ru].signatures += signatures
        else:
            made[mark.ru] = Member(mark.kind, mark.ru, mark.en, function, signatures=signatures, static=mark.static)
    return list(made.values())


def _refuse_write(written: Member | field, add: str = "") -> Callable[[Any, Any], None]:
    """What assigning a property does that is only read; a stored collection is filled by the method `add`."""

    def refuse(obj: Any, value: Any) -> None:
        held = written.__get__(obj) if isinstance(written, field) else None
        hint = f"Добавляют сюда так: {written.ru}.Добавить(…)" if hasattr(held, f"{add}()") else ""
        raise OnecError(f"Поле объекта недоступно для записи ({written.ru})", hint=hint)

    return refuse


def _parameter_names(member: Member) -> tuple[str, ...]:
    """What the parameters are called, by place; empty where the overloads call them differently."""
    places: list[set[str]] = []
    for signature in member.signatures:
        for index, parameter in enumerate(signature.parameters):
            if index == len(places):
                places.append(set())
            places[index].add(parameter.ru)
    return tuple(names.pop() if len(names) == 1 else "" for names in places)

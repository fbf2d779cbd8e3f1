"""Conversions of values: those that operators and functions do silently, and the checks of declared parameters."""

from __future__ import annotations

from runtime import host
from runtime.checked import Check
from runtime.enterprise.date import Date
from runtime.enterprise.null import Null
from runtime.enterprise.presentation import text_of
from runtime.errors import BadArgument, OnecError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal
    from typing import Any

    Number = int | Decimal

MISMATCH = "Несоответствие типов"
TRUE_WORDS = frozenset({"истина", "да", "true"})
FALSE_WORDS = frozenset({"ложь", "нет", "false"})
_ANYTHING = frozenset({"object", "Any", "Value"})
_NOTHING = object()
"""What a value becomes that none of the wanted types takes; no script can hold it."""


_LONGEST_NUMBER = 100_000
"""Digits; reading takes time in proportion to the square of their count, and nothing stops it."""


def failed(type_name: str, hint: str = "") -> OnecError:
    return OnecError(f"Преобразование значения к типу {type_name} не может быть выполнено", hint=hint)


def is_number(value: object) -> bool:
    """Число and not Булево."""
    kind = value.__class__
    return kind is int or kind.__name__ == "Decimal"


def to_number(value: Any) -> Number:
    kind = value.__class__
    if kind is int or kind.__name__ == "Decimal":
        number: Number = value
        return number
    if kind is bool:
        return int(value)
    if kind is str:
        parsed = _parse_abroad(value) if host.abroad else None
        if parsed is None:
            parsed = parse_number(value)
        if parsed is not None:
            return parsed
    raise failed("Число")


def _parse_abroad(text: str) -> Number | None:
    """What a text means in the habits of the script's country, when they are not the Russian ones."""
    from runtime.enterprise.locale import abroad

    habits = abroad()
    return habits.number(text) if habits else None


def parse_number(text: str) -> Number | None:
    """The number that a text writes, decimal dot or comma, groups parted by no-break spaces; None when it is none."""
    body = text.strip().replace("\u00a0", "").replace("\u202f", "")
    sign, digits = (body[0], body[1:]) if body[:1] in ("+", "-") else ("", body)
    integral, mark, fraction = digits.replace(",", ".", 1).partition(".")
    together = integral + fraction
    if not (together.isascii() and together.isdigit()) or len(together) > _LONGEST_NUMBER:
        return None
    if not fraction.strip("0") and len(integral) < 4000:
        return int(sign + (integral or "0"))
    from runtime.enterprise.numbers import literal

    return literal(f"{sign}{integral}{mark}{fraction}")


def to_string(value: Any) -> str:
    return value if value.__class__ is str else text_of(value)


def to_boolean(value: Any) -> bool:
    """What a condition does with a value."""
    kind = value.__class__
    if kind is bool:
        return bool(value)
    if kind is int or kind.__name__ == "Decimal":
        return bool(value != 0)
    if kind is str:
        word = value.strip().casefold()
        if word in TRUE_WORDS:
            return True
        if word in FALSE_WORDS:
            return False
    raise failed("Булево")


def to_date(value: Any) -> Date:
    """A date, or a text ГГГГММДД[ччмм[сс]]."""
    if value.__class__ is Date:
        date: Date = value
        return date
    if value.__class__ is str:
        try:
            return Date.literal(value)
        except OnecError:
            pass
    raise failed("Дата")


def to_whole(value: Any) -> int:
    """A number without its fraction."""
    return int(to_number(value))


def _as_text(value: Any) -> str:
    """A text parameter takes every value that has a text of its own, no collection and no service object."""
    kind = value.__class__
    known = value is None or kind in (int, bool, Date, Null) or kind.__name__ == "Decimal"
    if known or hasattr(kind, "__onec_text__") or getattr(kind, "__onec__", None) is None:
        return text_of(value)
    if kind.__onec__.kind == "enumeration":
        return text_of(value)
    raise failed("Строка")


_PRIMITIVES: dict[str, tuple[type | None, Callable[[Any], Any]]] = {
    "str": (str, _as_text),
    "int": (int, to_whole),
    "Number": (int, to_number),
    "bool": (bool, to_boolean),
    "Date": (Date, to_date),
}


def check_of(annotation: str, classes: dict[str, type]) -> Check | None:
    """How values for a parameter annotated so are checked; None when every value will do.

    Understands str, int, Number, bool, Date (converted as the platform does), the Python names of declared classes
    (tested), None and unions of all these.
    """
    names = [part.strip() for part in annotation.split("|")]
    if not _ANYTHING.isdisjoint(names):
        return None
    if names[0] in _PRIMITIVES and len(names) == 1:
        return _of_primitive(names[0], *_PRIMITIVES[names[0]])
    nullable = "None" in names
    primitives = [_PRIMITIVES[name] for name in names if name in _PRIMITIVES]
    objects = tuple(name for name in names if name not in _PRIMITIVES and name != "None")

    def convert(value: Any, number: int) -> Any:
        if value is None and nullable:
            return None
        # The class may be declared by a module that is not loaded; then no value of it exists.
        if objects and isinstance(value, tuple(_class(name, classes) for name in objects)):
            return value
        converted = _converted(value, primitives)
        if converted is _NOTHING:
            raise _mismatch(value, number, names, classes)
        return converted

    first = primitives[0][0] if primitives else classes.get(objects[0]) if objects else None
    return Check(first, convert)


def _of_primitive(name: str, exact: type | None, convert: Callable[[Any], Any]) -> Check:
    def converted(value: Any, number: int) -> Any:
        try:
            return convert(value)
        except OnecError:
            raise _mismatch(value, number, [name], {}) from None

    return Check(exact, converted, "Decimal" if convert is to_number else "")


def _class(name: str, classes: dict[str, type]) -> type:
    if name in classes:
        return classes[name]
    if name == "TypeValue":
        from runtime.enterprise.types import TypeValue

        return TypeValue
    return _Nothing


class _Nothing:
    """Stands for a class that is not loaded: nothing is an instance."""

    __slots__ = ()


def _converted(value: Any, primitives: list[tuple[type | None, Callable[[Any], Any]]]) -> Any:
    for exact, _ in primitives:
        if value.__class__ is exact:
            return value
    for _, convert in primitives:
        try:
            return convert(value)
        except OnecError:
            continue
    return _NOTHING


def _mismatch(value: Any, number: int, names: list[str], classes: dict[str, type]) -> BadArgument:
    from runtime.enterprise.types import PRIMITIVES, type_of

    primitives = {kind.python_type: kind.ru for kind in PRIMITIVES}
    wanted = [primitives[_PRIMITIVES[name][0] or int] for name in names if name in _PRIMITIVES]
    wanted += [classes[name].__onec__.ru for name in names if hasattr(classes.get(name), "__onec__")]  # type: ignore[attr-defined]
    try:
        given = type_of(value).ru
    except OnecError:
        given = ""
    if not wanted or not given or given in wanted:
        return BadArgument(number, MISMATCH)
    told = " или ".join(f"«{name}»" for name in dict.fromkeys(wanted))
    return BadArgument(number, MISMATCH, hint=f"Нужно значение типа {told}, а передано «{given}»")

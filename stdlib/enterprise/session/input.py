"""Values that a person types. The variable arrives as a Reference, or bare when the script passed an expression."""

from __future__ import annotations

from runtime.enterprise.convert import to_number
from runtime.enterprise.date import DAY, Date
from runtime.enterprise.declare import function
from runtime.errors import OnecError
from runtime.host import current

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from runtime.enterprise.types import TypeValue
    from stdlib.enterprise.dates.date_fractions import DateFractions
    from stdlib.enterprise.values.type_description import TypeDescription


@function(
    "ВвестиСтроку(Строка, [Подсказка], [Длина], [Многострочность]): Булево",
    "InputString(String, [Tooltip], [Length], [Multiline])",
)
def input_string(variable: Any, tooltip: str = "", length: int = 0, multiline: bool = False) -> bool:
    """Читает строку ввода в переменную. Ложь, если ввод окончен. Многострочный текст кончается пустой строкой."""
    line = current().read_line(_prompt(tooltip))
    if line is None:
        return False
    lines = [line]
    while multiline and line:
        line = current().read_line() or ""
        lines += [line] if line else []
    text = "\n".join(lines)
    return _give(variable, text[:length] if length > 0 else text)


@function(
    "ВвестиЧисло(Число, [Подсказка], [Длина], [Точность]): Булево",
    "InputNumber(Number, [Tooltip], [Length], [Precision])",
)
def input_number(variable: Any, tooltip: str = "", length: int = 0, precision: int = 0) -> bool:
    """Читает число в переменную; то, что не число, просит ввести снова. Ложь, если ввод окончен.

    Длина – сколько всего разрядов (0 – сколько угодно), Точность – сколько из них после точки.
    """

    def read(text: str) -> Any:
        number = to_number(text)
        if not length and not precision:
            return number
        from runtime.enterprise.numbers import round_to

        rounded = round_to(number, precision)
        if length and abs(rounded) >= 10 ** (length - precision):
            raise OnecError("Число слишком велико")
        return rounded

    return _ask(variable, tooltip, "Это не число. Введите число", read)


@function("ВвестиДату(Дата, [Подсказка], [ЧастьДаты]): Булево", "InputDate(Date, [Tooltip], [DateFractions])")
def input_date(variable: Any, tooltip: str = "", part: DateFractions | None = None) -> bool:
    """Читает дату в переменную: 15.01.2024 или 15.01.2024 10:30. Ложь, если ввод окончен."""

    def read(text: str) -> Date:
        from stdlib.enterprise.values.conversion import date

        if part is None or part.en == "DateTime":
            return date(text)
        if part.en == "Date":
            whole = date(text)
            return Date.of_seconds(whole.seconds - whole.seconds % DAY)
        only_time = date(text if " " in text.strip() else f"01.01.0001 {text.strip()}")
        return Date.of_seconds(only_time.seconds % DAY)

    return _ask(variable, tooltip, "Это не дата. Введите дату", read)


@function("ВвестиЗначение(Значение, [Подсказка], [Тип]): Булево", "InputValue(Value, [Tooltip], [Type])")
def input_value(variable: Any, tooltip: str = "", kind: TypeValue | TypeDescription | None = None) -> bool:
    """Читает значение примитивного типа в переменную; без типа – того, что у прежнего значения."""
    return _ask(variable, tooltip, "Это значение другого типа. Введите снова", _reader(_kind(variable, kind)))


def _kind(variable: Any, kind: TypeValue | TypeDescription | None) -> str:
    """The English name of the first type that can be typed."""
    from runtime.enterprise.types import TypeValue, type_of

    if kind is None:
        return type_of(_value(variable)).en
    if isinstance(kind, TypeValue):
        return kind.en
    return next((each.en for each in kind.types() if each.en in _READ), "")


def _reader(name: str) -> Callable[[str], Any]:
    if name == "Undefined":
        return str
    if name not in _READ:
        raise OnecError("Значение такого типа ввести нельзя")
    return _READ[name]


def _read_boolean(text: str) -> bool:
    from runtime.enterprise.convert import to_boolean

    return to_boolean(text)


def _read_date(text: str) -> Date:
    from stdlib.enterprise.values.conversion import date

    return date(text)


_READ: dict[str, Callable[[str], Any]] = {
    "String": str, "Number": to_number, "Boolean": _read_boolean, "Date": _read_date,
}  # fmt: skip


def _ask(variable: Any, tooltip: str, wrong: str, read: Callable[[str], Any]) -> bool:
    prompt = _prompt(tooltip)
    while (line := current().read_line(prompt)) is not None:
        try:
            return _give(variable, read(line))
        except OnecError:
            prompt = _prompt(wrong)
    return False


def _prompt(tooltip: str) -> str:
    return "" if not tooltip else tooltip if tooltip.endswith(" ") else f"{tooltip}: "


def _value(variable: Any) -> Any:
    from runtime.enterprise.reference import Reference

    return variable.value if isinstance(variable, Reference) else variable


def _give(variable: Any, value: Any) -> bool:
    from runtime.enterprise.reference import Reference

    if isinstance(variable, Reference):
        variable.value = value
    return True

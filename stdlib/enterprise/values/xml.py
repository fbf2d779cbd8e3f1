"""Values as XML writes them: without regard to the language of the interface."""

from __future__ import annotations

from runtime.enterprise.convert import failed, parse_number
from runtime.enterprise.date import Date
from runtime.enterprise.declare import function
from runtime.enterprise.null import Null
from runtime.enterprise.presentation import plain
from runtime.enterprise.types import TypeValue
from runtime.errors import BadArgument, OnecError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@function("XMLСтрока(Значение): Строка", "XMLString(Value)")
def xml_string(value: Any) -> str:
    """Значение в виде, принятом в XML: число с точкой, дата ГГГГ-ММ-ДДTчч:мм:сс, true/false."""
    kind = value.__class__
    if kind is str:
        text: str = value
        return text
    if value is None or kind is Null:
        return ""
    if kind is bool:
        return "true" if value else "false"
    if kind is int or kind.__name__ == "Decimal":
        return plain(value)
    if kind is Date:
        digits = repr(value)[1:-1]
        day = f"{digits[:4]}-{digits[4:6]}-{digits[6:8]}"
        return f"{day}T{digits[8:10]}:{digits[10:12]}:{digits[12:]}"
    own = getattr(kind, "__onec_xml__", None)
    if own is not None:
        return str(own(value))
    from runtime.enums import EnumValue

    if isinstance(value, EnumValue):
        return str(value.en)
    raise BadArgument(1, "Несоответствие типов")


@function("XMLЗначение(Тип, СтрокаXML): Произвольный", "XMLValue(Type, XMLString)")
def xml_value(type_value: TypeValue, text: str) -> Any:
    """Значение типа из строки, записанной по правилам XML."""
    if type_value.__class__ is not TypeValue:
        raise BadArgument(1, "Несоответствие типов")
    name = type_value.en
    if name == "String":
        return text
    if name == "Undefined":
        return None
    if name in _READERS:
        return _READERS[name](text.strip())
    read = getattr(type_value.python_type, "of_xml", None)
    if read is None:
        raise BadArgument(1)
    return read(text)


def _number(text: str) -> Any:
    value = None if "," in text else parse_number(text)
    if value is None:
        raise failed("Число")
    return value


def _boolean(text: str) -> bool:
    if text in ("true", "1"):
        return True
    if text in ("false", "0"):
        return False
    raise failed("Булево")


def _date(text: str) -> Date:
    try:
        return Date.literal(text[:19])
    except OnecError:
        raise failed("Дата") from None


_READERS = {"Number": _number, "Boolean": _boolean, "Date": _date}

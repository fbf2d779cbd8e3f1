"""ОписаниеТипов."""

from __future__ import annotations

from runtime.enterprise.convert import to_boolean, to_date, to_number
from runtime.enterprise.date import EMPTY_DATE
from runtime.enterprise.declare import OnecObject, constructor, getter, method, onec_type
from runtime.enterprise.presentation import text_of
from runtime.enterprise.types import BOOLEAN, DATE, NUMBER, STRING, UNDEFINED, TypeValue, type_named, type_of
from runtime.errors import BadArgument, OnecError
from stdlib.enterprise.collections.array import Array
from stdlib.enterprise.values.date_qualifiers import DateQualifiers
from stdlib.enterprise.values.number_qualifiers import NumberQualifiers
from stdlib.enterprise.values.string_qualifiers import StringQualifiers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

_EMPTY: dict[TypeValue, Any] = {NUMBER: 0, STRING: "", BOOLEAN: False, DATE: EMPTY_DATE, UNDEFINED: None}


@onec_type("ОписаниеТипов", "TypeDescription", presentation="Описание типов")
class TypeDescription(OnecObject):
    """Какие типы допустимы и чем ограничены: Новый ОписаниеТипов("Строка, Число")."""

    __slots__ = ("_dates", "_numbers", "_strings", "_types")

    @constructor("(ИсходноеОписаниеИлиТипы, Уточнения...)", "(SourceOrTypes, Details...)")
    def __init__(self, source: TypeDescription | Array | str, *details: Any) -> None:
        added: Iterable[TypeValue] = ()
        if isinstance(source, TypeDescription):
            added, self._types = _types_of(details[0] if details else None), list(source._types)
            taken = set(_types_of(details[1] if len(details) > 1 else None))
            self._types = [kind for kind in self._types if kind not in taken]
        else:
            self._types = []
            added = _types_of(source)
        self._types += [kind for kind in dict.fromkeys(added) if kind not in self._types]
        self._numbers: NumberQualifiers = _chosen(NumberQualifiers, details)
        self._strings: StringQualifiers = _chosen(StringQualifiers, details)
        self._dates: DateQualifiers = _chosen(DateQualifiers, details)

    @getter("КвалификаторыЧисла", "NumberQualifiers", "КвалификаторыЧисла")
    def number_qualifiers(self) -> NumberQualifiers:
        """Чем ограничены числа."""
        return self._numbers

    @getter("КвалификаторыСтроки", "StringQualifiers", "КвалификаторыСтроки")
    def string_qualifiers(self) -> StringQualifiers:
        """Чем ограничены строки."""
        return self._strings

    @getter("КвалификаторыДаты", "DateQualifiers", "КвалификаторыДаты")
    def date_qualifiers(self) -> DateQualifiers:
        """Чем ограничены даты."""
        return self._dates

    @method("Типы(): Массив", "Types()")
    def types(self) -> Array:
        """Массив допустимых типов."""
        return Array.of(self._types)

    @method("СодержитТип(Тип): Булево", "ContainsType(Type)")
    def contains_type(self, kind: TypeValue) -> bool:
        """Истина, если тип допустим."""
        return kind in self._types

    @method("ПривестиЗначение([Значение]): Произвольный", "AdjustValue([Value])")
    def adjust_value(self, value: Any = None) -> Any:
        """Значение допустимого типа: само значение, если оно подходит, иначе приведённое или пустое."""
        if not self._types:
            return value
        kind = type_of(value)
        if kind not in self._types:
            if len(self._types) > 1:
                return None
            kind = self._types[0]
            value = _converted(value, kind)
        return self._limited(value, kind)

    def _limited(self, value: Any, kind: TypeValue) -> Any:
        if kind == NUMBER:
            return self._numbers.adjusted(value)
        if kind == STRING:
            return self._strings.adjusted(value)
        return self._dates.adjusted(value) if kind == DATE else value


def _types_of(given: object) -> list[TypeValue]:
    if given is None:
        return []
    if isinstance(given, str):
        return [type_named(name) for name in given.split(",") if name.strip()]
    if isinstance(given, list) and all(isinstance(kind, TypeValue) for kind in given):
        return list(given)
    raise BadArgument(1, "Несоответствие типов")


def _chosen(kind: type, details: tuple[Any, ...]) -> Any:
    return next((detail for detail in details if isinstance(detail, kind)), None) or kind()


def _converted(value: Any, kind: TypeValue) -> Any:
    """The value as the only allowed type; the empty value of it when that cannot be."""
    converters = {NUMBER: to_number, STRING: text_of, BOOLEAN: to_boolean, DATE: to_date}
    convert = converters.get(kind)
    if value is None or convert is None:
        return _EMPTY.get(kind)
    try:
        return convert(value)
    except OnecError:
        return _EMPTY[kind]

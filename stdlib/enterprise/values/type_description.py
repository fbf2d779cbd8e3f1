"""ОписаниеТипов."""

from __future__ import annotations

from runtime.enterprise.convert import check_of, to_boolean, to_number
from runtime.enterprise.date import EMPTY_DATE, Date
from runtime.enterprise.declare import OnecObject, constructor, getter, method, onec_type
from runtime.enterprise.types import BOOLEAN, DATE, NUMBER, STRING, TypeValue, type_of
from runtime.errors import BadArgument, OnecError
from stdlib.enterprise.collections.array import Array
from stdlib.enterprise.values.binary_data_qualifiers import BinaryDataQualifiers
from stdlib.enterprise.values.conversion import date
from stdlib.enterprise.values.date_qualifiers import DateQualifiers
from stdlib.enterprise.values.number_qualifiers import NumberQualifiers
from stdlib.enterprise.values.string_qualifiers import StringQualifiers
from stdlib.enterprise.values.types import type_by_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

_MISMATCH = "Несоответствие типов"
_QUALIFIERS = (NumberQualifiers, StringQualifiers, DateQualifiers, BinaryDataQualifiers)
_EMPTY: dict[TypeValue, Any] = {NUMBER: 0, STRING: "", BOOLEAN: False, DATE: EMPTY_DATE}


@onec_type("ОписаниеТипов", "TypeDescription", presentation="Описание типов")
class TypeDescription(OnecObject):
    """Какие типы допустимы и чем ограничены: Новый ОписаниеТипов("Строка, Число").

    Описания равны, когда допускают одни и те же типы с одними и теми же ограничениями.
    """

    __slots__ = ("_binary", "_dates", "_numbers", "_plain", "_strings", "_types")

    @constructor(
        "(Типы, [КвалификаторыЧисла], [КвалификаторыСтроки], [КвалификаторыДаты], [КвалификаторыДвоичныхДанных])",
        "(Types, [NumberQualifiers], [StringQualifiers], [DateQualifiers], [BinaryDataQualifiers])",
    )
    @constructor(
        "([ИсходноеОписаниеТипов], [ДобавляемыеТипы], [ВычитаемыеТипы], [КвалификаторыЧисла], [КвалификаторыСтроки], "
        "[КвалификаторыДаты], [КвалификаторыДвоичныхДанных])",
        "([SourceTypeDescription], [AddedTypes], [RemovedTypes], [NumberQualifiers], [StringQualifiers], "
        "[DateQualifiers], [BinaryDataQualifiers])",
    )
    def __init__(
        self,
        source: TypeDescription | Array | str | None = None,
        second: object = None,
        third: object = None,
        fourth: object = None,
        fifth: object = None,
        sixth: object = None,
        seventh: object = None,
    ) -> None:
        """Типы – строкой через запятую или массивом, за ними квалификаторы, в любом порядке.

        За исходным описанием идут добавляемые типы, вычитаемые типы и квалификаторы; чего из них нет, то берётся
        из исходного описания.
        """
        details = (second, third, fourth, fifth, sixth, seventh)
        based = isinstance(source, TypeDescription)
        if based or source is None:
            added, removed = _types_of(second, 2), _types_of(third, 3)
            own = source._types if isinstance(source, TypeDescription) else ()
            types = [*(kind for kind in own if kind not in removed), *added]
        else:
            types = _types_of(source, 1)
        self._types = tuple(dict.fromkeys(types))
        chosen = _chosen(details, 2 if based or source is None else 0)
        if isinstance(source, TypeDescription):
            chosen = {kind: getattr(source, slot) for kind, slot in _SLOTS.items()} | chosen
        self._numbers: NumberQualifiers = chosen.get(NumberQualifiers) or NumberQualifiers()
        self._strings: StringQualifiers = chosen.get(StringQualifiers) or StringQualifiers()
        self._dates: DateQualifiers = chosen.get(DateQualifiers) or DateQualifiers()
        self._binary: BinaryDataQualifiers = chosen.get(BinaryDataQualifiers) or BinaryDataQualifiers()
        self._plain = frozenset(self._unlimited())

    def _unlimited(self) -> list[type]:
        """The Python classes of allowed values that no qualifier limits; fractions are asked about one by one."""
        limited = {
            NUMBER: not self._numbers.is_open(),
            STRING: bool(self._strings.length()),
            DATE: not self._dates.is_open(),
        }
        allowed = [kind.python_type for kind in self._types if not limited.get(kind)]
        return [kind for kind in allowed if kind in (int, str, bool, Date)]

    @property
    def plain(self) -> frozenset[type]:
        """The Python classes whose values need no adjusting."""
        return self._plain

    def limits(self) -> bool:
        """Is there a value that must be adjusted? An empty description takes any."""
        return bool(self._types)

    def _parts(self) -> tuple[Any, ...]:
        return frozenset(self._types), self._numbers, self._strings, self._dates, self._binary

    def __eq__(self, other: object) -> bool:
        return isinstance(other, TypeDescription) and self._parts() == other._parts()

    def __hash__(self) -> int:
        return hash(self._parts())

    def __onec_text__(self) -> str:
        return ", ".join(kind.presentation for kind in self._types)

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

    @getter("КвалификаторыДвоичныхДанных", "BinaryDataQualifiers", "КвалификаторыДвоичныхДанных")
    def binary_data_qualifiers(self) -> BinaryDataQualifiers:
        """Чем ограничены двоичные данные."""
        return self._binary

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
        """Значение допустимого типа: само значение, если оно подходит, иначе приведённое или пустое.

        Если допустимы несколько типов, а значение ни одному не подходит, то Неопределено.
        """
        if not self._types or value.__class__ in self._plain:
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


_SLOTS: dict[type, str] = dict(zip(_QUALIFIERS, ("_numbers", "_strings", "_dates", "_binary"), strict=True))


def _types_of(given: object, number: int) -> list[TypeValue]:
    """The types that a parameter lists."""
    if given is None:
        return []
    if isinstance(given, str):
        return [type_by_name(name.strip()) for name in given.split(",") if name.strip()]
    if isinstance(given, list) and all(isinstance(kind, TypeValue) for kind in given):
        return list(given)
    # Scripts also put qualifiers here, where the platform expects types.
    if isinstance(given, _QUALIFIERS):
        return []
    raise BadArgument(number, _MISMATCH)


def _chosen(details: tuple[Any, ...], first: int) -> dict[type, Any]:
    """The qualifiers among the parameters, by class; those before `first` may also be types."""
    found: dict[type, Any] = {}
    for number, detail in enumerate(details, 2):
        if isinstance(detail, _QUALIFIERS):
            found.setdefault(detail.__class__, detail)
        elif detail is not None and number - 2 >= first:
            raise BadArgument(number, _MISMATCH)
    return found


def _text(value: Any) -> str:
    check = check_of("str", {})
    assert check is not None
    return str(check.convert(value, 1))


_CONVERTERS: dict[TypeValue, Callable[[Any], Any]] = {NUMBER: to_number, STRING: _text, BOOLEAN: to_boolean, DATE: date}


def _converted(value: Any, kind: TypeValue) -> Any:
    """The value as the only allowed type; the empty value of it when that cannot be."""
    convert = _CONVERTERS.get(kind)
    if value is None or convert is None:
        return _EMPTY.get(kind)
    try:
        return convert(value)
    except OnecError:
        return _EMPTY[kind]

"""РезультатПоискаПоРегулярномуВыражению: where an expression was found."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, getter, method, onec_type
from stdlib.enterprise.collections.array import Array

TYPE_CHECKING = False
if TYPE_CHECKING:
    from re import Match


@onec_type(
    "РезультатПоискаПоРегулярномуВыражению",
    "ResultOfSearchByRegularExpression",
    presentation="Результат поиска по регулярному выражению",
)
class ResultOfSearchByRegularExpression(OnecObject):
    """Найденная часть строки. Если ничего не найдено, позиция и длина равны нулю."""

    __slots__ = ("_groups", "_start", "_value")

    def __init__(self, value: str, start: int, groups: tuple[ResultOfSearchByRegularExpression, ...] = ()) -> None:
        self._value, self._start, self._groups = value, start, groups

    @classmethod
    def of(cls, match: Match[str] | None) -> ResultOfSearchByRegularExpression:
        if match is None:
            return cls("", 0)
        numbers = range(1, (match.re.groups or 0) + 1)
        groups = tuple(cls(match.group(n) or "", match.start(n) + 1) for n in numbers)
        return cls(match.group(), match.start() + 1, groups)

    @getter("Значение", "Value", "Строка")
    def value(self) -> str:
        """Найденный текст."""
        return self._value

    @getter("НачальнаяПозиция", "StartIndex", "Число")
    def start_index(self) -> int:
        """Номер символа (от 1), с которого начинается найденный текст; 0, если ничего не найдено."""
        return self._start

    @getter("Длина", "Length", "Число")
    def length(self) -> int:
        """Длина найденного текста."""
        return len(self._value)

    @method("ПолучитьГруппы(): Массив", "GetGroups()")
    def get_groups(self) -> Array:
        """Массив найденных групп выражения."""
        return Array.of(self._groups)

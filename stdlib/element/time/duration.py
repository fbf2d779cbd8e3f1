"""Длительность."""

from __future__ import annotations

from runtime.element.declare import constructor, getter, method, onec_type
from runtime.element.operators import divide, is_number
from stdlib.element.comparable import Comparable
from stdlib.element.formattable import Formattable
from stdlib.element.time.calendar import DAY, HOUR, MINUTE, SECOND, bad

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from runtime.element.numbers import Number

LIMIT = 999_999_999_999_999
_MOST_DIGITS = 15
_UNITS = (("д", DAY), ("ч", HOUR), ("м", MINUTE), ("с", SECOND), ("мс", 1))
_ENGLISH = {"d": "д", "h": "ч", "m": "м", "s": "с", "ms": "мс"}


@onec_type("Длительность", "Duration")
class Duration(Formattable, Comparable):
    """Промежуток времени с точностью до миллисекунды. ВСтроку() даёт запись вида 1ч30м5с."""

    __slots__ = ("milliseconds",)

    @constructor("(Представление: Строка)", "(Text)")
    @constructor(
        "(Дни: Число = 0, Часы: Число = 0, Минуты: Число = 0, Секунды: Число = 0, Миллисекунды: Число = 0)",
        "(Days, Hours, Minutes, Seconds, Milliseconds)",
    )
    def __init__(
        self,
        days: Number | str = 0,
        hours: Number = 0,
        minutes: Number = 0,
        seconds: Number = 0,
        milliseconds: Number = 0,
    ) -> None:
        """Создаёт длительность из частей или по записи вида 1ч30м5с."""
        if isinstance(days, str):
            self.milliseconds: int = _read(days)
            return
        parts = (days, hours, minutes, seconds, milliseconds)
        self.milliseconds = within_limit(sum(int(part * unit) for part, (_, unit) in zip(parts, _UNITS, strict=True)))

    @classmethod
    def of(cls, milliseconds: int) -> Duration:
        made = cls.__new__(cls)
        made.milliseconds = within_limit(milliseconds)
        return made

    def as_text(self) -> str:
        rest = abs(self.milliseconds)
        text = ""
        for name, unit in _UNITS:
            count, rest = divmod(rest, unit)
            text += f"{count}{name}" if count else ""
        return ("-" if self.milliseconds < 0 else "") + (text or "0мс")

    def as_presentation(self, format_: str | None) -> str:
        if format_ is None:
            return self.as_text()
        from stdlib.element.time.format import format_moment

        # Only a length that a clock can show has such a presentation.
        if not 0 <= self.milliseconds < DAY:
            raise bad(f"По формату показываются длительности от 0 до 24 часов, получено {self.as_text()}")
        return format_moment(self.milliseconds, format_, date=False)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Duration) and self.milliseconds == other.milliseconds

    def __hash__(self) -> int:
        return hash((Duration, self.milliseconds))

    def __lt__(self, other: object) -> bool:
        return self.milliseconds < other.milliseconds if isinstance(other, Duration) else NotImplemented

    def __le__(self, other: object) -> bool:
        return self.milliseconds <= other.milliseconds if isinstance(other, Duration) else NotImplemented

    def __neg__(self) -> Duration:
        return Duration.of(-self.milliseconds)

    def __add__(self, other: Any) -> Any:
        return Duration.of(self.milliseconds + other.milliseconds) if isinstance(other, Duration) else NotImplemented

    def __sub__(self, other: Any) -> Any:
        return Duration.of(self.milliseconds - other.milliseconds) if isinstance(other, Duration) else NotImplemented

    def __mul__(self, other: Any) -> Any:
        return Duration.of(int(self.milliseconds * other)) if is_number(other) else NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, other: Any) -> Any:
        if isinstance(other, Duration):
            return divide(self.milliseconds, other.milliseconds)
        return Duration.of(int(divide(self.milliseconds, other))) if is_number(other) else NotImplemented

    @getter("Дни", "Days", "Число")
    def days(self) -> int:
        """Полных дней."""
        return _whole(self.milliseconds, DAY)

    @getter("Часы", "Hours", "Число")
    def hours(self) -> int:
        """Часов сверх полных дней."""
        return _whole(self.milliseconds, HOUR, 24)

    @getter("Минуты", "Minutes", "Число")
    def minutes(self) -> int:
        """Минут сверх полных часов."""
        return _whole(self.milliseconds, MINUTE, 60)

    @getter("Секунды", "Seconds", "Число")
    def whole_seconds(self) -> int:
        """Секунд сверх полных минут."""
        return _whole(self.milliseconds, SECOND, 60)

    @getter("Миллисекунды", "Milliseconds", "Число")
    def whole_milliseconds(self) -> int:
        """Миллисекунд сверх полных секунд."""
        return _whole(self.milliseconds, 1, 1000)

    @method("ВМиллисекундах(): Число", "ToMilliseconds()")
    def to_milliseconds(self) -> int:
        """Вся длительность в миллисекундах."""
        return self.milliseconds

    @method("ВСекундах(): Число", "ToSeconds()")
    def to_seconds(self) -> Number:
        """Вся длительность в секундах, с дробной частью (член не подтверждён)."""
        return divide(self.milliseconds, SECOND)  # type: ignore[no-any-return]

    @method("Модуль(): Длительность", "Abs()")
    def absolute(self) -> Duration:
        """Возвращает длительность без знака (член не подтверждён)."""
        return Duration.of(abs(self.milliseconds))


def literal(text: str) -> Duration:
    """`1ч30м5с`: units in this order, each at most once. ИсключениеНедопустимыйАргумент otherwise."""
    rest, total, last = text.strip(), 0, -1
    names = [name for name, _ in _UNITS]
    while rest:
        digits = rest[: len(rest) - len(rest.lstrip("0123456789"))]
        tail = rest[len(digits) :]
        letters = next((tail[:index] for index, sign in enumerate(tail) if sign.isdigit()), tail)
        unit = _ENGLISH.get(letters, letters)
        if not digits or len(digits) > _MOST_DIGITS or unit not in names or names.index(unit) <= last:
            raise bad(f"Неверная запись длительности: {text}")
        last = names.index(unit)
        total += int(digits) * _UNITS[last][1]
        rest = tail[len(letters) :]
    if last < 0:
        raise bad(f"Неверная запись длительности: {text}")
    return Duration.of(total)


def _read(text: str) -> int:
    """A literal, and a minus before it."""
    plain = text.strip()
    return -literal(plain[1:]).milliseconds if plain.startswith("-") else literal(plain).milliseconds


def within_limit(milliseconds: int) -> int:
    if abs(milliseconds) > LIMIT:
        raise bad("Длительность слишком велика")
    return milliseconds


def _whole(milliseconds: int, unit: int, limit: int = 0) -> int:
    count = abs(milliseconds) // unit
    count = count % limit if limit else count
    return -count if milliseconds < 0 else count

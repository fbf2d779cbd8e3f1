"""РазмерБайтов."""

from __future__ import annotations

from runtime.element.declare import constructor, method, onec_type
from runtime.element.operators import divide, is_number
from stdlib.element.comparable import Comparable
from stdlib.element.presentable import Presentable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from runtime.element.numbers import Number

UNITS = {"ТБайт": 1 << 40, "ГБайт": 1 << 30, "МБайт": 1 << 20, "КБайт": 1 << 10, "Байт": 1}
"""The bytes in each unit, the largest first."""
ENGLISH_UNITS = dict(zip(("TB", "GB", "MB", "KB", "B"), UNITS.values(), strict=True))
MOST_DIGITS = 18
"""More bytes than that no machine has."""


@onec_type("РазмерБайтов", "ByteSize")
class ByteSize(Presentable, Comparable):
    """Количество байтов. ВСтроку() даёт запись вида 100 КБайт; в КБайт 1024 байта (члены не подтверждены)."""

    __slots__ = ("bytes",)

    @constructor("(Представление: Строка)", "(Text)")
    @constructor("(Количество: Число = 0)", "(Count)")
    def __init__(self, count: int | str = 0) -> None:
        """Создаёт размер из количества байтов или по записи вида 100 КБайт."""
        self.bytes = _read(count) if isinstance(count, str) else _possible(count)

    @classmethod
    def of(cls, count: int) -> ByteSize:
        made = cls.__new__(cls)
        made.bytes = count
        return made

    def as_text(self) -> str:
        name = next(name for name, size in UNITS.items() if self.bytes % size == 0)
        return f"{self.bytes // UNITS[name]} {name}" if self.bytes else "0 Байт"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ByteSize) and self.bytes == other.bytes

    def __hash__(self) -> int:
        return hash((ByteSize, self.bytes))

    def __lt__(self, other: object) -> bool:
        return self.bytes < other.bytes if isinstance(other, ByteSize) else NotImplemented

    def __le__(self, other: object) -> bool:
        return self.bytes <= other.bytes if isinstance(other, ByteSize) else NotImplemented

    def __add__(self, other: Any) -> Any:
        return ByteSize(self.bytes + other.bytes) if isinstance(other, ByteSize) else NotImplemented

    def __sub__(self, other: Any) -> Any:
        return ByteSize(self.bytes - other.bytes) if isinstance(other, ByteSize) else NotImplemented

    def __mul__(self, other: Any) -> Any:
        return ByteSize(int(self.bytes * other)) if is_number(other) else NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, other: Any) -> Any:
        if isinstance(other, ByteSize):
            return divide(self.bytes, other.bytes)
        return ByteSize(int(divide(self.bytes, other))) if is_number(other) else NotImplemented

    @method("ВБайтах(): Число", "ToBytes()")
    def to_bytes(self) -> int:
        """Количество байтов."""
        return self.bytes

    @method("ВКилобайтах(): Число", "ToKilobytes()")
    def to_kilobytes(self) -> Number:
        """Количество байтов, делённое на 1024."""
        return divide(self.bytes, 1 << 10)  # type: ignore[no-any-return]

    @method("ВМегабайтах(): Число", "ToMegabytes()")
    def to_megabytes(self) -> Number:
        """Количество байтов, делённое на 1024 × 1024."""
        return divide(self.bytes, 1 << 20)  # type: ignore[no-any-return]


def _possible(count: int) -> int:
    if not 0 <= count < 10**MOST_DIGITS:
        raise _bad("Размер в байтах не может быть меньше нуля" if count < 0 else "Слишком большой размер в байтах")
    return count


def _read(text: str) -> int:
    number = text.strip().rstrip("абвгдеёжзийклмнопрстуфхцчшщъыьэюяКМГТБKMGTB").rstrip()
    unit = text.strip()[len(number) :].strip()
    size = UNITS.get(unit) or ENGLISH_UNITS.get(unit)
    if size is None or not (number.isascii() and number.isdigit() and len(number) <= MOST_DIGITS):
        raise _bad(f"Неверная запись размера: {text}")
    return _possible(int(number) * size)


def _bad(text: str) -> Exception:
    from runtime.element.exceptions import IllegalArgumentException

    return IllegalArgumentException(text)

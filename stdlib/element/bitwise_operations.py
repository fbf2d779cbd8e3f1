"""ПобитовыеОперации."""

from __future__ import annotations

from runtime.element.declare import global_property, method, onec_type
from stdlib.element.singleton import Singleton

_LARGEST_SHIFT = 100_000


@onec_type("ПобитовыеОперации", "BitwiseOperations")
class BitwiseOperations(Singleton):
    """Действия с битами целых чисел; доступны через свойство ПобитовыеОперации. Члены не подтверждены.

    Отрицательные числа берутся в дополнительном коде без ограничения длины.
    """

    __slots__ = ()

    @method("И(Первое: Число, Второе: Число): Число", "And(First, Second)")
    def and_(self, first: int, second: int) -> int:
        """Биты, которые есть в обоих числах."""
        return first & second

    @method("Или(Первое: Число, Второе: Число): Число", "Or(First, Second)")
    def or_(self, first: int, second: int) -> int:
        """Биты, которые есть хотя бы в одном числе."""
        return first | second

    @method("ИсключающееИли(Первое: Число, Второе: Число): Число", "Xor(First, Second)")
    def xor(self, first: int, second: int) -> int:
        """Биты, которые есть только в одном числе."""
        return first ^ second

    @method("Не(Число: Число): Число", "Not(Number)")
    def not_(self, number: int) -> int:
        """Все биты наоборот."""
        return ~number

    @method("СдвигВлево(Число: Число, Количество: Число): Число", "ShiftLeft(Number, Count)")
    def shift_left(self, number: int, count: int) -> int:
        """Сдвигает биты влево."""
        return number << _shift(count)

    @method("СдвигВправо(Число: Число, Количество: Число): Число", "ShiftRight(Number, Count)")
    def shift_right(self, number: int, count: int) -> int:
        """Сдвигает биты вправо; знак сохраняется."""
        return number >> _shift(count)

    @method("ПроверитьБит(Число: Число, Номер: Число): Булево", "TestBit(Number, Index)")
    def test_bit(self, number: int, index: int) -> bool:
        """Истина, если бит с этим номером (от младшего, с нуля) установлен."""
        return bool(number >> _shift(index) & 1)

    @method(
        "УстановитьБит(Число: Число, Номер: Число, Значение: Булево = Истина): Число", "SetBit(Number, Index, Value)"
    )
    def set_bit(self, number: int, index: int, value: bool = True) -> int:
        """Возвращает число с установленным или сброшенным битом."""
        mask = 1 << _shift(index)
        return number | mask if value else number & ~mask


def _shift(count: int) -> int:
    if not 0 <= count <= _LARGEST_SHIFT:
        from runtime.element.exceptions import IllegalArgumentException

        raise IllegalArgumentException(f"Номер бита или сдвиг должен быть от 0 до {_LARGEST_SHIFT}, получено {count}")
    return count


_operations = BitwiseOperations()


@global_property("ПобитовыеОперации", "BitwiseOperations", "ПобитовыеОперации")
def bitwise_operations() -> BitwiseOperations:
    """Действия с битами целых чисел."""
    return _operations

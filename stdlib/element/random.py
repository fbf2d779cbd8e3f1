"""Случайное."""

from __future__ import annotations

from runtime.element.declare import global_property, method, onec_type
from stdlib.element.collections.mutable_array import MutableArray
from stdlib.element.collections.readable_array import ReadableArray
from stdlib.element.singleton import Singleton

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from runtime.element.numbers import Number


@onec_type("Случайное", "Random")
class Random(Singleton):
    """Случайные числа и выбор; доступно через свойство Случайное. Члены не подтверждены.

    Для ключей и паролей служит Криптография.СлучайныеБайты.
    """

    __slots__ = ()

    @method("Целое(От: Число, До: Число): Число", "Integer(From, To)")
    def integer(self, start: int, end: int) -> int:
        """Возвращает целое число от первого до второго, не включая второе."""
        if start >= end:
            from runtime.element.exceptions import IllegalArgumentException

            raise IllegalArgumentException(f"Начало диапазона {start} не меньше его конца {end}")
        from random import randrange

        return randrange(start, end)

    @method("Дробное(): Число", "Fraction()")
    def fraction(self) -> Number:
        """Возвращает число от нуля до единицы, не включая её, с 15 знаками после запятой."""
        from decimal import Decimal
        from random import randrange

        from runtime.element.numbers import trimmed

        return trimmed(Decimal(randrange(10**15)).scaleb(-15))

    @method("Булево(): Булево", "Boolean()")
    def boolean(self) -> bool:
        """Возвращает Истина или Ложь."""
        from random import getrandbits

        return bool(getrandbits(1))

    @method("Элемент<Т>(Массив: ЧитаемыйМассив<Т>): Т", "Item(Array)")
    def item(self, items: ReadableArray) -> Any:
        """Возвращает один из элементов; если их нет – исключение ИсключениеНедопустимоеСостояние."""
        if not items.items:
            from runtime.element.exceptions import IllegalStateException

            raise IllegalStateException("Коллекция пуста")
        from random import choice

        return choice(items.items)

    @method("Перемешать(Массив: ИзменяемыйМассив<Объект?>)", "Shuffle(Array)")
    def shuffle(self, items: MutableArray) -> None:
        """Переставляет элементы массива в случайном порядке."""
        from random import shuffle

        shuffle(items.items)


_random = Random()


@global_property("Случайное", "Random", "Случайное")
def random_values() -> Random:
    """Случайные числа и выбор."""
    return _random

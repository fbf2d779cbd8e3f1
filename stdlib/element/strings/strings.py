"""Строки."""

from __future__ import annotations

from runtime.element.declare import global_property, method, onec_type
from stdlib.element.collections.iterable import Iterable
from stdlib.element.singleton import Singleton


@onec_type("Строки", "Strings")
class Strings(Singleton):
    """Действия со строками; доступны через свойство Строки. Подтверждено только имя объекта, члены – нет."""

    __slots__ = ()

    @method('Соединить(Части: Обходимое<Объект?>, Разделитель: Строка = ""): Строка', "Join(Parts, Separator)")
    def join(self, parts: Iterable, separator: str = "") -> str:
        """Соединяет ВСтроку() частей в одну строку (не подтверждено)."""
        return parts.join(separator)

    @method("ПустаяИлиНеопределено(Строка: Строка?): Булево", "IsEmptyOrUndefined(String)")
    def is_empty_or_undefined(self, text: str | None) -> bool:
        """Истина для пустой строки и для Неопределено (не подтверждено)."""
        return not text

    @method(
        "Сравнить(Первая: Строка, Вторая: Строка, УчитыватьРегистр: Булево = Истина): Число",
        "Compare(First, Second, CaseSensitive)",
    )
    def compare(self, first: str, second: str, case_sensitive: bool = True) -> int:
        """Возвращает -1, 0 или 1: первая строка раньше второй, равна ей или позже (не подтверждено)."""
        if not case_sensitive:
            first, second = first.casefold(), second.casefold()
        return (first > second) - (first < second)


_strings = Strings()


@global_property("Строки", "Strings", "Строки")
def strings() -> Strings:
    """Действия со строками."""
    return _strings

"""Последовательность: a lazy walk that can be made once."""

from __future__ import annotations

from runtime.element.declare import method, onec_type
from stdlib.element.collections.iterable import Iterable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from collections.abc import Iterable as PythonIterable
    from typing import Any

    from stdlib.element.type import Type


@onec_type("Последовательность<Т>", "Sequence")
class Sequence(Iterable):
    """Ряд элементов, который вычисляется по мере обхода. Обойти его можно один раз.

    Методы, которые возвращают последовательность, ничего не вычисляют; остальные обходят её, и после них она закрыта.
    """

    __slots__ = ("_items", "sorting")

    def __init__(self, items: PythonIterable[Any]) -> None:
        self._items: PythonIterable[Any] | None = items

    def __iter__(self) -> Iterator[Any]:
        # A generator: what the source holds is looked at when the walk begins, not when it is prepared.
        items, self._items = self._items, None
        if items is None:
            from runtime.element.exceptions import IllegalStateException

            raise IllegalStateException("Последовательность уже обойдена")
        # What a transformation made is an iterator already.
        return items if hasattr(items, "__next__") else _walk(items)  # type: ignore[return-value]

    def derived(self, items: Iterator[Any]) -> Sequence:
        return Sequence(items)

    # What follows only says that a sequence comes of it, see `derived`.
    @method("Преобразовать<Р>(Функция: (Т, Число)->Р): Последовательность<Р>", "Map(Function)")
    @method("Преобразовать<Р>(Функция: (Т)->Р): Последовательность<Р>", "Map(Function)")
    def map(self, function: Callable[..., Any]) -> Iterable:
        """Возвращает значения функции от каждого элемента; с двумя параметрами она получает и его номер (от 0)."""
        return super().map(function)

    @method("ПреобразоватьЛинейно<Р>(Функция: (Т, Число)->Обходимое<Р>): Последовательность<Р>", "FlatMap(Function)")
    @method("ПреобразоватьЛинейно<Р>(Функция: (Т)->Обходимое<Р>): Последовательность<Р>", "FlatMap(Function)")
    def flat_map(self, function: Callable[..., Any]) -> Iterable:
        """Соединяет в один ряд коллекции, которые функция возвращает для каждого элемента (и его номера)."""
        return super().flat_map(function)

    @method("Фильтровать(Условие: (Т)->Булево): Последовательность<Т>", "Filter(Predicate)")
    def filter(self, predicate: Callable[..., Any]) -> Iterable:
        """Оставляет элементы, для которых условие верно."""
        return super().filter(predicate)

    @method("ФильтроватьПоТипу<Р>(Тип: Тип<Р>): Последовательность<Р>", "FilterByType(Type)")
    def filter_by_type(self, type_: Type) -> Iterable:
        """Оставляет элементы указанного типа."""
        return super().filter_by_type(type_)

    @method("Уникальные(): Последовательность<Т>", "Distinct()")
    def distinct(self) -> Iterable:
        """Оставляет первый из равных элементов."""
        return super().distinct()

    @method("УникальныеПо<К>(Ключ: (Т)->К): Последовательность<Т>", "DistinctBy(Key)")
    def distinct_by(self, key: Callable[..., Any]) -> Iterable:
        """Оставляет первый из элементов с равными значениями функции."""
        return super().distinct_by(key)

    @method("ПропуститьНеопределено(): Последовательность<Т>", "SkipUndefined()")
    def skip_undefined(self) -> Iterable:
        """Оставляет элементы, которые не равны Неопределено."""
        return super().skip_undefined()

    @method(
        "Объединить(Другие: Обходимое<Т>, Остальные...: Обходимое<Т>): Последовательность<Т>", "Concat(Others, More...)"
    )
    def concat(self, others: Iterable, *more: Iterable) -> Iterable:
        """Возвращает элементы, за которыми следуют элементы другого обходимого, затем – остальных."""
        return super().concat(others, *more)

    @method("Сортировать([Сравнение: (Т, Т)->Число]): Последовательность<Т>", "Sort([Comparison])")
    def sort(self, compare: Callable[..., Any] | None = None) -> Iterable:
        """Возвращает элементы по возрастанию или в порядке, который задаёт функция сравнения."""
        return super().sort(compare)

    @method(
        "СортироватьПо<К>(Ключ: (Т)->К, ПоУбыванию: Булево = Ложь): Последовательность<Т>", "SortBy(Key, Descending)"
    )
    def sort_by(self, key: Callable[..., Any], descending: bool = False) -> Iterable:
        """Возвращает элементы по возрастанию (убыванию) значений функции. Порядок равных сохраняется."""
        return super().sort_by(key, descending)

    @method(
        "ПотомСортироватьПо<К>(Ключ: (Т)->К, ПоУбыванию: Булево = Ложь): Последовательность<Т>",
        "ThenSortBy(Key, Descending)",
    )
    def then_sort_by(self, key: Callable[..., Any], descending: bool = False) -> Iterable:
        """Упорядочивает те элементы результата СортироватьПо, у которых значения прежних функций равны.

        Если коллекция получена не от СортироватьПо – исключение ИсключениеНедопустимоеСостояние.
        """
        return super().then_sort_by(key, descending)

    def as_text(self) -> str:
        """Told without walking through it."""
        return "Последовательность"


def _walk(items: PythonIterable[Any]) -> Iterator[Any]:
    yield from items

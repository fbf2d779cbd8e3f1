"""Обходимое: everything that can be walked through."""

from __future__ import annotations

from runtime.element.declare import method, onec_type
from runtime.element.exceptions import TypeCheckException
from runtime.element.indexing import iterate
from runtime.element.library import library_class
from runtime.element.objects import ElementObject
from runtime.element.operators import is_number
from runtime.element.types import condition
from stdlib.element.collections.arranging import Arranging
from stdlib.element.collections.indexed import results, supplied, wants_number
from stdlib.element.collections.keys import to_key
from stdlib.element.collections.ordering import extreme

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from stdlib.element.collections.arranging import Order
    from stdlib.element.collections.array import Array
    from stdlib.element.collections.map import Map
    from stdlib.element.collections.sequence import Sequence
    from stdlib.element.collections.set import Set

    Function = Callable[..., Any]


@onec_type("Обходимое<Т>", "Iterable")
class Iterable(Arranging, ElementObject):
    """Базовый тип всего, что можно обойти: коллекций и последовательностей."""

    __slots__ = ()
    sorting: Order

    def derived(self, items: Iterator[Any]) -> Iterable:
        return _array(list(items))

    @method("ВМассив(): Массив<Т>", "ToArray()")
    def to_array(self) -> Array:
        """Возвращает новый массив с элементами."""
        return _array(list(self))

    @method("ВоМножество(): Множество<Т>", "ToSet()")
    def to_set(self) -> Set:
        """Возвращает новое множество с элементами."""
        from stdlib.element.collections.set import Set

        return Set.of(self)

    @method("ВСоответствие<К>(ИзвлекательКлюча: (Т)->К): Соответствие<К, Т>", "ToMap(KeyExtractor)")
    @method(
        "ВСоответствие<К, З>(ИзвлекательКлюча: (Т)->К, [ИзвлекательЗначения: (Т)->З]): Соответствие<К, З>",
        "ToMap(KeyExtractor, [ValueExtractor])",
    )
    def to_map(self, key: Callable[..., Any], value: Callable[..., Any] | None = None) -> Map:
        """Возвращает новое соответствие. Если ключ повторяется, остаётся последнее значение.

        Без второй функции значениями служат сами элементы: так было до версии 10.
        """
        made = _map(())
        entries = made.entries
        for item in self:
            place = key(item)
            entries[to_key(place) if place.__class__ is bool else place] = value(item) if value else item
        return made

    @method("ВСоответствиеСКлючами<К>(ИзвлекательКлюча: (Т)->К): Соответствие<К, Т>", "ToMapWithKeys(KeyExtractor)")
    def to_map_with_keys(self, key: Callable[..., Any]) -> Map:
        """Возвращает соответствие, значения которого – сами элементы."""
        return _map((key(item), item) for item in self)

    @method(
        "ВСоответствиеСоЗначениями<З>(ИзвлекательЗначения: (Т)->З): Соответствие<Т, З>",
        "ToMapWithValues(ValueExtractor)",
    )
    def to_map_with_values(self, value: Callable[..., Any]) -> Map:
        """Возвращает соответствие, ключи которого – сами элементы."""
        return _map((item, value(item)) for item in self)

    @method("КакПоследовательность(): Последовательность<Т>", "AsSequence()")
    def as_sequence(self) -> Sequence:
        """Возвращает последовательность, которая вычисляется по мере обхода."""
        from stdlib.element.collections.sequence import Sequence

        return Sequence(self)

    @method("Пусто(): Булево", "IsEmpty()")
    @method("Пустой(): Булево", "Empty()")
    def is_empty(self) -> bool:
        """Истина, если элементов нет."""
        return not any(True for _ in self)

    @method("ВсеСоответствуют(Условие: (Т)->Булево): Булево", "AllMatch(Predicate)")
    def all_match(self, predicate: Callable[..., Any]) -> bool:
        """Истина, если условие верно для каждого элемента."""
        return all(condition(predicate(item)) for item in self)

    @method("ЕстьСоответствия(Условие: (Т)->Булево): Булево", "AnyMatch(Predicate)")
    def any_match(self, predicate: Callable[..., Any]) -> bool:
        """Истина, если условие верно хотя бы для одного элемента."""
        return _is_any(self, predicate)

    @method("НетСоответствий(Условие: (Т)->Булево): Булево", "NoneMatch(Predicate)")
    def none_match(self, predicate: Callable[..., Any]) -> bool:
        """Истина, если условие неверно для каждого элемента."""
        return not _is_any(self, predicate)

    @method("ДляКаждого(Действие: (Т, Число)->ничто)", "ForEach(Action)")
    @method("ДляКаждого(Действие: (Т)->ничто)", "ForEach(Action)")
    def for_each(self, action: Callable[..., Any]) -> None:
        """Выполняет действие с каждым элементом; с двумя параметрами оно получает и номер элемента (от 0)."""
        if wants_number(action):
            for number, item in enumerate(self):
                action(item, number)
        else:
            for item in self:
                action(item)

    @method("Единственный(): Т", "Single()")
    def single(self) -> Any:
        """Возвращает единственный элемент; иначе исключение ИсключениеНедопустимоеСостояние."""
        return _single(list(self))

    @method("ЕдинственныйИлиНеопределено(): Т?", "SingleOrUndefined()")
    def single_or_undefined(self) -> Any:
        """Возвращает единственный элемент или Неопределено, если элементов нет; если их больше – исключение."""
        items = list(self)
        return _single(items) if items else None

    @method("ЕдинственныйИлиУмолчание(Поставщик: ()->Т): Т", "SingleOrDefault(Supplier)")
    @method("ЕдинственныйИлиУмолчание(Умолчание: Т): Т", "SingleOrDefault(Default)")
    def single_or_default(self, default: object) -> Any:
        """Возвращает единственный элемент или умолчание (значение или функцию), если элементов нет."""
        items = list(self)
        return _single(items) if items else supplied(default)

    @method("Первый(): Т", "First()")
    def first(self) -> Any:
        """Возвращает первый элемент; если элементов нет – исключение ИсключениеНедопустимоеСостояние."""
        for item in self:
            return item
        raise _state("Коллекция пуста")

    @method("ПервыйИлиНеопределено(): Т?", "FirstOrUndefined()")
    def first_or_undefined(self) -> Any:
        """Возвращает первый элемент или Неопределено."""
        return next(iter(self), None)

    @method("ПервыйИлиУмолчание(Поставщик: ()->Т): Т", "FirstOrDefault(Supplier)")
    @method("ПервыйИлиУмолчание(Умолчание: Т): Т", "FirstOrDefault(Default)")
    def first_or_default(self, default: object) -> Any:
        """Возвращает первый элемент или умолчание: значение или результат функции."""
        for item in self:
            return item
        return supplied(default)

    @method("Максимум(): Т", "Max()")
    def maximum(self) -> Any:
        """Возвращает наибольший элемент."""
        return extreme(list(self), None, greatest=True)

    @method("МаксимумПо<К>(Ключ: (Т)->К): Т", "MaxBy(Key)")
    def maximum_by(self, key: Callable[..., Any]) -> Any:
        """Возвращает элемент с наибольшим значением функции."""
        return extreme(list(self), key, greatest=True)

    @method("Минимум(): Т", "Min()")
    def minimum(self) -> Any:
        """Возвращает наименьший элемент."""
        return extreme(list(self), None, greatest=False)

    @method("МинимумПо<К>(Ключ: (Т)->К): Т", "MinBy(Key)")
    def minimum_by(self, key: Callable[..., Any]) -> Any:
        """Возвращает элемент с наименьшим значением функции."""
        return extreme(list(self), key, greatest=False)

    @method("Сумма([Функция: (Т)->Число]): Число", "Sum([Function])")
    def total(self, function: Callable[..., Any] | None = None) -> Any:
        """Возвращает сумму элементов или значений функции от них."""
        values = [function(item) for item in self] if function else list(self)
        if set(map(type, values)) <= {int}:
            return sum(values)
        from runtime.element.operators import add

        # Durations add up too; only numbers begin with a zero.
        result: Any = 0 if is_number(values[0]) else values.pop(0)
        for value in values:
            result = add(result, value)
        return result

    @method("Среднее([Функция: (Т)->Число]): Число", "Average([Function])")
    def average(self, function: Callable[..., Any] | None = None) -> Any:
        """Возвращает среднее арифметическое; если элементов нет – исключение ИсключениеНедопустимоеСостояние."""
        items = list(self)
        if not items:
            raise _state("Коллекция пуста")
        from runtime.element.operators import divide

        return divide(_array(items).total(function), len(items))

    @method("СреднееИлиУмолчание(Умолчание: Число): Число", "AverageOrDefault(Default)")
    def average_or_default(self, default: object) -> Any:
        """Возвращает среднее арифметическое или умолчание, если элементов нет."""
        items = _array(list(self))
        return items.average() if items.items else supplied(default)

    @method("Преобразовать<Р>(Функция: (Т, Число)->Р): Обходимое<Р>", "Map(Function)")
    @method("Преобразовать<Р>(Функция: (Т)->Р): Обходимое<Р>", "Map(Function)")
    def map(self, function: Callable[..., Any]) -> Iterable:
        """Возвращает значения функции от каждого элемента; с двумя параметрами она получает и его номер (от 0)."""
        return self.derived(results(function, self))

    @method("ПреобразоватьЛинейно<Р>(Функция: (Т, Число)->Обходимое<Р>): Обходимое<Р>", "FlatMap(Function)")
    @method("ПреобразоватьЛинейно<Р>(Функция: (Т)->Обходимое<Р>): Обходимое<Р>", "FlatMap(Function)")
    def flat_map(self, function: Callable[..., Any]) -> Iterable:
        """Соединяет в один ряд коллекции, которые функция возвращает для каждого элемента (и его номера)."""
        return self.derived(inner for found in results(function, self) for inner in iterate(found))

    @method("Фильтровать(Условие: (Т)->Булево): Обходимое<Т>", "Filter(Predicate)")
    def filter(self, predicate: Callable[..., Any]) -> Iterable:
        """Оставляет элементы, для которых условие верно."""
        return self.derived(_chosen(iter(self), predicate))

    @method("ФильтроватьПоТипу<Р>(Тип: Тип<Р>): Обходимое<Р>", "FilterByType(Type)")
    def filter_by_type(self, type_: Type) -> Iterable:
        """Оставляет элементы указанного типа."""
        return self.derived(item for item in self if type_.holds(item))

    @method("ПропуститьНеопределено(): Обходимое<Т>", "SkipUndefined()")
    def skip_undefined(self) -> Iterable:
        """Оставляет элементы, которые не равны Неопределено."""
        return self.derived(item for item in self if item is not None)

    @method("Уникальные(): Обходимое<Т>", "Distinct()")
    def distinct(self) -> Iterable:
        """Оставляет первый из равных элементов."""
        return self.derived(_distinct(iter(self), None))

    @method("УникальныеПо<К>(Ключ: (Т)->К): Обходимое<Т>", "DistinctBy(Key)")
    def distinct_by(self, key: Callable[..., Any]) -> Iterable:
        """Оставляет первый из элементов с равными значениями функции."""
        return self.derived(_distinct(iter(self), key))

    @method("Объединить(Другие: Обходимое<Т>, Остальные...: Обходимое<Т>): Обходимое<Т>", "Concat(Others, More...)")
    def concat(self, others: Iterable, *more: Iterable) -> Iterable:
        """Возвращает элементы, за которыми следуют элементы другого обходимого, затем – остальных."""
        from itertools import chain

        return self.derived(chain(iter(self), iter(others), *map(iter, more)))

    @method('Соединить(Разделитель: Строка = ""): Строка', "Join(Separator)")
    def join(self, separator: str = "") -> str:
        """Соединяет ВСтроку() элементов в одну строку."""
        items = list(self)
        try:
            return separator.join(items)
        except TypeError:
            from runtime.element.presentation import to_string

            return separator.join(map(to_string, items))

    @method("Свернуть<Р>(НачальноеЗначение: Р, Операция: (Р, Т)->Р): Р", "Reduce(Seed, Operation)")
    @method("Свернуть(Операция: (Т, Т)->Т): Т", "Reduce(Operation)")
    @method(
        "Свернуть(НачальноеЗначение: Объект?, [Операция: (неизвестно, Т)->неизвестно]): неизвестно",
        "Reduce(Seed, [Operation])",
    )
    def reduce(self, seed: object, operation: Callable[..., Any] | None = None) -> Any:
        """Сворачивает элементы слева направо. С одним параметром (операцией) началом служит первый элемент."""
        rest = iter(self)
        function: Any = operation
        result = seed
        if function is None:
            if not callable(seed):
                raise TypeCheckException("Параметр «Операция»: ожидается функция")
            function = seed
            result = next(rest, rest)
            if result is rest:
                raise _state("Коллекция пуста")
        from functools import reduce

        return reduce(function, rest, result)


def _array(items: list[Any]) -> Array:
    return library_class("Array").of(items)  # type: ignore[no-any-return]


def _map(pairs: Any) -> Map:
    from stdlib.element.collections.map import Map

    return Map.of(pairs)


def _is_any(items: Iterable, predicate: Callable[..., Any]) -> bool:
    for item in items:
        answer = predicate(item)
        if answer is True or (answer is not False and condition(answer)):
            return True
    return False


def _chosen(items: Iterator[Any], predicate: Callable[..., Any]) -> Iterator[Any]:
    for item in items:
        answer = predicate(item)
        if answer is True or (answer is not False and condition(answer)):
            yield item


def _distinct(items: Iterator[Any], key: Callable[..., Any] | None) -> Iterator[Any]:
    seen = set()
    for item in items:
        place = key(item) if key else item
        if place is True or place is False:
            place = to_key(place)
        if place not in seen:
            seen.add(place)
            yield item


def _single(items: list[Any]) -> Any:
    if len(items) != 1:
        raise _state(f"Ожидается один элемент, найдено: {len(items)}")
    return items[0]


def _state(text: str) -> Exception:
    from runtime.element.exceptions import IllegalStateException

    return IllegalStateException(text)


if TYPE_CHECKING:
    from stdlib.element.type import Type

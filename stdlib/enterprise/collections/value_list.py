"""СписокЗначений."""

from __future__ import annotations

from runtime.enterprise.access import out_of_range
from runtime.enterprise.declare import OnecObject, constructor, field, getter, method, onec_type, setter
from runtime.enterprise.presentation import text_of
from runtime.errors import BadArgument, OnecError
from stdlib.enterprise.collections.array import Array
from stdlib.enterprise.collections.ordering import sort_key
from stdlib.enterprise.collections.sameness import index_of
from stdlib.enterprise.collections.value_list_item import ValueListItem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from stdlib.enterprise.collections.sort_direction import SortDirection
    from stdlib.enterprise.values.type_description import TypeDescription


@onec_type("СписокЗначений", "ValueList", presentation="Список значений")
class ValueList(OnecObject):
    """Список значений с представлениями и пометками."""

    __slots__ = ("_available_values", "_items", "_last_id", "_value_type")

    available_values = field(
        "ДоступныеЗначения",
        "AvailableValues",
        "ValueList | None",
        doc="Из чего выбирают значения; здесь только хранится.",
        type_="СписокЗначений, Неопределено",
    )

    @constructor("()", "()")
    def __init__(self) -> None:
        self._items: list[ValueListItem] = []
        self._last_id = 0
        self._value_type: TypeDescription | None = None

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[ValueListItem]:
        return iter(self._items)

    def __getitem__(self, key: Any) -> ValueListItem:
        from runtime.enterprise.access import position

        return self._items[self._place(position(key))]

    @getter("ТипЗначения", "ValueType", "ОписаниеТипов")
    def value_type(self) -> TypeDescription:
        """Какие значения хранит список; пустое описание, если любые. Чужие значения приводятся к нему."""
        if self._value_type is None:
            from stdlib.enterprise.values.type_description import TypeDescription

            self._value_type = TypeDescription()
        return self._value_type

    @setter("ТипЗначения")
    def set_value_type(self, description: TypeDescription) -> None:
        self._value_type = description
        for item in self._items:
            item.set_value(item.value())

    def adjusted(self, value: Any) -> Any:
        """The value as the list may hold it."""
        return value if self._value_type is None else self._value_type.adjust_value(value)

    def _place(self, index: int) -> int:
        if not 0 <= index < len(self._items):
            raise out_of_range(self._items, index)
        return index

    def _index(self, item: ValueListItem | int) -> int:
        if isinstance(item, int):
            return self._place(item)
        for index, own in enumerate(self._items):
            if own is item:
                return index
        raise OnecError("Элемент не принадлежит списку значений")

    def _new(self, value: Any, presentation: str, check: bool, picture: Any) -> ValueListItem:
        self._last_id += 1
        return ValueListItem(self, self._last_id, self.adjusted(value), presentation, check, picture)

    @method(
        "Добавить([Значение], [Представление], [Пометка], [Картинка]): ЭлементСпискаЗначений",
        "Add([Value], [Presentation], [Check], [Picture])",
    )
    def add(self, value: Any = None, presentation: str = "", check: bool = False, picture: Any = None) -> ValueListItem:
        """Добавляет значение в конец списка и возвращает его элемент."""
        item = self._new(value, presentation, check, picture)
        self._items.append(item)
        return item

    @method(
        "Вставить(Индекс, [Значение], [Представление], [Пометка], [Картинка]): ЭлементСпискаЗначений",
        "Insert(Index, [Value], [Presentation], [Check], [Picture])",
    )
    def insert(
        self, index: int, value: Any = None, presentation: str = "", check: bool = False, picture: Any = None
    ) -> ValueListItem:
        """Вставляет значение перед элементом с этим индексом и возвращает новый элемент."""
        if not 0 <= index <= len(self._items):
            raise out_of_range(self._items, index)
        item = self._new(value, presentation, check, picture)
        self._items.insert(index, item)
        return item

    @method("Количество(): Число", "Count()")
    def count(self) -> int:
        """Количество элементов."""
        return len(self._items)

    @method("Получить(Индекс): ЭлементСпискаЗначений", "Get(Index)")
    def get(self, index: int) -> ValueListItem:
        """Элемент с этим индексом."""
        return self._items[self._place(index)]

    @method("Индекс(Элемент): Число", "IndexOf(Item)")
    def index_of(self, item: ValueListItem) -> int:
        """Индекс элемента; -1, если он не из этого списка."""
        return next((index for index, own in enumerate(self._items) if own is item), -1)

    @method("Удалить(Элемент)", "Delete(Item)")
    def delete(self, item: ValueListItem | int) -> None:
        """Удаляет элемент, заданный им самим или его индексом."""
        del self._items[self._index(item)]

    @method("Сдвинуть(Элемент, Смещение)", "Move(Item, Offset)")
    def move(self, item: ValueListItem | int, offset: int) -> None:
        """Сдвигает элемент к концу списка (отрицательное смещение – к началу)."""
        index = self._index(item)
        if not 0 <= index + offset < len(self._items):
            raise BadArgument(2)
        self._items.insert(index + offset, self._items.pop(index))

    @method("Очистить()", "Clear()")
    def clear(self) -> None:
        """Удаляет все элементы."""
        self._items.clear()

    @method("НайтиПоЗначению(Значение): ЭлементСпискаЗначений, Неопределено", "FindByValue(Value)")
    def find_by_value(self, value: Any) -> ValueListItem | None:
        """Первый элемент с этим значением; Неопределено, если такого нет."""
        found = index_of(self._items, value, lambda item: item._value)
        return None if found is None else self._items[found]

    @method("НайтиПоИдентификатору(Идентификатор): ЭлементСпискаЗначений, Неопределено", "FindByID(ID)")
    def find_by_id(self, number: int) -> ValueListItem | None:
        """Элемент с этим идентификатором; Неопределено, если такого нет."""
        return next((item for item in self._items if item._id == number), None)

    @method("ВыгрузитьЗначения(): Массив", "UnloadValues()")
    def unload_values(self) -> Array:
        """Массив значений списка."""
        return Array.of(item.value() for item in self._items)

    @method("ЗагрузитьЗначения(МассивЗначений)", "LoadValues(Values)")
    def load_values(self, values: Array) -> None:
        """Заменяет содержимое списка значениями массива."""
        self._items[:] = [self._new(value, "", False, None) for value in values]

    @method("ЗаполнитьПометки(ЗначениеПометки)", "FillChecks(Check)")
    def fill_checks(self, check: bool) -> None:
        """Ставит или снимает пометки всех элементов."""
        for item in self._items:
            item.check = check

    @method("Скопировать(): СписокЗначений", "Copy()")
    def copy(self) -> ValueList:
        """Новый список с такими же элементами."""
        made = ValueList()
        made._value_type = self._value_type
        made.available_values = self.available_values
        for item in self._items:
            made.add(item.value(), item.presentation, item.check, item.picture)
        return made

    @method("СортироватьПоЗначению([Направление])", "SortByValue([Direction])")
    def sort_by_value(self, direction: SortDirection | None = None) -> None:
        """Сортирует элементы по значению."""
        self._items.sort(key=lambda item: sort_key(item.value()), reverse=_is_descending(direction))

    @method("СортироватьПоПредставлению([Направление])", "SortByPresentation([Direction])")
    def sort_by_presentation(self, direction: SortDirection | None = None) -> None:
        """Сортирует элементы по представлению; у кого его нет, по тексту значения."""
        self._items.sort(key=lambda item: sort_key(text_of(item)), reverse=_is_descending(direction))


def _is_descending(direction: SortDirection | None) -> bool:
    return direction is not None and direction.en == "Desc"

"""Соответствие."""

from __future__ import annotations

from runtime.enterprise.access import key_of, value_of
from runtime.enterprise.declare import constructor, method, onec_type
from stdlib.enterprise.collections.direct import direct
from stdlib.enterprise.collections.key_and_value import KeyAndValue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from stdlib.enterprise.collections.fixed_map import FixedMap

    Pairs = dict[Any, Any]
else:
    Pairs = dict


@onec_type("Соответствие", "Map")
class Map(Pairs):
    """Значения по ключам любого типа: Соответствие["ключ"] = Значение. Чего нет, то Неопределено.

    Ключи различаются значением и типом: 1, "1" и Истина – три разных ключа.
    """

    __slots__ = ()

    @constructor("([ФиксированноеСоответствие])", "([FixedMap])")
    def __init__(self, fixed: FixedMap | None = None) -> None:
        if fixed is not None:
            self.update(fixed.__onec_pairs__())

    def __missing__(self, key: Any) -> None:
        return None

    def __iter__(self) -> Iterator[KeyAndValue]:
        # The pairs are taken down first: the script may change the map on its way.
        for key, value in list(self.items()):
            yield KeyAndValue(value_of(key), value)

    __eq__ = object.__eq__
    __ne__ = object.__ne__
    __hash__ = object.__hash__  # type: ignore[assignment]

    @method("Вставить(Ключ, [Значение])", "Insert(Key, [Value])")
    def insert(self, key: Any, value: Any = None) -> None:
        """Добавляет значение под ключом или заменяет то, что под ним было."""
        self[key_of(key)] = value

    @method("Получить(Ключ): Произвольный", "Get(Key)")
    def get(self, key: Any) -> Any:  # type: ignore[override]
        """Значение под ключом; Неопределено, если ключа нет."""
        return self[key_of(key)]

    @method("Удалить(Ключ)", "Delete(Key)")
    def delete(self, key: Any) -> None:
        """Удаляет ключ вместе со значением."""
        self.pop(key_of(key), None)

    @method("Количество(): Число", "Count()")
    def count(self) -> int:
        """Количество ключей."""
        return len(self)

    @method("Очистить()", "Clear()")
    def clear(self) -> None:
        """Удаляет все ключи."""
        dict.clear(self)


direct(
    Map,
    {
        "Вставить": Map.insert,
        "Получить": Map.get,
        "Удалить": Map.delete,
        "Количество": dict.__len__,
        "Очистить": dict.clear,
    },
)

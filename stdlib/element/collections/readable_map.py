"""ЧитаемоеСоответствие."""

from __future__ import annotations

from runtime.element.declare import method, onec_type
from runtime.element.operators import equal
from stdlib.element.collections.indexed import supplied
from stdlib.element.collections.iterable import Iterable
from stdlib.element.collections.key_and_value import KeyAndValue
from stdlib.element.collections.keys import changed, from_key, to_key

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from stdlib.element.collections.array import Array
    from stdlib.element.collections.set import Set


_new = object.__new__
_PLAIN = (str, int)
_MISSING: Any = object()


@onec_type("ЧитаемоеСоответствие<К, З>", "ReadableMap")
class ReadableMap(Iterable):
    """Соответствие, значения которого можно читать по ключу. Обход даёт КлючИЗначение в порядке добавления."""

    __slots__ = ("entries",)
    entries: dict[Any, Any]
    element_type = "КлючИЗначение<К, З>"
    """What it is walked by: the argument of its base Обходимое."""

    def __iter__(self) -> Iterator[Any]:
        try:
            for key, value in self.entries.items():
                # What the constructor does, without calling it: loops walk through maps.
                pair = _new(KeyAndValue)
                pair._key = key if key.__class__ in _PLAIN else from_key(key)
                pair._value = value
                yield pair
        except RuntimeError as error:
            raise changed(error) from None

    def __len__(self) -> int:
        return len(self.entries)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ReadableMap):
            return NotImplemented
        return self.entries.keys() == other.entries.keys() and all(
            equal(value, other.entries[key]) for key, value in self.entries.items()
        )

    def __hash__(self) -> int:
        return hash(frozenset(self.entries))

    def as_text(self) -> str:
        pairs = ", ".join(pair.as_text() for pair in self)
        return f"{{{pairs or ':'}}}"

    def get_item(self, key: Any) -> Any:
        try:
            return self.entries[to_key(key) if key.__class__ is bool else key]
        except KeyError:
            from runtime.element.exceptions import IllegalArgumentException
            from runtime.element.presentation import operand

            raise IllegalArgumentException(f"Ключ не найден: {operand(key)}") from None

    @method("Получить(Ключ: К): З", "Get(Key)")
    def get(self, key: object) -> Any:
        """Возвращает значение по ключу; если ключа нет – исключение ИсключениеНедопустимыйАргумент."""
        return self.get_item(key)

    @method("ПолучитьИлиНеопределено(Ключ: К): З?", "GetOrUndefined(Key)")
    def get_or_undefined(self, key: object) -> Any:
        """Возвращает значение по ключу или Неопределено."""
        return self.entries.get(to_key(key))

    @method("ПолучитьИлиУмолчание<Р>(Ключ: К, Умолчание: З|(()->З)): З", "GetOrDefault(Key, Default)")
    def get_or_default(self, key: object, default: object) -> Any:
        """Возвращает значение по ключу или умолчание: значение либо результат функции."""
        key = to_key(key)
        if key in self.entries:
            return self.entries[key]
        return supplied(default)

    @method("Ключи(): ЧитаемоеМножество<К>", "Keys()")
    def keys(self) -> Set:
        """Возвращает множество ключей."""
        from stdlib.element.collections.set import Set

        return Set.of(map(from_key, self.entries))

    @method("Значения(): ЧитаемыйМассив<З>", "Values()")
    def values(self) -> Array:
        """Возвращает массив значений в порядке ключей."""
        from stdlib.element.collections.array import Array

        return Array.of(list(self.entries.values()))

    @method("Размер(): Число", "Size()")
    def size(self) -> int:
        """Количество ключей."""
        return len(self.entries)

    @method("СодержитКлюч(Ключ: Объект?): Булево", "ContainsKey(Key)")
    def contains_key(self, key: object) -> bool:
        """Истина, если такой ключ есть."""
        return to_key(key) in self.entries

    @method("СодержитЗначение(Значение: Объект?): Булево", "ContainsValue(Value)")
    def contains_value(self, value: object) -> bool:
        """Истина, если такое значение есть."""
        return any(equal(value, held) for held in self.entries.values())

    @method("Содержит(Ключ: Объект?, [Значение: Объект?]): Булево", "Contains(Key, [Value])")
    def contains(self, key: object, value: object = _MISSING) -> bool:
        """Истина, если такой ключ есть; со вторым параметром – если у него такое значение."""
        key = to_key(key)
        return key in self.entries and (value is _MISSING or equal(self.entries[key], value))

"""ФиксированнаяСтруктура."""

from __future__ import annotations

from runtime.enterprise.declare import constructor, method, onec_type
from runtime.errors import OnecError, WrongArgumentCount
from runtime.names import fold
from stdlib.enterprise.collections.key_and_value import KeyAndValue
from stdlib.enterprise.collections.shapes import Shaped, prepare, slot_names
from stdlib.enterprise.collections.structure import Structure, names_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

_SLOTS = 16


@onec_type("ФиксированнаяСтруктура", "FixedStructure", presentation="Фиксированная структура")
class FixedStructure(Shaped):
    """Структура, которую нельзя изменить."""

    __slots__ = slot_names(_SLOTS)
    _copies = True

    @constructor("([СтруктураИлиКлючи], Значения...)", "([StructureOrKeys], Values...)")
    def __init__(self, keys: Structure | str = "", *values: Any) -> None:
        if isinstance(keys, Structure):
            self._reshape(keys.__onec_names__(), keys._values())
            return
        names = names_of(keys)
        if len(values) > len(names):
            raise WrongArgumentCount(too_many=True)
        self._reshape(names, [*values, *[None] * (len(names) - len(values))])

    def __setattr__(self, name: str, value: Any) -> None:
        if name[:1] == ".":
            known = self._names.get(name[1:])
            raise OnecError(
                f"Поле объекта недоступно для записи ({known})" if known else f"Поле объекта не обнаружено ({name[1:]})"
            )
        object.__setattr__(self, name, value)

    def __iter__(self) -> Iterator[KeyAndValue]:
        for key, name in self._names.items():
            yield KeyAndValue(name, self._read(key))

    def __len__(self) -> int:
        return len(self._names)

    @method("Количество(): Число", "Count()")
    def count(self) -> int:
        """Количество имён."""
        return len(self._names)

    @method("Свойство(Ключ, [НайденноеЗначение]): Булево", "Property(Key, [FoundValue])")
    def property(self, key: str, found: Any = None) -> bool:
        """Истина, если такое имя есть; его значение попадает в переменную второго параметра."""
        return fold(key.strip()) in self._names


prepare(FixedStructure, _SLOTS)

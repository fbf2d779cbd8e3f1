"""Структура."""

from __future__ import annotations

from runtime.enterprise.declare import constructor, method, onec_type
from runtime.errors import BadArgument, OnecError, WrongArgumentCount
from runtime.names import fold
from stdlib.enterprise.collections.key_and_value import KeyAndValue
from stdlib.enterprise.collections.shapes import Shaped, Wide, is_wide, prepare, shape_of, slot_names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

_SLOTS = 16
_LINES: dict[str, tuple[str, ...]] = {}
_LINES_LIMIT = 1000


@onec_type("Структура", "Structure")
class Structure(Shaped):
    """Именованные значения: Структура.Имя. Имена – идентификаторы, регистр букв не различается."""

    __slots__ = slot_names(_SLOTS)
    _copies = True

    @constructor("([Ключи], Значения...)", "([Keys], Values...)")
    def __init__(self, keys: object = None, *values: Any) -> None:
        """Имена через запятую и их значения по порядку; вместо имён – структура, из которой взять и то и другое."""
        if keys.__class__ is str:
            names = _LINES.get(keys) or names_of(keys)
            count = len(names)
            if len(values) < count:
                values += (None,) * (count - len(values))
            elif len(values) > count:
                raise WrongArgumentCount(too_many=True)
            self._take(shape_of(Structure, names), names, values)
        elif isinstance(keys, Shaped) and keys._copies:
            self._reshape(keys.__onec_names__(), keys._values())
        elif keys is not None:
            raise BadArgument(1, "Несоответствие типов")

    def __iter__(self) -> Iterator[KeyAndValue]:
        for key, name in list(self._names.items()):
            if key in self._names:
                yield KeyAndValue(name, self._read(key))

    def __len__(self) -> int:
        return len(self._names)

    @method("Вставить(Ключ, [Значение])", "Insert(Key, [Value])")
    def insert(self, key: str, value: Any = None) -> None:
        """Добавляет значение под именем или заменяет то, что под ним было."""
        name = checked_name(key)
        folded = fold(name)
        if folded in self._names:
            self._write(folded, value)
        elif isinstance(self, Wide):
            self._add(folded, name, value)
        else:
            count = len(self._names)
            shape = shape_of(Structure, (*self._names.values(), name))
            if is_wide(shape):
                self._reshape([*self._names.values(), name], [*self._values(), value])
            else:
                self.__class__ = shape  # type: ignore[assignment]
                self._slots[count].__set__(self, value)

    @method("Количество(): Число", "Count()")
    def count(self) -> int:
        """Количество имён."""
        return len(self._names)

    @method("Очистить()", "Clear()")
    def clear(self) -> None:
        """Удаляет все имена."""
        self._reshape((), ())

    @method("Свойство(Ключ, [НайденноеЗначение]): Булево", "Property(Key, [FoundValue])")
    def property(self, key: str, found: Any = None) -> bool:
        """Истина, если такое имя есть; его значение попадает в переменную второго параметра."""
        return fold(key.strip()) in self._names

    @method("Удалить(Ключ)", "Delete(Key)")
    def delete(self, key: str) -> None:
        """Удаляет имя вместе со значением."""
        folded = fold(key.strip())
        if folded not in self._names:
            return
        if isinstance(self, Wide):
            self._remove(folded)
            return
        kept = [(name, self._read(own)) for own, name in self._names.items() if own != folded]
        self._reshape([name for name, _ in kept], [value for _, value in kept])


prepare(Structure, _SLOTS)


def checked_name(name: str) -> str:
    """The name without blanks around it; OnecError when it is no identifier."""
    stripped = name.strip()
    if not stripped.isidentifier():
        raise OnecError(f"Задано неправильное имя атрибута структуры '{name}'")
    return stripped


def names_of(line: str) -> tuple[str, ...]:
    """The names that a line lists, each once."""
    if not line.strip():
        return ()
    seen: dict[str, str] = {}
    for piece in line.split(","):
        name = checked_name(piece)
        if seen.setdefault(fold(name), name) is not name:
            raise OnecError(f"Имя '{name}' указано дважды")
    names = tuple(seen.values())
    if len(_LINES) < _LINES_LIMIT:
        _LINES[line] = names
    return names

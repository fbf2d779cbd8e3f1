"""Reaching into values: elements, walks, properties by name, objects by the name of their type."""

from __future__ import annotations

from runtime.enterprise.convert import is_number, to_number, to_string, to_whole
from runtime.enterprise.date import Date
from runtime.enterprise.null import Null
from runtime.enterprise.types import TypeValue
from runtime.errors import OnecError
from runtime.names import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any

type_finder: Callable[[str], type | None] | None = None
"""Finds a declared class by its 1C name; set by the interpreter, since the run-time rules do not know the library."""

_PRIMITIVES = frozenset({type(None), bool, int, str, Date, Null, TypeValue})


class _BooleanKey:
    """Stands for Истина or Ложь in a dict, where Python would take them for 1 and 0."""

    __slots__ = ("value",)

    def __init__(self, value: bool) -> None:
        self.value = value

    def __repr__(self) -> str:
        return "Истина" if self.value else "Ложь"


TRUE_KEY, FALSE_KEY = _BooleanKey(True), _BooleanKey(False)


def key_of(value: Any) -> Any:
    """What a value is filed under in a dict, so that 1, Истина and "1" are different keys."""
    if value is True:
        return TRUE_KEY
    return FALSE_KEY if value is False else value


def value_of(key: Any) -> Any:
    """The value that was filed under this key."""
    return key.value if key.__class__ is _BooleanKey else key


def item(obj: Any, key: Any) -> Any:
    """`obj[key]`: an element of a collection, else a property by its name."""
    if isinstance(obj, dict):
        return obj[key if key is not True and key is not False else key_of(key)]
    if isinstance(obj, list):
        index = key if key.__class__ is int else position(key)
        if 0 <= index < len(obj):
            return obj[index]
        raise out_of_range(obj, index)
    kind = obj.__class__
    if kind in _PRIMITIVES or is_number(obj):
        raise OnecError("Получение элемента по индексу для значения не определено")
    if hasattr(kind, "__getitem__"):
        return obj[key]
    return get_property(obj, _name(key))


def set_item(obj: Any, key: Any, value: Any) -> None:
    """`obj[key] = value`."""
    if isinstance(obj, dict):
        obj[key if key is not True and key is not False else key_of(key)] = value
        return
    if isinstance(obj, list):
        index = key if key.__class__ is int else position(key)
        if not 0 <= index < len(obj):
            raise out_of_range(obj, index)
        obj[index] = value
        return
    kind = obj.__class__
    if kind in _PRIMITIVES or is_number(obj):
        raise OnecError("Установка элемента по индексу для значения не определена")
    if hasattr(kind, "__setitem__"):
        obj[key] = value
    elif hasattr(kind, "__getitem__"):
        raise OnecError("Индексированное значение недоступно для записи")
    else:
        set_property(obj, _name(key), value)


def position(key: Any) -> int:
    """An index given as something else than a whole number; its fraction is dropped."""
    if key.__class__ is bool or not (key.__class__ is str or is_number(key)):
        raise OnecError("Неправильный тип индекса")
    return to_whole(key)


def out_of_range(values: Any, index: int) -> OnecError:
    """The error of an index that no element has."""
    count = len(values)
    if count == 0:
        hint = "В коллекции нет элементов"
    elif index == count:
        hint = f"Элементы нумеруются с нуля: последний индекс равен {count - 1}"
    else:
        hint = f"Индекс {index} вне пределов от 0 до {count - 1}"
    return OnecError("Индекс находится за границами массива", hint=hint)


def iterate(value: Any) -> Iterable[Any]:
    """The elements of a collection, which may be changed during the walk."""
    kind = value.__class__
    if kind not in _PRIMITIVES and hasattr(kind, "__iter__"):
        walk: Iterable[Any] = value
        return walk
    raise OnecError("Итератор для значения не определен", hint=_walk_hint(value))


def _walk_hint(value: Any) -> str:
    if value.__class__ is str:
        return "Строку обходят так: Для Сч = 1 По СтрДлина(Текст) Цикл … Сред(Текст, Сч, 1)"
    return "Обойти можно коллекцию: массив, соответствие, таблицу значений" if value is None else ""


def counter(start: Any, stop: Any) -> Iterable[Any]:
    """The values of the counter in `Для Сч = start По stop`, one apart."""
    if start.__class__ is not int or stop.__class__ is not int:
        start, stop = to_number(start), to_number(stop)
        if start.__class__ is not int:
            return _fractions(start, stop)
        stop = stop.__floor__()
    return range(start, stop + 1)


def _fractions(value: Any, stop: Any) -> Iterator[Any]:
    from runtime.enterprise.numbers import add

    while value <= stop:
        yield value
        value = add(value, 1)


def get_property(obj: Any, name: str) -> Any:
    """`Об["Имя"]`: the property with this name, whatever case it is written in."""
    try:
        return getattr(obj, "." + fold(name))
    except AttributeError:
        raise _missing(obj, name) from None


def find_property(obj: Any, name: Any) -> tuple[Any, Any]:
    """`Структура.Свойство(Имя, Переменная)`: its result, and what the variable gets."""
    method = getattr(obj, "свойство()", None)
    if method is None:
        from runtime.objects import missing

        raise missing(obj, "свойство()", "Свойство")
    found = method(name)
    return found, getattr(obj, "." + fold(name.strip())) if found is True else None


def set_property(obj: Any, name: str, value: Any) -> None:
    try:
        setattr(obj, "." + fold(name), value)
    except AttributeError:
        raise _missing(obj, name) from None


def _missing(obj: Any, name: str) -> Exception:
    from runtime.objects import missing

    return missing(obj, "." + fold(name), name)


def _name(key: Any) -> str:
    if key.__class__ is str:
        name: str = key
        return name
    raise OnecError("Неправильный тип индекса")


def find_type(name: str) -> type:
    """The declared class with this 1C name; OnecError when there is none."""
    from runtime.enterprise.scripts import class_named

    found = class_named(name) or (type_finder(name) if type_finder else None)
    if found is None:
        raise OnecError(f"Тип не определен ({name})")
    return found


def new_by_name(type_name: Any, arguments: Any = None) -> Any:
    """`Новый(Тип, Параметры)`; a second value that is no array is ignored."""
    named = type_name.python_type if type_name.__class__ is TypeValue else find_type(to_string(type_name))
    make = getattr(named, "новый()", None)
    if make is None:
        raise OnecError(f"Конструктор не найден ({type_name.ru if type_name.__class__ is TypeValue else type_name})")
    return make(*arguments) if isinstance(arguments, list) else make()

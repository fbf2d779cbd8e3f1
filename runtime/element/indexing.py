"""Elements of a value: `[ ]`, `для … из`, `для … по`."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, NoReturn


def item(value: Any, index: Any) -> Any:
    """`value[index]`: of a string a one-character string; of the rest what `get_item` of its class says."""
    if value.__class__ is str:
        return value[position(index, len(value))]
    get = getattr(value.__class__, "get_item", None)
    if get is None:
        _no_index(value)
    return get(value, index)


def set_item(value: Any, index: Any, element: Any) -> None:
    """`value[index] = element`."""
    put = getattr(value.__class__, "set_item", None)
    if put is None:
        _no_index(value)
    put(value, index, element)


def position(index: Any, size: int) -> int:
    """A 0-based index as a Python one; ИсключениеИндексВнеГраниц outside of 0..size-1."""
    if index.__class__ is not int:
        index = whole(index)
    if 0 <= index < size:
        return int(index)
    raise _outside(index, size)


def boundary(index: Any, size: int) -> int:
    """The same for a place between elements: that behind the last one too."""
    if index.__class__ is not int:
        index = whole(index)
    if 0 <= index <= size:
        return int(index)
    raise _outside(index, size)


def _outside(index: int, size: int) -> Exception:
    from runtime.element.exceptions import IndexOutOfBoundsException

    return IndexOutOfBoundsException(f"Индекс {index} вне границ: количество элементов {size}")


def whole(value: Any) -> int:
    """An integral Число as `int`; ИсключениеПроверкиТипа or ИсключениеНедопустимыйАргумент otherwise."""
    if value.__class__ is int:
        return int(value)
    if value.__class__.__name__ == "Decimal":
        if int(value) == value:
            return int(value)
        from runtime.element.exceptions import IllegalArgumentException

        raise IllegalArgumentException(f"Ожидается целое число, получено {value}")
    from runtime.element.exceptions import TypeCheckException
    from runtime.element.library import type_name

    raise TypeCheckException(f"Ожидается значение типа Число, получено {type_name(value)}")


def iterate(value: Any) -> Iterator[Any]:
    """`для Элемент из value`: the iterator of a collection or of a string's characters."""
    cls = value.__class__
    if cls is str or (hasattr(cls, "__iter__") and hasattr(cls, "__onec__")):
        return iter(value)
    from runtime.element.exceptions import TypeCheckException
    from runtime.element.library import type_name

    raise TypeCheckException(f"Значение типа {type_name(value)} нельзя обойти")


def counter(start: Any, stop: Any, step: Any = 1, down: bool = False) -> range | Iterator[Any]:
    """`для И = start [вниз] по stop [шаг step]`: both bounds included, the step positive."""
    if start.__class__ is int and stop.__class__ is int and step.__class__ is int and step > 0:
        return range(start, stop - 1, -step) if down else range(start, stop + 1, step)
    return _fractional_counter(start, stop, step, down)


def _fractional_counter(start: Any, stop: Any, step: Any, down: bool) -> Iterator[Any]:
    from runtime.element.operators import is_number

    for bound in (start, stop, step):
        if not is_number(bound):
            whole(bound)
    if step <= 0:
        from runtime.element.exceptions import IllegalArgumentException

        raise IllegalArgumentException(f"Шаг цикла должен быть больше нуля, получено {step}")
    return _count(start, stop, step, down)


def _count(start: Any, stop: Any, step: Any, down: bool) -> Iterator[Any]:
    value = start
    while value >= stop if down else value <= stop:
        yield value
        value = value - step if down else value + step


def _no_index(value: Any) -> NoReturn:
    from runtime.element.exceptions import TypeCheckException
    from runtime.element.library import type_name

    raise TypeCheckException(f"У значения типа {type_name(value)} нет доступа по индексу")

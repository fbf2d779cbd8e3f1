"""Exceptions, overloads and method references of compiled Element code."""

from __future__ import annotations

import sys

from runtime.element import exceptions
from runtime.errors import OnecError
from runtime.native import script_error
from runtime.objects import missing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType
    from typing import Any, NoReturn

    from runtime.element.exceptions import ElementException


def caught() -> ElementException:
    """At the start of a handler: the exception that the script sees; errors that are not the script's go on."""
    error = sys.exception()
    assert error is not None
    known = script_error(error)
    if known is None:
        raise error
    return exceptions.caught(known)


def thrown(value: Any) -> OnecError:
    """What `выбросить value` raises."""
    if isinstance(value, OnecError):
        return value
    from runtime.element.library import type_name

    raise exceptions.TypeCheckException(f"Выбросить можно только исключение, получено {type_name(value)}")


def throw(value: Any) -> NoReturn:
    """`выбросить value` inside of an expression."""
    raise thrown(value)


def overloads(*parts: Callable[..., Any]) -> Callable[..., Any]:
    """One callable for methods of one name, each followed by what gives the tests of its parameters.

    It takes the first whose parameters fit in number, names and types; a test that is True lets everything pass.
    """
    functions = tuple(zip(parts[::2], parts[1::2], strict=True))

    def choose(*arguments: Any, **named: Any) -> Any:
        fitting = [one for one in functions if _fits(one[0], len(arguments), named)]
        for function, tests in fitting:
            if _takes(function, tests(), arguments, named):
                return function(*arguments, **named)
        if not fitting:
            raise _wrong_count()
        raise exceptions.TypeCheckException("Нет варианта метода для параметров таких типов")

    return choose


def _takes(
    function: Callable[..., Any], tests: tuple[Any, ...], arguments: tuple[Any, ...], named: dict[str, Any]
) -> bool:
    from runtime.element.types import is_type

    code = function.__code__
    names = code.co_varnames[: code.co_argcount]
    # `этот` comes first and is not tested.
    offset = len(names) - len(tests)
    given = {**dict(zip(names, arguments, strict=False)), **named}
    wanted = zip(names[offset:], tests, strict=True)
    return all(name not in given or test is True or is_type(given[name], test) for name, test in wanted)


def _fits(function: Callable[..., Any], count: int, named: dict[str, Any]) -> bool:
    code = function.__code__
    names = code.co_varnames[: code.co_argcount]
    required = names[count : code.co_argcount - len(function.__defaults__ or ())]
    return count <= len(names) and set(named) <= set(names[count:]) and set(required) <= set(named)


def bound(value: Any, name: str) -> Callable[..., Any]:
    """`&Значение.Метод`."""
    from runtime.element.members import call

    def method(*arguments: Any) -> Any:
        return call(value, name, *arguments)

    return method


def translate(error: Exception, frame: FrameType) -> OnecError | None:
    """CPython's error raised by compiled code, as an exception of Element."""
    # First, since loops run out of bounds.
    if isinstance(error, IndexError):
        return exceptions.IndexOutOfBoundsException("Индекс вне границ")
    if isinstance(error, AttributeError):
        return _attribute(error)
    if isinstance(error, NameError):
        # The input of the dialogue that declares the variable failed before it got a value.
        return exceptions.ExecutionException(f"Переменная «{error.name}» не получила значения")
    if isinstance(error, ZeroDivisionError):
        return exceptions.ArithmeticException("Деление на ноль")
    if isinstance(error, KeyError):
        from runtime.element.presentation import operand

        return exceptions.IllegalArgumentException(f"Ключ не найден: {operand(error.args[0])}")
    if isinstance(error, RecursionError):
        return _hinted(
            exceptions.ExecutionException("Переполнение стека вызовов"),
            "Метод без конца вызывает сам себя: проверьте условие выхода из рекурсии",
        )
    if isinstance(error, RuntimeError) and "during iteration" in str(error):
        return exceptions.IllegalStateException("Коллекция изменилась во время обхода")
    if isinstance(error, MemoryError):
        return exceptions.ExecutionException("Недостаточно памяти")
    if isinstance(error, TypeError):
        return type_error(str(error))
    if isinstance(error, ArithmeticError | ValueError):
        return exceptions.ArithmeticException("Слишком большое число")
    return None


def _attribute(error: AttributeError) -> OnecError | None:
    name = error.name or str(error).rpartition("attribute '")[2].rstrip("'")
    if name in ("items", "entries") or (error.obj is None and "NoneType" in str(error)):
        what = "элементу" if name in ("items", "entries") else f"члену «{name.strip('.').partition('(')[0]}»"
        return _hinted(
            exceptions.TypeCheckException(f"Обращение к {what} значения Неопределено"),
            "Проверьте значение: == Неопределено, ?. или ??",
        )
    if not name.startswith(".") and not name.endswith("()"):
        return None
    from runtime.element.library import class_of

    found = missing(error.obj if isinstance(error.obj, type) else class_of(error.obj), name)
    return found if isinstance(found, OnecError) else None


def type_error(message: str) -> OnecError | None:
    """What CPython's complaint of a call or an operation means to a script; None when it can only be our bug."""
    if "positional argument" in message or "keyword-only" in message or "multiple values" in message:
        return _wrong_count()
    if "unexpected keyword" in message:
        name = message.rpartition("argument '")[2].rstrip("'")
        return exceptions.IllegalArgumentException(f"Нет параметра {name}")
    if "not callable" in message:
        return exceptions.TypeCheckException("Значение не является функцией")
    if "not supported between" in message:
        return exceptions.CompareException("Значения нельзя сравнить на больше и меньше")
    if "operand" in message or "concatenate" in message or "multiply sequence" in message or "formatting" in message:
        return exceptions.TypeCheckException("Операция не определена для значений этих типов")
    return None


def _wrong_count() -> OnecError:
    return exceptions.IllegalArgumentException("Количество параметров не подходит")


def _hinted(error: OnecError, hint: str) -> OnecError:
    error.hint = hint
    return error

"""Loops and exceptions of compiled Enterprise code."""

from __future__ import annotations

from sys import _getframe, exception

from runtime.enterprise.presentation import text_of
from runtime.errors import BadArgument, NotAnObject, OnecError, Raised, WrongArgumentCount
from runtime.names import fold
from runtime.native import FILE, script_error
from runtime.objects import missing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType
    from typing import Any, Protocol

    class Module(Protocol):
        namespace: dict[str, Any]


class Leave(BaseException):
    """`Возврат` in a module's body."""


def after(start: Any, stop: Any) -> Any:
    """What the counter of `Для Сч = start По stop` is after the last turn."""
    if start.__class__ is not int or stop.__class__ is not int:
        from runtime.enterprise.convert import to_number

        start, stop = to_number(start), to_number(stop)
        if stop < start:
            return start
        return start + int(stop - start) + 1
    return stop + 1 if stop >= start else start


def append(owner: Any, variable: str, piece: str) -> None:
    """`variable = variable + piece` for a text in a variable of a module, or of an object of a script.

    The text is taken out of the variable first: CPython extends a string in place when only one local holds it.
    """
    namespace = getattr(owner, "namespace", None)
    if namespace is not None:
        text = namespace[variable]
        namespace[variable] = None
        text = text + piece
        namespace[variable] = text
    else:
        attribute = ":" + fold(variable.removesuffix("·"))
        text = getattr(owner, attribute)
        setattr(owner, attribute, None)
        text = text + piece
        setattr(owner, attribute, text)


def nothing_called(call: str) -> None:
    """Tell whoever runs a script that it only declares methods; `call` is how one of them is called."""
    from runtime.host import current

    told = "В сценарии только процедуры и функции, ни одна не вызвана: выполнять нечего"
    current().write_error(f"{told}\n    Вызовите нужную в конце файла: {call};\n")


def caught() -> None:
    """At the start of a handler: errors that are not the script's go on their way."""
    error = exception()
    if error.__class__ is not Raised and error is not None and script_error(error) is None:
        raise error


def hand_back(method: str, values: tuple[Any, ...]) -> None:
    """An error leaves a method: let the caller's handler have the by-reference parameters as they are now."""
    error = exception()
    caller = _getframe(1).f_back
    while caller is not None and FILE not in caller.f_globals:
        # Выполнить stands between the text and the script.
        caller = caller.f_back
    if error is not None and caller is not None:
        error.__dict__.setdefault("handed", {})[method] = _end_of_call(caller), values


def _end_of_call(caller: FrameType) -> tuple[int | None, int | None]:
    """Where the call ends that a frame is at: line and column, in octets. No two calls of a text end there."""
    from itertools import islice

    _, line, _, column = next(islice(caller.f_code.co_positions(), caller.f_lasti // 2, None))
    return line, column


def handed(
    method: str, ends: tuple[tuple[int, int], ...], places: tuple[int, ...], current: tuple[Any, ...]
) -> tuple[Any, ...]:
    """What a failed call of a method made of its variables; `current` when another call failed.

    `ends`: where the call ends, or the method's name in it, which CPython may take for the place of the call.
    """
    error = exception()
    record = error.__dict__.get("handed", {}).get(method) if error is not None else None
    if record is None or record[0] not in ends:
        return current
    left = record[1]
    if left.__class__ is dict:
        # A method of an object: the call does not know which parameters it gives back.
        return tuple([left.get(place, now) for place, now in zip(places, current, strict=True)])
    return tuple([left[place] for place in places])


def as_before(module: Module, method: str, before: tuple[int, ...], now: tuple[int, ...]) -> Callable[..., Any]:
    """A method declared anew, for callers that know the parameters which the old one gave back."""

    def call(*arguments: Any, **named: Any) -> Any:
        result = module.namespace[method](*arguments, **named)
        value, values = (result[0], dict(zip(now, result[1:], strict=True))) if now else (result, {})
        given = [values.get(i, arguments[i] if i < len(arguments) else None) for i in before]
        return (value, *given) if before else value

    return call


def error(message: Any) -> Raised:
    """The exception of `ВызватьИсключение message`; a text that is surely one goes to Raised itself."""
    made: Raised = Raised(text_of(message))
    return made


def detailed_error(message: Any, category: Any, code: Any, additional: Any, cause: Any) -> OnecError:
    """The exception of `ВызватьИсключение(Описание, Категория, Код, ДополнительнаяИнформация, Причина)`."""
    if category is not None:
        _check_category(category)
    if cause is not None and not _is_of_type(cause, "ErrorInfo"):
        raise BadArgument(5, "Несоответствие типов")
    made = error(message)
    made.__dict__.update(category=category, code=text_of(code), additional=text_of(additional))
    # ИнформацияОбОшибке keeps the error it tells of.
    made.cause = getattr(cause, "error", None)
    return made


_NOT_RAISED = frozenset(
    {"AllErrors", "OtherError", "ScriptCompileError", "ScriptRuntimeError", "ExceptionRaisedFromScript"}
)
"""Categories that an exception of a script's own cannot have."""


def _check_category(category: Any) -> None:
    if not _is_of_type(category, "ErrorCategory"):
        raise BadArgument(2, "Несоответствие типов")
    if category.en in _NOT_RAISED:
        raise BadArgument(2)


def _is_of_type(value: Any, en: str) -> bool:
    info = getattr(value.__class__, "__onec__", None)
    return info is not None and info.en == en


def translate(error: Exception, frame: FrameType) -> OnecError | None:
    """CPython's error raised by compiled code, in the platform's words."""
    if isinstance(error, AttributeError):
        return _attribute(error)
    if isinstance(error, ZeroDivisionError):
        return OnecError("Деление на 0")
    if isinstance(error, IndexError):
        return OnecError(
            "Индекс находится за границами массива", hint="Индексы считаются с 0: последний равен Количество() - 1"
        )
    if isinstance(error, RecursionError):
        return OnecError(
            "Переполнение стека вызовов",
            hint="Процедура без конца вызывает сама себя: проверьте условие выхода из рекурсии",
        )
    if isinstance(error, MemoryError):
        return OnecError("Недостаточно памяти")
    if isinstance(error, TypeError):
        return _type_error(str(error))
    if isinstance(error, OverflowError | ValueError):
        return OnecError("Слишком большое число")
    return None


def _attribute(error: AttributeError) -> OnecError | None:
    name = error.name or str(error).rpartition("attribute '")[2].rstrip("'")
    if not name.startswith(".") and not name.endswith("()"):
        return None
    # A method that gives parameters back is looked up by another name.
    name = name.removeprefix("&")
    plain = name.strip(".()")
    if isinstance(error.obj, type) or hasattr(type(error.obj), "__onec__"):
        found = missing(error.obj, name)
        return found if isinstance(found, OnecError) else None
    if error.name is None:
        # Assigning: CPython's message names the class, the object is not to be had.
        return _unassignable(str(error), name)
    return _folded(NotAnObject(plain, hint=_hint_for(error.obj)), name)


def _hint_for(value: object) -> str:
    if value is None:
        return "Слева от точки Неопределено: значение ещё не присвоено или функция ничего не вернула"
    from runtime.enterprise.types import type_of

    return f"Слева от точки {type_of(value).ru}: у такого значения нет свойств и методов"


def _unassignable(message: str, name: str) -> OnecError:
    from runtime.enterprise.declare import dialect
    from runtime.enterprise.scripts import class_of_objects

    class_name = message.partition("'")[2].partition("'")[0]
    cls = dialect.classes.get(class_name) or class_of_objects(class_name)
    if cls is None:
        return _folded(NotAnObject(name.strip(".()")), name)
    found = missing(cls, name)
    assert isinstance(found, OnecError)
    return found


def _folded(error: OnecError, name: str) -> OnecError:
    error.__dict__["folded"] = name
    return error


def _type_error(message: str) -> OnecError | None:
    if message.startswith("expected ") and " arguments, got" in message:
        # A method that is CPython's own, such as the length of a list.
        return WrongArgumentCount(too_many=True)
    if "positional argument" in message or "unexpected keyword" in message or "multiple values" in message:
        called = message.partition("() ")[0]
        hint = f"Вызов: {called}" if "(" in called else ""
        return WrongArgumentCount(too_many="were given" in message or "was given" in message, hint=hint)
    if "not supported between" in message:
        return OnecError(
            "Операции сравнения на больше-меньше допустимы только для значений совпадающих примитивных типов "
            "(Булево, Число, Строка, Дата)"
        )
    if "indices must be integers" in message:
        return OnecError("Неправильный тип индекса")
    if "not subscriptable" in message:
        return OnecError("Получение элемента по индексу для значения не определено")
    if "does not support item assignment" in message:
        return OnecError("Установка элемента по индексу для значения не определена")
    if "'NoneType'" in message or "unsupported operand" in message or "bad operand" in message:
        return OnecError("Преобразование значения к типу Число не может быть выполнено")
    if "not callable" in message:
        return OnecError("Значение не является значением объектного типа")
    return None

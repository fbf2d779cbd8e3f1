"""Исключение and the exceptions that the rules of the language raise; those of the library stand in stdlib/element."""

from __future__ import annotations

from runtime.dialect import NEW
from runtime.element.declare import constructor, getter, method, onec_type
from runtime.element.objects import ElementObject, qualified_name
from runtime.errors import OnecError
from runtime.native import FILE, LIST

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType
    from typing import Any, TypeVar

    C = TypeVar("C", bound=type)


@onec_type("Исключение", "Exception")
class ElementException(OnecError, ElementObject):
    """Базовый тип исключений. Сравнивается по ссылке.

    The description is Python's own `args`: an exception that is given nothing else is made without running any Python
    code, and its description read without any, since loops throw.
    """

    @constructor('(Описание: Строка = "", Причина: Исключение? = Неопределено)', "(Description, Cause)")
    def __init__(self, description: str = "", cause: OnecError | None = None) -> None:
        if description.__class__ is not str:
            raise _wrong_argument("Описание", "Строка", description)
        self.args = (description,)
        if cause is not None:
            if not isinstance(cause, OnecError):
                raise _wrong_argument("Причина", "Исключение", cause)
            # Python's own traceback has it too.
            self.cause = self.__cause__ = cause

    @property
    def message(self) -> str:
        """What the surfaces print: the description, which a script's exception may compute, else the type's name."""
        return self._told or qualified_name(type(self))

    @message.setter
    def message(self, text: str) -> None:
        self.args = (text,)

    def as_text(self) -> str:
        name = qualified_name(type(self))
        return f"{name}: {self._told}" if self._told else name

    @property
    def _told(self) -> str:
        text: str = getattr(self, "ПолучитьОписание()")()
        return text

    @method("ПолучитьОписание(): Строка", "GetDescription()")
    def get_description(self) -> str:
        """Возвращает описание; исключение сценария может вычислять его своим методом с этим именем."""
        return _plain(self)

    @getter("Описание", "Description", "Строка")
    def description(self) -> str:
        """Что случилось."""
        return _plain(self)

    @getter("Причина", "Cause", "Исключение?")
    def get_cause(self) -> ElementException | None:
        """Исключение, из-за которого возникло это."""
        return caught(self.cause) if self.cause else None

    @getter("Ид", "Id", "Строка")
    def id(self) -> str:
        """Уникальный идентификатор этого исключения."""
        if "_id" not in self.__dict__:
            from uuid import uuid4

            self._id = str(uuid4())
        return self._id

    @getter("ПодавленныеИсключения", "SuppressedExceptions", "ЧитаемыйМассив<Исключение>")
    def suppressed_exceptions(self) -> Any:
        """Исключения, возникшие при закрытии ресурсов, пока это исключение прерывало выполнение."""
        from runtime.element.library import library_class

        return library_class("Array").of([caught(error) for error in suppressed(self)])

    @getter("ПоследовательностьВызовов", "CallStack", "Строка")
    def call_stack(self) -> str:
        """Методы, во время выполнения которых возникло исключение; последний вызванный стоит первым."""
        return _stack(self, {})

    @method("Информация(): Строка", "Information()")
    def information(self) -> str:
        """Возвращает описание, последовательность вызовов, причину и подавленные исключения."""
        return _account(self)


_plain: Callable[[BaseException], str] = BaseException.__str__
"""The description that an exception was given: of one argument or none Python's own text is that."""
# Read so, the property runs no Python code.
setattr(ElementException, ".Описание", property(_plain))
setattr(ElementException, ".Description", property(_plain))


def computes_description(cls: type[ElementException]) -> None:
    """Make Описание of a script's exception what its own method says."""
    computed = property(lambda self: self._told)
    setattr(cls, ".Описание", computed)
    setattr(cls, ".Description", computed)


def _wrong_argument(name: str, expected: str, given: object) -> Exception:
    from runtime.element.library import type_name

    return TypeCheckException(f"Параметр «{name}»: ожидается {expected}, получено {type_name(given)}")


def _account(error: ElementException) -> str:
    """Everything about an error, about its cause, about the cause of that …"""
    parts: list[str] = []
    after: list[str] = []
    told: ElementException | None = error
    lines: dict[FrameType, int] = {}
    while told is not None:
        parts.append(("Причина: " if parts else "") + told.as_text())
        if stack := _stack(told, lines):
            parts.append(stack)
        after[:0] = [f"Подавлено: {caught(one).as_text()}" for one in suppressed(told)]
        trace = told.__traceback__
        while trace:
            lines[trace.tb_frame] = trace.tb_lineno
            trace = trace.tb_next
        told = caught(told.cause) if told.cause else None
    return "\n".join(parts + after)


def _stack(error: OnecError, lines: dict[FrameType, int]) -> str:
    """`lines`: where calls stood that were left by the errors that this one is the cause of."""
    return "\n".join(reversed(list(_frames(error, lines))))


def _frames(error: OnecError, lines: dict[FrameType, int]) -> Iterator[str]:
    """The script's calls, outermost first: those that led to the handler, then those that the error left."""
    trace = error.__traceback__
    outer = []
    frame = trace.tb_frame.f_back if trace else None
    while frame:
        # A call that was left since has gone on: it no longer stands where the error arose.
        outer.append((frame, lines.get(frame) or frame.f_lineno))
        frame = frame.f_back
    calls = outer[::-1]
    while trace:
        if calls and calls[-1][0] is trace.tb_frame:
            # Thrown again by a handler: the call that is here already, not one more.
            calls.pop()
        calls.append((trace.tb_frame, trace.tb_lineno))
        trace = trace.tb_next
    lists = {number for number, (frame, _) in enumerate(calls) if frame.f_code.co_name == LIST}
    for number, (frame, line) in enumerate(calls):
        name = frame.f_code.co_name
        # A list runs in the name of the lambda around it.
        if FILE in frame.f_globals and name != "<module>" and number + 1 not in lists:
            yield f"    {'лямбда' if name in ('<lambda>', LIST) else name} ({frame.f_code.co_filename}:{line})"


def suppressed(error: OnecError) -> list[OnecError]:
    """The list of errors that closing resources raised while this one was in flight; may be appended to."""
    kept: list[OnecError] = error.__dict__.setdefault("_suppressed", [])
    return kept


def exception_type(ru: str, en: str) -> Callable[[C], C]:
    """Declare a child of ElementException that adds no constructor of its own."""

    def build(cls: C) -> C:
        onec_type(ru, en)(cls)
        info: Any = cls.__onec__  # type: ignore[attr-defined]
        info.constructor = info.constructor or info.bases[0].constructor
        setattr(cls, NEW, cls)
        return cls

    return build


setattr(ElementException, NEW, ElementException)


@exception_type("ИсключениеАрифметики", "ArithmeticException")
class ArithmeticException(ElementException):
    """Арифметическая операция не определена, например деление на ноль."""


@exception_type("ИсключениеИндексВнеГраниц", "IndexOutOfBoundsException")
class IndexOutOfBoundsException(ElementException):
    """Индекс выходит за границы коллекции или строки."""


@exception_type("ИсключениеНедопустимыйАргумент", "IllegalArgumentException")
class IllegalArgumentException(ElementException):
    """Значение параметра недопустимо; ключа нет в соответствии."""


@exception_type("ИсключениеНедопустимоеСостояние", "IllegalStateException")
class IllegalStateException(ElementException):
    """Объект не в том состоянии, в котором действие возможно."""


@exception_type("ИсключениеНедопустимыйФормат", "IllegalFormatException")
class IllegalFormatException(ElementException):
    """Формат представления записан неверно."""


@exception_type("ИсключениеНеподдерживаемаяОперация", "UnsupportedOperationException")
class UnsupportedOperationException(ElementException):
    """Операция не поддерживается."""


@exception_type("ИсключениеПроверкиТипа", "TypeCheckException")
class TypeCheckException(ElementException):
    """Значение не того типа, который ожидается."""


@exception_type("ИсключениеСравнения", "CompareException")
class CompareException(ElementException):
    """Значения нельзя сравнить на больше и меньше."""


@exception_type("ИсключениеВыполнения", "ExecutionException")
class ExecutionException(ElementException):
    """Выполнение прервано ошибкой среды."""


def caught(error: OnecError) -> ElementException:
    """What `поймать Имя: Исключение` gives the script: errors of the common layers come as ИсключениеВыполнения."""
    if isinstance(error, ElementException):
        return error
    wrapped: ElementException | None = error.__dict__.get("_element")
    if wrapped is None:
        wrapped = error.__dict__["_element"] = ExecutionException(error.message, error.cause)
        wrapped.hint = error.hint
        wrapped.__traceback__ = error.__traceback__
    return wrapped

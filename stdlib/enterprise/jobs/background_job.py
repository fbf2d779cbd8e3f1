"""ФоновоеЗадание."""

from __future__ import annotations

from threading import Condition

from runtime.enterprise.declare import OnecObject, getter, method, onec_type
from runtime.errors import OnecError
from stdlib.enterprise.collections.fixed_array import FixedArray
from stdlib.enterprise.collections.structure import Structure
from stdlib.enterprise.dates.clock import current_date
from stdlib.enterprise.jobs.background_job_state import BackgroundJobState
from stdlib.enterprise.values.unique_identifier import UUID

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from runtime.enterprise.convert import Number
    from runtime.enterprise.date import Date
    from stdlib.enterprise.errors.error_info import ErrorInfo

_CHANGED = Condition()
"""Notified whenever a job ends or says something: many jobs may be waited for at once."""


@onec_type("ФоновоеЗадание", "BackgroundJob", presentation="Фоновое задание")
class BackgroundJob(OnecObject):
    """Метод сценария, который выполняется одновременно с ним. Свойства показывают состояние на сей момент."""

    __slots__ = ("_begin", "_description", "_end", "_error", "_id", "_is_thread", "_key", "_messages", "_method",
                 "_state", "_stop", "_value", "_written")  # fmt: skip

    def __init__(self, method: str, key: str, description: str, *, is_thread: bool = False) -> None:
        self._method, self._key, self._description, self._is_thread = method, key, description, is_thread
        self._id, self._begin = UUID(), current_date()
        self._end: Date | None = None
        self._state: BackgroundJobState = BackgroundJobState.active
        self._error: ErrorInfo | None = None
        self._messages: list[str] = []
        self._written: bytes | None = None
        self._value: Any = None
        self._stop: Callable[[], None] | None = None

    def watch(self, stop: Callable[[], None]) -> None:
        """It runs; `stop` ends it at once."""
        self._stop = stop

    def said(self, text: str) -> None:
        """See runtime.host.Watcher."""
        with _CHANGED:
            self._messages.append(text.removesuffix("\n"))

    def completed(self, result: bytes) -> None:
        """See runtime.host.Watcher."""
        self._settle(BackgroundJobState.completed, written=result)

    def failed(self, error: tuple[Any, ...]) -> None:
        """See runtime.host.Watcher."""
        from stdlib.enterprise.jobs.failure import read

        self._settle(BackgroundJobState.failed, error=read(error))

    def returned(self, value: Any) -> None:
        """The method of an object gave this value."""
        self._settle(BackgroundJobState.completed, value=value)

    def raised(self, error: ErrorInfo) -> None:
        """The method of an object raised this."""
        self._settle(BackgroundJobState.failed, error=error)

    def _settle(
        self,
        state: BackgroundJobState,
        *,
        written: bytes | None = None,
        value: Any = None,
        error: ErrorInfo | None = None,
    ) -> None:
        with _CHANGED:
            # What a cancelled job does on its way out is not told.
            if self.is_active():
                self._written, self._value, self._error, self._end = written, value, error, current_date()
                self._state = state
                _CHANGED.notify_all()

    def is_active(self) -> bool:
        return self._state is BackgroundJobState.active

    @getter("ИмяМетода", "MethodName", "Строка")
    def method_name(self) -> str:
        """Метод, который выполняется."""
        return self._method

    @getter("Ключ", "Key", "Строка")
    def key(self) -> str:
        """Ключ: два задания с одним методом и ключом одновременно не выполняются."""
        return self._key

    @getter("Наименование", "Description", "Строка")
    def description(self) -> str:
        """Наименование, которое дали заданию."""
        return self._description

    @getter("Начало", "Begin", "Дата")
    def begin(self) -> Date:
        """Когда задание началось."""
        return self._begin

    @getter("Конец", "End", "Дата")
    def end(self) -> Date | None:
        """Когда задание закончилось; Неопределено, пока оно выполняется."""
        return self._end

    @getter("Состояние", "State", "СостояниеФоновогоЗадания")
    def state(self) -> BackgroundJobState:
        """Выполняется ли задание, а если нет, то чем закончилось."""
        return self._state

    @getter("ИнформацияОбОшибке", "ErrorInfo", "ИнформацияОбОшибке, Неопределено")
    def error_info(self) -> ErrorInfo | None:
        """Ошибка, из-за которой задание завершилось аварийно; Неопределено, если её нет."""
        return self._error

    @getter("УникальныйИдентификатор", "UUID", "УникальныйИдентификатор")
    def uuid(self) -> UUID:
        """По нему задание можно найти."""
        return self._id

    @getter("РегламентноеЗадание", "ScheduledJob", "РегламентноеЗадание")
    def scheduled_job(self) -> None:
        """Здесь Неопределено: регламентных заданий нет."""
        return

    @getter("Расположение", "Location", "Строка")
    def location(self) -> str:
        """Здесь пустая строка: задания выполняет этот компьютер."""
        return ""

    @getter("РазделениеДанных", "DataSeparation", "Структура")
    def data_separation(self) -> Structure:
        """Здесь пустая структура: базы данных нет."""
        return Structure()

    @getter("НомерРодительскогоСеанса", "ParentSessionNumber", "Число")
    def parent_session_number(self) -> int:
        """Здесь 1: сеанс один, это сам сценарий."""
        return 1

    @getter("Результат", "Result", "Произвольный")
    def result(self) -> Any:
        """Что вернула функция (дополнение OneScript); Неопределено, если задание не завершено."""
        if self._written is not None:
            from stdlib.enterprise.jobs.parcel import unpack

            self._value, self._written = unpack(self._written), None
        return self._value

    @method("Отменить()", "Cancel()")
    def cancel(self) -> None:
        """Прекращает задание, если оно ещё выполняется."""
        self._settle(BackgroundJobState.canceled)
        if self._state is BackgroundJobState.canceled and self._stop is not None:
            self._stop()

    @method("ОжидатьЗавершения([Таймаут]): Булево", "WaitForCompletion([Timeout])")
    def wait_for_completion(self, timeout: Number | None = None) -> bool:
        """Ждёт завершения. Если задание завершилось аварийно или время (в секундах) вышло, вызывает исключение.

        Задание с методом объекта, как в OneScript: время в миллисекундах, исключений нет, Ложь – время вышло.
        """
        seconds = None if timeout is None else float(timeout)
        if self._is_thread:
            return wait_for_all([self], seconds / 1000 if seconds else None)
        wait_for_all([self], seconds)
        self.check()
        return True

    @method("ОжидатьЗавершенияВыполнения([Таймаут]): ФоновоеЗадание", "WaitForExecutionCompletion([Timeout])")
    def wait_for_execution_completion(self, timeout: Number | None = None) -> BackgroundJob:
        """Ждёт завершения, но не дольше стольких секунд, и возвращает это задание."""
        wait_for_all([self], None if timeout is None else float(timeout))
        return self

    @method("ПолучитьСообщенияПользователю([УдалятьПолученные]): ФиксированныйМассив", "GetUserMessages([Delete])")
    def get_user_messages(self, delete: bool = False) -> FixedArray:
        """Сообщения, которые задание вывело методом Сообщить: объекты СообщениеПользователю."""
        from stdlib.enterprise.collections.array import Array
        from stdlib.enterprise.session.user_message import UserMessage

        with _CHANGED:
            texts = list(self._messages)
            if delete:
                self._messages.clear()
        messages = Array()
        for text in texts:
            made: Any = UserMessage()
            setattr(made, ".текст", text)
            messages.append(made)
        return FixedArray(messages)

    def check(self) -> None:
        """Raise what kept the job from completing."""
        if self.is_active():
            raise OnecError("Истекло время ожидания завершения фонового задания")
        if self._state is BackgroundJobState.canceled:
            raise OnecError("Фоновое задание отменено")
        if self._error is not None:
            raise OnecError("Фоновое задание завершено аварийно: " + self._error.brief(), cause=self._error.error)


def wait_for_all(jobs: Iterable[BackgroundJob], seconds: float | None) -> bool:
    """Wait until none is active; False when the time has run out."""
    listed = list(jobs)
    with _CHANGED:
        return _CHANGED.wait_for(lambda: not any(job.is_active() for job in listed), seconds)


def wait_for_any(jobs: Iterable[BackgroundJob], seconds: float | None) -> BackgroundJob | None:
    """Wait until one is not active, and give it; None when the time has run out, or there are none."""
    listed = list(jobs)
    with _CHANGED:
        _CHANGED.wait_for(lambda: not listed or any(not job.is_active() for job in listed), seconds)
    return next((job for job in listed if not job.is_active()), None)

"""МенеджерФоновыхЗаданий, and the property ФоновыеЗадания."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, global_property, method, onec_type
from runtime.enterprise.presentation import text_of
from runtime.errors import BadArgument, OnecError
from runtime.host import require, script
from runtime.names import fold
from stdlib.enterprise.collections.array import Array
from stdlib.enterprise.collections.fixed_array import FixedArray
from stdlib.enterprise.jobs.background_job import BackgroundJob, wait_for_all, wait_for_any

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from runtime.enterprise.convert import Number
    from stdlib.enterprise.collections.structure import Structure
    from stdlib.enterprise.values.unique_identifier import UUID

_FILTERS: dict[str, Callable[[BackgroundJob, Any], bool]] = {
    "уникальныйидентификатор": lambda job, value: job.uuid() == value,
    "ключ": lambda job, value: job.key() == value,
    "состояние": lambda job, value: job.state() is value,
    "начало": lambda job, value: job.begin() >= value,
    "конец": lambda job, value: job.end() is not None and job.end() <= value,
    "наименование": lambda job, value: job.description() == value,
    "имяметода": lambda job, value: fold(job.method_name()) == fold(text_of(value)),
    "регламентноезадание": lambda job, value: value is None,
}
_REMEMBERED = 500
"""So many jobs that have ended are found at least."""
_ENGLISH = {
    "uuid": "уникальныйидентификатор",
    "key": "ключ",
    "state": "состояние",
    "begin": "начало",
    "end": "конец",
    "description": "наименование",
    "methodname": "имяметода",
    "scheduledjob": "регламентноезадание",
}


@onec_type("МенеджерФоновыхЗаданий", "BackgroundJobsManager", presentation="Менеджер фоновых заданий")
class BackgroundJobsManager(OnecObject):
    """Запускает методы сценария так, что они выполняются одновременно с ним, и следит за ними."""

    __slots__ = ()

    @method("Выполнить(Объект, ИмяМетода, [Параметры]): ФоновоеЗадание", "Execute(Object, MethodName, [Parameters])")
    @method(
        "Выполнить(ИмяМетода, [Параметры], [Ключ], [Наименование]): ФоновоеЗадание",
        "Execute(MethodName, [Parameters], [Key], [Description])",
    )
    def execute(self, what: object, given: object = None, key: object = None, description: str = "") -> BackgroundJob:
        """Запускает метод сценария («Метод», «ИмяСценария.Метод») или библиотеки («Модуль.Метод») отдельным процессом.

        Тело сценария в задании не выполняется и его переменные пусты; параметры передаются копиями. Результат задание
        возвращает через временное хранилище, а функция – ещё и свойством Результат. Сообщить() оставляет сообщения в
        задании. Задания заканчиваются вместе со сценарием: дождитесь их.
        Первым параметром может быть объект, как в OneScript: тогда его метод выполняется в потоке, объекты общие.
        """
        if not isinstance(what, str):
            return _execute_in_thread(what, given, key)
        if key is not None and not isinstance(key, str):
            raise BadArgument(3, "Несоответствие типов")
        arguments = _arguments(given, 2)
        jobs = script().jobs
        if key and any(job.is_active() and job.key() == key and _same(job, what) for job in jobs):
            raise OnecError("Фоновое задание с таким значением ключа уже выполняется")
        from stdlib.enterprise.jobs.parcel import pack

        job = BackgroundJob(what, key or "", description)
        job.watch(script().start(what.strip(), pack(arguments), len(arguments), job))
        _remember(job, jobs)
        return job

    @method("ПолучитьФоновыеЗадания([Отбор]): Массив", "GetBackgroundJobs([Filter])")
    def get_background_jobs(self, wanted: Structure | None = None) -> Array:
        """Задания этого сценария, последнее запущенное – первым. Отбор – структура: Ключ, Состояние, ИмяМетода…"""
        found = list(reversed(script().jobs))
        for pair in wanted or ():
            name = fold(pair.key())
            test = _FILTERS.get(_ENGLISH.get(name, name))
            if test is None:
                raise BadArgument(1, hint=f"Отбора по «{pair.key()}» нет")
            found = [job for job in found if test(job, pair.value())]
        return Array.of(found)

    @method(
        "НайтиПоУникальномуИдентификатору(УникальныйИдентификатор): ФоновоеЗадание, Неопределено", "FindByUUID(UUID)"
    )
    def find_by_uuid(self, uuid: UUID) -> BackgroundJob | None:
        """Задание с этим идентификатором; Неопределено, если такого нет."""
        return next((job for job in script().jobs if job.uuid() == uuid), None)

    @method("ОжидатьЗавершения([ФоновыеЗадания], [Таймаут])", "WaitForCompletion([BackgroundJobs], [Timeout])")
    def wait_for_completion(
        self, jobs: Array | FixedArray | Number | None = None, timeout: Number | None = None
    ) -> None:
        """Ждёт завершения заданий (без массива – всех). Если одно завершилось аварийно или время вышло – исключение."""
        waited = _jobs(jobs) if isinstance(jobs, Array | FixedArray) else list(script().jobs)
        if jobs is not None and not isinstance(jobs, Array | FixedArray):
            timeout = jobs
        wait_for_all(waited, _seconds(timeout))
        for job in waited:
            job.check()

    @method(
        "ОжидатьЗавершенияВыполнения(ФоновыеЗадания, [Таймаут]): Массив",
        "WaitForExecutionCompletion(BackgroundJobs, [Timeout])",
    )
    def wait_for_execution_completion(self, jobs: Array | FixedArray, timeout: Number | None = None) -> Array:
        """Ждёт завершения всех заданий, но не дольше стольких секунд, и возвращает их массив."""
        waited = _jobs(jobs)
        wait_for_all(waited, _seconds(timeout))
        return Array.of(waited)

    @method("ОжидатьВсе(ФоновыеЗадания, [Таймаут]): Булево", "WaitAll(BackgroundJobs, [Timeout])")
    def wait_all(self, jobs: Array | FixedArray, timeout: Number | None = None) -> bool:
        """Ждёт завершения всех заданий; Ложь, если столько миллисекунд прошло раньше (дополнение OneScript)."""
        return wait_for_all(_jobs(jobs), _milliseconds(timeout))

    @method("ОжидатьЛюбое(ФоновыеЗадания, [Таймаут]): Число", "WaitAny(BackgroundJobs, [Timeout])")
    def wait_any(self, jobs: Array | FixedArray, timeout: Number | None = None) -> int:
        """Ждёт завершения одного из заданий и возвращает его индекс; -1, если время вышло (дополнение OneScript)."""
        listed = _jobs(jobs)
        found = wait_for_any(listed, _milliseconds(timeout))
        return -1 if found is None else listed.index(found)

    @method("ОжидатьЗавершенияЗадач()", "WaitCompletionOfTasks()")
    def wait_completion_of_tasks(self) -> None:
        """Ждёт завершения всех заданий сценария (дополнение OneScript)."""
        wait_for_all(script().jobs, None)


def _execute_in_thread(owner: object, method: object, given: object) -> BackgroundJob:
    from stdlib.enterprise.jobs.thread_job import start_in_thread

    if not isinstance(method, str):
        raise BadArgument(2, "Несоответствие типов")
    jobs = script().jobs
    require("process", method)
    job = BackgroundJob(method, "", "", is_thread=True)
    start_in_thread(owner, method, _arguments(given, 3), job)
    _remember(job, jobs)
    return job


def _remember(job: BackgroundJob, jobs: list[BackgroundJob]) -> None:
    jobs.append(job)
    if len(jobs) > 2 * _REMEMBERED:
        ended = [one for one in jobs if not one.is_active()]
        forgotten = set(map(id, ended[:-_REMEMBERED]))
        jobs[:] = [one for one in jobs if id(one) not in forgotten]


def _arguments(given: object, number: int) -> list[Any]:
    if given is None:
        return []
    if not isinstance(given, Array | FixedArray):
        raise BadArgument(number, "Несоответствие типов", hint="Параметры метода передают массивом")
    return list(given)


def _jobs(values: Array | FixedArray) -> list[BackgroundJob]:
    jobs = list(values)
    if not all(isinstance(job, BackgroundJob) for job in jobs):
        raise BadArgument(1, "Несоответствие типов")
    return jobs


def _same(job: BackgroundJob, method: str) -> bool:
    """Do both name the same method, with the script's name or without?"""
    return fold(job.method_name()).rpartition(".")[2] == fold(method.strip()).rpartition(".")[2]


def _seconds(timeout: Number | None) -> float | None:
    return None if timeout is None else float(timeout)


def _milliseconds(timeout: Number | None) -> float | None:
    return float(timeout) / 1000 if timeout else None


@global_property("ФоновыеЗадания", "BackgroundJobs", "МенеджерФоновыхЗаданий")
def background_jobs() -> BackgroundJobsManager:
    """Запуск методов сценария, которые выполняются одновременно с ним."""
    return _MANAGER


_MANAGER = BackgroundJobsManager()

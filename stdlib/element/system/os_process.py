"""ПроцессОс."""

from __future__ import annotations

import os

from runtime import host
from runtime.element.declare import constructor, field, getter, method, onec_type
from runtime.element.presentation import to_string
from stdlib.element.closeable import Closeable
from stdlib.element.collections.iterable import Iterable
from stdlib.element.io.files.file import File, path_of
from stdlib.element.io.permission import rare_reason
from stdlib.element.io.readable_stream import ReadableStream
from stdlib.element.io.writable_stream import WritableStream
from stdlib.element.system.permission import require
from stdlib.element.time.duration import Duration

TYPE_CHECKING = False
if TYPE_CHECKING:
    from subprocess import Popen
    from typing import IO

    from stdlib.element.strings.encoding import Encoding


@onec_type("ПроцессОс", "OsProcess")
class OsProcess(Closeable):
    """Программа, которую запускает сценарий. Командного интерпретатора нет: аргументы передаются как есть.

    Имена членов не подтверждены. Вывод программы читают, пока она работает: чтение ждёт, когда она что-нибудь выведет.
    """

    __slots__ = (
        "_arguments",
        "_directory",
        "_errors",
        "_given",
        "_input",
        "_output",
        "_program",
        "_started",
        "_variables",
    )

    directory = field(
        "РабочийКаталог", "WorkingDirectory", "str", "", "Каталог, в котором она работает.", type_="Строка"
    )

    @constructor("(Приложение: Строка|Файл, [Аргументы: Обходимое<Строка>])", "(Application, [Arguments])")
    def __init__(self, program: str | File, arguments: Iterable | None = None) -> None:
        """Создаёт описание программы; запускает её Запустить."""
        self._program = path_of(program)
        self._arguments = [to_string(argument) for argument in arguments or ()]
        self._variables: dict[str, str] = {}
        self._started: Popen[bytes] | None = None
        self._input = b""
        self._given: int | None = None
        """What the program will read, when that is open."""
        self._output: IO[bytes] | None = None
        self._errors: IO[bytes] | None = None

    def release(self) -> None:
        process = self._started
        if process is not None and process.poll() is None:
            process.kill()
            process.wait()
        for file in (self._output, self._errors):
            if file is not None:
                file.close()
        self._output = self._errors = None
        self._close_given()

    def __del__(self) -> None:
        if getattr(self, "_given", None) is not None:
            self._close_given()
        for name in ("_output", "_errors"):
            file = getattr(self, name, None)
            if file is not None:
                file.close()

    @method("УстановитьПеременную(Имя: Строка, Значение: Строка): ПроцессОс", "SetVariable(Name, Value)")
    def set_variable(self, name: str, value: str) -> OsProcess:
        """Задаёт переменную среды программы."""
        self._variables[name] = value
        return self

    @method(
        "УстановитьВвод(Данные: Байты|Строка, Кодировка: Кодировка|Строка = Кодировка.Utf8): ПроцессОс",
        "SetInput(Data, Encoding)",
    )
    def set_input(self, data: bytes | str, encoding: Encoding | str = "utf-8") -> OsProcess:
        """Задаёт то, что программа прочитает со стандартного ввода."""
        from stdlib.element.strings.encoding import encode

        self._input = encode(data, encoding) if isinstance(data, str) else data
        return self

    @method("ОткрытьПотокВвода(): ПотокЗаписи", "OpenInputStream()")
    def open_input_stream(self) -> WritableStream:
        """До запуска: возвращает поток, записанное в который программа читает; Закрыть – конец ввода."""
        if self._started is not None:
            raise _state("Поток ввода открывают до запуска")
        self._close_given()
        self._given, writing = os.pipe()
        return WritableStream(os.fdopen(writing, "wb", buffering=0))

    @method("Запустить(): ПроцессОс", "Start()")
    def start(self) -> OsProcess:
        """Запускает программу и не ждёт её завершения."""
        from tempfile import TemporaryFile

        if self._started is not None:
            raise _state("Процесс уже запущен")
        require(self._program)
        # The program may write to the same terminal: what the script has said comes first.
        host.current().flush()
        self._output, self._errors = TemporaryFile(), TemporaryFile()  # noqa: SIM115 - closed by Закрыть
        self._started = self._launched()
        return self

    def _launched(self) -> Popen[bytes]:
        from subprocess import Popen

        from stdlib.element.exceptions import InputOutputException

        try:
            return Popen(
                [self._program, *self._arguments],
                cwd=self.directory or None,
                stdin=self._given if self._given is not None else self._written_input(),
                stdout=self._output,
                stderr=self._errors,
                env=os.environ | self._variables if self._variables else None,
            )
        except (OSError, ValueError) as error:
            # A ValueError is a zero character.
            reason = (rare_reason(error) if isinstance(error, OSError) else "") or "недопустимые символы"
            reason = reason[0].lower() + reason[1:]
            if isinstance(error, FileNotFoundError):
                reason = "файл не найден"
            elif isinstance(error, PermissionError):
                reason = "недостаточно прав, или файл не является программой"
            raise InputOutputException(f"Не удалось запустить {self._program}: {reason}") from error
        finally:
            self._close_given()

    def _written_input(self) -> int:
        from tempfile import TemporaryFile

        with TemporaryFile() as file:
            file.write(self._input)
            file.seek(0)
            self._given = os.dup(file.fileno())
        return self._given

    def _close_given(self) -> None:
        given, self._given = self._given, None
        if given is not None:
            os.close(given)

    @method("Выполнить(): Число", "Execute()")
    def execute(self) -> int:
        """Запускает программу, ждёт её завершения и возвращает код."""
        return self.start()._running().wait()

    @method("ОжидатьЗавершения([Таймаут: Длительность]): Булево", "WaitForExit([Timeout])")
    def wait_for_exit(self, timeout: Duration | None = None) -> bool:
        """Ждёт завершения; Ложь, если время вышло, а программа ещё работает."""
        from subprocess import TimeoutExpired

        try:
            self._running().wait(None if timeout is None else max(timeout.milliseconds, 0) / 1000)
        except TimeoutExpired:
            return False
        return True

    @method("Завершить()", "Stop()")
    def stop(self) -> None:
        """Прекращает работу программы."""
        process = self._running()
        process.kill()
        process.wait()

    @getter("Завершен", "HasExited", "Булево")
    def has_exited(self) -> bool:
        """Истина, если программа завершилась."""
        return self._running().poll() is not None

    @getter("КодВозврата", "ExitCode", "Число?")
    def exit_code(self) -> int | None:
        """Код, с которым программа завершилась; Неопределено, пока она работает."""
        return self._running().poll()

    @getter("Ид", "Id", "Число")
    def id(self) -> int:
        """Номер процесса в операционной системе."""
        return self._running().pid

    @method("ОткрытьПотокВывода(): ПотокЧтения", "OpenOutputStream()")
    def open_output_stream(self) -> ReadableStream:
        """Возвращает поток с тем, что программа выводит; он заканчивается вместе с программой."""
        return self._written(self._output)

    @method("ОткрытьПотокОшибок(): ПотокЧтения", "OpenErrorStream()")
    def open_error_stream(self) -> ReadableStream:
        """Возвращает поток с тем, что программа выводит в поток ошибок."""
        return self._written(self._errors)

    def _running(self) -> Popen[bytes]:
        if self._started is None:
            raise _state("Процесс не запущен")
        return self._started

    def _written(self, file: IO[bytes] | None) -> ReadableStream:
        process = self._running()
        if file is None:
            raise _state("Процесс закрыт")
        from stdlib.element.system.growing_output import GrowingOutput

        return ReadableStream(GrowingOutput(file.fileno(), process))


def _state(text: str) -> Exception:
    from runtime.element.exceptions import IllegalStateException

    return IllegalStateException(text)

"""Процесс of OneScript: a program that is started and watched."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, function, getter, method, onec_type
from runtime.errors import OnecError
from stdlib.enterprise.files.encodings import codec
from stdlib.enterprise.system.launching import forget, launch, words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from subprocess import Popen

    from stdlib.enterprise.collections.map import Map
    from stdlib.enterprise.files.text_encoding import TextEncoding
    from stdlib.enterprise.system.process_input_stream import ProcessInputStream
    from stdlib.enterprise.system.process_output_stream import ProcessOutputStream


@onec_type("Процесс", "Process")
class Process(OnecObject):
    """Программа, которую запускают, с которой обмениваются текстом и завершения которой ждут (дополнение OneScript)."""

    __slots__ = ("_codec", "_command", "_environment", "_errors", "_folder", "_has_input", "_has_output", "_input",
                 "_output", "_started")  # fmt: skip

    def __init__(
        self,
        command: str,
        folder: str,
        has_output: bool,
        has_input: bool,
        codec_name: str,
        environment: dict[str, str] | None,
    ) -> None:
        self._command, self._folder, self._codec, self._environment = command, folder, codec_name, environment
        self._has_output, self._has_input = has_output, has_input
        self._started: Popen[bytes] | None = None
        self._output: ProcessOutputStream | None = None
        self._errors: ProcessOutputStream | None = None
        self._input: ProcessInputStream | None = None

    @method("Запустить()", "Start()")
    def start(self) -> None:
        """Запускает программу."""
        if self._started is not None:
            raise OnecError("Процесс уже запущен")
        from subprocess import PIPE

        self._started = process = launch(
            self._command,
            self._folder,
            output=PIPE if self._has_output else None,
            input_=PIPE if self._has_input else None,
            environment=self._environment,
        )
        # The script may lose sight of it.
        forget(process)
        from stdlib.enterprise.system.process_input_stream import ProcessInputStream
        from stdlib.enterprise.system.process_output_stream import ProcessOutputStream

        if process.stdout is not None and process.stderr is not None:
            self._output = ProcessOutputStream(process.stdout, self._codec)
            self._errors = ProcessOutputStream(process.stderr, self._codec)
        if process.stdin is not None:
            self._input = ProcessInputStream(process.stdin, self._codec)

    def _running(self) -> Popen[bytes]:
        if self._started is None:
            raise OnecError("Процесс не запущен", hint="Запустите его: Процесс.Запустить()")
        return self._started

    def _settle(self) -> None:
        for stream in (self._output, self._errors):
            if stream is not None:
                stream.settle()

    @method("ОжидатьЗавершения([Таймаут]): Булево", "WaitForExit([Timeout])")
    def wait_for_exit(self, timeout: int | None = None) -> bool:
        """Ждёт завершения; Ложь, если столько миллисекунд прошло, а программа ещё работает."""
        from subprocess import TimeoutExpired

        try:
            self._running().wait(None if timeout is None or timeout <= 0 else timeout / 1000)
        except TimeoutExpired:
            return False
        self._settle()
        return True

    @method("Завершить()", "Stop()")
    def stop(self) -> None:
        """Прекращает работу программы."""
        process = self._running()
        process.kill()
        process.wait()

    @getter("Завершен", "HasExited", "Булево")
    def has_exited(self) -> bool:
        """Истина, если программа завершилась; её вывод тогда весь доступен."""
        ended = self._running().poll() is not None
        if ended:
            self._settle()
        return ended

    @getter("КодВозврата", "ExitCode", "Число")
    def exit_code(self) -> int:
        """Код, с которым программа завершилась."""
        code = self._running().poll()
        if code is None:
            raise OnecError("Процесс ещё не завершён")
        return code

    @getter("Идентификатор", "ProcessId", "Число")
    def process_id(self) -> int:
        """Номер процесса в операционной системе."""
        return self._running().pid

    @getter("Имя", "Name", "Строка")
    def name(self) -> str:
        """Имя программы без пути и расширения."""
        import os

        parts = words(self._command)
        return os.path.splitext(os.path.basename(parts if isinstance(parts, str) else parts[0]))[0]

    @getter("ПотокВывода", "StdOut", "ПотокВыводаПроцесса")
    def std_out(self) -> ProcessOutputStream:
        """Стандартный вывод программы."""
        return self._stream(self._output)

    @getter("ПотокОшибок", "StdErr", "ПотокВыводаПроцесса")
    def std_err(self) -> ProcessOutputStream:
        """Стандартный поток ошибок программы."""
        return self._stream(self._errors)

    def _stream(self, stream: ProcessOutputStream | None) -> ProcessOutputStream:
        self._running()
        if stream is None:
            raise OnecError("Вывод процесса не перенаправлен", hint="Укажите Истина в третьем параметре СоздатьПроцесс")
        return stream

    @getter("ПотокВвода", "StdIn", "ПотокВводаПроцесса")
    def std_in(self) -> ProcessInputStream:
        """Стандартный ввод программы."""
        self._running()
        if self._input is None:
            hint = "Укажите Истина в четвёртом параметре СоздатьПроцесс"
            raise OnecError("Ввод процесса не перенаправлен", hint=hint)
        return self._input


@function(
    "СоздатьПроцесс(СтрокаКоманды, [ТекущийКаталог], [ПеренаправитьВывод], [ПеренаправитьВвод], [Кодировка], "
    "[ПеременныеСреды]): Процесс",
    "CreateProcess(CommandLine, [CurrentDirectory], [RedirectOutput], [RedirectInput], [Encoding], [Environment])",
)
def create_process(
    command: str,
    folder: str = "",
    redirect_output: bool = False,
    redirect_input: bool = False,
    encoding: TextEncoding | str | None = None,
    environment: Map | None = None,
) -> Process:
    """Процесс, который ещё надо запустить. Переменные среды, если указаны, заменяют нынешние (дополнение OneScript)."""
    variables = None
    if environment is not None:
        from runtime.enterprise.presentation import text_of

        variables = {text_of(name): text_of(value) for name, value in environment.items()}
    return Process(command, folder, redirect_output, redirect_input, codec(encoding), variables)

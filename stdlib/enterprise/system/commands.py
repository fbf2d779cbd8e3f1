"""Starting programs by a command line."""

from __future__ import annotations

from runtime.enterprise.declare import function
from runtime.enterprise.reference import Reference
from stdlib.enterprise.system.launching import forget, launch


@function(
    "ЗапуститьПриложение(СтрокаКоманды, [ТекущийКаталог], [ДождатьсяЗавершения], [КодВозврата])",
    "RunApp(CommandLine, [CurrentDirectory], [WaitForCompletion], [ReturnCode])",
)
def run_app(command: str, folder: str = "", wait: bool = False, code: object = None) -> None:
    """Запускает программу. Если её завершения ждут, переменная последнего параметра получает код возврата.

    Командная строка не проходит через оболочку: слова разделены пробелами, слово с пробелами берут в кавычки.
    """
    process = launch(command, folder)
    if wait:
        process.wait()
    else:
        forget(process)
    if isinstance(code, Reference):
        code.value = process.returncode if wait else None


@function("КомандаСистемы(СтрокаКоманды, [ТекущийКаталог])", "System(CommandLine, [CurrentDirectory])")
def system(command: str, folder: str = "") -> None:
    """Выполняет команду оболочкой операционной системы и ждёт её завершения."""
    launch(command, folder, shell=True).wait()

"""What a script says to the one who runs it, and how it ends."""

from __future__ import annotations

from runtime.enterprise.declare import function, global_property
from runtime.errors import ScriptExit
from runtime.host import current

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.enterprise.collections.array import Array
    from stdlib.enterprise.message_status import MessageStatus


@function("Сообщить(ТекстСообщения, [Статус])", "Message(MessageText, [Status])")
def message(text: object, status: MessageStatus | None = None) -> None:
    """Выводит текст и переводит строку. Значение другого типа выводится так, как его показывает Строка()."""
    if text.__class__ is not str:
        from runtime.enterprise.presentation import text_of

        text = text_of(text)
    current().write(f"{text}\n")


@function("ЗавершитьРаботу([КодВозврата])", "Exit([ReturnCode])")
def exit_script(code: int = 0) -> None:
    """Завершает сценарий с кодом возврата (0 – успешно). Попытка…Исключение этого не останавливает."""
    raise ScriptExit(code)


@global_property("АргументыКоманднойСтроки", "CommandLineArguments", "Массив")
def command_line_arguments() -> Array:
    """Массив строк: аргументы, с которыми запущен сценарий."""
    from stdlib.enterprise.collections.array import Array

    return Array.of(current().arguments)

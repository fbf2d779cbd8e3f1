"""What a script tells of its course; none of it belongs to its output."""

from __future__ import annotations

from runtime.enterprise.declare import function
from runtime.enterprise.numbers import Number
from runtime.errors import BadArgument
from runtime.host import current

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.enterprise.errors.error_info import ErrorInfo


@function(
    "Состояние([ТекстСообщения], [Прогресс], [Пояснение], [Картинка])", "Status([Text], [Progress], [Note], [Picture])"
)
def status(text: str = "", progress: Number | None = None, note: str = "", picture: object = None) -> None:
    """Пишет в поток ошибок, чем занят сценарий: «Загрузка 50%: письма»."""
    if progress is not None and not 0 <= progress <= 100:
        raise BadArgument(2)
    share = "" if progress is None else f"{int(progress)}%"
    title = " ".join(piece for piece in (text, share) if piece)
    line = ": ".join(piece for piece in (title, note) if piece)
    if line:
        current().write_error(f"{line}\n")


@function("Сигнал()", "Beep()")
def beep() -> None:
    """Звуковой сигнал."""
    current().write_error("\a")


@function("ОчиститьСообщения()", "ClearMessages()")
def clear_messages() -> None:
    """Забывает сообщения, которые даёт ПолучитьСообщенияПользователю(). Выведенное остаётся на экране."""
    from stdlib.enterprise.session.user_message import forget

    forget()


@function("ОбработкаПрерыванияПользователя()", "UserInterruptProcessing()")
def user_interrupt_processing() -> None:
    """Даёт пользователю прервать сценарий. Ctrl+C прерывает его в любом месте и без этого."""


@function("ПоказатьИнформациюОбОшибке(ИнформацияОбОшибке)", "ShowErrorInfo(ErrorInfo)")
def show_error_info(info: ErrorInfo) -> None:
    """Пишет в поток ошибок краткое представление ошибки."""
    current().write_error(f"{info.brief()}\n")

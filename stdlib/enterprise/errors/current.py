"""The error being handled, and how errors are shown."""

from __future__ import annotations

from sys import exception

from runtime.enterprise.declare import function
from runtime.errors import Raised
from runtime.native import script_error, script_place
from stdlib.enterprise.errors.error_info import ErrorInfo, brief, shown


def _handled() -> ErrorInfo:
    """What is known of the error whose handler runs; empty information outside of handlers."""
    error = exception()
    return ErrorInfo(script_error(error) if error is not None else None)


@function("ИнформацияОбОшибке(): ИнформацияОбОшибке", "ErrorInfo()")
def error_info() -> ErrorInfo:
    """Сведения об ошибке, которую обрабатывает Исключение."""
    return _handled()


@function("ОписаниеОшибки(): Строка", "ErrorDescription()")
def error_description() -> str:
    """Текст ошибки, которую обрабатывает Исключение, с местом в модуле; вне обработки – пустая строка."""
    error = exception()
    if isinstance(error, Raised) and error.cause is None:
        raised = error.__traceback__
        if raised is not None and raised.tb_next is None:
            # Raised and caught in one method, as loops do: no walk, no search for causes.
            text: str = error.args[0]
            return shown((raised.tb_frame.f_code.co_filename, raised.tb_lineno)) + text
    told = script_error(error) if error is not None else None
    return shown(script_place(told)) + brief(told) if told is not None else ""


@function("КраткоеПредставлениеОшибки(ИнформацияОбОшибке): Строка", "BriefErrorDescription(ErrorInfo)")
def brief_error_description(info: ErrorInfo) -> str:
    """Текст ошибки и её причин."""
    return info.brief()


@function("ПодробноеПредставлениеОшибки(ИнформацияОбОшибке): Строка", "DetailErrorDescription(ErrorInfo)")
def detail_error_description(info: ErrorInfo) -> str:
    """Текст ошибки и её причин с местом в модуле и исходной строкой."""
    return info.detailed()

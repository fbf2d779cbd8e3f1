"""The error being handled, and how errors are shown."""

from __future__ import annotations

import sys

from runtime.enterprise.declare import function
from runtime.native import script_error
from stdlib.enterprise.errors.error_info import ErrorInfo


def _handled() -> ErrorInfo:
    """What is known of the error whose handler runs; empty information outside of handlers."""
    error = sys.exception()
    return ErrorInfo(script_error(error) if error is not None else None)


@function("ИнформацияОбОшибке(): ИнформацияОбОшибке", "ErrorInfo()")
def error_info() -> ErrorInfo:
    """Сведения об ошибке, которую обрабатывает Исключение."""
    return _handled()


@function("ОписаниеОшибки(): Строка", "ErrorDescription()")
def error_description() -> str:
    """Текст ошибки, которую обрабатывает Исключение, с местом в модуле; вне обработки – пустая строка."""
    info = _handled()
    return info.place() + info.brief()


@function("КраткоеПредставлениеОшибки(ИнформацияОбОшибке): Строка", "BriefErrorDescription(ErrorInfo)")
def brief_error_description(info: ErrorInfo) -> str:
    """Текст ошибки и её причин."""
    return info.brief()


@function("ПодробноеПредставлениеОшибки(ИнформацияОбОшибке): Строка", "DetailErrorDescription(ErrorInfo)")
def detail_error_description(info: ErrorInfo) -> str:
    """Текст ошибки и её причин с местом в модуле и исходной строкой."""
    return info.detailed()

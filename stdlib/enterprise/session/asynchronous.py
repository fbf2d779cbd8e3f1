"""Asynchronous twins of the dialogs at the console: a person is asked at once, the script learns the answer later."""

from __future__ import annotations

from runtime.enterprise.reference import Reference
from stdlib.enterprise.asynchrony.declare import callback_function, promise_function
from stdlib.enterprise.session.dialogs import do_message_box, do_query_box
from stdlib.enterprise.session.input import input_date, input_number, input_string, input_value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from runtime.enterprise.types import TypeValue
    from stdlib.enterprise.dates.date_fractions import DateFractions
    from stdlib.enterprise.values.type_description import TypeDescription


def _typed(ask: Callable[..., bool], value: object, *options: object) -> Any:
    """What was typed; Неопределено when nothing was."""
    variable = Reference(value)
    return variable.value if ask(variable, *options) else None


def _string(value: object, tooltip: str = "", length: int = 0, multiline: bool = False) -> object:
    """Просит ввести строку; результат – она или Неопределено, если ввод окончен."""
    return _typed(input_string, value, tooltip, length, multiline)


def _number(value: object, tooltip: str = "", length: int = 0, precision: int = 0) -> object:
    """Просит ввести число; результат – оно или Неопределено, если ввод окончен."""
    return _typed(input_number, value, tooltip, length, precision)


def _date(value: object, tooltip: str = "", part: DateFractions | None = None) -> object:
    """Просит ввести дату; результат – она или Неопределено, если ввод окончен."""
    return _typed(input_date, value, tooltip, part)


def _string_or_none(value: object = None, tooltip: str = "", length: int = 0, multiline: bool = False) -> object:
    """Просит ввести строку; результат – она или Неопределено, если ввод окончен."""
    return _string(value, tooltip, length, multiline)


def _date_or_none(value: object = None, tooltip: str = "", part: DateFractions | None = None) -> object:
    """Просит ввести дату; результат – она или Неопределено, если ввод окончен."""
    return _date(value, tooltip, part)


def _value(value: object, tooltip: str = "", kind: TypeValue | TypeDescription | None = None) -> object:
    """Просит ввести значение; результат – оно или Неопределено, если ввод окончен."""
    return _typed(input_value, value, tooltip, kind)


def _show_value(value: object) -> None:
    """Показывает значение и ждёт, пока нажмут Enter."""
    from runtime.enterprise.presentation import text_of

    do_message_box(text_of(value))


_STRING = "(Строка, [Подсказка], [Длина], [Многострочность])"
_STRING_EN = "(String, [Tooltip], [Length], [Multiline])"
_NUMBER, _NUMBER_EN = "(Число, [Подсказка], [Длина], [Точность])", "(Number, [Tooltip], [Length], [Precision])"
_DATE, _DATE_EN = "(Дата, [Подсказка], [ЧастьДаты])", "(Date, [Tooltip], [DateFractions])"
_VALUE, _VALUE_EN = "(Значение, [Подсказка], [Тип])", "(Value, [Tooltip], [Type])"

do_message_box_async = promise_function(do_message_box, "ПредупреждениеАсинх", "DoMessageBoxAsync", at_once=True)
show_message_box = callback_function(
    do_message_box, "ПоказатьПредупреждение", "ShowMessageBox", optional=True, at_once=True
)
do_query_box_async = promise_function(do_query_box, "ВопросАсинх", "DoQueryBoxAsync", at_once=True)
show_query_box = callback_function(do_query_box, "ПоказатьВопрос", "ShowQueryBox", at_once=True)
input_string_async = promise_function(
    _string, f"ВвестиСтрокуАсинх{_STRING}", f"InputStringAsync{_STRING_EN}", at_once=True
)
show_input_string = callback_function(
    _string_or_none,
    "ПоказатьВводСтроки([Строка], [Подсказка], [Длина], [Многострочность])",
    "ShowInputString([String], [Tooltip], [Length], [Multiline])",
    at_once=True,
)
input_number_async = promise_function(
    _number, f"ВвестиЧислоАсинх{_NUMBER}", f"InputNumberAsync{_NUMBER_EN}", at_once=True
)
show_input_number = callback_function(
    _number, f"ПоказатьВводЧисла{_NUMBER}", f"ShowInputNumber{_NUMBER_EN}", at_once=True
)
input_date_async = promise_function(_date, f"ВвестиДатуАсинх{_DATE}", f"InputDateAsync{_DATE_EN}", at_once=True)
show_input_date = callback_function(
    _date_or_none,
    "ПоказатьВводДаты([Дата], [Подсказка], [ЧастьДаты])",
    "ShowInputDate([Date], [Tooltip], [DateFractions])",
    at_once=True,
)
input_value_async = promise_function(
    _value, f"ВвестиЗначениеАсинх{_VALUE}", f"InputValueAsync{_VALUE_EN}", at_once=True
)
show_input_value = callback_function(
    _value, f"ПоказатьВводЗначения{_VALUE}", f"ShowInputValue{_VALUE_EN}", at_once=True
)
show_value = callback_function(
    _show_value, "ПоказатьЗначение(Значение)", "ShowValue(Value)", optional=True, at_once=True
)

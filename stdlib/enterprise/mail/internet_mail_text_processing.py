"""Перечисление ОбработкаТекстаИнтернетПочтовогоСообщения."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration("ОбработкаТекстаИнтернетПочтовогоСообщения", "InternetMailTextProcessing")
class InternetMailTextProcessing(EnumValue):
    """Обрабатывать ли тексты письма при отправке."""

    __slots__ = ()
    process = item("Обрабатывать", "Process")
    dont_process = item("НеОбрабатывать", "DontProcess")

"""Перечисление СтатусРазбораИнтернетПочтовогоСообщения."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration("СтатусРазбораИнтернетПочтовогоСообщения", "InternetMailMessageParseStatus")
class InternetMailMessageParseStatus(EnumValue):
    """Удалось ли разобрать письмо без ошибок."""

    __slots__ = ()
    errors_not_detected = item("ОшибокНеОбнаружено", "ErrorsNotDetected")
    errors_detected = item("ОбнаруженыОшибки", "ErrorsDetected")

"""Перечисление СтатусРазбораИнтернетПочтовогоСообщения."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, global_property, item


@enumeration("СтатусРазбораИнтернетПочтовогоСообщения", "InternetMailMessageParseStatus")
class InternetMailMessageParseStatus(EnumValue):
    """Удалось ли разобрать письмо без ошибок."""

    __slots__ = ()
    errors_not_detected = item("ОшибокНеОбнаружено", "ErrorsNotDetected")
    errors_detected = item("ОбнаруженыОшибки", "ErrorsDetected")


@global_property("СтатусРазбораПочтовогоСообщения", "MailMessageParseStatus")
def parse_status_of_older_code() -> type[InternetMailMessageParseStatus]:
    """То же, что СтатусРазбораИнтернетПочтовогоСообщения: имя, которое встречается в коде."""
    return InternetMailMessageParseStatus

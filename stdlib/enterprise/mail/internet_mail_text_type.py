"""Перечисление ТипТекстаПочтовогоСообщения."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration("ТипТекстаПочтовогоСообщения", "InternetMailTextType")
class InternetMailTextType(EnumValue):
    """Вид текста письма."""

    __slots__ = ()
    plain_text = item("ПростойТекст", "PlainText")
    html = item("HTML", "HTML")
    rich_text = item("РазмеченныйТекст", "RichText")
    custom_text = item("ПроизвольныйТекст", "CustomText")

"""МеткаПорядкаБайтов."""

from __future__ import annotations

from runtime.element.declare import enumeration, item
from runtime.element.objects import ElementEnum


@enumeration("МеткаПорядкаБайтов", "BytesOrderMark")
class BytesOrderMark(ElementEnum):
    """Пишется ли метка порядка байтов перед текстом в UTF-8, UTF-16, UTF-32. Имена элементов не подтверждены."""

    __slots__ = ()

    AUTO = item("Авто", "Auto")
    ADD = item("Добавлять", "Add")
    OMIT = item("НеДобавлять", "Omit")

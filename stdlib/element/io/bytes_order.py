"""ПорядокБайтов."""

from __future__ import annotations

from runtime.element.declare import enumeration, item
from runtime.element.objects import ElementEnum


@enumeration("ПорядокБайтов", "BytesOrder")
class BytesOrder(ElementEnum):
    """Какой байт числа стоит первым. Имена элементов не подтверждены."""

    __slots__ = ()

    LITTLE_ENDIAN = item("ОтМладшегоКСтаршему", "LittleEndian")
    BIG_ENDIAN = item("ОтСтаршегоКМладшему", "BigEndian")

"""Перечисление ПорядокБайтов."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal


@enumeration("ПорядокБайтов", "ByteOrder", presentation="Порядок байтов")
class ByteOrder(EnumValue):
    """Какой байт целого числа стоит первым: старший или младший."""

    __slots__ = ()
    big_endian = item("BigEndian", "BigEndian")
    little_endian = item("LittleEndian", "LittleEndian")


def spelled(order: ByteOrder) -> Literal["big", "little"]:
    """What Python calls a byte order."""
    return "big" if order is ByteOrder.big_endian else "little"

"""Перечисление ДопустимаяДлина."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration("ДопустимаяДлина", "AllowedLength", presentation="Допустимая длина")
class AllowedLength(EnumValue):
    """Дополняется ли строка пробелами до наибольшей длины."""

    __slots__ = ()
    variable = item("Переменная", "Variable")
    fixed = item("Фиксированная", "Fixed")

"""Перечисление ДопустимыйЗнак."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration("ДопустимыйЗнак", "AllowedSign", presentation="Допустимый знак")
class AllowedSign(EnumValue):
    """Могут ли числа быть отрицательными."""

    __slots__ = ()
    any = item("Любой", "Any")
    nonnegative = item("Неотрицательный", "Nonnegative")

"""Перечисление РежимОкругления."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration("РежимОкругления", "RoundMode", presentation="Режим округления")
class RoundMode(EnumValue):
    """Куда Окр() округляет половину."""

    __slots__ = ()
    round15as10 = item("Окр15как10", "Round15as10")
    round15as20 = item("Окр15как20", "Round15as20")

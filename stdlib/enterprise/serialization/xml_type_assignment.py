"""Перечисление НазначениеТипаXML."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration("НазначениеТипаXML", "XMLTypeAssignment", presentation="Назначение типа XML")
class XMLTypeAssignment(EnumValue):
    """Записывается ли тип значения в корневой элемент: Неявное – нет, его говорит имя элемента."""

    __slots__ = ()
    implicit = item("Неявное", "Implicit")
    explicit = item("Явное", "Explicit")

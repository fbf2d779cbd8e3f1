"""Перечисление ИспользованиеВывода."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration("ИспользованиеВывода", "UseOutput", presentation="Использование вывода")
class UseOutput(EnumValue):
    """Можно ли документ печатать и сохранять; здесь только хранится."""

    __slots__ = ()
    auto = item("Авто", "Auto")
    enable = item("Разрешить", "Enable")
    disable = item("Запретить", "Disable")

"""Перечисление РежимУправленияБлокировкойДанных."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration(
    "РежимУправленияБлокировкойДанных", "DataLockControlMode", presentation="Режим управления блокировкой данных"
)
class DataLockControlMode(EnumValue):
    """Кто блокирует данные в транзакции."""

    __slots__ = ()
    automatic = item("Автоматический", "Automatic")
    managed = item("Управляемый", "Managed")

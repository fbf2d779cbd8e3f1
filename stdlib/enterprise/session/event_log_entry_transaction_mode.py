"""Перечисление РежимТранзакцииЗаписиЖурналаРегистрации."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration(
    "РежимТранзакцииЗаписиЖурналаРегистрации",
    "EventLogEntryTransactionMode",
    presentation="Режим транзакции записи журнала регистрации",
)
class EventLogEntryTransactionMode(EnumValue):
    """Отменяется ли запись журнала вместе с транзакцией."""

    __slots__ = ()
    independent = item("Независимая", "Independent")
    transactional = item("Транзакционная", "Transactional")

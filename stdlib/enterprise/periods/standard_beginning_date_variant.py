"""Перечисление ВариантСтандартнойДатыНачала."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration(
    "ВариантСтандартнойДатыНачала", "StandardBeginningDateVariant", presentation="Вариант стандартной даты начала"
)
class StandardBeginningDateVariant(EnumValue):
    """Какую дату имеет СтандартнаяДатаНачала: она отсчитывается от сегодняшнего дня."""

    __slots__ = ()
    custom = item("ПроизвольнаяДата", "Custom")
    beginning_of_this_day = item("НачалоЭтогоДня", "BeginningOfThisDay")
    beginning_of_this_week = item("НачалоЭтойНедели", "BeginningOfThisWeek")
    beginning_of_this_ten_days = item("НачалоЭтойДекады", "BeginningOfThisTenDays")
    beginning_of_this_month = item("НачалоЭтогоМесяца", "BeginningOfThisMonth")
    beginning_of_this_quarter = item("НачалоЭтогоКвартала", "BeginningOfThisQuarter")
    beginning_of_this_half_year = item("НачалоЭтогоПолугодия", "BeginningOfThisHalfYear")
    beginning_of_this_year = item("НачалоЭтогоГода", "BeginningOfThisYear")
    beginning_of_last_day = item("НачалоПрошлогоДня", "BeginningOfLastDay")
    beginning_of_last_week = item("НачалоПрошлойНедели", "BeginningOfLastWeek")
    beginning_of_last_ten_days = item("НачалоПрошлойДекады", "BeginningOfLastTenDays")
    beginning_of_last_month = item("НачалоПрошлогоМесяца", "BeginningOfLastMonth")
    beginning_of_last_quarter = item("НачалоПрошлогоКвартала", "BeginningOfLastQuarter")
    beginning_of_last_half_year = item("НачалоПрошлогоПолугодия", "BeginningOfLastHalfYear")
    beginning_of_last_year = item("НачалоПрошлогоГода", "BeginningOfLastYear")
    beginning_of_next_day = item("НачалоСледующегоДня", "BeginningOfNextDay")
    beginning_of_next_week = item("НачалоСледующейНедели", "BeginningOfNextWeek")
    beginning_of_next_ten_days = item("НачалоСледующейДекады", "BeginningOfNextTenDays")
    beginning_of_next_month = item("НачалоСледующегоМесяца", "BeginningOfNextMonth")
    beginning_of_next_quarter = item("НачалоСледующегоКвартала", "BeginningOfNextQuarter")
    beginning_of_next_half_year = item("НачалоСледующегоПолугодия", "BeginningOfNextHalfYear")
    beginning_of_next_year = item("НачалоСледующегоГода", "BeginningOfNextYear")

"""Перечисление СостояниеФоновогоЗадания."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration("СостояниеФоновогоЗадания", "BackgroundJobState", presentation="Состояние фонового задания")
class BackgroundJobState(EnumValue):
    """Выполняется ли фоновое задание, а если нет, то чем закончилось."""

    __slots__ = ()
    active = item("Активно", "Active")
    completed = item("Завершено", "Completed")
    failed = item("ЗавершеноАварийно", "Failed")
    canceled = item("Отменено", "Canceled")

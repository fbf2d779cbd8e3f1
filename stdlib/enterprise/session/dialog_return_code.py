"""Перечисление КодВозвратаДиалога."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration("КодВозвратаДиалога", "DialogReturnCode", presentation="Код возврата диалога")
class DialogReturnCode(EnumValue):
    """Что ответили в Вопрос()."""

    __slots__ = ()
    yes = item("Да", "Yes")
    no = item("Нет", "No")
    ok = item("ОК", "OK")
    cancel = item("Отмена", "Cancel")
    retry = item("Повторить", "Retry")
    abort = item("Прервать", "Abort")
    ignore = item("Пропустить", "Ignore")
    timeout = item("Таймаут", "Timeout")

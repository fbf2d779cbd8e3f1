"""Перечисление РежимДиалогаВопрос."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration("РежимДиалогаВопрос", "QuestionDialogMode", presentation="Режим диалога вопрос")
class QuestionDialogMode(EnumValue):
    """Из каких ответов выбирают в Вопрос()."""

    __slots__ = ()
    yes_no = item("ДаНет", "YesNo")
    yes_no_cancel = item("ДаНетОтмена", "YesNoCancel")
    ok = item("ОК", "OK")
    ok_cancel = item("ОКОтмена", "OKCancel")
    retry_cancel = item("ПовторитьОтмена", "RetryCancel")
    abort_retry_ignore = item("ПрерватьПовторитьПропустить", "AbortRetryIgnore")

"""Modes that an infobase gives a meaning to; a script without one only keeps them."""

from __future__ import annotations

from contextvars import ContextVar

from runtime.enterprise.declare import function

_privileged: ContextVar[int] = ContextVar("privileged", default=0)
_exclusive: ContextVar[bool] = ContextVar("exclusive", default=False)


@function("ПривилегированныйРежим(): Булево", "PrivilegedMode()")
def privileged_mode() -> bool:
    """Истина, если включён привилегированный режим."""
    return _privileged.get() > 0


@function("УстановитьПривилегированныйРежим(Включить)", "SetPrivilegedMode(Enable)")
def set_privileged_mode(enable: bool) -> None:
    """Включает или выключает привилегированный режим: сколько раз включён, столько раз и выключается.

    Без информационной базы прав он не меняет.
    """
    _privileged.set(max(_privileged.get() + (1 if enable else -1), 0))


@function("МонопольныйРежим(): Булево", "ExclusiveMode()")
def exclusive_mode() -> bool:
    """Истина, если включён монопольный режим."""
    return _exclusive.get()


@function("УстановитьМонопольныйРежим(МонопольныйРежим, [Параметры])", "SetExclusiveMode(ExclusiveMode, [Parameters])")
def set_exclusive_mode(exclusive: bool, parameters: object = None) -> None:
    """Включает или выключает монопольный режим. Без информационной базы мешать некому: режим только запоминается."""
    _exclusive.set(exclusive)


@function("ТекущийРежимЗапуска(): Неопределено", "CurrentRunMode()")
def current_run_mode() -> object:
    """Неопределено: сценарий выполняется без клиентского приложения."""
    return None


@function("ТекущийСеансТестируется(): Булево", "CurrentSessionIsTested()")
def current_session_is_tested() -> bool:
    """Ложь: сценарий не проверяется средствами тестирования платформы."""
    return False


@function("ОбновитьПовторноИспользуемыеЗначения()", "RefreshReusableValues()")
def refresh_reusable_values() -> None:
    """Забывает значения общих модулей с повторным использованием; у сценария таких модулей нет."""

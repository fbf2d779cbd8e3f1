"""Calling what an ОписаниеОповещения describes."""

from __future__ import annotations

from runtime.enterprise.declare import function

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.enterprise.asynchrony.callback_description import CallbackDescription


@function("ВыполнитьОбработкуОповещения(ВыполняемоеОповещение, [Результат])", "RunCallback(CallbackToRun, [Result])")
def run_callback(callback: CallbackDescription, result: object = None) -> None:
    """Сразу вызывает процедуру из описания оповещения с этим результатом."""
    callback.run(result)

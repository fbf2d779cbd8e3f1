"""Asynchronous twins of starting programs."""

from __future__ import annotations

from stdlib.enterprise.asynchrony.declare import callback_function, promise_function
from stdlib.enterprise.system.launching import forget, launch


def _run_app(command: str, folder: str = "", wait: bool = False) -> int | None:
    """Запускает программу; результат – код возврата, если её завершения ждут."""
    process = launch(command, folder)
    if wait:
        return process.wait()
    forget(process)
    return None


_PARAMETERS = "(СтрокаКоманды, [ТекущийКаталог], [ДождатьсяЗавершения])"
_ENGLISH = "(CommandLine, [CurrentDirectory], [WaitForCompletion])"

run_app_async = promise_function(_run_app, f"ЗапуститьПриложениеАсинх{_PARAMETERS}", f"RunAppAsync{_ENGLISH}")
begin_running_application = callback_function(
    _run_app, f"НачатьЗапускПриложения{_PARAMETERS}", f"BeginRunningApplication{_ENGLISH}"
)

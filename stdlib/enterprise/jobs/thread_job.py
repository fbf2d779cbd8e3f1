"""A method of an object in a thread, as OneScript's jobs are: the objects are shared, the processor is, too."""

from __future__ import annotations

from runtime.errors import OnecError, ScriptExit
from runtime.names import fold
from runtime.native import script_error
from runtime.objects import missing
from stdlib.enterprise.errors.error_info import ErrorInfo
from stdlib.enterprise.jobs.background_job import BackgroundJob

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from threading import Thread
    from typing import Any


class _Cancelled(BaseException):
    """Raised in the thread of a cancelled job: no Попытка stops it."""


def start_in_thread(owner: object, method: str, arguments: list[Any], job: BackgroundJob) -> None:
    """Call a method of an object in a thread; what comes of it, the job is told."""
    from contextvars import copy_context
    from threading import Thread

    name = fold(method.strip()) + "()"
    call = getattr(owner, name, None)
    if call is None:
        raise missing(owner, name, method)
    # The host and the arithmetic of the script that started it.
    thread = Thread(target=copy_context().run, args=(_run, call, arguments, job), daemon=True)
    job.watch(lambda: _interrupt(thread))
    thread.start()


def _run(call: Callable[..., Any], arguments: list[Any], job: BackgroundJob) -> None:
    import sys

    if "runtime.decimals" in sys.modules:
        sys.modules["runtime.decimals"].adopt()
    try:
        job.returned(_finished(call(*arguments)))
    except ScriptExit:
        job.returned(None)
    except _Cancelled:
        return
    except Exception as error:
        known = script_error(error)
        job.raised(ErrorInfo(known or OnecError(f"Внутренняя ошибка 1cs: {error!r}")))
        if known is None:
            raise


def _finished(value: Any) -> Any:
    """What an asynchronous method gives in the end."""
    import sys

    loop = sys.modules.get("stdlib.enterprise.asynchrony.event_loop")
    return loop.finish(value) if loop is not None else value


def _interrupt(thread: Thread) -> None:
    if thread.ident is not None and thread.is_alive():
        import ctypes

        ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread.ident), ctypes.py_object(_Cancelled))

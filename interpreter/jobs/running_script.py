"""runtime.host.Script: the methods of what runs here, and what is kept for its jobs."""

from __future__ import annotations

from threading import Lock

from runtime.errors import OnecError
from runtime.host import Host, require
from runtime.names import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from threading import Semaphore
    from typing import Any

    from interpreter.artifact import Artifact
    from interpreter.jobs.process import JobProcess
    from runtime.host import Storage, Watcher


class KeptHere:
    """runtime.host.Storage in memory."""

    def __init__(self) -> None:
        self._values: dict[str, bytes] = {}

    def put(self, address: str, value: bytes) -> None:
        self._values[address] = value

    def get(self, address: str) -> bytes | None:
        return self._values.get(address)

    def delete(self, address: str) -> None:
        self._values.pop(address, None)


class RunningScript:
    """`declared` gives the script's texts without their bodies: name and artifact, in order."""

    def __init__(
        self,
        host: Host,
        declared: Callable[[], list[tuple[str, Artifact]]],
        *,
        cache_folder: str | None = None,
        storage: Storage | None = None,
    ) -> None:
        self._host, self._declared, self._cache_folder = host, declared, cache_folder
        self.storage: Storage = storage or KeptHere()
        self.jobs: list[Any] = []
        self._processes: list[JobProcess] = []
        self._slots: Semaphore | None = None
        # Threads of the script may start jobs, too.
        self._starting = Lock()

    def start(self, method: str, arguments: bytes, count: int, watcher: Watcher) -> Callable[[], None]:
        """See runtime.host.Script."""
        require("process", method)
        with self._starting:
            return self._start(method, arguments, count, watcher)

    def _start(self, method: str, arguments: bytes, count: int, watcher: Watcher) -> Callable[[], None]:
        # A script that only keeps values in the storage needs none of this.
        from interpreter.jobs.declarations import methods, of_library
        from interpreter.jobs.process import JobProcess

        artifacts = self._declared()
        module, _, name = method.rpartition(".")
        own = not module or fold(module) in {fold(_stem(file)) for file, _ in artifacts}
        declared = methods(artifacts).get(fold(name)) if own else of_library(artifacts, module, name)
        if declared is None:
            raise OnecError(f"Метод не обнаружен ({method})", hint=_HINT)
        if count < declared.required or (declared.most is not None and count > declared.most):
            few = count < declared.required
            raise OnecError(f"{'Недостаточно' if few else 'Слишком много'} фактических параметров ({method})")
        work = {
            "artifacts": [(name, artifact.dump()) for name, artifact in artifacts],
            "cache": self._cache_folder,
            "host": _given(self._host),
            "owner": declared.owner,
            "method": declared.python,
            "hands_back": declared.hands_back,
            "arguments": arguments,
        }
        if self._slots is None:
            self._slots = _slots()
        process = JobProcess(work, self._host, self.storage, watcher, self._slots)
        self._processes = [*(one for one in self._processes if not one.is_over), process]
        return process.cancel

    def close(self) -> None:
        """End every job that is still running."""
        for process in self._processes:
            process.cancel()
        self._processes.clear()


def _slots() -> Semaphore:
    import os
    from threading import Semaphore

    return Semaphore(max(_AT_ONCE, 4 * (os.cpu_count() or 1)))


_AT_ONCE = 16
"""At least so many jobs run at once; each takes the memory of a process."""
_HINT = "Задание выполняет экспортный метод сценария или модуля библиотеки: «Имя» или «Модуль.Имя»"


def _stem(file: str) -> str:
    from os.path import basename

    return basename(file).partition(".")[0]


def _given(host: Host) -> dict[str, Any]:
    """What the host says of itself by plain attributes: arguments, language."""
    names = [name for name, value in vars(Host).items() if not name.startswith("_") and not callable(value)]
    return {name: getattr(host, name) for name in names}

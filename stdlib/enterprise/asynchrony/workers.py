"""Threads that do the work of promises: as many as there is work, up to a limit; none when there is none."""

from __future__ import annotations

from collections import deque
from threading import Lock, Thread

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    Work = Callable[[], None]

LIMIT = 32


class Workers:
    """Works of one owner are done in the order in which they were submitted, never two at a time."""

    def __init__(self, limit: int = LIMIT) -> None:
        self._limit = limit
        self._lock = Lock()
        self._threads = 0
        self._works: deque[tuple[object, Work]] = deque()
        self._lines: dict[int, deque[Work]] = {}
        """Further works of an owner, by its id, while one of it is being done or about to be."""

    def submit(self, work: Work, owner: object = None) -> None:
        """Have work done; an owner of None is nobody. Work must not raise."""
        with self._lock:
            if owner is not None:
                line = self._lines.get(id(owner))
                if line is not None:
                    line.append(work)
                    return
                self._lines[id(owner)] = deque()
            self._works.append((owner, work))
            if self._threads >= self._limit:
                return
            self._threads += 1
        # A daemon: nothing that goes on keeps a script that was interrupted.
        Thread(target=self._run, daemon=True).start()

    def _run(self) -> None:
        while (given := self._next()) is not None:
            owner, work = given
            work()
            if owner is not None:
                self._release(owner)

    def _next(self) -> tuple[object, Work] | None:
        with self._lock:
            if self._works:
                return self._works.popleft()
            self._threads -= 1
            return None

    def _release(self, owner: object) -> None:
        with self._lock:
            line = self._lines[id(owner)]
            if line:
                self._works.append((owner, line.popleft()))
            else:
                del self._lines[id(owner)]


WORKERS = Workers()

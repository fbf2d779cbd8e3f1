"""The background loop behind blocking calls."""

from __future__ import annotations

import _thread
import asyncio
import threading
import time

import pytest

from stdlib.mail.loop import run


async def _where() -> tuple[int, str]:
    return id(asyncio.get_running_loop()), threading.current_thread().name


def test_all_calls_share_one_loop_in_another_thread() -> None:
    first, second = run(_where()), run(_where())
    assert first == second
    assert first[1] != threading.current_thread().name


def test_calls_of_several_threads_run_beside_each_other() -> None:
    met = asyncio.Event()

    async def wait() -> str:
        await asyncio.wait_for(met.wait(), 5)
        return "met"

    async def signal() -> None:
        met.set()

    results: list[str] = []
    waiter = threading.Thread(target=lambda: results.append(run(wait())))
    waiter.start()
    run(signal())
    waiter.join(5)
    assert results == ["met"]


async def _raise(error: Exception) -> None:
    raise error


@pytest.mark.parametrize("error", [ValueError("x"), TimeoutError("own")], ids=repr)
def test_error_of_the_coroutine_comes_through(error: Exception) -> None:
    with pytest.raises(type(error), match=str(error)):
        run(_raise(error))


def test_keyboard_interrupt_cancels_and_waits_for_the_clean_up() -> None:
    cleaned: list[bool] = []
    started = threading.Event()

    async def hang() -> None:
        started.set()
        try:
            await asyncio.sleep(60)
        finally:
            await asyncio.sleep(0.05)
            cleaned.append(True)

    def interrupt() -> None:
        started.wait(5)
        _thread.interrupt_main()

    threading.Thread(target=interrupt).start()
    begun = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        run(hang())
    assert cleaned == [True]
    assert time.monotonic() - begun < 10


def test_call_from_inside_the_loop_is_refused() -> None:
    async def inside() -> None:
        run(_where())

    with pytest.raises(RuntimeError, match="inside its own loop"):
        run(inside())

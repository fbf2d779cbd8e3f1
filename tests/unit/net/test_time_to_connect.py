"""How long a connection is waited for."""

from __future__ import annotations

from typing import Any

import httpcore
import pytest

from stdlib.net.wire import Deadline, _Backend


class Asked:
    """Stands in for the network: notes how long it may take, then fails."""

    def __init__(self) -> None:
        self.seconds: float | None = None

    def connect_tcp(self, host: str, port: int, timeout: float | None, *rest: Any) -> httpcore.NetworkStream:
        self.seconds = timeout
        raise httpcore.ConnectError


def seconds_asked(limit: float, whole: float) -> float | None:
    deadline, asked = Deadline(), Asked()
    deadline.start(whole)
    backend = _Backend(deadline, limit)
    backend._inner = asked  # type: ignore[assignment]
    with pytest.raises(httpcore.ConnectError):
        backend.connect_tcp("localhost", 1)
    return asked.seconds


def test_connecting_has_a_limit_of_its_own() -> None:
    assert seconds_asked(2.5, 0) == 2.5


def test_connecting_takes_no_longer_than_the_whole_exchange_may() -> None:
    asked = seconds_asked(60, 1)
    assert asked is not None
    assert 0 < asked <= 1

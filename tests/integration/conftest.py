"""Real mail servers, and those who run scripts there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.real_servers import real_servers
from support.real_users import SECURITY, User

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from support.real_servers import RealServers


@pytest.fixture(scope="module")
def servers() -> Iterator[RealServers]:
    with real_servers() as running:
        yield running


@pytest.fixture(params=SECURITY)
def ivan(servers: RealServers, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[User]:
    user = User(servers, tmp_path / "ivan", "ivan")
    user.configure(request.param)
    yield user
    user.empty()


@pytest.fixture
def maria(servers: RealServers, tmp_path: Path) -> Iterator[User]:
    """Has an account on the servers; her scripts know nothing of it yet."""
    user = User(servers, tmp_path / "maria", "maria")
    yield user
    user.empty()

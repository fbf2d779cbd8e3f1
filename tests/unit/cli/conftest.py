"""Each test of the command line has folders of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ONECS_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("ONECS_MAIL_PASSWORD", raising=False)
    return tmp_path / "home"

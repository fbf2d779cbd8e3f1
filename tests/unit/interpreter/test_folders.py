import sys
from pathlib import Path

import pytest

from interpreter.folders import cache_folder, config_folder, data_folder


def test_one_folder_for_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONECS_HOME", "/дом")
    assert [Path(folder()) for folder in (cache_folder, data_folder, config_folder)] == [
        Path("/дом/cache"), Path("/дом/data"), Path("/дом/config"),
    ]  # fmt: skip


@pytest.mark.skipif(sys.platform != "linux", reason="customs of Linux")
def test_folders_follow_the_customs_of_linux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ONECS_HOME", raising=False)
    monkeypatch.setenv("HOME", "/home/я")
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", "/данные")
    monkeypatch.setenv("XDG_CONFIG_HOME", "")
    assert cache_folder() == "/home/я/.cache/1cs"
    assert data_folder() == "/данные/1cs"
    assert config_folder() == "/home/я/.config/1cs"


@pytest.mark.parametrize(
    ("platform", "expected"), [("darwin", "/home/я/Library/Caches/1cs"), ("win32", "/local/1cs/cache")]
)
def test_customs_of_other_systems(monkeypatch: pytest.MonkeyPatch, platform: str, expected: str) -> None:
    monkeypatch.delenv("ONECS_HOME", raising=False)
    monkeypatch.setenv("HOME", "/home/я")
    monkeypatch.setenv("LOCALAPPDATA", "/local")
    monkeypatch.setattr(sys, "platform", platform)
    assert cache_folder() == expected

"""Where files of ours live, by the customs of the system. ONECS_HOME puts everything under one folder.

platformdirs does the same, but takes longer to import than a short script takes to run.
"""

from __future__ import annotations

import os
import sys

_APPLICATION = "1cs"


def cache_folder() -> str:
    """Compiled scripts; may be deleted at any time."""
    return _folder("cache", "XDG_CACHE_HOME", ".cache", "Caches")


def data_folder() -> str:
    """The sandbox's mail and the REPL's history."""
    return _folder("data", "XDG_DATA_HOME", os.path.join(".local", "share"), "Application Support")


def config_folder() -> str:
    """The mail account."""
    return _folder("config", "XDG_CONFIG_HOME", ".config", "Preferences")


def _folder(kind: str, variable: str, linux: str, mac: str) -> str:
    if home := os.environ.get("ONECS_HOME"):
        return os.path.join(home, kind)
    user = os.path.expanduser("~")
    if sys.platform == "win32":
        return os.path.join(os.environ.get("LOCALAPPDATA", user), _APPLICATION, kind)
    if sys.platform == "darwin":
        return os.path.join(user, "Library", mac, _APPLICATION)
    return os.path.join(os.environ.get(variable) or os.path.join(user, linux), _APPLICATION)

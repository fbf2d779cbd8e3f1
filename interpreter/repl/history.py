"""Entries of all dialogues, kept in a file that only its owner reads."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from prompt_toolkit.history import FileHistory, History, InMemoryHistory

from interpreter.folders import data_folder

if TYPE_CHECKING:
    from collections.abc import Iterable


class EntryHistory(FileHistory):
    """An entry of several lines is one; entries that begin with a blank, as with shells, are not kept."""

    def append_string(self, string: str) -> None:
        if not string.startswith(" "):
            super().append_string(string)

    def store_string(self, string: str) -> None:
        try:
            super().store_string(string)
        except OSError:
            # A full disk takes the history, not the dialogue.
            return

    def load_history_strings(self) -> Iterable[str]:
        try:
            return list(super().load_history_strings())
        except OSError:
            return []


def open_history() -> History:
    """The history in the user's folder; one that is forgotten where no file can be made."""
    path = os.path.join(data_folder(), "history")
    try:
        os.makedirs(data_folder(), mode=0o700, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600))
        os.chmod(path, 0o600)
    except OSError:
        return InMemoryHistory()
    return EntryHistory(path)

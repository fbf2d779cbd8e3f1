"""Entries of earlier dialogues."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from prompt_toolkit.history import InMemoryHistory

from interpreter.repl.history import open_history

if TYPE_CHECKING:
    from pathlib import Path


def test_entries_come_back_newest_first() -> None:
    history = open_history()
    history.append_string("А = 1")
    history.append_string("Если А Тогда\n    Б = 2;\nКонецЕсли")
    assert list(open_history().load_history_strings()) == ["Если А Тогда\n    Б = 2;\nКонецЕсли", "А = 1"]


def test_only_the_owner_reads_the_file(home: Path) -> None:
    open_history().append_string("Пароль = 1")
    assert os.stat(home / "data" / "history").st_mode & 0o777 == 0o600


def test_a_file_that_others_read_is_closed_to_them(home: Path) -> None:
    (home / "data").mkdir(parents=True)
    (home / "data" / "history").touch(mode=0o644)
    open_history()
    assert os.stat(home / "data" / "history").st_mode & 0o777 == 0o600


def test_an_entry_that_begins_with_a_blank_is_not_kept() -> None:
    history = open_history()
    history.append_string(" Пароль = 1")
    assert list(open_history().load_history_strings()) == []


def test_without_a_folder_history_is_forgotten(home: Path) -> None:
    home.mkdir()
    (home / "data").write_text("not a folder")
    assert isinstance(open_history(), InMemoryHistory)

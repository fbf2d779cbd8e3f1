"""`1cs check` of a folder of Element scripts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from interpreter.cli.arguments import main

if TYPE_CHECKING:
    from pathlib import Path

FILES = {
    "б.sbsl": "метод Скрипт()\n    если 1\n    ;\n    Нет()\n;\n",
    "а.1cs": 'метод Скрипт()\n    пер А: Число = "а"\n    Консоль.Записать(А)\n;\n',
    "в.sbsl": "метод Скрипт()\n    пер Ж = 1\n;\n",
    "внутри/г.xbsl": "метод Скрипт(\n",
    "не сценарий.txt": "метод",
}
FOUND = [
    ("а.1cs", 2, 20, "Ожидается значение типа Число, а не Строка", "error"),
    ("б.sbsl", 2, 10, "Условие должно иметь тип Булево, а не Число", "error"),
    ("б.sbsl", 4, 5, "Неизвестный метод «Нет»", "error"),
    ("в.sbsl", 2, 9, "Переменная «Ж» не используется", "warning"),
    ("внутри/г.xbsl", 1, 14, "Не закрыта скобка «(»", "error"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path


def test_all_mistakes_of_all_files_are_told_in_order(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--language=element", "--errors=short", str(folder)]) == 65
    *lines, total = capsys.readouterr().err.replace(f"{folder}/", "").splitlines()
    wanted = [
        f"{{{name}({line},{column})}}: {'Предупреждение: ' if severity == 'warning' else ''}{message}"
        for name, line, column, message, severity in FOUND
    ]
    assert lines == wanted
    assert total == "Проверено: 4 файла, 4 ошибки, 1 предупреждение"


def test_tools_read_the_same_as_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--language=element", "--errors=json", str(folder)]) == 65
    records = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    keys = ("line", "column", "message", "severity")
    found = [(one["file"].removeprefix(f"{folder}/"), *(one[key] for key in keys)) for one in records]
    assert found == FOUND


def test_a_folder_of_warnings_is_right(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "в.sbsl").write_text(FILES["в.sbsl"], "utf-8")
    assert main(["check", str(tmp_path)]) == 0
    assert "ошибок нет, 1 предупреждение" in capsys.readouterr().err

import json
from pathlib import Path

import pytest

from interpreter.cli.arguments import main


def write(path: Path, text: str) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return str(path)


def test_a_sound_script_passes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", write(tmp_path / "a.1cs", "Сообщить(1);")]) == 0
    assert capsys.readouterr().err == "Проверено: 1 файл, ошибок нет\n"


def test_all_mistakes_of_all_scripts_of_a_folder_are_told_in_order(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path / "b.os", "Сообщить(1);\nА = Неизвестная;\nДругая();\n")
    write(tmp_path / "a" / "a.bsl", "Сообщить(Третья);\n")
    assert main(["check", "--errors=short", str(tmp_path)]) == 65
    lines = capsys.readouterr().err.splitlines()
    assert [line.partition("}")[0].rpartition("/")[2] for line in lines[:-1]] == [
        "b.os(2,5)",
        "b.os(3,1)",
        "a.bsl(1,10)",
    ]
    assert lines[-1] == "Проверено: 2 файла, 3 ошибки"


def test_json_is_one_object_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--errors=json", write(tmp_path / "a.1cs", "А = Неизвестная;")]) == 65
    (line,) = capsys.readouterr().err.splitlines()
    assert json.loads(line)["message"] == "Переменная не определена (Неизвестная)"


def test_a_missing_file_is_a_wrong_call(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path / "нет.1cs")]) == 2
    assert "Файл не найден" in capsys.readouterr().err


def test_a_folder_without_scripts_is_a_wrong_call(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path)]) == 2
    assert "Нет сценариев" in capsys.readouterr().err


def test_an_unknown_encoding_is_a_mistake_of_the_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.1cs").write_bytes(b"\x98\xff")
    assert main(["check", str(tmp_path)]) == 65
    assert "Кодировка не распознана" in capsys.readouterr().err


def test_hidden_folders_and_other_files_are_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path / ".git" / "a.1cs", "А = ;")
    write(tmp_path / "a.txt", "А = ;")
    write(tmp_path / "a.1cs", "")
    assert main(["check", str(tmp_path)]) == 0
    assert "Проверено: 1 файл, ошибок нет" in capsys.readouterr().err


def test_json_has_the_notes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path / "a.1cs", "А = 1;\nЕсли А Тогда")
    assert main(["check", "--errors=json", path]) == 65
    assert json.loads(capsys.readouterr().err)["notes"] == [
        {"file": path, "line": 2, "column": 1, "message": "Конструкция начата здесь"}
    ]


def test_nothing_is_summed_up_when_no_file_was_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path / "нет.1cs")]) == 2
    assert "Проверено" not in capsys.readouterr().err


def test_syntax_only_looks_no_names_up(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    module = write(
        tmp_path / "модуль.bsl",
        "#Область Склад\n&НаСервере\nПроцедура П() Экспорт\n"
        'Справочники.Товары.НайтиПоКоду("1");\nКонецПроцедуры\n#КонецОбласти',
    )
    broken = write(tmp_path / "сломан.bsl", "Если Справочники.А Тогда\n")
    assert main(["check", module]) == 65
    assert "Переменная не определена (Справочники)" in capsys.readouterr().err
    assert main(["check", "--syntax-only", module]) == 0
    assert main(["check", "--syntax-only", module, broken]) == 65
    told = capsys.readouterr().err
    assert "Ожидается ключевое слово КонецЕсли" in told
    assert told.endswith("Проверено: 2 файла, 1 ошибка\n")


def test_syntax_only_knows_element(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--syntax-only", write(tmp_path / "a.sbsl", "метод А()\n    Нет(Такого)\n;\n")]) == 0
    assert main(["check", "--syntax-only", write(tmp_path / "b.sbsl", "метод А(\n;\n")]) == 65
    assert "b.sbsl(" in capsys.readouterr().err

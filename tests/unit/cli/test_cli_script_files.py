from pathlib import Path

import pytest

from interpreter.cli.script_files import REFUSED, USAGE, FileProblem, read_script, scripts_below


def problem(path: Path | str) -> FileProblem:
    with pytest.raises(FileProblem) as caught:
        read_script(str(path))
    return caught.value


def test_a_missing_file_is_told_with_a_near_name(tmp_path: Path) -> None:
    (tmp_path / "письмо.1cs").write_text("")
    told = problem(tmp_path / "писмо.1cs")
    assert "Файл не найден" in str(told) and "«письмо.1cs»" in str(told)
    assert told.code == USAGE


def test_a_folder_is_told(tmp_path: Path) -> None:
    assert "Это папка" in str(problem(tmp_path))


def test_an_unknown_encoding_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.1cs").write_bytes(b"\x98\xff")
    assert problem(tmp_path / "a.1cs").code == REFUSED


def test_a_name_that_no_file_can_have_is_told() -> None:
    assert problem("a\0b").code == USAGE


def test_texts_of_windows_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.1cs").write_bytes('Сообщить("Ж");\r\n'.encode("cp1251"))
    assert read_script(str(tmp_path / "a.1cs")).text == 'Сообщить("Ж");\n'


def test_an_empty_file_is_a_script(tmp_path: Path) -> None:
    (tmp_path / "a.1cs").write_bytes(b"")
    assert read_script(str(tmp_path / "a.1cs")).text == ""


def test_scripts_of_a_folder_come_in_order_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.os", "a.1cs", "c.txt", "d/e.sbsl", ".git/f.1cs"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("")
    found = [str(Path(each).relative_to(tmp_path)) for each in scripts_below(str(tmp_path))]
    assert found == ["a.1cs", "b.os", "d/e.sbsl"]

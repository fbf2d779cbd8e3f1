from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from interpreter.cli.arguments import cut, main
from interpreter.cli.start import main as start


@pytest.mark.parametrize(
    ("argv", "command", "script", "arguments"),
    [
        (["a.1cs"], ["run"], "a.1cs", []),
        (["a.1cs", "--флаг", "-x"], ["run"], "a.1cs", ["--флаг", "-x"]),
        (["a.1cs", "check"], ["run"], "a.1cs", ["check"]),
        (["run", "a.1cs", "--help"], ["run"], "a.1cs", ["--help"]),
        (["run", "--errors=short", "a.1cs", "--errors=json"], ["run", "--errors=short"], "a.1cs", ["--errors=json"]),
        (["--language", "element", "a.1cs"], ["run", "--language", "element"], "a.1cs", []),
        (["--no-cache", "run", "a.1cs"], ["run", "--no-cache"], "a.1cs", []),
        (["run", "run"], ["run"], "run", []),
        (["-e", "Сообщить(1)"], ["run", "-e", "Сообщить(1)"], None, []),
        (["-e", "А = 1", "--x", "y"], ["run", "-e", "А = 1"], None, ["--x", "y"]),
        (["-e", "-1"], ["run", "-e", "-1"], None, []),
        (["run", "-e", "А = 1", "y"], ["run", "-e", "А = 1"], None, ["y"]),
        ([], ["repl"], None, []),
        (["--language=element"], ["repl", "--language=element"], None, []),
        (["--version"], ["--version"], None, []),
        (["--errors=short", "check", "a"], ["check", "--errors=short", "a"], None, []),
        (["doc", "Массив"], ["doc", "Массив"], None, []),
    ],
)
def test_what_follows_the_script_belongs_to_it(
    argv: list[str], command: list[str], script: str | None, arguments: list[str]
) -> None:
    assert cut(argv) == (command, script, arguments)


def test_help_is_russian(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Вызов: 1cs")
    assert "usage" not in out and "options" not in out and "show this help" not in out


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (["check"], "не указано: ФАЙЛ"),
        (["check", "--errors=pretty", "a"], "нет значения 'pretty'"),
        (["check", "--errors"], "нужно значение"),
        (["mail", "show", "первое"], "недопустимое значение 'первое'"),
        (["mail", "show", "-1"], "недопустимое значение '-1'"),
        (["mail", "serve", "--smtp-port", "65536"], "недопустимое значение '65536'"),
        (["mail", "account", "set"], "не указано: АДРЕС"),
        (["doc", "Массив", "Структура"], "лишнее: Структура"),
        (["run"], "не указано: ФАЙЛ"),
    ],
)
def test_a_wrong_call_is_told_in_russian_with_code_2(
    argv: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(argv) == 2
    captured = capsys.readouterr()
    assert told in captured.err
    assert not captured.out


def test_the_version_names_python_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("1cs 0.")


def test_a_missing_file_is_likened_to_others_by_its_name_not_by_its_extension(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("b.1cs", "отчёт.1cs"):
        (tmp_path / name).write_text("", "utf-8")
    assert main(["run", str(tmp_path / "a.1cs")]) == 2
    assert "Возможно" not in capsys.readouterr().err
    assert main(["run", str(tmp_path / "отчот.1cs")]) == 2
    assert "«отчёт.1cs»" in capsys.readouterr().err


@pytest.mark.parametrize("argv", [["run", "-"], ["-"], ["run", "--language=enterprise", "-"]])
def test_a_dash_is_a_script_on_stdin(
    argv: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO("Сообщить(42);".encode())))
    assert start(argv) == 0
    assert capsys.readouterr().out == "42\n"

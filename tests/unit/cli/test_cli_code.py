from pathlib import Path

import pytest

from interpreter.cli.arguments import main


def test_code_of_the_command_line_runs_with_its_arguments(capsys: pytest.CaptureFixture[str]) -> None:
    code = "Для Каждого Слово Из АргументыКоманднойСтроки Цикл Сообщить(Слово); КонецЦикла;"
    assert main(["-e", code, "--один", "два"]) == 0
    assert capsys.readouterr().out == "--один\nдва\n"


def test_a_failure_of_code_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--errors=short", "-e", "А = 1 / 0;"]) == 1
    assert capsys.readouterr().err == "{<код>(1,5)}: Деление на 0\n"


def test_code_sees_its_context(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    context = tmp_path / "a.1cs"
    context.write_text("Перем Имя; Имя = 5;", "utf-8")
    assert main(["--context", str(context), "-e", "Сообщить(Имя);"]) == 0
    assert capsys.readouterr().out == "5\n"


def test_a_file_gets_what_follows_its_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = tmp_path / "a.1cs"
    script.write_text("Сообщить(АргументыКоманднойСтроки[0]);", "utf-8")
    assert main([str(script), "--help"]) == 0
    assert capsys.readouterr().out == "--help\n"


def test_the_exit_code_of_the_script_is_ours(tmp_path: Path) -> None:
    script = tmp_path / "a.1cs"
    script.write_text("ЗавершитьРаботу(7);", "utf-8")
    assert main(["--no-cache", str(script)]) == 7


@pytest.mark.parametrize(
    ("code", "call"),
    [
        ("Процедура Б(Х) КонецПроцедуры Процедура А(Х = 1) КонецПроцедуры", "А()"),
        ("&НаСервере\nФункция Б(Х, У, Я = 1) Возврат 1; КонецФункции", "Б(Х, У)"),
    ],
)
def test_a_script_that_calls_nothing_says_so(code: str, call: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["-e", code]) == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.splitlines()[1] == f"    Вызовите нужную в конце файла: {call};"


@pytest.mark.parametrize("code", ["", "Перем А;", "Процедура А() КонецПроцедуры А();"])
def test_other_scripts_say_nothing_of_it(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["-e", code]) == 0
    assert capsys.readouterr().err == ""


def test_a_context_may_only_declare(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    context = tmp_path / "a.1cs"
    context.write_text("Процедура А() Сообщить(1); КонецПроцедуры", "utf-8")
    assert main(["--context", str(context), "-e", "А();"]) == 0
    assert capsys.readouterr() == ("1\n", "")


@pytest.mark.parametrize(
    "code",
    ["Консоль.Записать(2 + 2)", "пер А = 2\nКонсоль.Записать(А + А)", "метод Скрипт()\n    Консоль.Записать(4)\n;"],
)
def test_statements_of_element_need_no_method_around_them(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--language=element", "-e", code]) == 0
    assert capsys.readouterr().out == "4\n"


def test_mistakes_in_statements_of_element_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--language=element", "-e", "пер А = 2\nКонсоль.Записать(А + )"]) == 65
    assert capsys.readouterr().err.startswith("{<код>(2,22)}: ")

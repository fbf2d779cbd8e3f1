from pathlib import Path

import pytest

from interpreter.cli.arguments import main


def test_the_locale_is_the_scripts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = tmp_path / "a.1cs"
    script.write_text("Сообщить(1000.5);", "utf-8")
    assert main(["run", "--locale=en_US", str(script)]) == 0
    assert main(["run", "--locale", "de", str(script)]) == 0
    assert main(["run", str(script)]) == 0
    assert capsys.readouterr().out == "1,000.5\n1.000,5\n1\u00a0000,5\n"


def test_code_of_the_command_line_has_a_locale_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--locale=en_US", "-e", "Сообщить(Истина);"]) == 0
    assert capsys.readouterr().out == "Yes\n"


def test_an_unknown_locale_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "--locale=klingon", "a.1cs"]) == 2
    assert "--locale: недопустимое значение 'klingon'" in capsys.readouterr().err

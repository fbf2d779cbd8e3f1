from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from interpreter.backtrace import frames, report
from interpreter.cache import Cache
from interpreter.session import Session
from interpreter.source import Source
from runtime.errors import OnecError
from runtime.host import Host

if TYPE_CHECKING:
    from pathlib import Path


def failure(text: str, name: str = "проба.1cs") -> BaseException:
    with pytest.raises(Exception) as failed:
        Session(language="enterprise", host=Host()).run(Source(name, text))
    return failed.value


def test_the_place_is_the_expression_that_failed() -> None:
    assert report(failure("А = 5;\nБ = (А - 5) + А % (А - 5);")) == (
        "{проба.1cs(2,15)}: Деление на 0\n    2 │ Б = (А - 5) + А % (А - 5);\n      │               ^^^^^^^^^^^"
    )


def test_letters_of_many_bytes_do_not_move_the_place() -> None:
    text = 'Й = "日本😀"; Ё = Й + Й.Нету;'
    [frame] = frames(failure(text))
    assert frame.source.slice(frame.span) == "Нету"
    assert frame.place == f"проба.1cs(1,{text.index('Нету') + 1})"


def test_frames_go_from_the_innermost_outward() -> None:
    error = failure("Процедура А()\nА = 1 / 0;\nКонецПроцедуры\nПроцедура Б()\nА();\nКонецПроцедуры\nБ();")
    assert [(frame.method, frame.source.position(frame.span.start)[0]) for frame in frames(error)] == [
        ("А()", 2), ("Б()", 5), ("теле модуля", 7),
    ]  # fmt: skip
    assert report(error).split("\n")[3:] == [
        "    Стек вызовов (последний сверху):",
        "    в А() {проба.1cs(2,5)}",
        "    в Б() {проба.1cs(5,1)}",
        "    в теле модуля {проба.1cs(7,1)}",
    ]


def test_a_long_stack_is_cut_in_the_middle() -> None:
    lines = report(failure("Процедура П(Н) Если Н = 0 Тогда А = 1 / 0; КонецЕсли; П(Н - 1); КонецПроцедуры П(50);"))
    assert "… ещё вызовов: 32 …" in lines
    assert len(lines.split("\n")) == 3 + 1 + 21


def test_texts_compiled_while_running_keep_their_own_lines() -> None:
    text = 'Функция Ф(А) Возврат Вычислить("10 / А"); КонецФункции Б = Ф(1); В = Вычислить("1 + 1"); Г = Ф(0);'
    lines = report(failure(text)).split("\n")
    assert lines[:3] == ["{<Вычислить>(1,1)}: Деление на 0", "    1 │ 10 / А", "      │ ^^^^^^"]
    assert lines[4] == "    в тексте {<Вычислить>(1,1)}"


def test_a_hint_stands_under_the_place() -> None:
    assert report(failure("С = Новый Массив; С.Добавит(1);")).endswith("Возможно, вы имели в виду «Добавить»?")


def test_an_error_is_reported_in_every_style() -> None:
    error = failure("А = 1 / 0;")
    assert report(error, "short") == "{проба.1cs(1,5)}: Деление на 0"
    assert json.loads(report(error, "json"))["column"] == 5


def test_an_error_that_no_script_raised_has_no_place() -> None:
    assert report(OnecError("ой", hint="ай")) == "Ошибка: ой\n    ай"
    assert json.loads(report(OnecError("ой"), "json")) == {"message": "ой", "hint": "", "severity": "error"}


def test_a_mistake_of_ours_is_not_told_as_one_of_the_script() -> None:
    with pytest.raises(LookupError):
        report(LookupError())


def test_a_kept_script_in_cp1251_shows_its_line(tmp_path: Path) -> None:
    script = tmp_path / "п.1cs"
    script.write_bytes("Ж = 1;\r\nА = Ж.Нету;".encode("cp1251"))
    shown = []
    for _ in range(2):
        import linecache

        linecache.clearcache()
        session = Session(host=Host(), cache=Cache(str(tmp_path / "кэш")))
        with pytest.raises(AttributeError) as failed:
            session.run_bytes(str(script), script.read_bytes())
        shown.append(report(failed.value).split("\n")[1:3])
    assert shown[0] == shown[1] == ["    2 │ А = Ж.Нету;", "      │       ^^^^"]


def test_a_script_that_is_gone_is_still_placed(tmp_path: Path) -> None:
    script = tmp_path / "п.1cs"
    script.write_text("А = 1 / 0;", "utf-8")
    error = failure("А = 1 / 0;", str(script))
    import linecache

    linecache.clearcache()
    script.unlink()
    assert report(error, "short").startswith(f"{{{script}(1,")


def test_json_has_the_call_stack() -> None:
    error = failure("Процедура П()\nА = 1 / 0;\nКонецПроцедуры\nП();")
    assert json.loads(report(error, "json"))["stack"] == [
        {"file": "проба.1cs", "line": 2, "column": 5, "method": "П()"},
        {"file": "проба.1cs", "line": 4, "column": 1, "method": "теле модуля"},
    ]


def test_errors_of_strangers_do_not_drive_the_terminal() -> None:
    error = failure(
        'Попытка\nВызватьИсключение "а" + Символ(27) + "[2J";\nИсключение\nВызватьИсключение;\nКонецПопытки;'
    )
    assert "а�[2J" in report(error)
    assert "\x1b" not in report(error)
    assert report(OnecError("а\x1b[2J")) == "Ошибка: а�[2J"


def test_an_error_thrown_again_leaves_each_call_once() -> None:
    text = """метод А()
    выбросить новый ИсключениеВыполнения("дно")
;
метод Скрипт()
    попытка
        А()
    поймать О: Исключение
        выбросить О
    ;
;"""
    with pytest.raises(OnecError) as failed:
        Session(language="element", host=Host()).run(Source("проба.1cs", text))
    assert [(frame.method, frame.source.position(frame.span.start)[0]) for frame in frames(failed.value)] == [
        ("А()", 2), ("Скрипт()", 6),
    ]  # fmt: skip

from __future__ import annotations

import decimal
import threading
from typing import TYPE_CHECKING

import pytest

from interpreter.diagnostics import Refused
from interpreter.session import Session
from interpreter.source import Source
from runtime.errors import OnecError, ScriptExit
from runtime.host import Host, current
from runtime.native import position

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class Recorder(Host):
    def __init__(self) -> None:
        self.output: list[str] = []

    def write(self, text: str) -> None:
        self.output.append(text.removesuffix("\n"))


def texts(*sources: str, language: str = "enterprise") -> list[str]:
    """What texts run one after another in one session print."""
    host = Recorder()
    session = Session(language=language, host=host)
    for number, text in enumerate(sources):
        session.run(Source(f"текст {number}", text))
    return host.output


def test_a_text_sees_what_the_earlier_ones_declared() -> None:
    first = "Перем М; Функция Ф(А) Возврат А + М; КонецФункции М = 10; Т = 5;"
    assert texts(first, "Сообщить(Ф(1)); Сообщить(Т); М = 20;", "Сообщить(Ф(1));") == ["11", "5", "21"]


def test_a_method_declared_anew_is_called_by_earlier_texts() -> None:
    first = "Функция Ф() Возврат 1; КонецФункции Процедура П() Сообщить(Ф()); КонецПроцедуры П();"
    assert texts(first, "Функция Ф() Возврат 2; КонецФункции П();") == ["1", "2"]


def test_a_method_declared_anew_may_give_back_other_parameters() -> None:
    first = "Функция Ф(А) Возврат А; КонецФункции Функция Г() Х = 1; Возврат Ф(Х) + Х; КонецФункции"
    second = "Функция Ф(А) А = А + 1; Возврат А; КонецФункции Х = 1; Сообщить(Ф(Х) + Х); Сообщить(Г());"
    third = "Функция Ф(А) Возврат А * 100; КонецФункции Сообщить(Г()); Сообщить(Ф(2));"
    assert texts(first, second, third) == ["4", "3", "101", "200"]


def test_a_method_that_gave_parameters_back_may_stop_to() -> None:
    first = "Процедура П(А) А = 5; КонецПроцедуры Функция Г() Х = 1; П(Х); Возврат Х; КонецФункции"
    assert texts(first, "Процедура П(А) КонецПроцедуры Сообщить(Г());") == ["1"]


def test_an_error_leaves_what_was_done_before_it() -> None:
    session = Session(language="enterprise", host=(host := Recorder()))
    with pytest.raises(OnecError, match="Деление на 0"):
        session.run(Source("а", "А = 1; Б = А / 0; А = 2;"))
    with pytest.raises(Refused):
        session.run(Source("б", "А = 3; Процедура"))
    session.run(Source("в", "Сообщить(А);"))
    assert host.output == ["1"]


def test_a_refused_text_declares_nothing() -> None:
    session = Session(language="enterprise")
    with pytest.raises(Refused):
        session.run(Source("а", "Процедура П() КонецПроцедуры А = Нету;"))
    with pytest.raises(Refused):
        session.run(Source("б", "П();"))


def test_leaving_the_script_reaches_the_caller() -> None:
    with pytest.raises(ScriptExit) as left:
        texts("Попытка ЗавершитьРаботу(4); Исключение КонецПопытки;")
    assert left.value.code == 4


def test_the_context_is_what_the_last_text_uses() -> None:
    host = Recorder()
    session = Session(host=host)
    context = "Перем М; Процедура Текст() М = \"а\"; КонецПроцедуры Функция Ф(А) Возврат Г(А); КонецФункции " \
              "Функция Г(А) Возврат А; КонецФункции"  # fmt: skip
    session.run_bytes("к", context.encode(), is_context=True)
    # What kinds of values a variable has, and a parameter, is not for the last text alone to say.
    script = (
        "Функция Г(А) Возврат А + 1; КонецФункции М = 5; Текст(); Сообщить(М + 1); Сообщить(Ф(0.5)); Сообщить(Г(1));"
    )
    session.run_bytes("с", script.encode(), is_last=True)
    assert host.output == ["а1", "1,5", "2"]


def test_an_error_in_the_context_is_placed_there() -> None:
    session = Session()
    session.run_bytes("к", "Процедура П()\nВызватьИсключение 1;\nКонецПроцедуры".encode(), is_context=True)
    with pytest.raises(OnecError) as failed:
        session.run_bytes("с", "П();".encode(), is_last=True)
    assert position(failed.value) == ("к", 2, "ВызватьИсключение 1;")


def test_sessions_keep_apart() -> None:
    one, other = Recorder(), Recorder()
    first, second = Session(language="enterprise", host=one), Session(language="enterprise", host=other)
    first.run(Source("а", "А = 1;"))
    second.run(Source("а", "А = 2;"))
    first.run(Source("б", "Сообщить(А);"))
    second.run(Source("б", "Сообщить(А);"))
    assert (one.output, other.output) == (["1"], ["2"])


def test_a_session_leaves_the_host_and_the_decimals_of_its_surroundings_alone() -> None:
    before_host, before = current(), decimal.getcontext().copy()
    decimal.getcontext().prec = 7
    try:
        assert texts("Сообщить(1 / 3);") == ["0,333333333333333333333333333"]
        assert decimal.getcontext().prec == 7
        assert current() is before_host
    finally:
        decimal.setcontext(before)


def test_threads_have_sessions_of_their_own() -> None:
    results: dict[int, list[str]] = {}

    def work(number: int) -> Callable[[], None]:
        def run() -> None:
            text = f"Для Сч = 1 По 300 Цикл А = {number} / 3; КонецЦикла; Сообщить(А); Сообщить(0.1 + 0.2);"
            results[number] = texts(text)

        return run

    threads = [threading.Thread(target=work(number)) for number in (1, 2, 4, 5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    third = "333333333333333333333333333"
    assert results == {
        1: ["0," + third, "0,3"],
        2: ["0,666666666666666666666666667", "0,3"],
        4: ["1," + third, "0,3"],
        5: ["1,666666666666666666666666667", "0,3"],
    }


def test_the_first_text_tells_the_language(tmp_path: Path) -> None:
    session = Session(host=(host := Recorder()))
    assert session.language is None
    session.run(Source("а", 'метод Скрипт()\n    Консоль.Записать("да")\n;'))
    assert session.language == "element"
    assert host.output == ["да"]


def test_a_typed_expression_has_a_value() -> None:
    session = Session(language="enterprise", host=Recorder())
    assert session.evaluate(Source("<1>", "А = 5")) is None
    assert session.evaluate(Source("<2>", "А * 2")) == 10
    assert session.evaluate(Source("<3>", 'Вычислить("А + 1")')) == 6
    assert "А" in session.names()
    assert session.value_of("А") == 5


def test_checking_runs_nothing() -> None:
    session = Session(host=(host := Recorder()))
    assert session.check(Source("а", "Сообщить(1);")) == ()
    assert [mistake.message for mistake in session.check(Source("а", "Сообщить(Нету);"))] == [
        "Переменная не определена (Нету)"
    ]
    assert host.output == []


def test_a_text_of_the_session_grows_by_whatever_is_added() -> None:
    session = Session(language="element")
    session.evaluate(Source("<1>", 'пер С = "а"'))
    session.evaluate(Source("<2>", "метод Добавить(): Строка\n    С += 1\n    возврат С\n;"))
    session.evaluate(Source("<3>", 'для И = 1 по 3\n    С += И\n    С = С + "," + Неопределено\n;'))
    assert session.evaluate(Source("<4>", "С")) == "а1,undefined2,undefined3,undefined"
    # What was there before the call is what is added to.
    session.evaluate(Source("<5>", "С += Добавить().Длина()"))
    assert session.evaluate(Source("<6>", "С")) == "а1,undefined2,undefined3,undefined35"

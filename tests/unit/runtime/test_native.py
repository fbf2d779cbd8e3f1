"""CPython's errors raised by compiled code are the script's; the same ones from deeper inside are ours."""

from __future__ import annotations

import pytest

from interpreter.session import Session
from interpreter.source import Source
from runtime.errors import OnecError
from runtime.host import Host
from runtime.native import position, script_error, script_frames


class Broken(Host):
    def __init__(self, error: Exception) -> None:
        self.error = error

    def write(self, text: str) -> None:
        raise self.error


def failure(text: str, host: Host | None = None) -> BaseException:
    with pytest.raises(Exception) as failed:
        Session(language="enterprise", host=host or Host()).run(Source("проба", text))
    return failed.value


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("А = 5; Б = А.Нет;", "Значение не является значением объектного типа (Нет)"),
        ("А = 5; А.Нет();", "Значение не является значением объектного типа (Нет)"),
        ("А = 5; А.Нет = 1;", "Значение не является значением объектного типа (Нет)"),
        ("М = Новый Массив; М.НетТакого();", "Метод объекта не обнаружен (НетТакого)"),
        ("М = Новый Массив; М.НетТакого = 1;", "Поле объекта не обнаружено (НетТакого)"),
        ("М = Новый Массив; М.Добавить(1, 2, 3);", "Слишком много фактических параметров"),
        ("М = Новый Массив; М.Вставить();", "Недостаточно фактических параметров"),
        ("М = Новый Массив; Сообщить(М[0]);", "Индекс находится за границами массива"),
        ("М = Новый Массив; М[-1] = 1;", "Индекс находится за границами массива"),
        ("Функция Ф() Возврат Ф(); КонецФункции А = Ф();", "Переполнение стека вызовов"),
    ],
)
def test_errors_of_compiled_code_are_told_in_words_of_the_platform(text: str, message: str) -> None:
    known = script_error(failure(text))
    assert known is not None
    assert known.message == message


@pytest.mark.parametrize("error", [ZeroDivisionError(), AttributeError("нет"), KeyError(1), TypeError("not callable")])
def test_errors_from_inside_are_ours(error: Exception) -> None:
    caught = failure("Попытка Сообщить(1); Исключение КонецПопытки;", Broken(error))
    assert caught is error
    assert script_error(caught) is None


def test_errors_without_a_script_are_ours() -> None:
    assert script_error(ZeroDivisionError()) is None
    assert position(OnecError("ой")) is None
    assert list(script_frames(OnecError("ой"))) == []


def test_an_error_is_told_once() -> None:
    error = failure("А = 5; Б = А.Нет;")
    assert script_error(error) is script_error(error)


def test_names_are_spelled_as_the_author_did() -> None:
    known = script_error(failure("М = Новый Массив; М.НетТАКОГО = 1;"))
    assert known is not None
    assert known.message.endswith("(НетТАКОГО)")


def test_the_place_is_the_innermost_of_the_script() -> None:
    error = failure("Процедура П()\n    А = 1 / 0;\nКонецПроцедуры\nП();")
    assert position(error) == ("проба", 2, "А = 1 / 0;")


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("М = Новый Массив; М.Вставить();", "Вызов: Вставить(Индекс, [Значение])"),
        ("М = Новый Соответствие; М.Вставить(1, 2, 3);", "Вызов: Вставить(Ключ, [Значение])"),
        ("М = Новый Массив; М.Количество(1);", ""),
    ],
)
def test_a_wrong_number_of_arguments_shows_the_call(text: str, hint: str) -> None:
    told = script_error(failure(text))
    assert told is not None and "фактических параметров" in told.message
    assert told.hint == hint

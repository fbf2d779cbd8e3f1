"""Dynamic receivers, and the check of arguments of library calls."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from runtime.element.exceptions import IllegalArgumentException, TypeCheckException
from runtime.element.members import call, member
from runtime.element.structures import Field, structure
from runtime.errors import NoSuchMember
from runtime.names import Signature
from stdlib.element.collections.array import Array


def test_methods_of_primitives_are_found_by_the_class_of_the_value() -> None:
    assert call("привет", "Длина") == call("привет", "Length") == 6
    assert call(Decimal("1.005"), "Округлить", 2) == Decimal("1.01")


def test_named_arguments_of_the_library_find_their_places() -> None:
    assert call("привет", "Подстрока", 1, До=3) == "ри"
    with pytest.raises(IllegalArgumentException, match="нет параметра Куда"):
        call("привет", "Подстрока", 1, Куда=3)


def test_a_property_that_holds_a_function_is_called() -> None:
    cls: Any = structure("С", [Field("Действие", required=True)])
    assert call(cls(lambda x: x + 1), "Действие", 4) == 5


@pytest.mark.parametrize("action", [lambda: call(None, "Имя"), lambda: member(None, "Имя")])
def test_undefined_has_no_members(action: Any) -> None:
    with pytest.raises(TypeCheckException, match="Неопределено"):
        action()


def test_a_wrong_method_name_of_a_primitive_gets_a_hint() -> None:
    with pytest.raises(NoSuchMember) as raised:
        call("а", "Длинна")
    assert raised.value.hint == "Возможно, вы имели в виду «Длина»?"


def test_names_are_case_sensitive() -> None:
    with pytest.raises(NoSuchMember):
        call(Array(), "размер")


@pytest.mark.parametrize(
    ("action", "message"),
    [
        (lambda: call("а", "Содержит", 5), "Параметр «Подстрока»: ожидается Строка, получено Число"),
        (lambda: call("а", "Подстрока", "1"), "Параметр «От»: ожидается Число, получено Строка"),
        (lambda: call("а", "Подстрока", Decimal("1.5")), "Параметр «От»: ожидается целое число, получено 1.5"),
        (lambda: call("а", "Подстрока", True), "Параметр «От»: ожидается Число, получено Булево"),
        (lambda: call(Array(), "ДляКаждого", 5), "Параметр «Действие»: ожидается функция, получено Число"),
        (lambda: call(Array(), "ДобавитьВсе", "аб"), "Параметр «Обходимое»: ожидается Обходимое, получено Строка"),
    ],
)
def test_a_wrong_argument_names_the_types_in_russian(action: Any, message: str) -> None:
    with pytest.raises(TypeCheckException) as raised:
        action()
    assert raised.value.message == message


def test_an_integral_decimal_is_an_index() -> None:
    assert call("привет", "Подстрока", Decimal("1.0"), 3) == "ри"


def test_signatures_may_have_type_parameters() -> None:
    signature = Signature.parse("Преобразовать<Р>(Функция: (Т)->Р): Обходимое<Р>", "Map(Function)")
    assert signature.type_parameters == ("Р",)
    assert (signature.ru, signature.en, signature.returns) == ("Преобразовать", "Map", "Обходимое<Р>")
    assert str(signature) == "Преобразовать<Р>(Функция: (Т)->Р): Обходимое<Р>"

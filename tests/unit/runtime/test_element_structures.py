"""Structures, exceptions and enumerations that scripts declare."""

from __future__ import annotations

from typing import Any

import pytest

from runtime.element.exceptions import ElementException, IllegalArgumentException, IllegalStateException
from runtime.element.members import call, member, set_member
from runtime.element.operators import equal
from runtime.element.presentation import to_string
from runtime.element.structures import DEFAULT, Field, enumeration, exception, structure
from runtime.errors import NoSuchMember
from stdlib.element.collections.array import Array


def discount(self: Any) -> Any:
    return member(self, "Цена") * 2


@pytest.fixture
def product() -> Any:
    fields = [
        Field("Имя", required=True, writable=False),
        Field("Артикул", str),
        Field("Цена", int),
        Field("Теги", Array),
    ]
    return getattr(structure("Товар", fields, {"Скидка": discount}, {"Общее": lambda: 7}), "новый()")


def test_fields_are_filled_in_their_order(product: Any) -> None:
    one = product("Стол", "А1", 5)
    assert [member(one, name) for name in ("Имя", "Артикул", "Цена")] == ["Стол", "А1", 5]


def test_fields_are_filled_by_name(product: Any) -> None:
    assert member(product(Цена=5, Имя="Стол"), "Цена") == 5


def test_fields_left_out_get_their_own_new_values(product: Any) -> None:
    one, other = product("а"), product("б", DEFAULT, 1)
    assert (member(one, "Цена"), member(other, "Артикул")) == (0, "")
    assert member(one, "Теги") is not member(other, "Теги")


def test_methods_see_the_fields(product: Any) -> None:
    assert call(product("Стол", Цена=5), "Скидка") == 10
    assert call(product("Стол"), "Общее") == 7


def test_structures_are_compared_by_reference(product: Any) -> None:
    one = product("Стол")
    assert equal(one, one)
    assert not equal(one, product("Стол"))


def test_text_of_a_structure_lists_its_fields(product: Any) -> None:
    assert to_string(product("Стол", "А1", 5)) == "Товар{Имя: Стол, Артикул: А1, Цена: 5, Теги: []}"


def test_a_field_can_be_assigned_unless_it_is_read_only(product: Any) -> None:
    one = product("Стол")
    set_member(one, "Цена", 8)
    assert member(one, "Цена") == 8
    with pytest.raises(IllegalStateException, match="Имя доступно только для чтения"):
        set_member(one, "Имя", "Стул")


def test_a_wrong_field_name_gets_a_hint(product: Any) -> None:
    with pytest.raises(NoSuchMember) as raised:
        member(product("Стол"), "Цены")
    assert raised.value.hint == "Возможно, вы имели в виду «Цена»?"


def test_a_required_field_after_an_optional_one_is_still_required() -> None:
    cls: Any = structure("Пара", [Field("А", int), Field("Б", required=True)])
    assert member(cls(Б=2), "А") == 0
    with pytest.raises(IllegalArgumentException, match="обязательное поле Б"):
        cls(1)


def test_a_method_named_as_the_text_gives_the_text() -> None:
    cls: Any = structure("Точка", [Field("Х", int)], {"ВСтроку": lambda self: f"<{member(self, 'Х')}>"})
    assert to_string(cls(3)) == "<3>"


def test_names_that_are_python_keywords_are_fields_like_others() -> None:
    cls: Any = structure("Путь", [Field("from", str), Field("class", str)])
    assert member(cls("a", "b"), "class") == "b"


def test_an_exception_has_its_fields_and_those_of_the_base() -> None:
    cls: Any = exception("ОшибкаФайла", [Field("Файл", required=True), Field("Код", int)])
    error = cls("а.txt", Описание="не открыт")
    assert (member(error, "Файл"), member(error, "Код"), member(error, "Описание")) == ("а.txt", 0, "не открыт")
    assert to_string(error) == "ОшибкаФайла: не открыт"
    assert isinstance(error, ElementException)


def test_an_exception_without_fields_takes_its_description_first() -> None:
    cls: Any = exception("Ошибка")
    assert member(cls("текст"), "Описание") == "текст"


def test_an_exception_may_compute_its_description() -> None:
    cls: Any = exception("Ошибка", [Field("Код", int)], {"ПолучитьОписание": lambda self: f"код {member(self, 'Код')}"})
    assert member(cls(5), "Описание") == str(cls(5)) == "код 5"


def test_enumerations_have_items_indexes_and_a_default() -> None:
    cls: Any = enumeration("Вид", ["Важное", "Обычное"], "Обычное")
    item = member(cls, "Важное")
    assert (to_string(item), member(item, "Индекс")) == ("Важное", 0)
    assert cls.default is member(cls, "Обычное")
    assert equal(item, member(cls, "Важное"))
    assert not equal(item, cls.default)


def test_methods_of_an_enumeration_see_the_item() -> None:
    cls: Any = enumeration("Вид", ["А"], None, {"Имя": lambda self: "это " + to_string(self)})
    assert call(member(cls, "А"), "Имя") == "это А"
    assert cls.default is None

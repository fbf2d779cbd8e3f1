"""What the menu offers in 1С:Элемент."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

from interpreter.repl.completion import NameCompleter

if TYPE_CHECKING:
    from collections.abc import Callable

    from interpreter.repl.dialogue import Dialogue

    Offered = Callable[[str], dict[str, str]]


@pytest.fixture
def offered(dialogue: Dialogue) -> Offered:
    """The names offered after a text, with what the menu says of each."""
    dialogue.switch("element")

    def offer(text: str) -> dict[str, str]:
        found = NameCompleter(dialogue).get_completions(Document(text), CompleteEvent(text_inserted=True))
        return {each.text: each.display_meta_text for each in found}

    return offer


def test_keywords_are_offered_in_both_languages(offered: Offered) -> None:
    assert "возврат" in offered("возв")
    assert "return" in offered("ret")


def test_types_may_be_named_anywhere(offered: Offered) -> None:
    assert "ДатаВремя" in offered("знч Сейчас = ДатаВ")


def test_functions_come_with_their_signature(offered: Offered) -> None:
    assert offered("знч М = Мак")["Макс"].startswith("Макс<Т>(Первое: Т")


def test_types_are_offered_after_new(offered: Offered) -> None:
    found = offered("знч Список = новый Масс")
    assert found["Массив"].startswith("новый Массив(")


def test_types_of_the_dialogue_are_offered_after_new(dialogue: Dialogue, offered: Offered) -> None:
    dialogue.enter("структура Точка\n    пер Х: Число\n;")
    dialogue.enter("пер Точность = 1")
    assert set(offered("знч Т = новый Точ")) == {"Точка"}


def test_names_of_the_session_come_first(dialogue: Dialogue, offered: Offered) -> None:
    dialogue.enter("пер МаксЯ = 1")
    dialogue.enter("метод МаксМой()\n;")
    dialogue.enter("конст МаксА = 5")
    dialogue.enter("структура МаксБ\n;")
    assert list(offered("Макс"))[:4] == ["МаксА", "МаксБ", "МаксМой", "МаксЯ"]


def test_a_variable_that_never_got_a_value_is_not_offered(dialogue: Dialogue, offered: Offered) -> None:
    dialogue.enter("пер Частное = 1 / 0")
    assert "Частное" not in offered("Част")


def test_members_of_a_value(dialogue: Dialogue, offered: Offered) -> None:
    dialogue.enter("знч Список = [1, 2]")
    assert offered("Список.Доб")["Добавить"].startswith("Добавить(Элемент")


def test_members_of_a_string(dialogue: Dialogue, offered: Offered) -> None:
    dialogue.enter('знч Имя = "Мария"')
    assert "Длина" in offered("Имя.")


def test_members_of_a_constant(dialogue: Dialogue, offered: Offered) -> None:
    dialogue.enter('конст ИМЯ = "Мария"')
    assert "Длина" in offered("ИМЯ.")


def test_case_matters_to_names_on_the_left(dialogue: Dialogue, offered: Offered) -> None:
    dialogue.enter("знч Список = [1, 2]")
    assert offered("список.Доб") == {}


def test_members_after_a_safe_dot(dialogue: Dialogue, offered: Offered) -> None:
    dialogue.enter("знч Список = [1, 2]")
    assert "Размер" in offered("Список?.Раз")


def test_fields_and_methods_of_a_structure(dialogue: Dialogue, offered: Offered) -> None:
    dialogue.enter(
        "структура Точка\n    пер Х: Число\n    метод Длина(): Число\n        возврат Х\n    ;\n"
        "    статический метод Ноль(): Число\n        возврат 0\n    ;\n;"
    )
    dialogue.enter("знч Т = новый Точка(3)")
    assert {"Х", "Длина"} <= set(offered("Т."))
    assert set(offered("Точка.")) == {"Ноль"}


def test_fields_are_known_within_the_same_entry(dialogue: Dialogue, offered: Offered) -> None:
    dialogue.enter("структура Точка\n    пер Х: Число\n;")
    assert "Х" in offered("знч Т = новый Точка(3)\nТ.")


def test_a_chain_of_fields_is_read(dialogue: Dialogue, offered: Offered) -> None:
    dialogue.enter("структура Точка\n    пер Имя: Строка\n;")
    dialogue.enter('знч Т = новый Точка("угол")')
    assert "Длина" in offered("Т.Имя.")


def test_items_of_an_enumeration(dialogue: Dialogue, offered: Offered) -> None:
    dialogue.enter("перечисление Вид\n    Важное, Обычное\n;")
    assert set(offered("Вид.")) == {"Важное", "Обычное"}
    assert "Высокая" in offered("ВажностьПисьма.")


def test_static_members_of_a_library_type(offered: Offered) -> None:
    found = offered("ДатаВремя.")
    assert "Сейчас" in found and "Год" not in found


def test_nothing_is_offered_in_strings_and_remarks(offered: Offered) -> None:
    assert offered('знч А = "Масс') == {}
    assert offered("/* Масс") == {}


def test_types_and_members_are_offered_after_a_question_mark(offered: Offered) -> None:
    assert "Массив" in offered("?Масс")
    assert "Добавить" in offered("?Массив.Доб")

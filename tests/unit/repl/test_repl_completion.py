"""What the menu offers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

from interpreter.repl.completion import NameCompleter
from interpreter.repl.names import other_layouts

if TYPE_CHECKING:
    from collections.abc import Callable

    from interpreter.repl.dialogue import Dialogue

    Offered = Callable[..., dict[str, str]]


@pytest.fixture
def offered(dialogue: Dialogue) -> Offered:
    """The names offered after a text, with what the menu says of each; `asked`: by Tab."""

    def offer(text: str, *, asked: bool = False) -> dict[str, str]:
        event = CompleteEvent(completion_requested=asked, text_inserted=not asked)
        found = NameCompleter(dialogue).get_completions(Document(text), event)
        return {each.text: each.display_meta_text for each in found}

    return offer


def test_a_function_comes_with_its_signature(offered: Offered) -> None:
    assert offered("Сооб") == {"Сообщить": "Сообщить(ТекстСообщения, [Статус])"}


def test_case_does_not_matter(offered: Offered) -> None:
    assert "Сообщить" in offered("А = сООБ")


def test_a_latin_beginning_finds_english_names(offered: Offered) -> None:
    assert "Message" in offered("Mes")
    assert "Сообщить" not in offered("Mes")


def test_keywords_are_offered_in_the_language_of_their_beginning(offered: Offered) -> None:
    assert "КонецЕсли" in offered("Конец")
    assert "EndIf" in offered("End")


def test_one_letter_is_too_few_unless_asked(offered: Offered) -> None:
    assert offered("С") == {}
    assert "Сообщить" in offered("С", asked=True)


def test_a_word_on_the_wrong_layout(offered: Offered) -> None:
    assert offered("cjj,") == {"Сообщить": "Сообщить(ТекстСообщения, [Статус])"}


def test_an_english_word_on_the_russian_layout(offered: Offered) -> None:
    assert "Message" in offered("Ьуыыф")


def test_members_on_the_wrong_layout(dialogue: Dialogue, offered: Offered) -> None:
    dialogue.enter("Список = Новый Массив")
    assert "Добавить" in offered("Список.lj,")


def test_yo_may_be_written_as_ye(dialogue: Dialogue, offered: Offered) -> None:
    dialogue.enter("ЁлкаЗелёная = 1")
    assert "ЁлкаЗелёная" in offered("елказеленая")


def test_names_of_the_session_come_first(dialogue: Dialogue, offered: Offered) -> None:
    dialogue.enter("СтрЯ = 1")
    dialogue.enter("Процедура СтрМоя() КонецПроцедуры")
    assert list(offered("Стр"))[:2] == ["СтрМоя", "СтрЯ"]


def test_types_are_offered_after_new(offered: Offered) -> None:
    found = offered("Новый Стру")
    assert found["Структура"] == "Новый Структура([Ключи], Значения...)"
    assert "СтрДлина" not in found


def test_members_of_a_value(dialogue: Dialogue, offered: Offered) -> None:
    dialogue.enter("Список = Новый Массив")
    found = offered("Список.")
    assert found["Найти"].startswith("Найти(Значение)")
    assert "Сообщить" not in found
    assert set(offered("список.Доб")) == {"Добавить"}


def test_members_of_a_value_in_english(dialogue: Dialogue, offered: Offered) -> None:
    dialogue.enter("Список = Новый Массив")
    assert set(offered("Список.Fi")) == {"Find"}


def test_keys_of_a_structure_come_before_its_methods(dialogue: Dialogue, offered: Offered) -> None:
    dialogue.enter('Письмо = Новый Структура("Тема, Адресат", "Отчёт", Новый Структура("Имя", "Мария"))')
    assert list(offered("Письмо."))[:2] == ["Адресат", "Тема"]
    assert "Количество" in offered("Письмо.")


def test_a_chain_of_properties_is_read(dialogue: Dialogue, offered: Offered) -> None:
    dialogue.enter('Письмо = Новый Структура("Адресат", Новый Структура("Имя", "Мария"))')
    assert "Имя" in offered("Сообщить(Письмо.Адресат.")
    dialogue.enter("Таблица = Новый ТаблицаЗначений")
    assert "Добавить" in offered("Таблица.Колонки.")


def test_no_method_is_called_for_completion(dialogue: Dialogue, offered: Offered) -> None:
    dialogue.enter("Список = Новый Массив")
    assert offered("Список.Добавить(1).") == {}
    assert offered("Список.Добавить.") == {}
    assert len(dialogue.value_of("Список")) == 0


def test_the_type_is_known_within_the_same_entry(offered: Offered) -> None:
    assert "Вставить" in offered("Настройки = Новый Структура;\nНастройки.")


def test_values_of_an_enumeration(offered: Offered) -> None:
    assert set(offered("СтатусСообщения.В")) == {"Важное", "Внимание"}


def test_members_of_a_global_property(offered: Offered) -> None:
    assert "ПС" in offered("Символы.")


def test_nothing_is_offered_in_strings_and_remarks(offered: Offered) -> None:
    assert offered('А = "Сооб') == {}
    assert offered("А = 1; // Сооб") == {}


def test_names_are_offered_after_a_closed_string(offered: Offered) -> None:
    assert "Сообщить" in offered('А = "б"; Сооб')


def test_commands_are_offered_after_an_exclamation_mark(offered: Offered) -> None:
    assert offered("!поч") == {"почта": "письма встроенного почтового сервера"}
    assert set(offered("!ma")) == {"mail"}
    assert "помощь" in offered("!")


def test_types_and_members_are_offered_after_a_question_mark(offered: Offered) -> None:
    assert "Массив" in offered("?Масс")
    assert "Найти" in offered("?Массив.На")


def test_nothing_is_offered_in_an_empty_line(offered: Offered) -> None:
    assert offered("") == {}


@pytest.mark.parametrize(("typed", "meant"), [("cjj,obnm", "сообщить"), ("`krf", "ёлка"), ("кгт", "run")])
def test_the_same_keys_on_the_other_layout(typed: str, meant: str) -> None:
    assert meant in other_layouts(typed)

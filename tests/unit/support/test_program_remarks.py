from pathlib import Path
from textwrap import dedent

import pytest

from support.letters import letter_problems
from support.programs import Case, cases
from support.remarks import Remark, differences, visible
from support.rewriting import rewritten


def read(text: str, path: str = "tests/programs/enterprise/strings/x.1cs") -> list[Case]:
    return list(cases(Path(path), dedent(text)))


def test_a_remark_belongs_to_its_line() -> None:
    (case,) = read("""\
        А = 1;
        Сообщить(А); // выведет: 1
        """)
    assert case.expected == {2: [Remark("выведет", "1")]}


def test_remarks_on_lines_of_their_own_belong_to_the_code_above() -> None:
    (case,) = read("""\
        Сообщить("а
        |б"); // выведет: а
        // выведет: б
        // выведет:
        """)
    assert case.expected == {2: [Remark("выведет", "а"), Remark("выведет", "б"), Remark("выведет", "")]}


def test_errors_warnings_and_hints_are_remarks_too() -> None:
    (case,) = read("""\
        А = ; // ошибка компиляции: Ожидается выражение
        // подсказка: Чего-то не хватает
        Б = 1 / 0; // ошибка: Деление на 0
        """)
    assert case.expected == {
        1: [Remark("ошибка компиляции", "Ожидается выражение"), Remark("подсказка", "Чего-то не хватает")],
        3: [Remark("ошибка", "Деление на 0")],
    }


def test_cases_keep_the_line_numbers_of_the_file() -> None:
    first, second = read("""\
        Сообщить(1); // выведет: 1
        // ----
        Сообщить(2); // выведет: 2
        """)
    assert first.text == "Сообщить(1); // выведет: 1\n"
    assert second.text == "\n\nСообщить(2); // выведет: 2\n"
    assert second.expected == {3: [Remark("выведет", "2")]}


def test_a_case_without_code_is_refused() -> None:
    with pytest.raises(ValueError, match="без кода"):
        read("Сообщить(1);\n// ----\n\n")


def test_directives_say_language_input_arguments_and_exit_code() -> None:
    (case,) = read("""\
        // язык: element
        // ввод: Иван
        // ввод:
        // аргументы: один "два три"
        // код возврата: 3
        """)
    assert case.language == "element"
    assert case.values("ввод") == ["Иван", ""]
    assert case.arguments == ("один", "два три")
    assert case.exit_code == 3


def test_the_folder_says_the_language_when_the_program_does_not() -> None:
    (case,) = read("метод Скрипт()\n;\n", "tests/programs/element/types/x.1cs")
    assert case.language == "element"


def test_blanks_that_cannot_be_seen_are_shown() -> None:
    assert visible("1\u00a0000") == "1<НПП>000"
    assert visible("а\tб\r") == "а<Таб>б<ВК>"
    assert visible("а  ") == "а <пробел>"


def test_differences_name_the_line_and_both_sides() -> None:
    problems = list(differences({2: [Remark("выведет", "3")]}, {2: [Remark("выведет", "2")]}, {2: "Сообщить(1 + 1);"}))
    assert problems == [
        "строка 2: Сообщить(1 + 1);\n    ждали  // выведет: 3\n    было   // выведет: 2",
    ]


def test_silence_where_output_was_expected_is_a_difference() -> None:
    (problem,) = differences({1: [Remark("выведет", "1")]}, {}, {1: "Сообщить(1);"})
    assert "было   ничего" in problem


def test_hints_matter_only_where_one_is_expected() -> None:
    error, hint = Remark("ошибка", "Нет"), Remark("подсказка", "Есть")
    assert not list(differences({1: [error]}, {1: [error, hint]}, {}))
    assert list(differences({1: [error, Remark("подсказка", "Другая")]}, {1: [error, hint]}, {}))


def test_rewriting_replaces_remarks_and_keeps_code() -> None:
    text = dedent("""\
        Для Сч = 1 По 2 Цикл
            Сообщить(Сч);  // выведет: 7
            // выведет: 8
            // выведет: 9
        КонецЦикла;
        А = 1 / 0;
        """)
    (case,) = read(text)
    happened = {2: [Remark("выведет", "1"), Remark("выведет", "2")], 6: [Remark("ошибка", "Деление на 0")]}
    assert rewritten(text, [(case, happened)]) == dedent("""\
        Для Сч = 1 По 2 Цикл
            Сообщить(Сч);  // выведет: 1
            // выведет: 2
        КонецЦикла;
        А = 1 / 0; // ошибка: Деление на 0
        """)


def test_rewriting_leaves_cases_that_did_not_run() -> None:
    text = "Сообщить(1); // выведет: 7\n// ----\nСообщить(2); // выведет: 8\n"
    _, second = read(text)
    made = rewritten(text, [(second, {3: [Remark("выведет", "2")]})])
    assert made == "Сообщить(1); // выведет: 7\n// ----\nСообщить(2); // выведет: 2\n"


def test_letters_are_compared_by_what_the_directive_names() -> None:
    arrived = ({"кому": "a@b.ru", "от": "c@d.ru", "тема": "Привет", "текст": "", "вложения": ""},)
    assert not list(letter_problems(["кому=a@b.ru; тема=Привет"], arrived))
    (problem,) = letter_problems(["тема=Пока"], arrived)
    assert "«Пока»" in problem and "«Привет»" in problem
    assert list(letter_problems([], arrived)) == ["почта: ждали писем 0, пришло 1"]

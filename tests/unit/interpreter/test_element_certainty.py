"""Bare Python operations stand only where a value is certainly whole; elsewhere fractions and signs are looked at."""

from __future__ import annotations

from time import process_time

import pytest

from interpreter.session import Session
from runtime.errors import OnecError
from runtime.host import Host

FIRST = "метод Взять(А: Массив<Число>, И: Число): Число\n    возврат А[И]\n;\n"


class Recording(Host):
    def __init__(self) -> None:
        self.written = ""

    def write(self, text: str) -> None:
        self.written += text


def run(*texts: str) -> str:
    """The output of a script after its contexts; the script itself is compiled as the last one."""
    host = Recording()
    session = Session(language="element", host=host)
    for number, text in enumerate(texts):
        is_last = number == len(texts) - 1
        session.run_bytes(f"текст {number}", text.encode(), is_context=not is_last, is_last=is_last)
    return host.written


def script(body: str, before: str = "") -> str:
    return f"{before}метод Скрипт()\n{body}\n;\n"


def printed(expression: str, before: str = "") -> str:
    return run(script(f"Консоль.Записать({expression})", before)).strip()


def test_an_index_that_is_a_decimal_with_a_whole_value_is_an_index() -> None:
    assert printed("Взять([1, 2, 3], 0.5 * 4)", FIRST) == "3"
    assert printed("Взять([1, 2, 3], 1) + Взять([1, 2, 3], 0.5 * 4)", FIRST) == "5"


@pytest.mark.parametrize("index", ["-1", "0 - 1", "<Число>[].Граница()"])
def test_a_negative_index_is_never_pythons(index: str) -> None:
    with pytest.raises(OnecError, match="вне границ"):
        printed(f"Взять([1, 2, 3], {index})", FIRST)


def test_a_negative_index_of_a_recursion_is_refused() -> None:
    down = "метод Вниз(А: Массив<Число>, И: Число): Число\n    возврат А[И] + Вниз(А, И - 1)\n;\n"
    with pytest.raises(OnecError, match="вне границ"):
        printed("Вниз([1, 2], 1)", down)


def test_a_method_that_is_passed_on_may_be_given_any_number() -> None:
    body = "знч Ф = &Взять\nКонсоль.Записать(Взять([1, 2], 0))\nКонсоль.Записать(Ф([1, 2], 0.5 * 2))"
    assert run(script(body, FIRST)) == "1\n2\n"


def test_another_text_may_call_with_any_number() -> None:
    context = FIRST + "метод Своё()\n    Взять([1], 0)\n;\n"
    assert run(context, script("Консоль.Записать(Взять([1, 2], 0.5 * 2))")) == "2\n"


def test_a_default_of_a_parameter_counts() -> None:
    half = "метод Половина(Ч: Число = 2.5): Число\n    возврат Ч % 2\n;\n"
    assert printed('"%{Половина(4)} %{Половина()}"', half) == "0 0.5"


@pytest.mark.parametrize(
    ("lines", "result"),
    [
        ("пер Х = -7\nХ = Х % 3", "-1"),
        ("пер Х = 7\nХ = Х / 2", "3.5"),
        ("пер Х = -8\nХ = Х % 2 == 0 ? Х / 2 : Х", "-4"),
        ("пер Х = 7\nХ = Х % 2 == 0 ? Х : Х / 2", "3.5"),
        ("пер Х = -7\nХ = (Х / 2).ЦелаяЧасть()", "-3"),
        ("пер Х = 7\nХ = (Х / 2).ЦелаяЧасть()", "3"),
        ("пер Х = -7.5\nХ = (Х / 2).ЦелаяЧасть()", "-3"),
        ("пер Х = 7\nХ = Х / 2 + (Х / 2).ЦелаяЧасть()", "6.5"),
        ("пер Х = 9\nХ = Х % 3 == 0 ? Х / 2 : Х", "4.5"),
        ("пер Х = 2.5\nХ = Х % 2 == 0.5 ? Х / 2 : Х", "1.25"),
        ("пер Х: Число = 0.5\nХ = Х + 1.5\nХ = Х % 2 == 0 ? Х / 2 : Х", "1"),
        ("пер Х = 6\nесли Х % 2 == 0\nХ = Х / 2\nХ = Х / 2\n;", "1.5"),
        ("пер Х = 0\nдля И = 3 вниз по -1\nХ += И % 2\n;", "1"),
        ("пер Х = 0\nдля И = 0 по 1 шаг 0.5\nХ += И\n;", "1.5"),
        ("пер Х = 0\nзнч Ф = (А: Число) -> А % 2\nХ = Ф(-3)", "-1"),
    ],
)
def test_arithmetic_of_a_variable_is_the_same_however_it_is_compiled(lines: str, result: str) -> None:
    assert run(script(lines + '\nКонсоль.Записать("%Х")')) == result + "\n"


def test_a_number_of_thousands_of_digits_is_written() -> None:
    lines = 'пер Х = 1\nдля И = 1 по 2000\nХ *= 1000\n;\nКонсоль.Записать("%Х".Длина())'
    assert run(script(lines)) == "6001\n"


def test_an_element_is_not_taken_for_what_generic_code_says_it_is() -> None:
    lines = 'знч М: неизвестно = <Строка>["а"]\nМ.Добавить(1.5)\nзнч К: Массив<Строка> = М\nКонсоль.Записать("%{К[1]}")'
    assert run(script(lines)) == "1.5\n"


@pytest.mark.parametrize("key", ['"б"', "2", "0.5 * 4", "Истина"])
def test_a_key_that_a_map_lacks_is_told(key: str) -> None:
    lines = f'знч Д: Соответствие<Объект, Число> = {{"а": 1, 1: 2}}\nпопытка\nКонсоль.Записать(Д[{key}])\n'
    handler = "поймать О: ИсключениеНедопустимыйАргумент\nКонсоль.Записать(О.Описание)\n;"
    assert run(script(lines + handler)).startswith("Ключ не найден: ")


def test_keys_of_a_map_keep_truth_apart_from_one() -> None:
    lines = "знч Д: Соответствие<Объект, Число> = <Объект, Число>{:}\nД[1] = 5\nД[Истина] = 6\nД[1] += 1"
    assert run(script(lines + '\nКонсоль.Записать("%{Д[1]} %{Д[Истина]} %{Д[0.5 * 2]}")')) == "6 6 6\n"


@pytest.mark.parametrize(
    ("call", "result"),
    [
        ("С.Длина()", "7"),
        ('С.Найти("б") + С.НайтиСКонца("б")', "4"),
        ('"%{С.Содержит("б")} %{С.НачинаетсяС("а")} %{С.ЗаканчиваетсяНа("а")}"', "Истина Ложь Ложь"),
        ('С.Обрезать().ВВерхнийРегистр().Заменить("Б", "<>")', "А<>В А"),
        ('С.Заменить("", "!").Обрезать()', "абв а"),
        ('С.Разделить(" ").Размер()', "4"),
        ('С.Разделить("").Размер()', "7"),
        ("С.Подстрока(1, 3) + С.Подстрока(6)", "аб "),
    ],
)
def test_methods_of_a_text_that_is_known_do_what_the_librarys_do(call: str, result: str) -> None:
    unknown = "метод Дать(С: Строка): Строка\n    возврат С\n;\n"
    known = run(script(f'знч С = " абв а "\nКонсоль.Записать({call})'))
    assert known == run(script(f'знч С = Дать(" абв а ")\nКонсоль.Записать({call})', unknown)) == result + "\n"


def test_a_part_of_a_text_beyond_its_end_is_refused() -> None:
    with pytest.raises(OnecError, match="вне границ"):
        run(script('знч С = "абв"\nКонсоль.Записать(С.Подстрока(0 - 1, 2))'))


@pytest.mark.parametrize(
    ("call", "result"),
    [
        ("Х.Округлить(1)", "2.3"),
        ("Х.Округлить()", "2"),
        ("(Х * 10).Округлить(-1)", "20"),
        ("(Х * 4).Округлить(3)", "9"),
        ("(Х - 2.25).Округлить(2)", "0"),
        ("(0 - Х).Округлить(1)", "-2.3"),
    ],
)
def test_rounding_is_the_same_whether_a_number_is_known_or_not(call: str, result: str) -> None:
    unknown = "метод Дать(Ч: Число): Число\n    возврат Ч\n;\n"
    known = run(script(f'знч Х = 2.25\nКонсоль.Записать("%{{{call}}}")'))
    assert known == run(script(f'знч Х = Дать(2.25)\nКонсоль.Записать("%{{{call}}}")', unknown)) == result + "\n"


def test_what_an_exception_of_a_script_computes_is_its_description() -> None:
    own = 'исключение Своё\n    метод ПолучитьОписание(): Строка\n        возврат "сам"\n    ;\n;\n'
    lines = (
        'попытка\nвыбросить новый Своё()\nпоймать О: Своё\nКонсоль.Записать("%{О.Описание} %{О.Описание.Длина()}")\n;'
    )
    assert run(script(lines, own)) == "сам 3\n"


def test_a_handler_takes_errors_of_python_for_what_they_mean() -> None:
    lines = (
        "знч М = [1]\nпер И = 5\nпопытка\nКонсоль.Записать(М[И])\n"
        "поймать О: ИсключениеАрифметики\nКонсоль.Записать(1)\n"
        "поймать О: ИсключениеИндексВнеГраниц\nКонсоль.Записать(2)\n;"
    )
    assert run(script(lines)) == "2\n"


def test_a_text_is_put_together_of_pieces_of_any_type() -> None:
    lines = (
        'пер С = ""\nзнч Д = 1.50\nзнч Н: Строка? = Неопределено\n'
        'для И = 1 по 2\nС = С + "<" + И + Д + Истина + Н + ">"\n;\nКонсоль.Записать(С)'
    )
    assert run(script(lines)) == "<11.50Истинаundefined><21.50Истинаundefined>\n"


def test_a_number_that_a_text_is_added_to_is_added_up_first() -> None:
    assert run(script('пер Ч: Строка|Число = 1\nЧ = Ч + 2 + "а"\nКонсоль.Записать(Ч)')) == "3а\n"


def test_appending_several_pieces_to_a_text_does_not_copy_it() -> None:
    lines = 'пер С = ""\nдля И = 1 по 300000\nС = С + "строка номер " + И + ";"\n;\nКонсоль.Записать(С.Длина())'
    began = process_time()
    assert run(script(lines)) == "5888895\n"
    assert process_time() - began < 3

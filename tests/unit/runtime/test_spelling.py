import pytest

from runtime.spelling import hint, nearest

KNOWN = ("Тема", "Отправитель", "Получатели", "Topic", "ПортSMTP", "Добавить")


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("Тепа", "Тема"),
        ("тема", "Тема"),
        ("Отправител", "Отправитель"),
        ("Отпровитель", "Отправитель"),
        ("Topik", "Topic"),
        ("ntvf", "Тема"),
        ("фыва", None),
        ("ПортСМТП", "ПортSMTP"),
        ("Ы", None),
        ("", None),
        ("СовсемДругое", None),
    ],
)
def test_the_nearest_name_is_found(name: str, near: str | None) -> None:
    assert nearest(name, KNOWN) == near


def test_a_name_typed_on_the_other_layout() -> None:
    assert hint("Ljfdbnm", KNOWN) == "Возможно, вы имели в виду «Добавить»?"


def test_latin_letters_in_a_russian_name_are_told() -> None:
    assert hint("Тeмa", KNOWN) == "В имени «Тeмa» латинские буквы среди русских: «a», «e». Верно так: «Тема»"


def test_the_name_that_was_declared_with_a_latin_letter_is_blamed_not_the_right_one() -> None:
    assert hint("Сумма", ["Cумма"]) == "Объявлено имя «Cумма»: в нём латинская буква «C»"


def test_of_two_mixed_names_none_is_advised() -> None:
    assert "Верно" not in hint("Cуммa", ["Cумма"])


def test_a_russian_letter_in_the_latin_part_of_a_name_is_told() -> None:
    assert hint("ПортSМTP", KNOWN) == "В имени «ПортSМTP» русская буква среди латинских: «М». Верно так: «ПортSMTP»"


def test_nothing_is_said_when_nothing_is_near() -> None:
    assert hint("СовсемДругое", KNOWN) == ""
    assert hint("Тема", ()) == ""


def test_one_name_is_said_of_two_that_are_near() -> None:
    assert hint("Получател", ("Получатель", "Получатели")).count("«") == 1

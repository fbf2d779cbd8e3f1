import pytest

from interpreter.cli.arguments import main


def page(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    assert main(["doc", *argv]) == 0
    return capsys.readouterr().out


def test_a_type_lists_its_members(capsys: pytest.CaptureFixture[str]) -> None:
    out = page(capsys, "массив", "--language=enterprise")
    assert out.startswith("[1С:Предприятие]\nМассив (Array)\n")
    assert "Новый Массив(" in out
    assert "  Добавить([Значение])\n" in out


def test_a_member_is_found_by_its_type_and_by_itself(capsys: pytest.CaptureFixture[str]) -> None:
    assert "Массив.Добавить([Значение])\nArray.Add\n" in page(capsys, "Массив.Добавить")
    assert "Массив.ВГраница()" in page(capsys, "ВГраница")


def test_a_function_is_found_by_its_english_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert "СтрНайти(" in page(capsys, "StrFind")


def test_values_of_an_enumeration_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    out = page(capsys, "НаправлениеПоиска", "--language=enterprise")
    assert "Значения:\n  СНачала\n  СКонца\n" in out


def test_the_list_has_types_and_functions(capsys: pytest.CaptureFixture[str]) -> None:
    out = page(capsys, "--language=enterprise")
    assert "Типы:\n" in out and "  Массив (Array)\n" in out
    assert "Функции:\n" in out and "  СтрДлина (StrLen)\n" in out


def test_a_mistyped_name_gets_a_hint(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doc", "Масив", "--language=enterprise"]) == 2
    err = capsys.readouterr().err
    assert "Нет типа, функции или члена типа с именем «Масив»" in err
    assert "«Массив»" in err


@pytest.mark.parametrize("name", ["Письмо.Тема", "Email.Subject"])
def test_an_inherited_member_is_found_by_the_type_that_inherits_it(
    capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert "Письмо.Тема" in page(capsys, name, "--language=element")


def test_an_inherited_member_is_told_of_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert page(capsys, "Тема", "--language=element").count("Тема письма.") == 1

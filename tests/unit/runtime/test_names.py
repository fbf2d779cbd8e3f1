import pytest

from runtime.names import Signature, check_alphabet, fold, split_top


def test_names_are_folded_to_one_form() -> None:
    assert fold("ТЕМА") == fold("тема") == "тема"
    assert fold("И\u0306од") == fold("йод")
    assert fold("Е\u0308ж") == "ёж"


def test_a_signature_names_parameters_in_both_languages() -> None:
    line = Signature.parse("Найти(Что, [Где], Как: Строка = Так, Прочее...): Число", "Find(What, Where, How, Rest)")
    assert (line.ru, line.en, line.returns) == ("Найти", "Find", "Число")
    assert [(p.ru, p.en) for p in line.parameters] == [
        ("Что", "What"), ("Где", "Where"), ("Как", "How"), ("Прочее", "Rest"),
    ]  # fmt: skip
    assert [p.optional for p in line.parameters] == [False, True, True, False]
    assert [p.variadic for p in line.parameters] == [False, False, False, True]
    assert (line.required, line.limit) == (1, None)
    assert str(line) == "Найти(Что, [Где], Как: Строка = Так, Прочее...): Число"


def test_types_may_have_brackets_and_commas() -> None:
    line = Signature.parse("Свернуть<Р>(Функция: (Р, Т)->Р, Карта: Соответствие<Строка, Р>): Р", "Fold(Function, Map)")
    assert [(p.ru, p.type) for p in line.parameters] == [
        ("Функция", "(Р, Т)->Р"), ("Карта", "Соответствие<Строка, Р>"),
    ]  # fmt: skip
    assert line.type_parameters == ("Р",)
    assert line.limit == 2


def test_a_signature_without_parameters() -> None:
    line = Signature.parse("Количество(): Число", "Count()")
    assert (line.parameters, line.limit, str(line)) == ((), 0, "Количество(): Число")


@pytest.mark.parametrize(
    ("ru", "en"),
    [
        ("Найти", "Find()"),
        ("Найти(", "Find()"),
        ("Най ти()", "Find()"),
        ("Найти(А Б)", "Find(A)"),
        ("Найти(,)", "Find(,)"),
        ("Найти(А)", "Find()"),
        ("Найти()", "Find(A)"),
        ("Нaйти()", "Find()"),
    ],
)
def test_a_malformed_line_is_refused(ru: str, en: str) -> None:
    with pytest.raises(TypeError):
        Signature.parse(ru, en)


def test_a_latin_letter_among_russian_ones_is_refused() -> None:
    with pytest.raises(TypeError, match="'o' at 3"):
        check_alphabet("Сooбщить".replace("oo", "оo").replace("Соo", "Слоo"))
    check_alphabet("ПортSMTP")
    check_alphabet("УстановитьHTTPСоединение")
    check_alphabet("XMLСтрока")


def test_a_text_is_split_outside_of_brackets_only() -> None:
    assert list(split_top("а, (б, в), [г, д], е", ",")) == ["а", " (б, в)", " [г, д]", " е"]
    assert list(split_top("(А, Б)->В, Г", ",")) == ["(А, Б)->В", " Г"]
    assert list(split_top("", ",")) == [""]

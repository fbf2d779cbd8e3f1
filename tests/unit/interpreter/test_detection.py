import pytest

from interpreter.detection import detect
from interpreter.diagnostics import Refused
from interpreter.source import Source

ENTERPRISE = [
    "А = 5;\nА == 6;",
    "",
    "// только замечание",
    "А = 1;",
    'Сообщить("Привет");',
    "Message(1);",
    "Процедура П() КонецПроцедуры",
    "Если А Тогда Б = 1; КонецЕсли;",
    "Для Каждого Х Из М Цикл КонецЦикла;",
    "&НаСервере\nПроцедура П()\nКонецПроцедуры",
    "Попытка А = 1; Исключение Б = 1; КонецПопытки;",
    "// метод Скрипт()\nА = 1;",
    'А = "метод знч пер -> ==";',
    "Структура = Новый Структура;",
    "Консоль = Новый Массив; Консоль.Добавить(1);",
]
ELEMENT = [
    "метод Скрипт()\n;",
    "method Script()\n;",
    "пер а = 1",
    "знч а = 1\nКонсоль.Записать(а)",
    "структура Точка\n    пер Х: Число\n;",
    "перечисление Цвет\n    Красный\n;",
    "импорт Стд::Почта",
    "@Глобально\nметод П()\n;",
    "если а == 1\n    Консоль.Записать(1)\n;",
    "попытка\n    а()\nпоймать е: Исключение\n    выбросить е\n;",
    "/* Процедура Если Тогда */\nметод П()\n;",
    "#требуется х\nА()",
    'Консоль.Записать("привет")',
    'Console.Write("hello")',
]


@pytest.mark.parametrize("text", ENTERPRISE)
def test_a_text_of_enterprise_is_recognised(text: str) -> None:
    assert detect(Source("проба.1cs", text)) == "enterprise"


@pytest.mark.parametrize("text", ELEMENT)
def test_a_text_of_element_is_recognised(text: str) -> None:
    assert detect(Source("проба.1cs", text)) == "element"


@pytest.mark.parametrize(
    ("name", "language"),
    [("а.os", "enterprise"), ("а.bsl", "enterprise"), ("а.SBSL", "element"), ("а.xbsl", "element")],
)
def test_an_extension_decides(name: str, language: str) -> None:
    other = "метод П()\n;" if language == "enterprise" else "Процедура П() КонецПроцедуры"
    assert detect(Source(name, other)) == language


def test_as_many_signs_of_both_are_refused_with_a_way_out() -> None:
    with pytest.raises(Refused) as refused:
        detect(Source("проба.1cs", "А = 1; Если А == 1 Тогда"))
    assert "--language=" in refused.value.diagnostics[0].hint

"""What is wrong with a malformed document, in Russian."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pyexpat import ExpatError


def reason_of(error: ExpatError, open_element: str) -> str:
    """`open_element` is the innermost element without its end tag, or an empty string."""
    if error.code == _NO_ELEMENT and open_element:
        return f"Документ закончился, а элемент {open_element} не закрыт"
    if error.code == _MISMATCH and open_element:
        return f"Закрывающий тег не соответствует открывающему <{open_element}>"
    return _REASONS.get(error.code, "Неверный документ XML")


_NO_ELEMENT, _MISMATCH = 3, 7
# By the codes of expat (xml.parsers.expat.errors.codes).
_REASONS = {
    1: "Недостаточно памяти",
    2: "Синтаксическая ошибка",
    3: "В документе нет элементов",
    4: "Недопустимая последовательность символов",
    5: "Незавершённый тег или комментарий",
    6: "Документ обрывается посреди символа",
    7: "Закрывающий тег не соответствует открывающему",
    8: "Атрибут повторяется",
    9: "Лишний текст после корневого элемента",
    10: "Недопустимая ссылка на параметрическую сущность",
    11: "Ссылка на необъявленную сущность",
    12: "Сущность ссылается сама на себя",
    13: "Сущность начинается в одном элементе, а заканчивается в другом",
    14: "Ссылка на недопустимый символ",
    15: "Ссылка на неразбираемую сущность",
    16: "Ссылка на внешнюю сущность в значении атрибута",
    17: "Объявление XML стоит не в начале документа",
    18: "Неизвестная кодировка",
    19: "Кодировка не соответствует указанной в объявлении XML",
    20: "Секция CDATA не закрыта",
    30: "Неверное объявление XML",
    32: "Недопустимые символы в публичном идентификаторе",
    43: "Слишком много подстановок сущностей",
}

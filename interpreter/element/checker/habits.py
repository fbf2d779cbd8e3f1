"""What those who come from 1C:Enterprise or another language write by habit, and what Element has in its place."""

from __future__ import annotations

from interpreter.element.keywords import FOLDED, KEYWORDS
from interpreter.element.syntax_messages import keyword_hint

_OPERANDS = frozenset("NOT NEW TRUE FALSE UNDEFINED THIS THROW METHOD".split())
"""Keywords that begin an operand: written in other case they are taken for a name."""

_OUTPUT = "В сценариях выводят так: Консоль.Записать(Текст)."
_OUTPUT_FUNCTIONS = dict.fromkeys(("Сообщить", "Вывести", "print", "echo"), _OUTPUT) | {
    "Message": "В сценариях выводят так: Console.Write(Text)."
}
_OUTPUT_METHODS = ("вывести", "сообщить", "печать", "напечатать", "записатьстроку", "print", "log", "writel")
"""Beginnings of names that the console does not have."""

_VALUES = dict.fromkeys(("null", "none", "nil", "nullptr"), "Отсутствие значения пишут «Неопределено».") | {
    "исключение": "Исключение ловят так: поймать Ошибка: Исключение.",
    "except": "Исключение ловят так: поймать Ошибка: Исключение.",
}

_TYPES = {
    name: advice
    for names, advice in (
        ("int integer long float double decimal number", "Числа имеют тип «Число»."),
        ("bool boolean", "Логические значения имеют тип «Булево»."),
        ("str char symbol символ текст", "Тексты имеют тип «Строка»."),
        ("list array список", "Ряд значений — это «Массив<Тип>»."),
        ("dict hashmap словарь", "Пары ключей и значений — это «Соответствие<ТипКлюча, ТипЗначения>»."),
        ("ошибка error", "Исключения имеют тип «Исключение»."),
        ("void", "У метода без результата тип не указывают."),
        ("any var", "Любое значение — это «Объект?»."),
        ("структура", "Свою структуру объявляют: структура Имя … ;, а ключи без объявления — это Соответствие."),
        ("таблицазначений valuetable", "Вместо таблицы — массив структур: Массив<СтрокаТаблицы>."),
        ("списокзначений valuelist", "Вместо списка значений — Массив или Соответствие."),
        ("фиксированныймассив fixedarray", "Массив, который только читают, — это «ЧитаемыйМассив<Тип>»."),
        ("уникальныйидентификатор uuid guid", "Уникальный идентификатор — это «Ууид»."),
        ("двоичныеданные binarydata", "Двоичные данные — это «Байты»."),
        ("интернетпочта internetmail", "Письма отправляет КлиентSmtp, читают СоединениеImap и СоединениеPop3."),
        ("интернетпочтовоесообщение internetmailmessage", "Письмо имеет тип «Письмо»."),
        ("интернетпочтовыйпрофиль internetmailprofile", "Профиль – это ПараметрыПодключенияSmtp, …Imap или …Pop3."),
        ("чтениетекста записьтекста", "Файл открывают так: новый Файл(Путь).ОткрытьПотокЧтения()."),
    )
    for name in names.split()
}

_METHODS = {
    name: advice
    for names, advice in (
        ("текущаядата currentdate текущаядатасеанса", "ДатаВремя.Сейчас()"),
        ("сейчас now", "Момент.Сейчас() или ДатаВремя.Сейчас()"),
        ("стрдлина strlen len length", "Строка.Длина()"),
        ("врег upper toupper", "Строка.ВВерхнийРегистр()"),
        ("нрег lower tolower", "Строка.ВНижнийРегистр()"),
        ("сокрлп trim trimall", "Строка.Обрезать()"),
        ("сокрл", "Строка.ОбрезатьСлева()"),
        ("сокрп", "Строка.ОбрезатьСправа()"),
        ("лев прав сред left right mid substring", "Строка.Подстрока(От, До)"),
        ("стрнайти strfind indexof", "Строка.Найти(Подстрока)"),
        ("стрзаменить strreplace replace", "Строка.Заменить(Что, Чем)"),
        ("стрразделить strsplit split", "Строка.Разделить(Разделитель)"),
        ("стрсоединить strconcat", "Коллекция.Соединить(Разделитель)"),
        ("стрначинаетсяс startswith", "Строка.НачинаетсяС(Начало)"),
        ("стрзаканчиваетсяна endswith", "Строка.ЗаканчиваетсяНа(Конец)"),
        ("стрповторить", "Строка.Повторить(Количество)"),
        ("пустаястрока", "Строка.Пусто()"),
        ("значениезаполнено", "Значение != Неопределено или Строка.Пусто()"),
        ("символ char", "Строка.Символ(Индекс)"),
        ("кодсимвола ord", "Строка.КодСимвола(Индекс)"),
        ("формат format", "Значение.Представление(Формат) или \"${Значение|Формат}\""),
        ("стршаблон strtemplate", "\"Текст %{Выражение}\""),
        ("окр round", "Число.Округлить(Знаков)"),
        ("цел int", "Число.ЦелаяЧасть()"),
        ("описаниеошибки errordescription", "Ошибка.Описание, где поймать Ошибка: Исключение"),
        ("информацияобошибке errorinfo", "Ошибка.Информация(), где поймать Ошибка: Исключение"),
        ("сообщение message", "Ошибка.Описание"),
        ("подробноепредставление", "Ошибка.Информация()"),
        ("год year", "Дата.Год"),
        ("месяц month", "Дата.Месяц"),
        ("день day", "Дата.День"),
        ("типзнч typeof", "Значение.ПолучитьТип() или Значение это Тип"),
        ("тип type", "Тип<Имя>"),
        ("tostring str", "Значение.ВСтроку()"),
        ("количество count вколичество", "Коллекция.Размер()"),
        ("колвоэлементов size", "Коллекция.Размер()"),
        ("вграница ubound", "Коллекция.Размер() - 1"),
        ("push append add", "Коллекция.Добавить(Элемент)"),
        ("записатьстроку writeline println", "Консоль.Записать(Текст)"),
        ("прочитать readline input ввестистроку", "Консоль.ПрочитатьСтроку()"),
    )
    for name in names.split()
}  # fmt: skip


def of_value(name: str) -> str:
    """What to write for a name that means nothing."""
    word = FOLDED.get(name.casefold())
    if word is not None and word != name and KEYWORDS[word] in _OPERANDS:
        return keyword_hint(name, ())
    return _VALUES.get(name.casefold(), "")


def of_type(name: str) -> str:
    """What to write for the name of a type that does not exist."""
    return _TYPES.get(name.casefold(), "")


def of_output(name: str) -> str:
    """What to write for a function of other languages that prints."""
    return _OUTPUT_FUNCTIONS.get(name, "")


def of_console(name: str) -> str:
    """What to write for a member that Консоль does not have."""
    return _OUTPUT if name.casefold().startswith(_OUTPUT_METHODS) else ""


def of_method(name: str) -> str:
    """What to write for a method, or a property, that does not exist."""
    advice = _METHODS.get(name.casefold(), "")
    return f"В Элементе пишут так: {advice}." if advice else ""

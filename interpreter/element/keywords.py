"""The words of the language: what they are called in the grammar and how they are spelled."""

from __future__ import annotations

_TABLE = """
вконце finally FINALLY
вниз down DOWN
возврат return RETURN
выбор case CASE
выбросить throw THROW
для for FOR
если if IF
знч val VAL
и and AND
из in IN
или or OR
импорт import IMPORT
иначе else ELSE
исключение exception EXCEPTION
исп use USE
как as AS
когда when WHEN
конст const CONST
конструктор constructor CONSTRUCTOR
метод method METHOD
не not NOT
неизвестно unknown UNKNOWN
ничто void VOID
никогда never NEVER
новый new NEW
обз req REQ
область scope SCOPE
пер var VAR
перечисление enum ENUM
по to TO
поймать catch CATCH
пока while WHILE
попытка try TRY
прервать break BREAK
продолжить continue CONTINUE
статический static STATIC
структура structure STRUCTURE
умолчание default DEFAULT
шаг step STEP
это is IS
этот this THIS
Истина True TRUE
Ложь False FALSE
Неопределено Undefined UNDEFINED
глобальный global GLOBAL
абстрактный abstract ABSTRACT
"""

_ROWS = [line.split() for line in _TABLE.strip().splitlines()]

KEYWORDS: dict[str, str] = {word: terminal for russian, english, terminal in _ROWS for word in (russian, english)}
"""Word → terminal of the grammar. Looked up as spelled: keywords are lower case, literal words capitalised."""

RUSSIAN: dict[str, str] = {terminal: russian for russian, _, terminal in _ROWS}
"""Terminal → the Russian spelling, for messages."""

FOLDED: dict[str, str] = {word.casefold(): word for word in KEYWORDS}
"""Case-folded word → the right spelling, for messages."""

SOFT = frozenset(
    """EXCEPTION ENUM STRUCTURE ABSTRACT CONST REQ IMPORT TO IN DOWN STEP METHOD DEFAULT STATIC GLOBAL""".split()
)
"""Keywords that are plain names wherever the keyword cannot stand."""

ENTERPRISE: dict[str, str] = {
    word.casefold(): advice
    for words, advice in [
        ("Процедура Функция Procedure Function", "метод Имя(…) … ;"),
        ("КонецПроцедуры КонецФункции EndProcedure EndFunction", ";"),
        ("КонецЕсли КонецЦикла КонецПопытки EndIf EndDo EndTry", ";"),
        ("Тогда Then Цикл Do", ""),
        ("ИначеЕсли ElsIf", "иначе если"),
        ("Перем", "пер"),
        ("ВызватьИсключение Raise", "выбросить"),
        ("Каждого Each", "для Имя из Коллекция"),
        ("Знач Асинх Async Ждать Await", ""),
        ("Экспорт Export", "@Глобально перед объявлением"),
    ]
    for word in words.split()
}
"""Words of 1C:Enterprise that Element lacks (case-folded) → what Element writes in their place; may be empty."""

ELSEWHERE: dict[str, str] = {
    word: advice
    for words, advice in [
        ("switch", "выбор"),
        ("elif elseif", "иначе если"),
        ("def func fn sub", "метод Имя(…) … ;"),
        ("let", "пер"),
        ("foreach", "для Имя из Коллекция"),
        ("end endif endwhile endfor", ";"),
        ("class struct", "структура Имя … ;"),
    ]
    for word in words.split()
}
"""Words of other languages → what Element writes in their place."""

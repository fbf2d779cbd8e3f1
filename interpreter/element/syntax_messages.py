"""What is said about a text that is no program: one message and at most one hint for a mistake."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from interpreter.element.keywords import ELSEWHERE, ENTERPRISE, FOLDED, KEYWORDS, RUSSIAN
from runtime.spelling import mixed_alphabets, nearest, to_cyrillic

if TYPE_CHECKING:
    from collections.abc import Iterable

    from interpreter.diagnostics import Note
    from interpreter.element.nodes import Name
    from interpreter.source import Span

TOO_DEEP = "Слишком большая вложенность"
OUTSIDE_METHOD = "Выражения запрещено использовать вне тела метода"
SEMICOLON_CLOSES = "Точка с запятой в Элементе закрывает блок, после инструкции её не ставят."
COMPARE_WITH_TWO = "Для сравнения пишут «==»."
SPACE_BEFORE_LESS = "Если это сравнение, поставьте перед «<» пробел."

REQUIRED_SO = "Другой файл подключают так: #требуется Файл.sbsl"
NO_PREPROCESSOR = "Препроцессора в Элементе нет."
_PREPROCESSOR = frozenset(
    "если иначе иначеесли конецесли область конецобласти if else elsif endif region endregion".split()
)

_OPERATOR_HINTS = {
    "&&": "Логическое «и» пишут словом: А и Б.",
    "||": "Логическое «или» пишут словом: А или Б.",
    "===": COMPARE_WITH_TWO,
    "!==": "«Не равно» пишут «!=».",
    "<>": "«Не равно» пишут «!=».",
    "++": "Увеличить на единицу: Х += 1.",
    "--": "Уменьшить на единицу: Х -= 1.",
    "%=": "Пишите полностью: Х = Х % Y.",
    "**=": "Пишите полностью: Х = Х ** Y.",
    ":=": "Присваивают знаком «=».",
}
_SIGN_HINTS = {
    "«": "Строки пишут в прямых кавычках: \"…\".",
    "»": "Строки пишут в прямых кавычках: \"…\".",
    "“": "Строки пишут в прямых кавычках: \"…\".",
    "”": "Строки пишут в прямых кавычках: \"…\".",
    "„": "Строки пишут в прямых кавычках: \"…\".",
    "'": "Апострофы ограничивают образец, на одной строке; строки пишут в кавычках.",
    "–": "Минус пишут знаком «-».",
    "—": "Минус пишут знаком «-».",
    "−": "Минус пишут знаком «-».",
    "≠": "«Не равно» пишут «!=».",
    "≤": "«Не больше» пишут «<=».",
    "≥": "«Не меньше» пишут «>=».",
    "^": "Степень пишут «**».",
}  # fmt: skip

_TERMINAL_NAMES = {
    "IDENT": "имя", "NUMBER": "число", "STRING": "строка", "PATTERN": "образец", "SEMI": "«;»", "COMMA": "«,»",
    "COLON": "«:»", "EQ": "«=»", "LPAR": "«(»", "RPAR": "«)»", "RBR": "«]»", "RBRACE": "«}»", "GT": "«>»",
    "ARROW": "«->»", "DCOLON": "«::»", "$END": "конец текста", "LAM_LPAR": "«(»", "LPAR_NL": "«(»", "BAR": "«|»",
    "LBR_NL": "«[»", "QADJ": "«?»", "QSP": "«?»", "AT": "«@»",
}  # fmt: skip

_TYPED_NAME = re.compile(r"[^\S\n]++([^\W\d]\w*+)[^\S\n]*+=(?!=)")
_SAME_LINE = re.compile(r"[^\S\n]*+(?!//|/\*|\s|\Z)")


class Mistake(Exception):
    """Something wrong in the text; the parser makes a Diagnostic of it."""

    def __init__(self, span: Span, message: str, hint: str = "", notes: tuple[Note, ...] = ()) -> None:
        super().__init__(message)
        self.span = span
        self.message = message
        self.hint = hint
        self.notes = notes


def stray_character(text: str, position: int) -> Mistake:
    from interpreter.source import Span

    sign = text[position]
    shown = sign if sign.isprintable() else f"U+{ord(sign):04X}"
    return Mistake(Span(position, position + 1), f"Недопустимый символ: {shown}", _SIGN_HINTS.get(sign, ""))


def wrong_operator(operator: str, span: Span) -> Mistake:
    return Mistake(span, f"Нет такой операции: «{operator}»", _OPERATOR_HINTS[operator])


def bad_escape(escape: str, span: Span) -> Mistake:
    sign = escape[1:2]
    hint = "Обратную косую черту в строке удваивают: «\\\\»."
    if sign in ("ю", "u"):
        hint = "За «\\ю» пишут код символа десятичными цифрами: «\\ю1078»."
    elif sign in ("Н", "В", "Т", "N", "R", "T"):
        hint = f"Управляющие последовательности пишут строчными буквами: «\\{sign.lower()}»."
    elif sign == "'":
        hint = "Апостроф в строке пишут как есть."
    return Mistake(span, f"Неизвестная управляющая последовательность «{escape}»", hint)


def is_preprocessor(directive: str) -> bool:
    """Whether the text behind `#` is an instruction of the preprocessor of 1C:Enterprise."""
    return "".join(directive.split()[:1]).casefold() in _PREPROCESSOR


def keyword_hint(word: str, wanted: Iterable[str]) -> str:
    """What the author probably meant by a word where one of some keywords (any language) was possible."""
    folded = word.casefold()
    if folded in ENTERPRISE and word not in KEYWORDS:
        advice = ENTERPRISE[folded]
        tail = f": вместо «{word}» пишут «{advice}»." if advice else f", в Элементе слова «{word}» нет."
        return f"Похоже на язык 1С:Предприятие{tail}"
    if word in ELSEWHERE:
        return f"В Элементе вместо «{word}» пишут «{ELSEWHERE[word]}»."
    right = FOLDED.get(folded)
    if right and right != word:
        return f"Ключевые слова пишут строчными буквами: «{right}»." if right.islower() else f"Пишут «{right}»."
    twin = FOLDED.get(to_cyrillic(word).casefold())
    if twin and not word.isascii():
        return mixed_alphabets(word, twin, "слове")
    near = nearest(word, wanted) if len(word) > 2 else None
    return f"Возможно, вы имели в виду «{near}»?" if near else ""


def wrong_statement(name: Name, text: str) -> Mistake | None:
    """A bare name is no statement: say so here when it looks like a keyword; the rest is left to the checker."""
    word = name.text
    if word in ("вниз", "down"):
        return Mistake(name.span, f"Неожиданно: «{word}»", "Счёт вниз пишут так: для И = 10 вниз по 1.")
    declared = _TYPED_NAME.match(text, name.span.end)
    if declared is not None and declared[1] not in KEYWORDS:
        advice = f"Переменную объявляют так: пер {declared[1]}: {word} = …"
        return Mistake(name.span, f"Объявление переменной не начинают с типа: «{word}»", advice)
    followed = _SAME_LINE.match(text, name.span.end) is not None
    wanted = STATEMENT_WORDS if followed and word.islower() else ()
    hint = keyword_hint(word, wanted)
    return Mistake(name.span, f"Неизвестное слово «{word}»", hint) if hint else None


def expectation(accepted: frozenset[str]) -> str:
    """«Ожидается …», or nothing when that would be a long list."""
    if "NUMBER" in accepted and "STRING" in accepted:
        return "Ожидается выражение" if "IF" not in accepted else ""
    if accepted >= {"IDENT", "UNKNOWN", "UNDEFINED"}:
        return "Ожидается тип"
    names = sorted({_TERMINAL_NAMES.get(terminal) or f"«{RUSSIAN.get(terminal, '')}»" for terminal in accepted})
    names = [name for name in names if name != "«»"]
    return f"Ожидается {' или '.join(names)}" if 0 < len(names) <= 3 else ""


STATEMENT_WORDS = [
    word
    for word, terminal in KEYWORDS.items()
    if terminal
    in "RETURN CASE THROW FOR IF VAL ELSE USE WHEN SCOPE VAR CATCH WHILE TRY BREAK CONTINUE FINALLY METHOD".split()
]
MEMBER_WORDS = [
    word
    for word, terminal in KEYWORDS.items()
    if terminal in "IMPORT EXCEPTION CONST METHOD ENUM STATIC STRUCTURE".split()
]

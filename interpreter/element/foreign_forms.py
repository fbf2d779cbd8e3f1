"""Forms of other languages, and forms that lack a part: told by the tokens around where the parser stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interpreter.element.failure import BLOCKS, STATEMENT_STARTS, unexpected
from interpreter.element.keywords import ENTERPRISE, KEYWORDS, SOFT
from interpreter.element.syntax_messages import NO_PREPROCESSOR, REQUIRED_SO, Mistake, is_preprocessor

if TYPE_CHECKING:
    from interpreter.element.failure import Failure

_NO_BRACES = "Блоки не заключают в фигурные скобки: их закрывает «;»."
_CAUGHT = "Исключение ловят так: поймать Ошибка: Исключение."
_OPENING = frozenset({"LPAR", "LPAR_NL", "LAM_LPAR", "LBR", "LBR_NL", "LBRACE"}) | BLOCKS
_WORDS = frozenset(KEYWORDS.values()) - SOFT
_METHOD = ("метод", "method")
_BODIES = frozenset("METHOD IF WHILE FOR CASE".split())
_STATEMENTS = frozenset("IF WHILE FOR CASE TRY".split())


def foreign_form(failure: Failure) -> Mistake | None:
    """The first form that fits."""
    for reading in (
        _in_interpolation,
        _braces,
        _nested_method,
        _of_declaration,
        _of_operand,
        _of_comma,
        _of_colon,
        _of_sign,
        _of_index,
    ):
        mistake = reading(failure)
        if mistake is not None:
            return mistake
    return None


def _kinds(failure: Failure, back: int) -> list[str]:
    """The types of some tokens before the one at which the parser stopped."""
    return [one.type for one in failure.tokens[max(failure.position - back, failure.first) : failure.position]]


def _in_interpolation(failure: Failure) -> Mistake | None:
    start = failure.tokens[failure.first].start
    opening = failure.source.text[max(start - 50, 0) : start].rstrip()[-2:]
    if opening not in ("%{", "${"):
        return None
    token = failure.token
    if token.type == "$END" and failure.before is None:
        advice = f"В скобках пишут выражение: {opening}Имя}}; сам знак перед скобкой пишут так: «\\{opening[0]}»."
        return Mistake(token.span, f"Пустая подстановка: «{opening}}}»", advice)
    if token.type == "$END":
        return Mistake(failure.gap, "Неожиданный конец подстановки. Ожидается выражение")
    if token.type == "BAR" and opening == "%{":
        return Mistake(token.span, "Формат возможен только в подстановке «${…}»", "Пишите так: ${Выражение|Формат}.")
    if token.type in STATEMENT_STARTS - {"IDENT", "NEW", "THIS", "THROW"}:
        return Mistake(token.span, f"В подстановке возможно только выражение, а не «{token.text}»")
    return None


def _braces(failure: Failure) -> Mistake | None:
    """`если (А) {` and the end of the line: the braces were read as a set."""
    tokens = failure.tokens
    for number in range(failure.first + 1, failure.position):
        brace = tokens[number]
        if brace.type != "LBRACE" or not tokens[number + 1].newline:
            continue
        line = number
        while line > failure.first and not tokens[line].newline:
            line -= 1
        opened = tokens[line].type in _BODIES | {"TRY", "ELSE", "ELSIF"}
        if opened and tokens[number - 1].type in ("RPAR", "TRY", "ELSE", "IDENT", "TRUE", "NUMBER"):
            return Mistake(brace.span, "Неожиданная «{»", _NO_BRACES)
    return None


def _of_declaration(failure: Failure) -> Mistake | None:
    token, before = failure.token, failure.before
    if before is None:
        return None
    kinds = _kinds(failure, 3)
    if kinds[-2:] == ["METHOD", "IDENT"]:
        if token.text == "<":
            return Mistake(token.span, unexpected(token), "Свои обобщённые методы не объявляют.")
        if token.type == "LAM_LPAR":
            arrow = next(one for one in failure.tokens[failure.position :] if one.type == "ARROW")
            return Mistake(arrow.span, "Неожиданно: «->»", f"Тип результата пишут так: метод {before.text}(…): Тип.")
        return Mistake(failure.gap, "Ожидается «(»", f"После имени метода нужны скобки: метод {before.text}()")
    if kinds[-2:] in (["STRUCTURE", "IDENT"], ["EXCEPTION", "IDENT"], ["ENUM", "IDENT"]):
        if token.text == "<":
            return Mistake(token.span, unexpected(token), "Свои обобщённые типы не объявляют.")
        if token.type == "LBRACE":
            return Mistake(token.span, unexpected(token), _NO_BRACES)
        if token.text in (":", "("):
            return Mistake(token.span, unexpected(token), "Наследования и базовых типов в сценариях нет.")
    if kinds[-1:] == ["CONSTRUCTOR"] and token.text == "(":
        advice = "Конструктор создаётся сам: его параметры — поля структуры."
        return Mistake(token.span, unexpected(token), advice)
    if kinds[-1:] == ["IMPORT"] and token.type == "STRING":
        return Mistake(token.span, f"Неожиданно: «{token.text}». Ожидается имя", REQUIRED_SO)
    if token.type == "EQ" and _is_in(failure, "ENUM"):
        return Mistake(token.span, unexpected(token), "У элементов перечисления есть только имена.")
    return _of_loop(failure) or _of_parameter(failure, kinds) or _of_handler(failure, kinds)


def _nested_method(failure: Failure) -> Mistake | None:
    """A method that stands further to the right than the one before it, inside of its body."""
    method = failure.before
    if method is None or method.type != "METHOD" or not method.newline or failure.token.type != "IDENT":
        return None
    starts = [
        one for one in failure.tokens[failure.first : failure.position - 1] if one.type == "METHOD" and one.newline
    ]
    column = failure.source.position(method.start)[1]
    if not starts or failure.source.position(starts[-1].start)[1] >= column:
        return None
    advice = "Методы не вкладывают друг в друга: вынесите его или сделайте функцией-значением."
    return Mistake(method.span, "Метод объявлен внутри метода", advice)


def _is_in(failure: Failure, kind: str) -> bool:
    opened = failure.opened(BLOCKS)
    return opened is not None and opened.type == kind


def _of_loop(failure: Failure) -> Mistake | None:
    """`для И = 1 до 5`, `для И от 1 до 5`, `для (…)`: what stands on the line of the loop is not what a loop has."""
    token = failure.token
    wanted = failure.accepted & {"IN", "TO"}
    foreign = failure.before is not None and failure.before.text.casefold() in ENTERPRISE
    if token.newline or foreign or not (wanted or _kinds(failure, 1) == ["FOR"]) or token.type in _WORDS:
        return None
    message = unexpected(token)
    return Mistake(token.span, message, "Циклы пишут так: для И = 1 по 10, для Элемент из Коллекция.")


def _of_parameter(failure: Failure, kinds: list[str]) -> Mistake | None:
    """`метод Ф(Строка А)`."""
    token, before = failure.token, failure.before
    opened = failure.opened(BLOCKS | {"LPAR", "LPAR_NL"})
    if before is None or opened is None:
        return None
    place = failure.tokens.index(opened)
    is_method = place >= 2 and failure.tokens[place - 2].type == "METHOD"
    if is_method and token.type in ("VAR", "VAL") and kinds[-1:] in (["LPAR"], ["LPAR_NL"], ["COMMA"]):
        return Mistake(token.span, unexpected(token), "Параметр объявляют так: А: Тип.")
    if token.type != "IDENT" or kinds[-1:] != ["IDENT"]:
        return None
    if not is_method or kinds[-2:-1] not in (["LPAR"], ["LPAR_NL"], ["COMMA"]):
        return None
    type_ = "Тип" if before.text.casefold() in ("знач", "val") else before.text
    return Mistake(before.span, unexpected(before), f"Параметр объявляют так: {token.text}: {type_}.")


def _of_handler(failure: Failure, kinds: list[str]) -> Mistake | None:
    """`поймать` without a name, or without a type."""
    if kinds[-1:] == ["CATCH"] and failure.token.type != "IDENT":
        return Mistake(failure.token.span, "Ожидается имя переменной", _CAUGHT)
    if kinds[-2:] == ["CATCH", "IDENT"]:
        return Mistake(failure.gap, "Ожидается тип исключения", _CAUGHT)
    return None


def _of_operand(failure: Failure) -> Mistake | None:
    """What stands where a value should begin."""
    token, following = failure.token, failure.following
    if not _wants_operand(failure):
        return None
    if token.type in ("QSP", "QADJ") and following.type == "LPAR":
        return Mistake(token.span, unexpected(token), "Условную операцию пишут так: Условие ? Значение1 : Значение2.")
    if token.type == "DOT" and following.type == "NUMBER":
        advice = f"Ноль перед точкой не опускают: 0.{following.text}."
        return Mistake(token.span, f"{unexpected(token)}. Ожидается выражение", advice)
    if token.type in _STATEMENTS and not token.newline:
        advice = "Значение по условию: Условие ? Значение1 : Значение2." if token.type in ("IF", "CASE") else ""
        return Mistake(token.span, f"«{token.text}» — инструкция, а не выражение", advice)
    return None


def _wants_operand(failure: Failure) -> bool:
    return "NUMBER" in failure.accepted and "STRING" in failure.accepted


def _of_comma(failure: Failure) -> Mistake | None:
    """`1,5`, fields with commas between them, a parameter that was left out."""
    token, before, following = failure.token, failure.before, failure.following
    if token.type != "COMMA" or before is None:
        return None
    opened = failure.opened(_OPENING)
    bracket = opened.type if opened is not None else ""
    numbers = before.type == following.type == "NUMBER" and following.start == token.end
    if numbers and bracket not in ("LPAR", "LPAR_NL", "LAM_LPAR", "LBR", "LBR_NL", "LBRACE"):
        advice = f"Дробную часть отделяют точкой: {before.text}.{following.text}."
        return Mistake(token.span, "Неожиданный знак «,»", advice)
    if following.newline and bracket in ("STRUCTURE", "EXCEPTION"):
        return Mistake(token.span, "Неожиданный знак «,»", "Поля запятыми не разделяют.")
    if before.type in ("COMMA", "LPAR") and _wants_operand(failure) and bracket == "LPAR":
        advice = "Параметр не пропускают: следующий за ним называют по имени, Имя = Значение."
        return Mistake(token.span, f"{unexpected(token)}. Ожидается выражение", advice)
    return None


def _of_colon(failure: Failure) -> Mistake | None:
    """`Ф(Имя: 5)`, `метод(А: Число)` without its arrow, a colon behind a condition."""
    token, before = failure.token, failure.before
    if token.type != "COLON" or before is None:
        return None
    if before.type == "IDENT" and _kinds(failure, 2)[0] in ("COMMA", "LPAR"):
        if _is_of_function_value(failure):
            return Mistake(token.span, unexpected(token), "Функцию-значение пишут так: метод(А: Число) -> … ;")
        return Mistake(token.span, unexpected(token), f"Параметр называют так: {before.text} = Значение.")
    if failure.following.newline and _head_of_line(failure) in ("IF", "ELSIF", "WHILE", "FOR", "ELSE"):
        return Mistake(token.span, unexpected(token), "Двоеточия после условия и перед блоком нет.")
    return None


def _is_of_function_value(failure: Failure) -> bool:
    """Whether the open bracket stands behind the word `метод`."""
    opened = failure.opened(_OPENING)
    place = failure.tokens.index(opened) if opened is not None else 0
    word = failure.tokens[place - 1]
    return place > 0 and word.type in ("METHOD", "IDENT") and word.text in _METHOD


def _of_sign(failure: Failure) -> Mistake | None:
    """A sign that has another meaning elsewhere."""
    token, before = failure.token, failure.before
    if token.type == "AMP" and failure.following.type == "IDENT" and "AT" in failure.accepted:
        return Mistake(token.span, unexpected(token), f"Аннотации пишут со знаком «@»: @{failure.following.text}.")
    if before is None:
        return None
    if token.type == "EQ" and (opened := failure.opened(_OPENING)) is not None and opened.type == "LBRACE":
        return Mistake(token.span, "Неожиданный знак «=»", "Ключ и значение разделяют двоеточием: {ключ: значение}.")
    if before.type == "AMP" and token.type in ("STRING", "NUMBER"):
        return Mistake(before.span, "Неожиданный знак «&»", "Строки соединяют знаком «+».")
    if before.type == "DOT" and _kinds(failure, 2)[:1] == ["NUMBER"]:
        return Mistake(before.span, "После точки ожидаются цифры или имя метода")
    if token.type == "DIRECTIVE" and token.newline:
        advice = NO_PREPROCESSOR if is_preprocessor(token.text[1:]) else "Комментарий начинают с «//»."
        return Mistake(token.span, unexpected(token), advice)
    return None


def _head_of_line(failure: Failure) -> str:
    """The type of the first token of the line."""
    number = failure.position
    while number > failure.first and not failure.tokens[number].newline:
        number -= 1
    return failure.tokens[number].type


def _of_index(failure: Failure) -> Mistake | None:
    """A literal first on a line went on with the expression above."""
    opened = failure.opened(frozenset({"LBR", "LPAR", "LBRACE"}) | BLOCKS)
    if failure.token.type != "COMMA" or opened is None or opened.type != "LBR" or not opened.newline:
        return None
    advice = "«[» в начале строки продолжает выражение предыдущей: возьмите массив в переменную."
    return Mistake(opened.span, "Неожиданная «[»", advice)

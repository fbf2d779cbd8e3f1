"""Regular expressions, in the dialect of ICU."""

from __future__ import annotations

import re
from itertools import islice

from runtime.enterprise.declare import function
from runtime.errors import BadArgument, OnecError
from stdlib.enterprise.collections.array import Array
from stdlib.enterprise.strings.regular_expression_dialect import Unknown, pattern_of
from stdlib.enterprise.strings.regular_expression_match import ResultOfSearchByRegularExpression

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.enterprise.strings.search_direction import SearchDirection


def _compiled(expression: str, ignore_case: bool, multiline: bool) -> re.Pattern[str]:
    flags = (re.IGNORECASE if ignore_case else 0) | (re.MULTILINE if multiline else 0)
    try:
        return pattern_of(expression, flags)
    except Unknown as error:
        hint = f"Неизвестное свойство символов «{error}»"
        raise OnecError(f"Ошибка в регулярном выражении ({expression})", hint=hint) from error
    except (re.error, OverflowError) as error:
        # The place is one in the translation.
        place = error.pos if isinstance(error, re.error) and error.pattern == expression else None
        hint = "" if place is None else f"Позиция {place + 1}"
        raise OnecError(f"Ошибка в регулярном выражении ({expression})", hint=hint) from error


@function(
    "СтрПодобнаПоРегулярномуВыражению(Строка, РегулярноеВыражение, [ИгнорироватьРегистр], [МногострочныйПоиск]): "
    "Булево",
    "StrLikeByRegularExpression(String, Expression, [IgnoreCase], [Multiline])",
)
def str_like_by_regular_expression(
    string: str, expression: str, ignore_case: bool = False, multiline: bool = False
) -> bool:
    """Истина, если вся строка отвечает выражению."""
    return _compiled(expression, ignore_case, multiline).fullmatch(string) is not None


@function(
    "СтрНайтиПоРегулярномуВыражению(Строка, РегулярноеВыражение, [НаправлениеПоиска], [НачальнаяПозиция], "
    "[НомерВхождения], [ИгнорироватьРегистр], [МногострочныйПоиск]): РезультатПоискаПоРегулярномуВыражению",
    "StrFindByRegularExpression(String, Expression, [SearchDirection], [StartPosition], [OccurrenceNumber], "
    "[IgnoreCase], [Multiline])",
)
def str_find_by_regular_expression(
    string: str,
    expression: str,
    direction: SearchDirection | None = None,
    start: int | None = None,
    occurrence: int = 1,
    ignore_case: bool = False,
    multiline: bool = False,
) -> ResultOfSearchByRegularExpression:
    """Находит часть строки, которая отвечает выражению."""
    backwards = direction is not None and direction.en == "FromEnd"
    if start is None:
        start = len(string) if backwards else 1
    if not 1 <= start <= max(len(string), 1):
        raise BadArgument(4)
    if occurrence < 1:
        raise BadArgument(5)
    pattern = _compiled(expression, ignore_case, multiline)
    if backwards:
        found = [m for m in pattern.finditer(string) if m.start() < start][::-1]
        return ResultOfSearchByRegularExpression.of(found[occurrence - 1] if occurrence <= len(found) else None)
    # Not all of them: a loop looks for the next one behind the last.
    most = 2 * len(string) + 1
    wanted = islice(pattern.finditer(string, start - 1), min(occurrence - 1, most), None)
    return ResultOfSearchByRegularExpression.of(next(wanted, None))


@function(
    "СтрНайтиВсеПоРегулярномуВыражению(Строка, РегулярноеВыражение, [ИгнорироватьРегистр], [МногострочныйПоиск]): "
    "Массив",
    "StrFindAllByRegularExpression(String, Expression, [IgnoreCase], [Multiline])",
)
def str_find_all_by_regular_expression(
    string: str, expression: str, ignore_case: bool = False, multiline: bool = False
) -> Array:
    """Массив всех частей строки, которые отвечают выражению."""
    matches = _compiled(expression, ignore_case, multiline).finditer(string)
    return Array.of(ResultOfSearchByRegularExpression.of(match) for match in matches)


@function(
    "СтрЗаменитьПоРегулярномуВыражению(Строка, РегулярноеВыражение, ПодстрокаЗамены, [ИгнорироватьРегистр], "
    "[МногострочныйПоиск]): Строка",
    "StrReplaceByRegularExpression(String, Expression, Replacement, [IgnoreCase], [Multiline])",
)
def str_replace_by_regular_expression(
    string: str, expression: str, replacement: str, ignore_case: bool = False, multiline: bool = False
) -> str:
    """Заменяет все части строки, которые отвечают выражению; $1, $2…, ${имя} в замене – найденные группы."""
    pattern = _compiled(expression, ignore_case, multiline)

    def expand(match: re.Match[str]) -> str:
        def group(reference: re.Match[str]) -> str:
            if reference[2]:
                return match[reference[2]] or "" if reference[2] in pattern.groupindex else reference[0]
            number = int(reference[1]) if reference[1] else -1
            if number < 0:
                return reference[0][1:]
            return (match.group(number) or "") if number <= pattern.groups else reference[0]

        return re.sub(r"\$(\d)|\$\{(\w+)\}|\\.", group, replacement)

    return pattern.sub(expand, string)

"""Finding and replacing substrings."""

from __future__ import annotations

from runtime.enterprise.declare import function
from runtime.errors import BadArgument, OnecError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.enterprise.strings.search_direction import SearchDirection


@function(
    "СтрНайти(Строка, ПодстрокаПоиска, [НаправлениеПоиска], [НачальнаяПозиция], [НомерВхождения]): Число",
    "StrFind(String, SearchSubstring, [SearchDirection], [StartPosition], [OccurrenceNumber])",
)
def str_find(
    string: str, sought: str, direction: SearchDirection | None = None, start: int | None = None, occurrence: int = 1
) -> int:
    """Номер символа (от 1), с которого подстрока входит в строку; 0, если не входит. Регистр букв различается."""
    if direction is None and start is None and occurrence == 1:
        return string.find(sought) + 1
    if occurrence < 1 or (start is not None and not 1 <= start <= max(len(string), 1)):
        raise OnecError("Неверное значение параметра")
    if direction is not None and direction.en == "FromEnd":
        return _find_backwards(string, sought, len(string) if start is None else start, occurrence)
    found = (start or 1) - 2
    for _ in range(occurrence):
        found = string.find(sought, found + 1)
        if found < 0:
            return 0
    return found + 1


def _find_backwards(string: str, sought: str, start: int, occurrence: int) -> int:
    end = start + len(sought) - 1
    for _ in range(occurrence):
        found = string.rfind(sought, 0, max(end, 0))
        if found < 0:
            return 0
        end = found + len(sought) - 1
    return found + 1


@function("Найти(Строка, ПодстрокаПоиска): Число", "Find(String, SearchSubstring)")
def find(string: str, sought: str) -> int:
    """Номер символа (от 1), с которого подстрока входит в строку; 0, если не входит. Лучше СтрНайти()."""
    return string.find(sought) + 1


@function(
    "СтрЗаменить(Строка, ПодстрокаПоиска, ПодстрокаЗамены): Строка", "StrReplace(String, SearchSubstring, Replacement)"
)
def str_replace(string: str, sought: str, replacement: str) -> str:
    """Строка, в которой заменены все вхождения подстроки."""
    return string.replace(sought, replacement) if sought else string


@function("СтрЧислоВхождений(Строка, ПодстрокаПоиска): Число", "StrOccurrenceCount(String, SearchSubstring)")
def str_occurrence_count(string: str, sought: str) -> int:
    """Сколько раз подстрока входит в строку."""
    return string.count(sought) if sought else 0


@function("СтрНачинаетсяС(Строка, СтрокаПоиска): Булево", "StrStartsWith(String, SearchString)")
def str_starts_with(string: str, sought: str) -> bool:
    """Истина, если строка начинается с искомой."""
    if not sought:
        raise BadArgument(2)
    return string.startswith(sought)


@function("СтрЗаканчиваетсяНа(Строка, СтрокаПоиска): Булево", "StrEndsWith(String, SearchString)")
def str_ends_with(string: str, sought: str) -> bool:
    """Истина, если строка заканчивается искомой."""
    if not sought:
        raise BadArgument(2)
    return string.endswith(sought)

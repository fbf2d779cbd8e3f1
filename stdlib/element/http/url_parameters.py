"""ПараметрыUrl."""

from __future__ import annotations

from runtime.element.declare import constructor, method, onec_type
from runtime.element.objects import ElementObject
from stdlib.element.collections.readable_map import ReadableMap
from stdlib.element.http.text_pairs import text_pairs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.element.collections.array import Array


@onec_type("ПараметрыUrl", "UrlParameters")
class UrlParameters(ElementObject):
    """Параметры запроса в адресе: ?имя=значение&имя=значение. Имена членов не подтверждены."""

    __slots__ = ("pairs",)

    @constructor("([Соответствие: ЧитаемоеСоответствие<Строка, Строка>])", "([Map])")
    def __init__(self, values: ReadableMap | None = None) -> None:
        """Создаёт пустые параметры или параметры с именами и значениями соответствия."""
        self.pairs: list[tuple[str, str]] = text_pairs(values)

    @classmethod
    def of_query(cls, query: str) -> UrlParameters:
        """Of what stands after the question mark."""
        from urllib.parse import unquote_plus

        made = cls()
        for piece in query.split("&") if query else ():
            name, _, value = piece.partition("=")
            made.pairs.append((unquote_plus(name), unquote_plus(value)))
        return made

    def as_text(self) -> str:
        from urllib.parse import quote

        return "&".join(
            f"{quote(name, safe='', errors='replace')}={quote(value, safe='', errors='replace')}"
            for name, value in self.pairs
        )

    def __eq__(self, other: object) -> bool:
        return isinstance(other, UrlParameters) and self.pairs == other.pairs

    def __hash__(self) -> int:
        return hash(tuple(self.pairs))

    @method("Имена(): Массив<Строка>", "Names()")
    def names(self) -> Array:
        """Возвращает имена параметров, каждое один раз."""
        from stdlib.element.collections.array import Array

        return Array.of(list(dict(self.pairs)))

    @method("Содержит(Имя: Строка): Булево", "Contains(Name)")
    def contains(self, name: str) -> bool:
        """Истина, если параметр с этим именем есть."""
        return any(known == name for known, _ in self.pairs)

    @method("ПолучитьПервый(Имя: Строка): Строка?", "GetFirst(Name)")
    def get_first(self, name: str) -> str | None:
        """Возвращает первое значение параметра или Неопределено."""
        return next((value for known, value in self.pairs if known == name), None)

    @method("ПолучитьВсе(Имя: Строка): Массив<Строка>", "GetAll(Name)")
    def get_all(self, name: str) -> Array:
        """Возвращает все значения параметра."""
        from stdlib.element.collections.array import Array

        return Array.of([value for known, value in self.pairs if known == name])

    @method("Добавить(Имя: Строка, Значение: Строка)", "Add(Name, Value)")
    def add(self, name: str, value: str) -> None:
        """Добавляет значение параметра."""
        self.pairs.append((name, value))

    @method("Установить(Имя: Строка, Значение: Строка)", "Set(Name, Value)")
    def set(self, name: str, value: str) -> None:
        """Задаёт единственное значение параметра."""
        self.remove(name)
        self.add(name, value)

    @method("Удалить(Имя: Строка)", "Remove(Name)")
    def remove(self, name: str) -> None:
        """Удаляет все значения параметра."""
        self.pairs[:] = [pair for pair in self.pairs if pair[0] != name]

    @method("Очистить()", "Clear()")
    def clear(self) -> None:
        """Удаляет все параметры."""
        self.pairs.clear()

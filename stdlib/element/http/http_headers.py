"""ЗаголовкиHttp."""

from __future__ import annotations

from runtime.element.declare import constructor, method, onec_type
from stdlib.element.collections.readable_map import ReadableMap
from stdlib.element.http.readable_http_headers import ReadableHttpHeaders
from stdlib.element.http.text_pairs import text_pairs

# The length of a body is told by who sends it: a wrong one could begin a second request.
_OURS = ("content-length", "transfer-encoding")


@onec_type("ЗаголовкиHttp", "HttpHeaders")
class HttpHeaders(ReadableHttpHeaders):
    """Заголовки, которые можно изменять. Content-Length и Transfer-Encoding задаёт сам клиент."""

    __slots__ = ()

    @constructor("([Соответствие: ЧитаемоеСоответствие<Строка, Строка>])", "([Map])")
    def __init__(self, values: ReadableMap | None = None) -> None:
        """Создаёт пустые заголовки или заголовки с именами и значениями соответствия."""
        super().__init__()
        for name, value in text_pairs(values):
            self.add(name, value)

    @method("Установить(Имя: Строка, Значение: Строка)", "Set(Name, Value)")
    def set(self, name: str, value: str) -> None:
        """Задаёт единственное значение заголовка."""
        self.remove(name)
        self.add(name, value)

    @method("Добавить(Имя: Строка, Значение: Строка)", "Add(Name, Value)")
    def add(self, name: str, value: str) -> None:
        """Добавляет значение к тем, которые у заголовка есть."""
        if name.strip().lower() in _OURS:
            from runtime.element.exceptions import IllegalArgumentException

            raise IllegalArgumentException(f"Заголовок {name} задаёт клиент HTTP")
        self.pairs.append((name, value))

    @method("Удалить(Имя: Строка)", "Remove(Name)")
    def remove(self, name: str) -> None:
        """Удаляет все значения заголовка."""
        self.pairs[:] = [pair for pair in self.pairs if pair[0].lower() != name.lower()]

    @method("Очистить()", "Clear()")
    def clear(self) -> None:
        """Удаляет все заголовки."""
        self.pairs.clear()

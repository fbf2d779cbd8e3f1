"""ЧитаемыеЗаголовкиHttp."""

from __future__ import annotations

from runtime.element.declare import method, onec_type
from runtime.element.objects import ElementObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from stdlib.element.collections.array import Array


@onec_type("ЧитаемыеЗаголовкиHttp", "ReadableHttpHeaders")
class ReadableHttpHeaders(ElementObject):
    """Заголовки запроса или ответа; регистр букв в именах не важен, имена могут повторяться."""

    __slots__ = ("pairs",)

    def __init__(self, pairs: Iterable[tuple[str, str]] = ()) -> None:
        self.pairs: list[tuple[str, str]] = list(pairs)

    def as_text(self) -> str:
        return "\n".join(f"{name}: {value}" for name, value in self.pairs)

    def values_of(self, name: str) -> list[str]:
        wanted = name.lower()
        return [value for known, value in self.pairs if known.lower() == wanted]

    @method("Имена(): Массив<Строка>", "Names()")
    def names(self) -> Array:
        """Возвращает имена заголовков, каждое один раз."""
        from stdlib.element.collections.array import Array

        return Array.of(list({name.lower(): name for name, _ in reversed(self.pairs)}.values())[::-1])

    @method("Содержит(Имя: Строка): Булево", "Contains(Name)")
    def contains(self, name: str) -> bool:
        """Истина, если заголовок с этим именем есть."""
        return bool(self.values_of(name))

    @method("ПолучитьПервый(Имя: Строка): Строка?", "GetFirst(Name)")
    def get_first(self, name: str) -> str | None:
        """Возвращает первое значение заголовка или Неопределено."""
        return next(iter(self.values_of(name)), None)

    @method("ПолучитьВсе(Имя: Строка): Массив<Строка>", "GetAll(Name)")
    def get_all(self, name: str) -> Array:
        """Возвращает все значения заголовка."""
        from stdlib.element.collections.array import Array

        return Array.of(self.values_of(name))

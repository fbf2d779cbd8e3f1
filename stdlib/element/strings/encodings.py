"""Кодировки."""

from __future__ import annotations

from runtime.element.declare import global_property, method, onec_type
from stdlib.element.singleton import Singleton
from stdlib.element.strings.encoding import codec

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.element.collections.array import Array


@onec_type("Кодировки", "Encodings")
class Encodings(Singleton):
    """Кодировки, которые известны среде; доступны через свойство Кодировки. Подтверждено только имя объекта."""

    __slots__ = ()

    @method("Существует(Имя: Строка): Булево", "Exists(Name)")
    def exists(self, name: str) -> bool:
        """Истина, если кодировка с таким именем известна (не подтверждено)."""
        from runtime.element.exceptions import IllegalArgumentException

        try:
            codec(name)
        except IllegalArgumentException:
            return False
        return True

    @method("ПолучитьИмена(): Массив<Строка>", "GetNames()")
    def get_names(self) -> Array:
        """Возвращает имена кодировок, у которых есть элемент перечисления Кодировка (не подтверждено)."""
        from stdlib.element.collections.array import Array
        from stdlib.element.strings.encoding import Encoding

        return Array.of([codec(value) for value in Encoding.all_values()])


_encodings = Encodings()


@global_property("Кодировки", "Encodings", "Кодировки")
def encodings() -> Encodings:
    """Кодировки, которые известны среде."""
    return _encodings

"""ПеременныеСреды."""

from __future__ import annotations

import os

from runtime.element.declare import global_property, method, onec_type
from stdlib.element.singleton import Singleton
from stdlib.element.system.permission import require

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.element.collections.map import Map


@onec_type("ПеременныеСреды", "EnvironmentVariables")
class EnvironmentVariables(Singleton):
    """Переменные среды, с которыми запущен сценарий; доступны через свойство ПеременныеСреды. Члены не подтверждены."""

    __slots__ = ()

    @method("Получить(Имя: Строка): Строка?", "Get(Name)")
    def get(self, name: str) -> str | None:
        """Возвращает значение переменной или Неопределено."""
        require(name)
        return os.environ.get(name) if _is_name(name) else None

    @method("Содержит(Имя: Строка): Булево", "Contains(Name)")
    def contains(self, name: str) -> bool:
        """Истина, если переменная есть."""
        require(name)
        return _is_name(name) and name in os.environ

    @method("ВСоответствие(): Соответствие<Строка, Строка>", "ToMap()")
    def to_map(self) -> Map:
        """Возвращает имена и значения всех переменных."""
        from stdlib.element.collections.map import Map

        require("переменные среды")
        return Map.of(os.environ.items())


def _is_name(text: str) -> bool:
    """Halves of characters cannot be told to the system."""
    return text.isascii() or text.encode("utf-8", "replace").decode() == text


_variables = EnvironmentVariables()


@global_property("ПеременныеСреды", "EnvironmentVariables", "ПеременныеСреды")
def environment_variables() -> EnvironmentVariables:
    """Переменные среды, с которыми запущен сценарий."""
    return _variables

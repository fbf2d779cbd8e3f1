"""A method of a script's module or object, called by name."""

from __future__ import annotations

from runtime.enterprise.scripts import Handed, call_back, call_method, taken
from runtime.errors import BadArgument
from runtime.names import fold
from runtime.objects import missing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Callback:
    """The method; OnecError at once when there is none. `number` is the parameter that gives the module."""

    __slots__ = ("_attribute", "_module")

    def __init__(self, module: Any, name: str, number: int) -> None:
        if module is None:
            raise BadArgument(number, hint="Укажите модуль или объект, в котором описана функция: ЭтотОбъект")
        self._module, self._attribute = module, fold(name.strip()) + "()"
        if not hasattr(module, self._attribute):
            raise missing(module, self._attribute, name.strip())

    def call(self, *arguments: Any) -> Any:
        """What the method returns."""
        return call_method(self._module, self._attribute, *arguments)

    def call_for_parameter(self, index: int, *arguments: Any) -> tuple[Any, Any]:
        """What the method returns, and what it leaves in the by-reference parameter at `index`."""
        made = call_back(self._module, self._attribute, *arguments)
        if isinstance(made, Handed):
            return made.result, taken(made, index, arguments[index])
        return made, arguments[index]

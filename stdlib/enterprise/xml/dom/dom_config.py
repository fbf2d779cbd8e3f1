"""Parameters of trees by name, as the DOM names them."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, method
from runtime.errors import OnecError
from stdlib.enterprise.collections.array import Array

_DEFAULTS = {
    "cdata-sections": True,
    "comments": True,
    "element-content-whitespace": True,
    "entities": True,
    "namespaces": True,
    "namespace-declarations": True,
    "split-cdata-sections": True,
    "well-formed": True,
    "canonical-form": False,
    "datatype-normalization": False,
    "check-character-normalization": False,
    "normalize-characters": False,
    "validate": False,
    "validate-if-schema": False,
    "xml-declaration": True,
    "format-pretty-print": False,
}
_CHANGEABLE = frozenset({"cdata-sections", "comments", "element-content-whitespace", "xml-declaration"})


class DOMConfig(OnecObject):
    """Lends its members to the configurations."""

    __slots__ = ("_values",)

    def __init__(self) -> None:
        self._values = dict(_DEFAULTS)

    def get(self, name: str) -> bool:
        """The value of a parameter that exists."""
        return self._values[name]

    @method("ПолучитьПараметр(Имя): Булево", "GetParameter(Name)")
    def get_parameter(self, name: str) -> bool:
        """Значение параметра, например "comments"."""
        return self._values[self._known(name)]

    @method("УстановитьПараметр(Имя, Значение)", "SetParameter(Name, Value)")
    def set_parameter(self, name: str, value: bool) -> None:
        """Меняет параметр; менять можно comments, cdata-sections, element-content-whitespace и xml-declaration."""
        if not self.can_set_parameter(name, value):
            raise OnecError(f"Такое значение параметра не поддерживается ({name})")
        self._values[self._known(name)] = value

    @method("МожноУстановитьПараметр(Имя, Значение): Булево", "CanSetParameter(Name, Value)")
    def can_set_parameter(self, name: str, value: bool) -> bool:
        """Поддерживается ли такое значение параметра."""
        key = name.lower()
        return key in _CHANGEABLE or self._values.get(key) is value

    @method("ИменаПараметров(): Массив", "ParameterNames()")
    def parameter_names(self) -> Array:
        """Имена всех параметров."""
        return Array.of(self._values)

    def _known(self, name: str) -> str:
        key = name.lower()
        if key not in self._values:
            raise OnecError(f"Нет такого параметра ({name})")
        return key

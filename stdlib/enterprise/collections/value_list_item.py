"""ЭлементСпискаЗначений."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, field, getter, method, onec_type, setter
from runtime.enterprise.presentation import text_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from stdlib.enterprise.collections.value_list import ValueList


@onec_type("ЭлементСпискаЗначений", "ValueListItem", presentation="Элемент списка значений")
class ValueListItem(OnecObject):
    """Значение списка с представлением и пометкой."""

    __slots__ = ("_check", "_id", "_list", "_picture", "_presentation", "_value")

    presentation = field("Представление", "Presentation", "str", "", "Текст, которым показан элемент.", type_="Строка")
    check = field("Пометка", "Check", "bool", False, "Помечен ли элемент.", type_="Булево")
    picture = field("Картинка", "Picture", doc="Картинка элемента; здесь только хранится.", type_="Картинка")

    def __init__(self, owner: ValueList, number: int, value: Any, presentation: str, check: bool, picture: Any) -> None:
        self._list, self._id = owner, number
        self._value, self._presentation, self._check, self._picture = value, presentation, check, picture

    @getter("Значение", "Value", "Произвольный")
    def value(self) -> Any:
        """Значение элемента; чужое приводится к типу значений списка."""
        return self._value

    @setter("Значение")
    def set_value(self, value: Any) -> None:
        self._value = self._list.adjusted(value)

    @method("ПолучитьИдентификатор(): Число", "GetID()")
    def get_id(self) -> int:
        """Номер, который остаётся за элементом, пока он в списке."""
        return self._id

    def __onec_text__(self) -> str:
        return self._presentation or text_of(self._value)

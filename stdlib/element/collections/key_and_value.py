"""КлючИЗначение: what walking through a Соответствие gives."""

from __future__ import annotations

from runtime.element.declare import constructor, field, onec_type
from runtime.element.objects import ElementObject
from runtime.element.operators import equal


@onec_type("КлючИЗначение<К, З>", "KeyAndValue")
class KeyAndValue(ElementObject):
    """Ключ соответствия и его значение."""

    __slots__ = ("_key", "_value")

    key = field("Ключ", "Key", type_="К", writable=False, doc="Ключ.")
    value = field("Значение", "Value", type_="З", writable=False, doc="Значение.")

    @constructor("(Ключ: К, Значение: З)", "(Key, Value)")
    def __init__(self, key: object, value: object) -> None:
        """Создаёт пару (конструктор не подтверждён)."""
        self._key, self._value = key, value

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, KeyAndValue):
            return NotImplemented
        return equal(self._key, other._key) and equal(self._value, other._value)

    def __hash__(self) -> int:
        return hash((self._key, self._value))

    def as_text(self) -> str:
        from runtime.element.presentation import operand

        return f"{operand(self._key)}: {operand(self._value)}"


# Loops over maps read these all the time: the slots themselves are faster than properties that refuse to be assigned,
# which the checker and set_member() refuse anyway.
for _name, _slot in ((".Ключ", "_key"), (".Key", "_key"), (".Значение", "_value"), (".Value", "_value")):
    setattr(KeyAndValue, _name, vars(KeyAndValue)[_slot])

"""What a property of a letter gives: a copy that says how the letter itself is changed."""

from __future__ import annotations

from stdlib.element.collections.readable_array import ReadableArray

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import NoReturn


class GivenArray(ReadableArray):
    """A ЧитаемыйМассив whose Добавить() is refused with advice: the element would be lost without a word."""

    __slots__ = ("_advice",)

    def __init__(self, items: Iterable[object], advice: str) -> None:
        self.items = list(items)
        self._advice = advice

    def refuse(self, *_: object) -> NoReturn:
        from runtime.element.exceptions import UnsupportedOperationException

        refusal = UnsupportedOperationException("Этот массив можно только читать")
        refusal.hint = self._advice
        raise refusal


# The name of the method in both languages; the checker lets it pass, for a Массив has it.
for _name in ("Добавить()", "Add()", "ДобавитьВсе()", "AddAll()"):
    setattr(GivenArray, _name, GivenArray.refuse)

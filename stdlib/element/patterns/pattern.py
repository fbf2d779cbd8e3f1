"""Образец."""

from __future__ import annotations

from runtime.element.declare import constructor, method, onec_type
from stdlib.element.presentable import Presentable

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

    from stdlib.element.collections.array import Array


@onec_type("Образец", "Pattern")
class Pattern(Presentable):
    """Регулярное выражение. Синтаксис понимает русские и английские обозначения: \\п и \\s, \\юКОД и \\uКОД."""

    __slots__ = ("compiled", "text")

    @constructor("(Представление: Строка)", "(Text)")
    def __init__(self, text: str) -> None:
        """Создаёт образец; неверный – исключение ИсключениеНекорректноеРегулярноеВыражение."""
        import re

        from stdlib.element.patterns.dialect import to_python

        self.text = text
        try:
            self.compiled: re.Pattern[str] = re.compile(to_python(text))
        except (re.error, ValueError, OverflowError) as error:
            from stdlib.element.exceptions import IllegalRegularExpressionException

            raise IllegalRegularExpressionException(f"Неверный образец {text}: {error}") from None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Pattern) and self.text == other.text

    def __hash__(self) -> int:
        return hash(self.text)

    def as_text(self) -> str:
        return self.text

    def split(self, text: str) -> list[str]:
        """The pieces between matches; groups add nothing."""
        pieces, start = [], 0
        for match in self.compiled.finditer(text):
            if match.end() > match.start():
                pieces.append(text[start : match.start()])
                start = match.end()
        return [*pieces, text[start:]]

    @method("ЕстьСовпадение(Строка: Строка): Булево", "HasMatch(String)")
    def has_match(self, text: str) -> bool:
        """Истина, если в строке есть место, соответствующее образцу (уточнение реализации)."""
        return self.compiled.search(text) is not None

    @method("НайтиВсе(Строка: Строка): Массив<Строка>", "FindAll(String)")
    def find_all(self, text: str) -> Array:
        """Возвращает все места строки, соответствующие образцу (уточнение реализации)."""
        from stdlib.element.collections.array import Array

        return Array.of([match.group() for match in self.compiled.finditer(text)])

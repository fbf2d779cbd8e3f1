"""Образец."""

from __future__ import annotations

from runtime.element.declare import constructor, method, onec_type
from stdlib.element.patterns.match import Match
from stdlib.element.presentable import Presentable

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Callable

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
            from stdlib.element.patterns.reasons import reason_of

            raise IllegalRegularExpressionException(f"Неверный образец {text}: {reason_of(error)}") from None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Pattern) and self.text == other.text

    def __hash__(self) -> int:
        return hash(self.text)

    def as_text(self) -> str:
        return self.text

    @method("Разделить(Строка: Строка): Массив<Строка>", "Split(String)")
    def split(self, text: str) -> Array:
        """Делит строку на части между совпадениями; группы ничего не добавляют (уточнение реализации)."""
        from stdlib.element.collections.array import Array

        pieces, start = [], 0
        for match in self.compiled.finditer(text):
            if match.end() > match.start():
                pieces.append(text[start : match.start()])
                start = match.end()
        return Array.of([*pieces, text[start:]])

    def first_match(self, text: str, start: int = 0) -> Match | None:
        found = self.compiled.search(text, min(max(start, 0), len(text)) if start else 0)
        return Match(found) if found else None

    def matches(self, text: str) -> Array:
        from stdlib.element.collections.array import Array

        return Array.of([Match(found) for found in self.compiled.finditer(text)])

    @method("ЕстьСовпадение(Строка: Строка): Булево", "HasMatch(String)")
    def has_match(self, text: str) -> bool:
        """Истина, если в строке есть место, соответствующее образцу (уточнение реализации)."""
        return self.compiled.search(text) is not None

    @method("ПолноеСовпадение(Строка: Строка): Булево", "FullMatch(String)")
    def full_match(self, text: str) -> bool:
        """Истина, если вся строка соответствует образцу, как Строка.ПолноеСовпадение (уточнение реализации)."""
        return self.compiled.fullmatch(text) is not None

    @method("НайтиВсе(Строка: Строка): Массив<Строка>", "FindAll(String)")
    def find_all(self, text: str) -> Array:
        """Возвращает все места строки, соответствующие образцу (уточнение реализации)."""
        from stdlib.element.collections.array import Array

        return Array.of([match.group() for match in self.compiled.finditer(text)])

    @method("Заменить(Строка: Строка, Функция: (Совпадение)->Строка): Строка", "Replace(String, Function)")
    def replace(self, text: str, function: Callable[..., str]) -> str:
        """Заменяет каждое совпадение тем, что для него возвращает функция (уточнение реализации)."""
        from runtime.element.presentation import operand

        return self.compiled.sub(lambda found: operand(function(Match(found))), text)

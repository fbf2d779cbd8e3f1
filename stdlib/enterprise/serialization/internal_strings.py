"""ЗначениеВСтрокуВнутр, ЗначениеИзСтрокиВнутр."""

from __future__ import annotations

from runtime.enterprise.declare import function

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@function("ЗначениеВСтрокуВнутр(Значение): Строка", "ValueToStringInternal(Value)")
def value_to_string_internal(value: Any) -> str:
    """Строка, из которой значение восстанавливает ЗначениеИзСтрокиВнутр: {"N",3.14}, {"S","текст"}.

    Примитивные значения, массив, структура, соответствие и таблица значений записаны, как на платформе; в записи
    остальных (списка, дерева, фиксированных коллекций, перечислений) часть подробностей своя.
    """
    from stdlib.enterprise.serialization.braces import write
    from stdlib.enterprise.serialization.encoding import form_of

    return write(value, form_of)


@function("ЗначениеИзСтрокиВнутр(Строка): Произвольный", "ValueFromStringInternal(String)")
def value_from_string_internal(text: str) -> Any:
    """Значение из строки, которую вернула ЗначениеВСтрокуВнутр."""
    from stdlib.enterprise.serialization.decoding import value_of_text

    return value_of_text(text)

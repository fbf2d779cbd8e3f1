"""Names and values of headers and parameters, given as a map."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.element.collections.readable_map import ReadableMap


def text_pairs(values: ReadableMap | None) -> list[tuple[str, str]]:
    """ИсключениеПроверкиТипа when a key or a value is no Строка: type arguments are not checked while a script runs."""
    pairs = list(values.entries.items()) if values is not None else []
    for pair in pairs:
        for part in pair:
            if part.__class__ is not str:
                from runtime.element.exceptions import TypeCheckException
                from runtime.element.library import type_name

                raise TypeCheckException(f"Ожидается Соответствие<Строка, Строка>, а в нём {type_name(part)}")
    return pairs

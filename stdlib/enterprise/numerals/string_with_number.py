"""СтрокаСЧислом()."""

from __future__ import annotations

from runtime.enterprise.declare import function
from runtime.enterprise.locale import locale
from runtime.enterprise.numbers import Number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.enterprise.numerals.numeric_value_type import NumericValueType


@function(
    "СтрокаСЧислом(ИсходнаяСтрока, Число, ВидЧисловогоЗначения, [ФорматнаяСтрокаЧисла]): Строка",
    "StringWithNumber(SourceString, Number, NumericValueType, [NumberFormatString])",
)
def string_with_number(source: str, number: Number, kind: NumericValueType, format_string: str | None = None) -> str:
    """Число с подходящим к нему словом: СтрокаСЧислом(";%1 день;;%1 дня;%1 дней;%1 дня", 5, …) – «5 дней».

    Формы в строке стоят по порядку: ноль; один; два; несколько; много; прочее. Пустой форме соответствует «прочее».
    """
    from stdlib.enterprise.formatting.format_string import parameters
    from stdlib.enterprise.formatting.function import format_value
    from stdlib.enterprise.numerals.plurals import CATEGORIES, cardinal, ordinal

    language = locale(parameters(format_string or "").get("Л", "")).code.partition("_")[0]
    category = (
        "zero"
        if number == 0 and source[:1] != ";"
        else (ordinal if kind.en == "Ordinal" else cardinal)(language, number)
    )
    forms = source.split(";")
    form = forms[CATEGORIES.index(category)] if CATEGORIES.index(category) < len(forms) else ""
    shown = format_value(number, format_string or "") or "0"
    return (form or forms[-1]).replace("%1", shown)

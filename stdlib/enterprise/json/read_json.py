"""ПрочитатьJSON, ПрочитатьЗначениеJSON."""

from __future__ import annotations

from runtime.enterprise.declare import function
from runtime.errors import BadArgument
from stdlib.enterprise.collections.array import Array
from stdlib.enterprise.collections.map import Map
from stdlib.enterprise.collections.structure import Structure
from stdlib.enterprise.json.callback import Callback
from stdlib.enterprise.json.construction import Construction
from stdlib.enterprise.json.fast_reading import read_whole
from stdlib.enterprise.json.json_date_format import JSONDateFormat
from stdlib.enterprise.json.json_reader import JSONReader
from stdlib.enterprise.json.json_value_type import JSONValueType
from stdlib.enterprise.json.slow_reading import Restoring, read_value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from stdlib.enterprise.collections.fixed_array import FixedArray

_NESTING = 500


@function(
    "ПрочитатьJSON(ЧтениеJSON, [ПрочитатьВСоответствие], [ИменаСвойствСоЗначениямиДата], [ОжидаемыйФорматДаты], "
    "[ИмяФункцииВосстановления], [МодульФункцииВосстановления], [ДополнительныеПараметрыФункцииВосстановления], "
    "[ИменаСвойствДляОбработкиВосстановления], [МаксимальнаяВложенность]): Произвольный",
    "ReadJSON(JSONReader, [ReadToMap], [PropertiesWithDateValuesNames], [ExpectedDateFormat], [ReviverFunctionName], "
    "[ReviverFunctionModule], [ReviverFunctionAdditionalParameters], [RetriverPropertiesNames], [MaximumNesting])",
)
def read_json(
    reader: JSONReader,
    as_map: bool = False,
    dates: Array | FixedArray | str | None = None,
    form: JSONDateFormat | None = None,
    reviver: str | None = None,
    module: Any = None,
    additional: Any = None,
    restored: Array | FixedArray | str | None = None,
    nesting: int = _NESTING,
) -> Any:
    """Читает значение целиком: объекты – структурами (или соответствиями), массивы – массивами.

    Имена свойств, которые не годятся в имена структуры, требуют чтения в соответствие. Числа точные, null –
    Неопределено, из одинаковых имён действует последнее. Если часть текста прочитана, читается текущее значение.
    Функция восстановления (Свойство, Значение, ДополнительныеПараметры) возвращает, чем заменить значение свойства или
    элемента массива (у него Свойство – Неопределено).
    """
    tokens = reader.tokens()
    construction = Construction(as_map=as_map, dates=_names(dates, 3), form=form or JSONDateFormat.iso)
    restoring = None
    if reviver is not None:
        names = None if restored is None else _names(restored, 8)
        restoring = Restoring(Callback(module, reviver, 6), names, additional)
    elif tokens.at_start():
        found = read_whole(tokens.text, tokens.place, construction, nesting)
        if found is not None:
            value, end = found
            tokens.root_was_read_up_to(end)
            reader.stand_behind(_last_piece(value), value)
            return value
    return read_value(reader, construction, restoring, nesting)


@function("ПрочитатьЗначениеJSON(Строка): Произвольный", "ReadJSONValue(String)")
def read_json_value(text: str) -> Any:
    """Значение из строки JSON: объекты – структурами, массивы – массивами."""
    reader = JSONReader()
    reader.set_string(text)
    value = read_json(reader)
    # Nothing else may follow.
    reader.step(strict=True)
    return value


def _last_piece(value: Any) -> JSONValueType:
    """The kind of piece with which a value ends."""
    kinds: dict[type, JSONValueType] = {
        Array: JSONValueType.array_end,
        str: JSONValueType.string,
        bool: JSONValueType.boolean,
        type(None): JSONValueType.null,
    }
    if isinstance(value, Map | Structure):
        kinds[value.__class__] = JSONValueType.object_end
    number: JSONValueType = JSONValueType.number
    return kinds.get(value.__class__, number)


def _names(given: Array | FixedArray | str | None, number: int) -> frozenset[str]:
    if given is None:
        return frozenset()
    if isinstance(given, str):
        return frozenset(name.strip() for name in given.split(",") if name.strip())
    if not all(isinstance(name, str) for name in given):
        raise BadArgument(number, "Несоответствие типов")
    return frozenset(given)

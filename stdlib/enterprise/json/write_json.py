"""ЗаписатьJSON, ЗаписатьЗначениеJSON."""

from __future__ import annotations

from runtime.enterprise.declare import function
from stdlib.enterprise.json.callback import Callback
from stdlib.enterprise.json.json_line_break import JSONLineBreak
from stdlib.enterprise.json.json_serializer_settings import JSONSerializerSettings
from stdlib.enterprise.json.json_writer import JSONWriter
from stdlib.enterprise.json.json_writer_settings import JSONWriterSettings
from stdlib.enterprise.json.serializing import Conversion, Serializing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@function(
    "ЗаписатьJSON(ЗаписьJSON, Значение, [НастройкиСериализации], [ИмяФункцииПреобразования], "
    "[МодульФункцииПреобразования], [ДополнительныеПараметрыФункцииПреобразования])",
    "WriteJSON(JSONWriter, Value, [SerializationSettings], [ConversionFunctionName], "
    "[ConversionFunctionModule], [ConversionFunctionAdditionalParameters])",
)
def write_json(
    writer: JSONWriter,
    value: Any,
    settings: JSONSerializerSettings | None = None,
    conversion: str | None = None,
    module: Any = None,
    additional: Any = None,
) -> None:
    """Записывает значение целиком: структуры и соответствия – объектами, массивы – массивами.

    Функция преобразования (Свойство, Значение, ДополнительныеПараметры, Отказ) возвращает, чем заменить значение,
    которого JSON не знает; Отказ = Истина – не записывать его.
    """
    converted = Conversion(Callback(module, conversion, 5), additional) if conversion is not None else None
    Serializing(writer, settings or JSONSerializerSettings(), converted).write(value)


@function("ЗаписатьЗначениеJSON(Значение): Строка", "WriteJSONValue(Value)")
def write_json_value(value: Any) -> str:
    """Строка JSON из структуры, массива, строки, числа, булева или Неопределено; всё в одну строку."""
    writer = JSONWriter()
    writer.set_string(JSONWriterSettings(JSONLineBreak.none))
    write_json(writer, value)
    return writer.close()

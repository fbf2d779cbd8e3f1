"""НастройкиСериализацииJSON."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, constructor, field, onec_type
from stdlib.enterprise.json.json_date_format import JSONDateFormat
from stdlib.enterprise.json.json_date_writing_variant import JSONDateWritingVariant


@onec_type("НастройкиСериализацииJSON", "JSONSerializerSettings", presentation="Настройки сериализации JSON")
class JSONSerializerSettings(OnecObject):
    """Как ЗаписатьJSON записывает даты и массивы. Изначально даты записаны по ISO 8601 в местном времени."""

    __slots__ = ("_date_serialization_format", "_date_writing_variant", "_serialize_arrays_as_objects")

    date_serialization_format = field(
        "ФорматСериализацииДаты",
        "DateSerializationFormat",
        "JSONDateFormat",
        doc="Как записаны даты.",
        type_="ФорматДатыJSON",
    )
    date_writing_variant = field(
        "ВариантЗаписиДаты",
        "DateWritingVariant",
        "JSONDateWritingVariant",
        doc="По какому времени записаны даты.",
        type_="ВариантЗаписиДатыJSON",
    )
    serialize_arrays_as_objects = field(
        "СериализовыватьМассивыКакОбъекты",
        "SerializeArraysAsObjects",
        "bool",
        False,
        "Массивы записаны объектами, имена свойств которых – индексы элементов.",
        type_="Булево",
    )

    @constructor("()", "()")
    def __init__(self) -> None:
        self._date_serialization_format: JSONDateFormat = JSONDateFormat.iso
        self._date_writing_variant: JSONDateWritingVariant = JSONDateWritingVariant.local_date

"""НастройкиЗаписиОбъектовJson."""

from __future__ import annotations

from runtime.element.declare import constructor, field, onec_type
from runtime.element.objects import ElementObject
from stdlib.element.collections.iterable import Iterable
from stdlib.element.collections.readable_map import ReadableMap
from stdlib.element.json.json_type_writing_mode import JsonTypeWritingMode


@onec_type("НастройкиЗаписиОбъектовJson", "JsonObjectWriterOptions")
class JsonObjectWriterOptions(ElementObject):
    """Какие свойства объектов пишутся и как. Значения по умолчанию и типы свойств не подтверждены."""

    __slots__ = ("_ignored", "_names", "_raw", "_skip_empty", "_skip_undefined", "_type_mode")

    ignored = field(
        "ИгнорируемыеСвойства",
        "IgnoredProperties",
        "Iterable | None",
        None,
        "Имена полей, которые не пишутся.",
        type_="Обходимое<Строка>?",
    )
    names = field(
        "ИспользуемыеИменаСвойств",
        "UsedPropertyNames",
        "ReadableMap | None",
        None,
        "Имена полей и под какими именами их писать.",
        type_="ЧитаемоеСоответствие<Строка, Строка>?",
    )
    skip_undefined = field(
        "ПропускатьНеопределено",
        "SkipUndefined",
        "bool",
        False,
        "Пропускаются ли поля со значением Неопределено.",
        type_="Булево",
    )
    skip_empty = field(
        "ПропускатьПустыеКоллекции",
        "SkipEmptyCollections",
        "bool",
        False,
        "Пропускаются ли поля с пустыми коллекциями.",
        type_="Булево",
    )
    type_mode = field(
        "РежимЗаписиТипа",
        "TypeWritingMode",
        "JsonTypeWritingMode",
        JsonTypeWritingMode.NEVER,
        "Пишется ли тип структуры.",
        type_="РежимЗаписиТипаJson",
    )
    raw = field(
        "СвойстваЗаписываемыеБезОбработки",
        "RawProperties",
        "Iterable | None",
        None,
        "Имена полей, строки которых уже записаны по правилам JSON.",
        type_="Обходимое<Строка>?",
    )

    @constructor(
        "(ИгнорируемыеСвойства: Обходимое<Строка>? = Неопределено, "
        "ИспользуемыеИменаСвойств: ЧитаемоеСоответствие<Строка, Строка>? = Неопределено, "
        "ПропускатьНеопределено: Булево = Ложь, ПропускатьПустыеКоллекции: Булево = Ложь, "
        "РежимЗаписиТипа: РежимЗаписиТипаJson = РежимЗаписиТипаJson.НеЗаписывать, "
        "СвойстваЗаписываемыеБезОбработки: Обходимое<Строка>? = Неопределено)",
        "(IgnoredProperties, UsedPropertyNames, SkipUndefined, SkipEmptyCollections, TypeWritingMode, RawProperties)",
    )
    def __init__(
        self,
        ignored: Iterable | None = None,
        names: ReadableMap | None = None,
        skip_undefined: bool = False,
        skip_empty: bool = False,
        type_mode: JsonTypeWritingMode = JsonTypeWritingMode.NEVER,
        raw: Iterable | None = None,
    ) -> None:
        """Создаёт настройки; свойства, которые не указаны, имеют значения по умолчанию."""
        self._ignored = ignored
        self._names = names
        self._skip_undefined = skip_undefined
        self._skip_empty = skip_empty
        self._type_mode = type_mode
        self._raw = raw

"""СериализацияJson."""

from __future__ import annotations

from runtime.element.declare import global_property, method, onec_type
from stdlib.element.io.readable_stream import ReadableStream
from stdlib.element.io.writable_stream import WritableStream
from stdlib.element.json.json_object_reader_options import JsonObjectReaderOptions
from stdlib.element.json.json_object_writer_options import JsonObjectWriterOptions
from stdlib.element.json.json_reader import JsonReader
from stdlib.element.json.json_writer import JsonWriter
from stdlib.element.singleton import Singleton
from stdlib.element.strings.encoding import Encoding
from stdlib.element.type import Type

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from stdlib.element.collections.array import Array
    from stdlib.element.collections.map import Map

_MISSING: Any = object()
_SOURCE = "Источник: ПотокЧтения|ЧтениеJson|Строка"


@onec_type("СериализацияJson", "JsonSerialization")
class JsonSerialization(Singleton):
    """Значения пишутся в JSON и читаются из него; доступна через свойство СериализацияJson."""

    __slots__ = ()

    @method(
        "ЗаписатьОбъект(Значение: Объект?, [Настройки: НастройкиЗаписиОбъектовJson]): Строка",
        "WriteObject(Value, [Options])",
    )
    @method("ЗаписатьОбъект(Приемник: ПотокЗаписи|ЗаписьJson, Значение: Объект?)", "WriteObject(Target, Value)")
    @method(
        "ЗаписатьОбъект(Приемник: Объект?, [Значение: Объект?], [Настройки: НастройкиЗаписиОбъектовJson])",
        "WriteObject(Target, [Value], [Options])",
    )
    def write_object(
        self, target: object, value: object = _MISSING, options: JsonObjectWriterOptions | None = None
    ) -> Any:
        """Возвращает текст JSON; с потоком или записью JSON первым параметром пишет туда.

        Значение, которому нет соответствия в JSON, – исключение ИсключениеЗаписиJson.
        """
        from stdlib.element.json.layout import Layout
        from stdlib.element.json.writing import Writer

        if isinstance(target, JsonWriter) and value is not _MISSING:
            target.write_object(value, options)
            return None
        if isinstance(target, WritableStream) and value is not _MISSING:
            target.write(Writer(Layout(None), options).text(value))
            return None
        if isinstance(value, JsonObjectWriterOptions):
            options = value
        elif value is not _MISSING and value is not None:
            from runtime.element.exceptions import TypeCheckException

            raise TypeCheckException("Параметр «Настройки»: ожидается НастройкиЗаписиОбъектовJson")
        return Writer(Layout(None), options).text(target)

    @method(
        f"ПрочитатьОбъект<Т>({_SOURCE}, Тип: Тип<Т>, [Настройки: НастройкиЧтенияОбъектовJson], "
        "[Кодировка: Кодировка|Строка]): Т",
        "ReadObject(Source, Type, [Options], [Encoding])",
    )
    @method(
        f"ПрочитатьОбъект<Т>({_SOURCE}, [Настройки: НастройкиЧтенияОбъектовJson]): Т", "ReadObject(Source, [Options])"
    )
    @method(
        f"ПрочитатьОбъект<Т>({_SOURCE}, [Тип: Тип<Т>|НастройкиЧтенияОбъектовJson], "
        "[Настройки: НастройкиЧтенияОбъектовJson], Кодировка: Кодировка|Строка = Кодировка.Utf8, "
        "[ТипРезультата: Тип<Т>]): Т",
        "ReadObject(Source, [Type], [Options], Encoding, [ResultType])",
    )
    def read_object(
        self,
        source: ReadableStream | JsonReader | str,
        type_: Type | JsonObjectReaderOptions | None = None,
        options: JsonObjectReaderOptions | None = None,
        encoding: Encoding | str = Encoding.UTF8,
        type_argument: Type | None = None,
    ) -> Any:
        """Читает значение типа, который указан параметром или в угловых скобках.

        Без типа объекты становятся соответствиями. Неверный текст и неподходящее значение – исключение
        ИсключениеЧтенияJson.
        """
        return built(_raw(source, encoding), type_, options, type_argument)

    @method(f"ПрочитатьМассив({_SOURCE}): Массив<Объект?>", "ReadArray(Source)")
    def read_array(self, source: ReadableStream | JsonReader | str) -> Array:
        """Читает массив (устарел: используйте ПрочитатьОбъект)."""
        from stdlib.element.json.shapes import Shape

        made: Array = _as(_raw(source, Encoding.UTF8), Shape("Массив"))
        return made

    @method(f"ПрочитатьСоответствие({_SOURCE}): Соответствие<Строка, Объект?>", "ReadMap(Source)")
    def read_map(self, source: ReadableStream | JsonReader | str) -> Map:
        """Читает соответствие (устарел: используйте ПрочитатьОбъект)."""
        from stdlib.element.json.shapes import Shape

        made: Map = _as(_raw(source, Encoding.UTF8), Shape("Соответствие"))
        return made


_serialization = JsonSerialization()


@global_property("СериализацияJson", "JsonSerialization", "СериализацияJson")
def json_serialization() -> JsonSerialization:
    """Запись значений в JSON и чтение из него."""
    return _serialization


def built(
    value: Any,
    type_: Type | JsonObjectReaderOptions | None,
    options: JsonObjectReaderOptions | None,
    type_argument: Type | None,
) -> Any:
    """What was read, as the type that was named in either place."""
    if isinstance(type_, JsonObjectReaderOptions):
        type_, options = None, type_
    wanted = type_ or type_argument
    if wanted is None:
        return value
    from stdlib.element.json.building import Builder
    from stdlib.element.json.shapes import shape_of

    return Builder(options).build(value, shape_of(wanted))


def _as(value: Any, shape: Any) -> Any:
    from stdlib.element.json.building import Builder

    return Builder(None).build(value, shape)


def _raw(source: ReadableStream | JsonReader | str, encoding: Encoding | str) -> Any:
    if isinstance(source, JsonReader):
        return source.raw()
    from stdlib.element.json.reading import read_text

    return read_text(source if isinstance(source, str) else source.read_as_string(encoding))

"""ЧтениеJson."""

from __future__ import annotations

from runtime.element.declare import constructor, getter, method, onec_type
from runtime.element.objects import ElementObject
from stdlib.element.io.readable_stream import ReadableStream
from stdlib.element.json.json_node_kind import JsonNodeKind
from stdlib.element.json.json_object_reader_options import JsonObjectReaderOptions
from stdlib.element.strings.encoding import Encoding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from stdlib.element.collections.array import Array
    from stdlib.element.collections.map import Map
    from stdlib.element.time.date import Date
    from stdlib.element.time.date_time import DateTime
    from stdlib.element.time.duration import Duration
    from stdlib.element.time.instant import Instant
    from stdlib.element.time.time import Time
    from stdlib.element.type import Type
    from stdlib.element.uuid import Uuid


@onec_type("ЧтениеJson", "JsonReader")
class JsonReader(ElementObject):
    """Читает JSON по частям. Комментарии пропускаются; неверный текст – исключение ИсключениеЧтенияJson.

    После чтения массива или объекта целиком текущим остаётся его последний узел, после чтения простого значения – оно.
    """

    __slots__ = ("_piece", "_start", "_tokens")

    @constructor("(Источник: Строка|ПотокЧтения, Кодировка: Кодировка|Строка = Кодировка.Utf8)", "(Source, Encoding)")
    def __init__(self, source: str | ReadableStream, encoding: Encoding | str = Encoding.UTF8) -> None:
        """Создаёт чтение строки или потока."""
        from stdlib.element.json.tokens import Tokens

        self._tokens = Tokens(source if isinstance(source, str) else source.read_as_string(encoding))
        self._piece: tuple[JsonNodeKind, Any] | None = None
        self._start = 0

    @method("Следующий(): Булево", "Next()")
    def next(self) -> bool:
        """Переходит к следующему узлу. Возвращает Ложь, если узлов больше нет."""
        self._piece = self._tokens.next()
        self._start = self._tokens.start
        return self._piece is not None

    @getter("ВидУзла", "NodeKind", "ВидУзлаJson?")
    def node_kind(self) -> JsonNodeKind | None:
        """Вид текущего узла; Неопределено до первого и после последнего."""
        return self._piece[0] if self._piece else None

    @getter("Значение", "Value", "Строка")
    def value(self) -> str:
        """Имя свойства или запись простого значения; у скобок – пустая строка."""
        if self._piece is None:
            return ""
        kind, value = self._piece
        if kind is JsonNodeKind.BOOLEAN:
            return "true" if value else "false"
        if kind is JsonNodeKind.NULL:
            return "null"
        return self._tokens.text[self._start : self._tokens.place] if kind is JsonNodeKind.NUMBER else value or ""

    @getter("ТекущаяСтрока", "CurrentLine", "Число")
    def current_line(self) -> int:
        """Номер строки текста, в которой начинается текущий узел, от 1."""
        return self._tokens.position()[0]

    @getter("ТекущийСтолбец", "CurrentColumn", "Число")
    def current_column(self) -> int:
        """Номер символа строки, с которого начинается текущий узел, от 1."""
        return self._tokens.position()[1]

    @method(
        "ПрочитатьСодержимое<Т>([Тип: Тип<Т>], [Настройки: НастройкиЧтенияОбъектовJson]): Т",
        "ReadContent([Type], [Options])",
    )
    @method(
        "ПрочитатьСодержимое<Т>([Настройки: НастройкиЧтенияОбъектовJson]): Т",
        "ReadContent([Options])",
    )
    @method(
        "ПрочитатьСодержимое<Т>([Тип: Тип<Т>|НастройкиЧтенияОбъектовJson], [Настройки: НастройкиЧтенияОбъектовJson], "
        "[ТипРезультата: Тип<Т>]): Т",
        "ReadContent([Type], [Options], [ResultType])",
    )
    def read_content(
        self,
        type_: Type | JsonObjectReaderOptions | None = None,
        options: JsonObjectReaderOptions | None = None,
        type_argument: Type | None = None,
    ) -> Any:
        """Читает значение, которое начинается с текущего узла; без типа – Массив, Соответствие или простое значение."""
        from stdlib.element.json.json_serialization import built

        return built(self.raw(), type_, options, type_argument)

    def raw(self) -> Any:
        """The value at the current piece, or the next one when that is a name or nothing has been read yet."""
        from stdlib.element.json.reading import read_value

        if self._piece is None or self._piece[0] is JsonNodeKind.PROPERTY_NAME:
            self.next()
        if self._piece is None or self._piece[0] in (JsonNodeKind.ARRAY_END, JsonNodeKind.OBJECT_END):
            from runtime.element.exceptions import IllegalStateException

            raise IllegalStateException("Текущий узел JSON – не начало значения")
        kind, value = self._piece
        if kind not in (JsonNodeKind.ARRAY_START, JsonNodeKind.OBJECT_START):
            return value
        value = read_value(self._tokens, self._piece)
        closing = JsonNodeKind.ARRAY_END if kind is JsonNodeKind.ARRAY_START else JsonNodeKind.OBJECT_END
        self._piece = closing, None
        return value

    def _scalar(self, kind: str, *, ignore_extra_parts: bool = False) -> Any:
        from stdlib.element.json.building import Builder
        from stdlib.element.json.shapes import Shape

        options = JsonObjectReaderOptions(ignore_extra_parts=ignore_extra_parts)
        return Builder(options).build(self.raw(), Shape(kind))

    @method("ПрочитатьСодержимоеКакСтроку(): Строка", "ReadContentAsString()")
    def read_content_as_string(self) -> str:
        """Читает строку."""
        return str(self._scalar("Строка"))

    @method("ПрочитатьСодержимоеКакЧисло(): Число", "ReadContentAsNumber()")
    def read_content_as_number(self) -> Any:
        """Читает число."""
        return self._scalar("Число")

    @method("ПрочитатьСодержимоеКакБулево(): Булево", "ReadContentAsBoolean()")
    def read_content_as_boolean(self) -> bool:
        """Читает логическое значение."""
        return bool(self._scalar("Булево"))

    @method("ПрочитатьСодержимоеКакБайты(): Байты", "ReadContentAsBytes()")
    @method("ПрочитатьСодержимоеКакБайтыBase64(): Байты", "ReadContentAsBytesBase64()")
    def read_content_as_bytes(self) -> bytes:
        """Читает байты из записи Base64."""
        return bytes(self._scalar("Байты"))

    @method("ПрочитатьСодержимоеКакДата(ИгнорироватьВремя: Булево = Ложь): Дата", "ReadContentAsDate(IgnoreTime)")
    def read_content_as_date(self, ignore_time: bool = False) -> Date:
        """Читает дату."""
        made: Date = self._scalar("Дата", ignore_extra_parts=ignore_time)
        return made

    @method("ПрочитатьСодержимоеКакВремя(ИгнорироватьДату: Булево = Ложь): Время", "ReadContentAsTime(IgnoreDate)")
    def read_content_as_time(self, ignore_date: bool = False) -> Time:
        """Читает время."""
        made: Time = self._scalar("Время", ignore_extra_parts=ignore_date)
        return made

    @method("ПрочитатьСодержимоеКакДатаВремя(): ДатаВремя", "ReadContentAsDateTime()")
    def read_content_as_date_time(self) -> DateTime:
        """Читает дату и время."""
        made: DateTime = self._scalar("ДатаВремя")
        return made

    @method("ПрочитатьСодержимоеКакДлительность(): Длительность", "ReadContentAsDuration()")
    def read_content_as_duration(self) -> Duration:
        """Читает длительность, записанную по ISO 8601."""
        made: Duration = self._scalar("Длительность")
        return made

    @method("ПрочитатьСодержимоеКакМомент(): Момент", "ReadContentAsInstant()")
    def read_content_as_instant(self) -> Instant:
        """Читает момент в любом из форматов ФорматМоментаJson."""
        made: Instant = self._scalar("Момент")
        return made

    @method("ПрочитатьСодержимоеКакУуид(): Ууид", "ReadContentAsUuid()")
    def read_content_as_uuid(self) -> Uuid:
        """Читает идентификатор."""
        made: Uuid = self._scalar("Ууид")
        return made

    @method("ПрочитатьСодержимоеКакМассив(): Массив<Объект?>", "ReadContentAsArray()")
    def read_content_as_array(self) -> Array:
        """Читает массив (устарел: используйте ПрочитатьСодержимое)."""
        made: Array = self._scalar("Массив")
        return made

    @method("ПрочитатьСодержимоеКакСоответствие(): Соответствие<Строка, Объект?>", "ReadContentAsMap()")
    def read_content_as_map(self) -> Map:
        """Читает соответствие (устарел: используйте ПрочитатьСодержимое)."""
        made: Map = self._scalar("Соответствие")
        return made

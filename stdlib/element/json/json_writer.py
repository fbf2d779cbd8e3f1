"""ЗаписьJson."""

from __future__ import annotations

from runtime.element.declare import constructor, method, onec_type
from runtime.element.objects import ElementObject
from stdlib.element.io.writable_stream import WritableStream
from stdlib.element.json.json_writer_options import JsonWriterOptions
from stdlib.element.strings.encoding import Encoding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from stdlib.element.json.layout import Layout

_MISSING: Any = object()


class _Open:
    """An array or object that is being written; `named`: a name waits for its value."""

    __slots__ = ("count", "is_object", "named")

    def __init__(self, is_object: bool) -> None:
        self.is_object, self.named, self.count = is_object, False, 0


@onec_type("ЗаписьJson", "JsonWriter")
class JsonWriter(ElementObject):
    """Пишет JSON в поток по частям; каждый метод возвращает эту же запись.

    То, чему здесь не место, – исключение ИсключениеЗаписиJson, если настройки не отменили проверку.
    """

    __slots__ = ("_encoding", "_is_written", "_layout", "_open", "_stream")

    @constructor(
        "(Поток: ПотокЗаписи, [НастройкиЗаписи: НастройкиЗаписиJson], Кодировка: Кодировка|Строка = Кодировка.Utf8)",
        "(Stream, [WriterOptions], Encoding)",
    )
    def __init__(
        self,
        stream: WritableStream,
        options: JsonWriterOptions | None = None,
        encoding: Encoding | str = Encoding.UTF8,
    ) -> None:
        """Создаёт запись в поток."""
        from stdlib.element.json.layout import Layout

        self._stream, self._encoding = stream, encoding
        self._layout: Layout = Layout(options)
        self._open: list[_Open] = []
        self._is_written = False

    @method("ЗаписатьНачалоОбъекта(): ЗаписьJson", "WriteObjectStart()")
    def write_object_start(self) -> JsonWriter:
        """Открывает объект."""
        return self._start("{", is_object=True)

    @method("ЗаписатьКонецОбъекта(): ЗаписьJson", "WriteObjectEnd()")
    def write_object_end(self) -> JsonWriter:
        """Закрывает объект."""
        return self._end("}", is_object=True)

    @method("ЗаписатьНачалоМассива(): ЗаписьJson", "WriteArrayStart()")
    def write_array_start(self) -> JsonWriter:
        """Открывает массив."""
        return self._start("[", is_object=False)

    @method("ЗаписатьКонецМассива(): ЗаписьJson", "WriteArrayEnd()")
    def write_array_end(self) -> JsonWriter:
        """Закрывает массив."""
        return self._end("]", is_object=False)

    @method("ЗаписатьИмяСвойства(Имя: Строка): ЗаписьJson", "WritePropertyName(Name)")
    def write_property_name(self, name: str) -> JsonWriter:
        """Пишет имя свойства; за ним пишут значение."""
        inner = self._open[-1] if self._open else None
        if inner is None or not inner.is_object or inner.named:
            self._refuse(f"Здесь нельзя записать имя свойства {name}")
        if inner is not None:
            inner.named = True
            comma = "," if inner.count else ""
            self._put(f"{comma}{self._layout.line(len(self._open))}{self._layout.quoted(name)}{self._layout.colon}")
        return self

    @method("Записать(Значение: Объект?): ЗаписьJson", "Write(Value)")
    @method("Записать(Имя: Строка, [Значение: Объект?]): ЗаписьJson", "Write(Name, [Value])")
    def write(self, first: object, value: object = _MISSING) -> JsonWriter:
        """Пишет значение; с двумя параметрами – свойство с этим именем."""
        if value is _MISSING:
            return self.write_object(first, None)
        if not isinstance(first, str):
            self._refuse("Имя свойства должно быть строкой")
        return self.write_property_name(str(first)).write_object(value, None)

    @method("ЗаписатьNull([Имя: Строка]): ЗаписьJson", "WriteNull([Name])")
    def write_null(self, name: str | None = None) -> JsonWriter:
        """Пишет null; с именем – свойство."""
        if name is not None:
            self.write_property_name(name)
        return self._value("null")

    @method("ЗаписатьБезОбработки(Текст: Строка): ЗаписьJson", "WriteRaw(Text)")
    def write_raw(self, text: str) -> JsonWriter:
        """Пишет на место значения текст, который уже записан по правилам JSON."""
        return self._value(text)

    def write_object(self, value: Any, options: Any) -> JsonWriter:
        """A value with the settings of objects."""
        from stdlib.element.json.writing import Writer

        return self._value(Writer(self._layout, options).text(value, len(self._open)))

    def _start(self, sign: str, *, is_object: bool) -> JsonWriter:
        self._value(sign)
        self._open.append(_Open(is_object))
        return self

    def _end(self, sign: str, *, is_object: bool) -> JsonWriter:
        inner = self._open[-1] if self._open else None
        if inner is None or inner.is_object is not is_object or inner.named:
            self._refuse(f"Здесь нельзя записать {sign}")
        if self._open:
            count = self._open.pop().count
            self._put((self._layout.line(len(self._open)) if count else "") + sign)
        return self

    def _value(self, text: str) -> JsonWriter:
        inner = self._open[-1] if self._open else None
        if inner is None:
            if self._is_written:
                self._refuse("Значение верхнего уровня уже записано")
            self._is_written = True
            self._put(text)
            return self
        if inner.is_object and not inner.named:
            self._refuse("Перед значением нужно имя свойства")
        if not inner.is_object:
            self._put(("," if inner.count else "") + self._layout.line(len(self._open)))
        inner.named = False
        inner.count += 1
        self._put(text)
        return self

    def _put(self, text: str) -> None:
        self._stream.write(text, self._encoding)

    def _refuse(self, text: str) -> None:
        if self._layout.options.check:
            from stdlib.element.json.writing import failure

            raise failure(text)

"""ЗаписьJSON."""

from __future__ import annotations

from runtime.enterprise.convert import is_number
from runtime.enterprise.declare import OnecObject, constructor, field, getter, method, onec_type
from runtime.enterprise.presentation import plain
from runtime.errors import BadArgument, OnecError
from stdlib.enterprise.json.escaping import writer_of_strings
from stdlib.enterprise.json.json_line_break import JSONLineBreak
from stdlib.enterprise.json.json_writer_settings import JSONWriterSettings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from stdlib.enterprise.binary.stream import Stream
    from stdlib.enterprise.files.text_encoding import TextEncoding
    from stdlib.enterprise.json.destination import Destination

_OUTSIDE, _ARRAY, _OBJECT, _NAMED = range(4)
_MANY = 5000
"""So many pieces are written out together."""
_FEW = 1000
"""So many names are kept as they are written: the objects of a list have the same ones."""


@onec_type("ЗаписьJSON", "JSONWriter", presentation="Запись JSON")
class JSONWriter(OnecObject):
    """Запись JSON в строку, файл или поток: по частям или целиком, функцией ЗаписатьJSON."""

    __slots__ = (
        "_break",
        "_colon",
        "_destination",
        "_levels",
        "_names",
        "_padding",
        "_pieces",
        "_quote",
        "_settings",
        "_state",
        "_used",
        "_validate_structure",
    )

    validate_structure = field(
        "ПроверятьСтруктуру",
        "ValidateStructure",
        "bool",
        True,
        "Запись того, что нарушило бы строение JSON (значения без имени в объекте, лишней скобки), – ошибка.",
        type_="Булево",
    )

    @constructor("()", "()")
    def __init__(self) -> None:
        self._pieces: list[str] | None = None
        self._destination: Destination | None = None
        self._begin(None)
        self._pieces = None

    def _begin(self, settings: JSONWriterSettings | None) -> None:
        self._settings = settings or JSONWriterSettings(None, "")
        self._quote: Callable[[str], str] = writer_of_strings(self._settings)
        line = self._settings._new_lines
        self._break = {"Unix": "\n", "Windows": "\r\n", "None": ""}.get(line.en) or _system_break(line)
        self._padding = self._settings._padding_symbols if self._break else ""
        self._colon = ": " if self._break else ":"
        self._names: dict[str, str] = {}
        self._pieces, self._destination = [], None
        # What is open, outermost first, and whether each has an element already.
        self._levels: list[int] = []
        self._state, self._used = _OUTSIDE, False

    @getter("Параметры", "Settings", "ПараметрыЗаписиJSON")
    def settings(self) -> JSONWriterSettings:
        """Параметры, с которыми открыта запись."""
        return self._settings

    @method("УстановитьСтроку([Параметры])", "SetString([Settings])")
    def set_string(self, settings: JSONWriterSettings | None = None) -> None:
        """Записывать будут в строку; её возвращает Закрыть(). Без параметров – с переносами строк, без отступов."""
        self.close()
        self._begin(settings)

    @method(
        "ОткрытьФайл(ИмяФайла, [Кодировка], [ДобавлятьBOM], [Параметры])",
        "OpenFile(FileName, [Encoding], [AddBOM], [Settings])",
    )
    def open_file(
        self,
        path: str,
        encoding: TextEncoding | str | None = None,
        add_mark: bool = False,
        settings: JSONWriterSettings | None = None,
    ) -> None:
        """Записывать будут в файл, заменяя прежний; обычно UTF-8 без метки порядка байтов."""
        from stdlib.enterprise.json.destination import FileDestination

        self.close()
        self._begin(settings)
        self._destination = FileDestination(path, encoding, add_mark)

    @method(
        "ОткрытьПоток(Поток, [Кодировка], [ДобавлятьBOM], [Параметры])",
        "OpenStream(Stream, [Encoding], [AddBOM], [Settings])",
    )
    def open_stream(
        self,
        stream: Stream,
        encoding: TextEncoding | str | None = None,
        add_mark: bool = False,
        settings: JSONWriterSettings | None = None,
    ) -> None:
        """Записывать будут в поток с его текущей позиции; сам поток остаётся открытым."""
        from stdlib.enterprise.json.destination import StreamDestination

        self.close()
        self._begin(settings)
        self._destination = StreamDestination(stream, encoding, add_mark)

    @method("Закрыть(): Строка", "Close()")
    def close(self) -> str:
        """Заканчивает запись; возвращает записанную строку, а если писали не в строку, то пустую."""
        if self._pieces is None:
            return ""
        text, self._pieces = "".join(self._pieces), None
        destination, self._destination = self._destination, None
        if destination is None:
            return text
        destination.write(text)
        destination.close()
        return ""

    @method("ЗаписатьНачалоОбъекта()", "WriteStartObject()")
    def write_start_object(self) -> None:
        """Открывает объект: дальше имена свойств и значения."""
        self._open("{", _OBJECT)

    @method("ЗаписатьКонецОбъекта()", "WriteEndObject()")
    def write_end_object(self) -> None:
        """Закрывает объект."""
        self._close("}", _OBJECT)

    @method("ЗаписатьНачалоМассива()", "WriteStartArray()")
    def write_start_array(self) -> None:
        """Открывает массив: дальше значения."""
        self._open("[", _ARRAY)

    @method("ЗаписатьКонецМассива()", "WriteEndArray()")
    def write_end_array(self) -> None:
        """Закрывает массив."""
        self._close("]", _ARRAY)

    @method("ЗаписатьИмяСвойства(ИмяСвойства)", "WritePropertyName(PropertyName)")
    def write_property_name(self, name: str) -> None:
        """Записывает имя свойства; дальше его значение."""
        pieces = self._opened()
        if self._state != _OBJECT:
            self._refuse("имя свойства – только внутри объекта, перед значением")
        self._separate(pieces)
        pieces.append(self._quote(name) + self._colon)
        self._state = _NAMED

    @method(
        "ЗаписатьЗначение(Значение, [ИспользоватьФорматСЭкспонентой])", "WriteValue(Value, [UseFormatWithExponent])"
    )
    def write_value(self, value: Any, exponent: bool = False) -> None:
        """Записывает строку, число, булево или Неопределено (null); число – целиком или с экспонентой (1.5E+2)."""
        if value.__class__ is str:
            self.put(self._quote(value))
        elif value is None or value.__class__ is bool:
            self.put("null" if value is None else "true" if value else "false")
        elif is_number(value):
            self.put(_with_exponent(value) if exponent else plain(value))
        else:
            raise BadArgument(1, "Несоответствие типов", hint="Коллекции и даты записывает функция ЗаписатьJSON")

    @method("ЗаписатьБезОбработки(Строка)", "WriteRaw(String)")
    def write_raw(self, text: str) -> None:
        """Записывает готовый JSON на место значения, не проверяя его."""
        self.put(text)

    def put(self, text: str) -> None:
        """Write a value that has been made text."""
        pieces = self._opened()
        state = self._state
        if state == _OBJECT or (state == _OUTSIDE and self._used):
            self._refuse("в объекте перед значением – имя свойства" if state else "значение уже записано")
        if state == _NAMED:
            self._state = _OBJECT
        else:
            self._separate(pieces)
        pieces.append(text)
        if len(pieces) > _MANY and self._destination is not None:
            self._pour(pieces)

    def put_property(self, name: str, text: str) -> None:
        """Write a property with a value that has been made text."""
        if self._state != _OBJECT:
            self.write_property_name(name)
            self.put(text)
            return
        pieces = self._opened()
        self._separate(pieces)
        start = self._names.get(name)
        if start is None:
            start = self._quote(name) + self._colon
            if len(self._names) < _FEW:
                self._names[name] = start
        pieces.append(start + text)
        if len(pieces) > _MANY and self._destination is not None:
            self._pour(pieces)

    def quoted(self, text: str) -> str:
        """A string as it is written."""
        return self._quote(text)

    def _pour(self, pieces: list[str]) -> None:
        if self._destination is not None:
            self._destination.write("".join(pieces))
            pieces.clear()

    def _opened(self) -> list[str]:
        if self._pieces is None:
            raise OnecError("Приемник данных JSON не открыт", hint="Откройте его: Запись.УстановитьСтроку()")
        return self._pieces

    def _refuse(self, hint: str) -> None:
        if self.validate_structure:
            raise OnecError("Недопустимое состояние потока записи JSON", hint=hint[:1].upper() + hint[1:])

    def _separate(self, pieces: list[str]) -> None:
        """What stands before an element: a comma, a new line."""
        if self._levels:
            pieces.append(("," if self._used else "") + self._break + self._padding * len(self._levels))
        elif self._used:
            pieces.append(self._break or " ")
        self._used = True

    def _open(self, bracket: str, inside: int) -> None:
        self.put(bracket)
        self._levels.append(self._state)
        self._state, self._used = inside, False

    def _close(self, bracket: str, inside: int) -> None:
        pieces = self._opened()
        if self._state != inside or not self._levels:
            self._refuse("закрывают то, что открыто последним, и после значения свойства")
        if self._levels:
            self._state = self._levels.pop()
        if self._used:
            pieces.append(self._break + self._padding * len(self._levels))
        pieces.append(bracket)
        self._used = True


def _with_exponent(value: Any) -> str:
    from decimal import Decimal

    digits, _, exponent = f"{Decimal(value):E}".partition("E")
    return f"{digits.rstrip('0').rstrip('.') if '.' in digits else digits}E{exponent}"


def _system_break(line: JSONLineBreak) -> str:
    if line is not JSONLineBreak.auto:
        return ""
    import os

    return os.linesep

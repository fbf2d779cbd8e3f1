"""ЧтениеJSON."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, constructor, getter, method, onec_type
from runtime.errors import OnecError
from stdlib.enterprise.files.disk import read_bytes
from stdlib.enterprise.files.encodings import decode
from stdlib.enterprise.json.json_value_type import JSONValueType
from stdlib.enterprise.json.tokens import Tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from stdlib.enterprise.binary.stream import Stream
    from stdlib.enterprise.files.text_encoding import TextEncoding

_WITH_VALUE = frozenset({"PropertyName", "String", "Number", "Boolean", "Null", "Comment"})


@onec_type("ЧтениеJSON", "JSONReader", presentation="Чтение JSON")
class JSONReader(OnecObject):
    """Последовательное чтение JSON: Пока Чтение.Прочитать() Цикл … Чтение.ТекущееЗначение.

    Прочитать() снисходительно: лишние и пропущенные запятые и незакрытые скобки в конце текста – не ошибка. Весь текст
    сразу читает ПрочитатьJSON, и строго.
    """

    __slots__ = ("_counted_place", "_kind", "_line", "_tokens", "_value", "taken")

    @constructor("()", "()")
    def __init__(self) -> None:
        self._tokens: Tokens | None = None
        self._kind: JSONValueType = JSONValueType.none
        self._value: Any = None
        self.taken = True
        """Has ПрочитатьJSON used the current value?"""

    @method("УстановитьСтроку(СтрокаJSON)", "SetString(JSONString)")
    def set_string(self, text: str) -> None:
        """Читать будут эту строку."""
        self.__init__()  # type: ignore[misc]
        self._tokens = Tokens(text)
        self._line, self._counted_place = 1, 0

    @method("ОткрытьФайл(ИмяФайла, [Кодировка])", "OpenFile(FileName, [Encoding])")
    def open_file(self, path: str, encoding: TextEncoding | str | None = None) -> None:
        """Читать будут файл; без кодировки она узнаётся по метке в начале, иначе UTF-8."""
        self.set_string(decode(read_bytes(path), encoding))

    @method("ОткрытьПоток(Поток, [Кодировка])", "OpenStream(Stream, [Encoding])")
    def open_stream(self, stream: Stream, encoding: TextEncoding | str | None = None) -> None:
        """Читать будут поток с его текущей позиции до конца."""
        self.set_string(decode(stream.take(), encoding))

    @method("Закрыть()", "Close()")
    def close(self) -> None:
        """Заканчивает чтение."""
        self.__init__()  # type: ignore[misc]

    def tokens(self) -> Tokens:
        """The text being read; OnecError when there is none."""
        if self._tokens is None:
            raise OnecError("Источник данных JSON не открыт", hint="Задайте его: Чтение.УстановитьСтроку(Текст)")
        return self._tokens

    def step(self, *, strict: bool) -> bool:
        """Go to the next piece; False at the end."""
        piece = self.tokens().next(strict=strict)
        self._kind, self._value = piece or (JSONValueType.none, None)
        self.taken = False
        return piece is not None

    def stand_behind(self, kind: JSONValueType, value: Any) -> None:
        """ПрочитатьJSON has read a value, whose last piece was this."""
        self._kind, self._value, self.taken = kind, value, True

    @method("Прочитать(): Булево", "Read()")
    def read(self) -> bool:
        """Переходит к следующему значению, имени свойства или скобке; Ложь в конце текста."""
        return self.step(strict=False)

    @method("Пропустить(): Булево", "Skip()")
    def skip(self) -> bool:
        """Переходит за текущее значение: за весь массив или объект, за значение свойства; Ложь в конце текста."""
        tokens = self.tokens()
        if self._kind is JSONValueType.property_name:
            self.read()
        if self._kind in (JSONValueType.array_start, JSONValueType.object_start):
            outside = tokens.depth - 1
            while tokens.depth > outside and self.read():
                pass
        return self.read()

    @getter("ТипТекущегоЗначения", "CurrentValueType", "ТипЗначенияJSON")
    def current_value_type(self) -> JSONValueType:
        """Что прочитано последним."""
        return self._kind

    @getter("ТекущееЗначение", "CurrentValue", "Число, Строка, Булево, Неопределено")
    def current_value(self) -> Any:
        """Прочитанное имя свойства, строка, число, булево или комментарий; null – Неопределено."""
        self.tokens()
        if self._kind.en not in _WITH_VALUE:
            raise OnecError("Текущее значение JSON не может быть получено", hint=f"Сейчас это {self._kind.ru}")
        return self._value

    @getter("ТекущаяСтрока", "CurrentLine", "Число, Неопределено")
    def current_line(self) -> int | None:
        """Номер строки текста, с единицы; Неопределено, если чтение не начато."""
        if self._tokens is None:
            return None
        # Counted on from the last time, so that asking at every step costs no more than reading.
        self._line += self._tokens.text.count("\n", self._counted_place, self._tokens.place)
        self._counted_place = max(self._counted_place, self._tokens.place)
        return self._line

    @getter("ТекущаяПозиция", "CurrentPosition", "Число, Неопределено")
    def current_position(self) -> int | None:
        """Сколько символов строки прочитано; Неопределено, если чтение не начато."""
        if self._tokens is None:
            return None
        place = self._tokens.place
        return place - self._tokens.text.rfind("\n", 0, place) - 1

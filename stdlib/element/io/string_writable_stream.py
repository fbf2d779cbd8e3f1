"""СтроковыйПотокЗаписи."""

from __future__ import annotations

from io import BytesIO

from runtime.element.declare import constructor, method, onec_type
from stdlib.element.io.writable_stream import WritableStream

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.element.strings.encoding import Encoding


@onec_type("СтроковыйПотокЗаписи", "StringWritableStream")
class StringWritableStream(WritableStream):
    """Поток записи в память; закрывать его не обязательно."""

    __slots__ = ("_memory",)

    @constructor("()", "()")
    def __init__(self) -> None:
        """Создаёт пустой поток."""
        self._memory = BytesIO()
        super().__init__(self._memory)

    def release(self) -> None:
        # What was written stays readable.
        self._target = None

    def as_text(self) -> str:
        return self.to_string()

    @method("ВСтроку(Кодировка: Кодировка|Строка = Кодировка.Utf8): Строка", "ToString(Encoding)")
    def to_string(self, encoding: Encoding | str = "utf-8") -> str:
        """Возвращает всё записанное как текст."""
        from stdlib.element.strings.encoding import decode

        return decode(self._memory.getvalue(), encoding)

    @method("ВБайты(): Байты", "ToBytes()")
    def to_bytes(self) -> bytes:
        """Возвращает всё записанное (член не подтверждён)."""
        return self._memory.getvalue()

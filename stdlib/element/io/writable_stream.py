"""ПотокЗаписи."""

from __future__ import annotations

from runtime.element.declare import method, onec_type
from stdlib.element.closeable import Closeable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import BinaryIO

    from stdlib.element.strings.encoding import Encoding


@onec_type("ПотокЗаписи", "WritableStream")
class WritableStream(Closeable):
    """Поток, в который пишут байты и текст."""

    __slots__ = ("_has_text", "_target", "name")

    def __init__(self, target: BinaryIO, name: str = "") -> None:
        self._target: BinaryIO | None = target
        self._has_text = False
        self.name = name

    def release(self) -> None:
        from stdlib.element.io.permission import translating

        target, self._target = self._target, None
        if target is not None:
            with translating(self.name):
                target.close()

    def __del__(self) -> None:
        # A script may lose sight of a stream without closing it.
        target = getattr(self, "_target", None)
        if target is not None:
            target.close()

    def opened(self) -> BinaryIO:
        """ИсключениеНедопустимоеСостояние when the stream is closed."""
        if self._target is None:
            from runtime.element.exceptions import IllegalStateException

            raise IllegalStateException("Поток закрыт")
        return self._target

    @method("Записать(Байты: Байты): ПотокЗаписи", "Write(Bytes)")
    @method(
        "Записать(Текст: Строка, Кодировка: Кодировка|Строка = Кодировка.Utf8): ПотокЗаписи", "Write(Text, Encoding)"
    )
    @method(
        "Записать(Данные: Байты|Строка, Кодировка: Кодировка|Строка = Кодировка.Utf8): ПотокЗаписи",
        "Write(Data, Encoding)",
    )
    def write(self, data: bytes | str, encoding: Encoding | str = "utf-8") -> WritableStream:
        """Пишет байты или текст в указанной кодировке; возвращает этот же поток."""
        from stdlib.element.io.permission import translating
        from stdlib.element.strings.encoding import encode

        if isinstance(data, str):
            data = encode(data, encoding, first=not self._has_text)
            self._has_text = True
        with translating(self.name):
            self.opened().write(data)
        return self

    @method("СброситьБуферы()", "Flush()")
    def flush(self) -> None:
        """Передаёт записанное дальше, не закрывая поток."""
        from stdlib.element.io.permission import translating

        with translating(self.name):
            self.opened().flush()

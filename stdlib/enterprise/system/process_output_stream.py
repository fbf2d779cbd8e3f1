"""ПотокВыводаПроцесса of OneScript."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, getter, method, onec_type

TYPE_CHECKING = False
if TYPE_CHECKING:
    from codecs import IncrementalDecoder
    from threading import Condition
    from typing import IO

_PATIENCE = 1.0
"""How long the end of an ended program's output is waited for: its own children may keep the stream open."""


@onec_type("ПотокВыводаПроцесса", "ProcessOutputStream", presentation="Поток вывода процесса")
class ProcessOutputStream(OnecObject):
    """Что программа написала в стандартный вывод или в поток ошибок (дополнение OneScript).

    Текст читается, пока программа работает, поэтому она не остановится из-за непрочитанного вывода.
    """

    __slots__ = ("_changed", "_decoder", "_is_ended", "_parts", "_rest", "_source")

    def __init__(self, source: IO[bytes], codec: str) -> None:
        from codecs import getincrementaldecoder
        from collections import deque
        from threading import Condition, Thread

        self._source = source
        self._decoder: IncrementalDecoder = getincrementaldecoder(codec)("replace")
        self._changed: Condition = Condition()
        self._parts: deque[str] = deque()
        self._rest = ""
        self._is_ended = False
        Thread(target=self._gather, daemon=True).start()

    def _gather(self) -> None:
        while True:
            data = self._source.read1()  # type: ignore[attr-defined]
            with self._changed:
                text = self._decoder.decode(data, final=not data)
                # A program for Windows ends its lines with both characters.
                self._parts.append(text.replace("\r\n", "\n"))
                self._is_ended = not data
                self._changed.notify_all()
            if not data:
                self._source.close()
                return

    def _take(self) -> str:
        """What has come since; waits until there is something, empty at the end."""
        with self._changed:
            self._changed.wait_for(lambda: self._is_ended or any(self._parts))
            text = "".join(self._parts)
            self._parts.clear()
            return text

    def settle(self) -> None:
        """The program has ended: let the rest of its output arrive."""
        with self._changed:
            self._changed.wait_for(lambda: self._is_ended, _PATIENCE)

    @getter("ЕстьДанные", "HasData", "Булево")
    def has_data(self) -> bool:
        """Истина, если вывод уже можно прочитать без ожидания."""
        with self._changed:
            return bool(self._rest) or any(self._parts)

    @method("Прочитать(): Строка", "Read()")
    def read(self) -> str:
        """Читает весь вывод до его конца."""
        parts = [self._rest]
        while part := self._take():
            parts.append(part)
        self._rest = ""
        return "".join(parts)

    @method("ПрочитатьСтроку(): Строка, Неопределено", "ReadLine()")
    def read_line(self) -> str | None:
        """Ждёт и читает следующую строку; в конце вывода Неопределено."""
        parts = [self._rest]
        while "\n" not in parts[-1]:
            part = self._take()
            if not part:
                self._rest = ""
                return "".join(parts) or None
            parts.append(part)
        line, _, self._rest = "".join(parts).partition("\n")
        return line

    @method("Закрыть()", "Close()")
    def close(self) -> None:
        """Отказывается от непрочитанного вывода."""
        with self._changed:
            self._parts.clear()
        self._rest = ""

"""ПотокВводаПроцесса of OneScript."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, method, onec_type
from runtime.errors import OnecError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import IO


@onec_type("ПотокВводаПроцесса", "ProcessInputStream", presentation="Поток ввода процесса")
class ProcessInputStream(OnecObject):
    """То, что программа прочитает со стандартного ввода (дополнение OneScript)."""

    __slots__ = ("_codec", "_target")

    def __init__(self, target: IO[bytes], codec: str) -> None:
        self._target, self._codec = target, codec

    @method("Записать(Текст)", "Write(Text)")
    def write(self, text: str) -> None:
        """Передаёт программе текст."""
        try:
            self._target.write(text.encode(self._codec, "replace"))
            self._target.flush()
        except (OSError, ValueError):
            raise OnecError("Процесс больше не читает ввод") from None

    @method("ЗаписатьСтроку(Текст)", "WriteLine(Text)")
    def write_line(self, text: str) -> None:
        """Передаёт программе текст и перевод строки."""
        self.write(f"{text}\n")

    @method("Закрыть()", "Close()")
    def close(self) -> None:
        """Сообщает программе, что ввод окончен."""
        try:
            self._target.close()
        except OSError:
            # The program has ended without reading what was left for it.
            return

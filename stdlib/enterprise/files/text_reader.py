"""ЧтениеТекста."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, constructor, method, onec_type
from runtime.errors import OnecError
from stdlib.enterprise.files.disk import read_bytes
from stdlib.enterprise.files.encodings import decode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.enterprise.binary.stream import Stream
    from stdlib.enterprise.files.text_encoding import TextEncoding

_STREAM_PARAMETERS = "[Кодировка], [РазделительСтрок], [КонвертируемыйРазделительСтрок]"
_STREAM_ENGLISH = "[Encoding], [LineSeparator], [ConvertedLineSeparator]"
_PARAMETERS = f"{_STREAM_PARAMETERS}, [МонопольныйРежим]"
_ENGLISH = f"{_STREAM_ENGLISH}, [Exclusive]"


@onec_type("ЧтениеТекста", "TextReader", presentation="Чтение текста")
class TextReader(OnecObject):
    """Последовательное чтение текста из файла или потока; ВК + ПС между строками читаются как ПС."""

    __slots__ = ("_place", "_separator", "_text")

    @constructor(f"(Поток, {_STREAM_PARAMETERS})", f"(Stream, {_STREAM_ENGLISH})")
    @constructor(f"([ИмяФайла], {_PARAMETERS})", f"([FileName], {_ENGLISH})")
    def __init__(
        self,
        source: str | Stream | None = None,
        encoding: TextEncoding | str | None = None,
        separator: str = "\n",
        converted: str = "\r\n",
        exclusive: bool = True,
    ) -> None:
        self._text: str | None = None
        if source is not None:
            self.open(source, encoding, separator, converted, exclusive)

    @method(f"Открыть(Поток, {_STREAM_PARAMETERS})", f"Open(Stream, {_STREAM_ENGLISH})")
    @method(f"Открыть(ИмяФайла, {_PARAMETERS})", f"Open(FileName, {_ENGLISH})")
    def open(
        self,
        source: str | Stream,
        encoding: TextEncoding | str | None = None,
        separator: str = "\n",
        converted: str = "\r\n",
        exclusive: bool = True,
    ) -> None:
        """Открывает файл или поток; без кодировки она узнаётся по метке в начале текста, иначе UTF-8."""
        text = decode(read_bytes(source) if isinstance(source, str) else source.take(), encoding)
        self._text = text.replace(converted, separator) if converted else text
        self._separator, self._place = separator, 0

    def _opened(self) -> str:
        if self._text is None:
            raise OnecError("Файл не открыт", hint='Откройте его: Чтение.Открыть("имя.txt")')
        return self._text

    @method("Прочитать([РазмерСтроки]): Строка, Неопределено", "Read([Size])")
    def read(self, size: int | None = None) -> str | None:
        """Читает столько символов, без размера – всё до конца; в конце файла Неопределено."""
        text = self._opened()
        if self._place >= len(text):
            return None
        start, self._place = self._place, len(text) if size is None else min(self._place + size, len(text))
        return text[start : self._place]

    @method("ПрочитатьСтроку([Разделитель]): Строка, Неопределено", "ReadLine([Separator])")
    def read_line(self, separator: str | None = None) -> str | None:
        """Читает до разделителя строк; в конце файла Неопределено."""
        text = self._opened()
        if self._place >= len(text):
            return None
        mark = separator or self._separator
        start = self._place
        end = text.find(mark, start) if mark else -1
        if end < 0:
            self._place = len(text)
            return text[start:]
        self._place = end + len(mark)
        return text[start:end]

    @method("Закрыть()", "Close()")
    def close(self) -> None:
        """Закрывает файл."""
        self._text = None

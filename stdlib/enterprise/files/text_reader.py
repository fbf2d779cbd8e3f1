"""ЧтениеТекста."""

from __future__ import annotations

from os import fstat
from stat import S_ISREG

from runtime.enterprise.declare import OnecObject, constructor, method, onec_type
from runtime.errors import OnecError
from stdlib.enterprise.files.disk import access
from stdlib.enterprise.files.encodings import codec, decode
from stdlib.enterprise.files.text_feed import PIECE, pieces

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from stdlib.enterprise.binary.stream import Stream
    from stdlib.enterprise.files.text_encoding import TextEncoding

_STREAM_PARAMETERS = "[Кодировка], [РазделительСтрок], [КонвертируемыйРазделительСтрок]"
_STREAM_ENGLISH = "[Encoding], [LineSeparator], [ConvertedLineSeparator]"
_PARAMETERS = f"{_STREAM_PARAMETERS}, [МонопольныйРежим]"
_ENGLISH = f"{_STREAM_ENGLISH}, [Exclusive]"


@onec_type("ЧтениеТекста", "TextReader", presentation="Чтение текста")
class TextReader(OnecObject):
    """Последовательное чтение текста из файла или потока; ВК + ПС между строками читаются как ПС."""

    __slots__ = ("_more", "_path", "_place", "_separator", "_text")

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
        self._more: Iterator[str] | None = None
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
        self._separator, self._place, self._more = separator, 0, None
        if isinstance(source, str):
            self._open_file(source, encoding, converted)
        else:
            text = decode(source.take(), encoding)
            self._text = text.replace(converted, separator) if converted else text

    def _open_file(self, path: str, encoding: TextEncoding | str | None, converted: str) -> None:
        codec(encoding)
        self._path = path
        with access("read", path):
            file = open(path, "rb")  # noqa: SIM115 - `pieces` closes it
            about = fstat(file.fileno())
            more = pieces(file, encoding, self._separator, converted)
            next(more)
            if S_ISREG(about.st_mode) and about.st_size < PIECE:
                self._text = "".join(more)
            else:
                self._text, self._more = "", more

    def _opened(self) -> str:
        if self._text is None:
            raise OnecError("Файл не открыт", hint='Откройте его: Чтение.Открыть("имя.txt")')
        if self._place >= len(self._text):
            self._fill()
        return self._text

    def _fill(self) -> bool:
        """Put more behind the rest of the text, as much as it is, so that a long line is read in linear time."""
        if self._more is None or self._text is None:
            return False
        parts, size = [self._text[self._place :]], 0
        with access("read", self._path):
            for piece in self._more:
                parts.append(piece)
                size += len(piece)
                if size and size >= len(parts[0]):
                    break
            else:
                self._more = None
        self._text, self._place = "".join(parts), 0
        return size > 0

    @method("Прочитать([РазмерСтроки]): Строка, Неопределено", "Read([Size])")
    def read(self, size: int | None = None) -> str | None:
        """Читает столько символов, без размера – всё до конца; в конце файла Неопределено."""
        text = self._opened()
        if self._place >= len(text):
            return None
        while (size is None or len(text) - self._place < size) and self._fill():
            text = self._opened()
        start, self._place = self._place, len(text) if size is None else min(self._place + size, len(text))
        return text[start : self._place]

    @method("ПрочитатьСтроку([Разделитель]): Строка, Неопределено", "ReadLine([Separator])")
    def read_line(self, separator: str | None = None) -> str | None:
        """Читает до разделителя строк; в конце файла Неопределено."""
        text = self._opened()
        start = self._place
        if start >= len(text):
            return None
        mark = separator or self._separator
        end = text.find(mark, start) if mark else -1
        while end < 0 and self._more is not None and self._fill():
            text, start = self._opened(), 0
            end = text.find(mark) if mark else -1
        if end < 0:
            self._place = len(text)
            return text[start:]
        self._place = end + len(mark)
        return text[start:end]

    @method("Закрыть()", "Close()")
    def close(self) -> None:
        """Закрывает файл."""
        self._text = self._more = None

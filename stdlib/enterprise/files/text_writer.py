"""ЗаписьТекста."""

from __future__ import annotations

from runtime.enterprise.convert import to_boolean, to_string
from runtime.enterprise.declare import OnecObject, constructor, method, onec_type
from runtime.errors import OnecError
from stdlib.enterprise.files.disk import access
from stdlib.enterprise.files.encodings import codec, mark

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import IO

    from stdlib.enterprise.binary.stream import Stream
    from stdlib.enterprise.files.text_encoding import TextEncoding

_PARAMETERS = "[Кодировка], [РазделительСтрок], [Дописывать], [КонвертируемыйРазделительСтрок]"
_ENGLISH = "[Encoding], [LineSeparator], [Append], [ConvertedLineSeparator]"
_STREAM = "Поток, [Кодировка], [РазделительСтрок], [КонвертируемыйРазделительСтрок], [ЗаписатьBOM]"
_STREAM_ENGLISH = "Stream, [Encoding], [LineSeparator], [ConvertedLineSeparator], [WriteBOM]"


@onec_type("ЗаписьТекста", "TextWriter", presentation="Запись текста")
class TextWriter(OnecObject):
    """Последовательная запись текста в файл или поток. Обычно UTF-8, строки разделены ВК + ПС.

    Файл начинается с метки порядка байтов, поток – если это сказано.
    """

    __slots__ = ("_codec", "_converted", "_file", "_path", "_separator", "_stream")

    @constructor(f"({_STREAM})", f"({_STREAM_ENGLISH})")
    @constructor(f"([ИмяФайла], {_PARAMETERS})", f"([FileName], {_ENGLISH})")
    def __init__(
        self,
        target: str | Stream | None = None,
        encoding: TextEncoding | str | None = None,
        separator: str = "\n",
        fourth: bool | str | None = None,
        fifth: bool | str | None = None,
    ) -> None:
        self._file: IO[bytes] | None = None
        self._stream: Stream | None = None
        if target is not None:
            self.open(target, encoding, separator, fourth, fifth)

    @method(f"Открыть({_STREAM})", f"Open({_STREAM_ENGLISH})")
    @method(f"Открыть(ИмяФайла, {_PARAMETERS})", f"Open(FileName, {_ENGLISH})")
    def open(
        self,
        target: str | Stream,
        encoding: TextEncoding | str | None = None,
        separator: str = "\n",
        fourth: bool | str | None = None,
        fifth: bool | str | None = None,
    ) -> None:
        """Открывает файл, заменяя прежний или дописывая к нему, либо поток, с его текущей позиции."""
        self.close()
        self._codec, self._separator = codec(encoding), separator
        converted = fifth if isinstance(target, str) else fourth
        self._converted = "\r\n" if converted is None else to_string(converted)
        if isinstance(target, str):
            self._open_file(target, append=fourth is not None and to_boolean(fourth))
        else:
            target.put(mark(self._codec) if fifth is not None and to_boolean(fifth) else b"")
            self._stream = target

    def _open_file(self, path: str, *, append: bool) -> None:
        self._path = path
        with access("write", path):
            self._file = open(path, "ab" if append else "wb")  # noqa: SIM115 - closed by Закрыть
            if not self._file.tell():
                self._file.write(mark(self._codec))

    @method("Записать(Строка)", "Write(String)")
    def write(self, text: str) -> None:
        """Записывает текст."""
        file, stream = self._file, self._stream
        if file is None and stream is None:
            raise OnecError("Файл не открыт", hint='Откройте его: Запись.Открыть("имя.txt")')
        if self._converted and self._separator != self._converted:
            text = text.replace(self._separator, self._converted)
        data = text.encode(self._codec, "replace")
        if stream is not None:
            stream.put(data)
        elif file is not None:
            with access("write", self._path):
                file.write(data)

    @method("ЗаписатьСтроку(Строка, [Разделитель])", "WriteLine(String, [Separator])")
    def write_line(self, text: str, separator: str | None = None) -> None:
        """Записывает текст и разделитель строк."""
        opened = self._file is not None or self._stream is not None
        self.write(text + (self._separator if separator is None and opened else separator or ""))

    @method("Закрыть()", "Close()")
    def close(self) -> None:
        """Дописывает и закрывает файл; поток остаётся открытым."""
        self._stream = None
        if self._file is not None:
            with access("write", self._path):
                self._file.close()
            self._file = None

    def __del__(self) -> None:
        file = getattr(self, "_file", None)
        if file is not None:
            file.close()

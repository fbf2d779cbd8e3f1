"""ЗаписьТекста."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, constructor, method, onec_type
from runtime.errors import OnecError
from stdlib.enterprise.files.disk import access
from stdlib.enterprise.files.encodings import codec, mark

TYPE_CHECKING = False
if TYPE_CHECKING:
    from io import BufferedWriter

    from stdlib.enterprise.files.text_encoding import TextEncoding

_PARAMETERS = "[Кодировка], [РазделительСтрок], [Дописывать], [КонвертируемыйРазделительСтрок]"
_ENGLISH = "[Encoding], [LineSeparator], [Append], [ConvertedLineSeparator]"


@onec_type("ЗаписьТекста", "TextWriter", presentation="Запись текста")
class TextWriter(OnecObject):
    """Последовательная запись текстового файла. Обычно UTF-8 с меткой порядка байтов, строки разделены ВК + ПС."""

    __slots__ = ("_codec", "_converted", "_file", "_path", "_separator")

    @constructor(f"([ИмяФайла], {_PARAMETERS})", f"([FileName], {_ENGLISH})")
    def __init__(
        self,
        path: str | None = None,
        encoding: TextEncoding | str | None = None,
        separator: str = "\n",
        append: bool = False,
        converted: str = "\r\n",
    ) -> None:
        self._file: BufferedWriter | None = None
        if path is not None:
            self.open(path, encoding, separator, append, converted)

    @method(f"Открыть(ИмяФайла, {_PARAMETERS})", f"Open(FileName, {_ENGLISH})")
    def open(
        self,
        path: str,
        encoding: TextEncoding | str | None = None,
        separator: str = "\n",
        append: bool = False,
        converted: str = "\r\n",
    ) -> None:
        """Открывает файл для записи, заменяя прежний или дописывая к нему."""
        self.close()
        self._codec, self._separator, self._converted, self._path = codec(encoding), separator, converted, path
        with access("write", path):
            self._file = open(path, "ab" if append else "wb")  # noqa: SIM115 - closed by Закрыть
            if not self._file.tell():
                self._file.write(mark(self._codec))

    @method("Записать(Строка)", "Write(String)")
    def write(self, text: str) -> None:
        """Записывает текст."""
        if self._file is None:
            raise OnecError("Файл не открыт", hint='Откройте его: Запись.Открыть("имя.txt")')
        if self._converted and self._separator != self._converted:
            text = text.replace(self._separator, self._converted)
        with access("write", self._path):
            self._file.write(text.encode(self._codec, "replace"))

    @method("ЗаписатьСтроку(Строка, [Разделитель])", "WriteLine(String, [Separator])")
    def write_line(self, text: str, separator: str | None = None) -> None:
        """Записывает текст и разделитель строк."""
        self.write(text + (self._separator if separator is None and self._file else separator or ""))

    @method("Закрыть()", "Close()")
    def close(self) -> None:
        """Дописывает и закрывает файл."""
        if self._file is not None:
            with access("write", self._path):
                self._file.close()
            self._file = None

    def __del__(self) -> None:
        file = getattr(self, "_file", None)
        if file is not None:
            file.close()

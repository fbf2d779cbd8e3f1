"""ДвоичныеДанные."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, constructor, method, onec_type
from runtime.errors import BadArgument
from stdlib.enterprise.asynchrony.declare import asynchronous
from stdlib.enterprise.files.disk import read_bytes, write_bytes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.enterprise.binary.stream import Stream


@onec_type("ДвоичныеДанные", "BinaryData", presentation="Двоичные данные")
class BinaryData(OnecObject):
    """Содержимое файла или вложения: последовательность байтов, которую нельзя изменить."""

    __slots__ = ("data",)
    data: bytes

    @constructor("(ИмяФайла)", "(FileName)")
    def __init__(self, source: str | bytes) -> None:
        """`source` is a file's name, or from Python the bytes themselves."""
        self.data = read_bytes(source) if isinstance(source, str) else bytes(source)

    @classmethod
    def of_file(cls, path: str) -> BinaryData:
        return cls(path)

    @classmethod
    def of_xml(cls, text: str) -> BinaryData:
        """The bytes that Base64 writes."""
        from binascii import Error, a2b_base64

        try:
            return cls(a2b_base64(text))
        except (Error, ValueError) as error:
            raise BadArgument(1) from error

    @method("Размер(): Число", "Size()")
    def size(self) -> int:
        """Количество байтов."""
        return len(self.data)

    @asynchronous("ЗаписатьАсинх", "WriteAsync", "НачатьЗапись", "BeginWrite")
    @method("Записать(Поток)", "Write(Stream)")
    @method("Записать(ИмяФайла)", "Write(FileName)")
    def write(self, target: str | Stream) -> None:
        """Записывает байты в файл или в поток."""
        if isinstance(target, str):
            write_bytes(target, self.data)
        else:
            target.put(self.data)

    @method("ОткрытьПотокДляЧтения(): Поток", "OpenStreamForRead()")
    def open_stream_for_read(self) -> Stream:
        """Поток для чтения этих байтов."""
        from stdlib.enterprise.binary.stream import Stream

        return Stream.of(self.data)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, BinaryData) and self.data == other.data

    def __hash__(self) -> int:
        return hash((BinaryData, self.data))

    def __onec_text__(self) -> str:
        return self.data.hex(" ").upper()

    def __onec_xml__(self) -> str:
        from binascii import b2a_base64

        return b2a_base64(self.data, newline=False).decode("ascii")

    def __onec_filled__(self) -> bool:
        return bool(self.data)

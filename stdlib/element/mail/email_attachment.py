"""ВложениеПисьма."""

from __future__ import annotations

from runtime.element.declare import getter, method, onec_type
from runtime.element.objects import ElementObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.element.io.files.file import File
    from stdlib.element.io.readable_stream import ReadableStream


@onec_type("ВложениеПисьма", "EmailAttachment")
class EmailAttachment(ElementObject):
    """Файл, вложенный в письмо."""

    __slots__ = ("content_id", "content_type", "data", "inline", "name")

    def __init__(
        self, name: str, data: bytes, content_type: str = "", content_id: str = "", inline: bool = False
    ) -> None:
        self.name, self.data, self.content_type = name, data, content_type
        self.content_id, self.inline = content_id, inline

    def as_text(self) -> str:
        return self.name

    @getter("Имя", "Name", "Строка")
    def get_name(self) -> str:
        """Имя файла."""
        return self.name

    @getter("ТипСодержимого", "ContentType", "Строка")
    def get_content_type(self) -> str:
        """Тип содержимого, например image/png."""
        return self.content_type or _guess(self.name)

    @getter("Размер", "Size", "Число")
    def size(self) -> int:
        """Размер в байтах."""
        return len(self.data)

    @getter("ИдентификаторСодержимого", "ContentId", "Строка")
    def get_content_id(self) -> str:
        """Идентификатор, по которому на вложение ссылается текст HTML (уточнение реализации)."""
        return self.content_id

    @method("КакБайты(): Байты", "AsBytes()")
    def as_bytes(self) -> bytes:
        """Возвращает содержимое."""
        return self.data

    @method("ОткрытьПотокЧтения(): ПотокЧтения", "OpenReadableStream()")
    def open_readable_stream(self) -> ReadableStream:
        """Открывает содержимое для чтения."""
        from io import BytesIO

        from stdlib.element.io.readable_stream import ReadableStream

        return ReadableStream(BytesIO(self.data), self.name)

    @method("ЗаписатьВФайл(Файл: Файл|Строка)", "WriteToFile(File)")
    def write_to_file(self, file: File | str) -> None:
        """Записывает содержимое в файл (уточнение реализации)."""
        from stdlib.element.io.files.file import File, path_of

        stream = File(path_of(file)).open_writable_stream()
        try:
            stream.write(self.data)
        finally:
            stream.release()


def _guess(name: str) -> str:
    from mimetypes import guess_type

    return guess_type(name)[0] or "application/octet-stream"

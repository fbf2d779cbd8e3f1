"""ВложениеПисьма."""

from __future__ import annotations

from runtime.element.declare import getter, method, onec_type, setter
from runtime.element.objects import ElementObject
from stdlib.element.mail.refusals import illegal, quoted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.element.io.files.file import File
    from stdlib.element.io.readable_stream import ReadableStream


@onec_type("ВложениеПисьма", "EmailAttachment")
class EmailAttachment(ElementObject):
    """Файл, вложенный в письмо."""

    __slots__ = ("changed", "content_id", "content_type", "data", "inline", "name")

    def __init__(
        self, name: str, data: bytes, content_type: str = "", content_id: str = "", inline: bool = False
    ) -> None:
        self.name, self.data, self.content_type = name, data, content_type
        self.content_id, self.inline = content_id, inline
        self.changed = False
        """Whether the script has changed what a received letter said of it."""

    def as_text(self) -> str:
        return self.name

    @getter("Имя", "Name", "Строка")
    def get_name(self) -> str:
        """Имя файла."""
        return self.name

    @getter("ТипСодержимого", "ContentType", "Строка")
    def get_content_type(self) -> str:
        """Тип содержимого, например image/png; если его не задать, он определяется по имени файла."""
        return self.content_type or _guess(self.name)

    @setter("ТипСодержимого")
    def set_content_type(self, content_type: str) -> None:
        type_, _, subtype = content_type.partition("/")
        if not all(
            part and part.isascii() and part.replace("-", "").replace(".", "").replace("+", "").isalnum()
            for part in (type_, subtype)
        ):
            raise illegal(f"Неверный тип содержимого: {quoted(content_type)}", "Тип пишут так: image/png")
        self.content_type, self.changed = content_type, True

    @getter("Размер", "Size", "Число")
    def size(self) -> int:
        """Размер в байтах."""
        return len(self.data)

    @getter("ИдентификаторСодержимого", "ContentId", "Строка")
    def get_content_id(self) -> str:
        """Идентификатор, по которому на картинку ссылается текст HTML: <img src="cid:идентификатор">.

        Уточнение реализации. Вложение с идентификатором показывают в тексте, а не в списке файлов.
        """
        return self.content_id

    @setter("ИдентификаторСодержимого")
    def set_content_id(self, content_id: str) -> None:
        identifier = content_id.removeprefix("cid:").removeprefix("<").removesuffix(">")
        if not (identifier.isascii() and identifier.isprintable()) or set(identifier) & set(" <>"):
            raise illegal(
                f"Неверный идентификатор содержимого: {quoted(content_id)}", "Он состоит из латинских букв и цифр"
            )
        self.content_id, self.inline, self.changed = identifier, bool(identifier), True

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

"""Тип ИнтернетПочтовоеВложение."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, field, onec_type
from stdlib.enterprise.binary.binary_data import BinaryData
from stdlib.enterprise.mail.internet_mail_attachment_encoding_mode import InternetMailAttachmentEncodingMode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.enterprise.mail.internet_mail_message import InternetMailMessage


@onec_type("ИнтернетПочтовоеВложение", "InternetMailAttachment", presentation="Интернет почтовое вложение")
class InternetMailAttachment(OnecObject):
    """Файл или письмо, вложенные в письмо."""

    __slots__ = ("_cid", "_data", "_encoding", "_encoding_mode", "_file_name", "_mime_type", "_name")

    data = field(
        "Данные",
        "Data",
        "BinaryData | InternetMailMessage",
        None,
        "ДвоичныеДанные или вложенное ИнтернетПочтовоеСообщение.",
    )
    cid = field("Идентификатор", "CID", "str", "", "Content-ID без угловых скобок: на него ссылается текст HTML.")
    name = field("Имя", "Name", "str", "", "Имя, которое видит получатель.")
    file_name = field("ИмяФайла", "FileName", "str", "", "Имя файла вложения.", writable=False)
    encoding = field("Кодировка", "Encoding", "str", "", "Кодировка имени; пустая – как у письма.")
    encoding_mode = field(
        "СпособКодирования", "EncodingMode", "InternetMailAttachmentEncodingMode",
        InternetMailAttachmentEncodingMode.mime, "Способ кодирования вложения.",
    )  # fmt: skip
    mime_type = field("ТипСодержимого", "MIMEType", "str", "", "Тип MIME; пустой определяется по имени при отправке.")

    def __init__(self, data: BinaryData | InternetMailMessage, name: str, file_name: str = "") -> None:
        self.data, self.name, self.file_name = data, name, file_name or name

"""Тип ИнтернетПочтовыеВложения."""

from __future__ import annotations

from runtime.enterprise.declare import method, onec_type
from runtime.errors import OnecError
from stdlib.enterprise.binary.binary_data import BinaryData
from stdlib.enterprise.mail.internet_mail_attachment import InternetMailAttachment
from stdlib.enterprise.mail.item_list import ItemList

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.enterprise.mail.internet_mail_message import InternetMailMessage


@onec_type("ИнтернетПочтовыеВложения", "InternetMailAttachments", presentation="Интернет почтовые вложения")
class InternetMailAttachments(ItemList):
    """Вложения письма."""

    __slots__ = ()

    @method("Добавить(Вложение, [Наименование])", "Add(Attachment, [Name])")
    def add(
        self, attachment: str | BinaryData | InternetMailMessage, name: str | None = None
    ) -> InternetMailAttachment:
        """Добавляет вложение и возвращает его.

        Вложение – имя файла на диске (файл читается сразу), ДвоичныеДанные или другое письмо. Наименование – имя,
        которое видит получатель; по умолчанию имя файла или тема вложенного письма.
        """
        if isinstance(attachment, str):
            added = from_file(attachment, name)
        elif isinstance(attachment, BinaryData):
            added = InternetMailAttachment(attachment, name or "")
        else:
            if self._is_within(attachment):
                raise OnecError("Письмо нельзя вложить само в себя")
            added = InternetMailAttachment(attachment, name or attachment.subject)
            added.mime_type = "message/rfc822"
        self.items.append(added)
        return added

    def _is_within(self, message: InternetMailMessage) -> bool:
        if message.attachments is self:
            return True
        inner = [each.data for each in message.attachments if not isinstance(each.data, BinaryData)]
        return any(self._is_within(each) for each in inner)


def from_file(path: str, name: str | None = None) -> InternetMailAttachment:
    """A file on disk, read now, under its own name or this one."""
    from os.path import basename

    own_name = basename(path.replace("\\", "/"))
    return InternetMailAttachment(BinaryData.of_file(path), name or own_name, own_name)

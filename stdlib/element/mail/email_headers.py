"""ЗаголовкиПисьма."""

from __future__ import annotations

from runtime.element.declare import getter, method, onec_type, setter
from runtime.element.objects import ElementObject
from stdlib.element.mail.email_importance import EmailImportance
from stdlib.element.mail.given_array import GivenArray
from stdlib.element.mail.refusals import one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import datetime

    from stdlib.element.mail.email_address import EmailAddress
    from stdlib.element.time.instant import Instant
    from stdlib.mail.mime.head import Head


@onec_type("ЗаголовкиПисьма", "EmailHeaders")
class EmailHeaders(ElementObject):
    """Заголовки письма: кто, кому, о чём и когда."""

    __slots__ = (
        "bcc",
        "cc",
        "extra",
        "head",
        "importance",
        "made",
        "message_id",
        "original",
        "reply_to",
        "sender",
        "sent",
        "subject",
        "to",
    )

    def __init__(self) -> None:
        self.sender: EmailAddress | None = None
        self.to: list[EmailAddress] = []
        self.cc: list[EmailAddress] = []
        self.bcc: list[EmailAddress] = []
        self.reply_to: list[EmailAddress] = []
        self.subject = ""
        self.importance: EmailImportance = EmailImportance.NORMAL
        self.message_id: str | None = None
        self.sent: Instant | None = None
        # Bytes of a received letter, as long as the script has changed nothing.
        self.original: bytes | None = None
        self.head: Head | None = None
        self.extra: dict[str, tuple[str, str]] = {}
        """Fields that the script has set, by their names in small letters."""
        # What was composed once stays the same letter, sent or laid into a directory, till the script changes it.
        self.made: tuple[str, datetime] | None = None

    def changed(self) -> None:
        self.original = self.made = None

    def as_text(self) -> str:
        return self.subject

    @getter("Тема", "Subject", "Строка")
    def get_subject(self) -> str:
        """Тема письма."""
        return self.subject

    @setter("Тема")
    def set_subject(self, subject: str | None) -> None:
        self.subject = one_line("Тема", subject or "")
        self.changed()

    @getter("Важность", "Importance", "ВажностьПисьма")
    def get_importance(self) -> EmailImportance:
        """Важность; передаётся в поле X-Priority."""
        return self.importance

    @setter("Важность")
    def set_importance(self, importance: EmailImportance) -> None:
        self.importance = importance
        self.changed()

    @getter("Отправитель", "Sender", "АдресПочты?")
    def get_sender(self) -> EmailAddress | None:
        """Адрес отправителя. Присвоить можно и строку с адресом."""
        return self.sender

    @setter("Отправитель")
    def set_sender(self, sender: EmailAddress | str | None) -> None:
        from stdlib.element.mail.address_lists import to_address

        self.sender = to_address(sender) if sender is not None else None
        self.changed()

    @getter("Получатели", "Recipients", "ЧитаемыйМассив<АдресПочты>")
    def recipients(self) -> GivenArray:
        """Адреса получателей."""
        return GivenArray(self.to, "Адреса добавляет метод письма ДобавитьПолучателей")

    @getter("ПолучателиКопии", "CcRecipients", "ЧитаемыйМассив<АдресПочты>")
    def cc_recipients(self) -> GivenArray:
        """Адреса получателей копии."""
        return GivenArray(self.cc, "Адреса добавляет метод письма ДобавитьПолучателейКопии")

    @getter("ПолучателиСкрытойКопии", "BccRecipients", "ЧитаемыйМассив<АдресПочты>")
    def bcc_recipients(self) -> GivenArray:
        """Адреса получателей скрытой копии; другие получатели их не видят (уточнение реализации)."""
        return GivenArray(self.bcc, "Адреса добавляет метод письма ДобавитьПолучателейСкрытойКопии")

    @getter("АдресаОтвета", "ReplyToAddresses", "ЧитаемыйМассив<АдресПочты>")
    def reply_to_addresses(self) -> GivenArray:
        """Адреса, на которые следует отвечать (уточнение реализации)."""
        return GivenArray(self.reply_to, "Адреса добавляет метод письма ДобавитьАдресаОтвета")

    @getter("Дата", "Date", "Момент?")
    def date(self) -> Instant | None:
        """Момент отправки: полученного письма или, после отправки, своего (уточнение реализации)."""
        if self.made is None:
            return self.sent
        from stdlib.element.time.instant import Instant

        return Instant.of_epoch(self.made[1].timestamp())

    @getter("ИдентификаторСообщения", "MessageId", "Строка?")
    def get_message_id(self) -> str | None:
        """Идентификатор письма без угловых скобок: полученного или, после отправки, своего (уточнение реализации)."""
        return self.made[0] if self.made else self.message_id

    @method("ПолучитьЗаголовок(Имя: Строка): Строка?", "GetHeader(Name)")
    def get_header(self, name: str) -> str | None:
        """Возвращает поле заголовка письма, например "In-Reply-To", или Неопределено (уточнение реализации)."""
        if own := self.extra.get(name.lower()):
            return own[1]
        return self.head.value(name) if self.head else None

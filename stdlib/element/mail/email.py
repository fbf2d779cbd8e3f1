"""Письмо."""

from __future__ import annotations

from runtime.element.declare import constructor, getter, method, onec_type
from stdlib.element.collections.readable_array import ReadableArray
from stdlib.element.mail.address_lists import to_addresses
from stdlib.element.mail.email_address import EmailAddress
from stdlib.element.mail.email_attachment import EmailAttachment
from stdlib.element.mail.email_headers import EmailHeaders
from stdlib.element.mail.given_array import GivenArray
from stdlib.element.mail.header_fields import check_field
from stdlib.element.mail.refusals import one_line, quoted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.element.io.files.file import File
    from stdlib.element.io.readable_stream import ReadableStream
    from stdlib.mail.mime.letter import Letter


@onec_type("Письмо", "Email")
class Email(EmailHeaders):
    """Письмо электронной почты."""

    __slots__ = ("attachments", "defects", "html", "text")

    @constructor(
        "([Отправитель: АдресПочты|Строка], [Получатели: АдресПочты|Строка|ЧитаемыйМассив<АдресПочты|Строка>], "
        "Тема: Строка? = Неопределено)",
        "([Sender], [Recipients], Subject)",
    )
    def __init__(
        self,
        sender: EmailAddress | str | None = None,
        recipients: EmailAddress | str | ReadableArray | None = None,
        subject: str | None = None,
    ) -> None:
        """Создаёт письмо; достаточно указать отправителя."""
        super().__init__()
        self.text: str | None = None
        self.html: str | None = None
        self.attachments: list[EmailAttachment] = []
        self.defects = False
        if sender is not None:
            self.set_sender(sender)
        if recipients is not None:
            self.to += to_addresses([recipients])
        self.set_subject(subject)

    def as_text(self) -> str:
        parts = [self.title()]
        if self.sender:
            parts.append(f"от {self.sender.as_text()}")
        if everyone := (*self.to, *self.cc, *self.bcc):
            parts.append(f"кому {', '.join(address.as_text() for address in everyone)}")
        return " ".join(["Письмо", *parts])

    def title(self) -> str:
        """The subject in quotes, as messages name the letter."""
        return quoted(self.subject) if self.subject else "без темы"

    def letter(self) -> Letter:
        """What the transport composes."""
        from datetime import datetime

        from stdlib.element.mail.email_importance import to_priority
        from stdlib.mail.mime.compose import new_message_id
        from stdlib.mail.mime.letter import Attachment, ExtraHeader, Letter, TextPart

        if self.made is None:
            self.made = new_message_id(self.sender.address if self.sender else ""), datetime.now().astimezone()
        texts = [TextPart(self.text or "")] if self.text is not None or self.html is None else []
        if self.html is not None:
            texts.append(TextPart(self.html, "text/html"))
        return Letter(
            sender=self.sender.mailbox() if self.sender else None,
            to=tuple(address.mailbox() for address in self.to),
            cc=tuple(address.mailbox() for address in self.cc),
            bcc=tuple(address.mailbox() for address in self.bcc),
            reply_to=tuple(address.mailbox() for address in self.reply_to),
            subject=self.subject,
            message_id=self.made[0],
            date=self.made[1],
            texts=tuple(texts),
            attachments=tuple(
                Attachment(file.name, file.data, file.content_type, file.content_id, file.inline)
                for file in self.attachments
            ),
            priority=to_priority(self.importance),
            headers=tuple(ExtraHeader(name, value) for name, value in self.extra.values()),
        )

    def transmitted(self) -> bytes:
        """What is sent: a received letter may tell whom it went to in secret."""
        whole = self.compose()
        if whole is not self.original:
            return whole
        from stdlib.mail.mime.blind_copies import without_blind_copies

        return without_blind_copies(whole)

    def kept(self) -> bytes:
        """What is laid into a directory: a draft still knows all whom it is for."""
        return self.compose(with_bcc=True)

    def compose(self, *, with_bcc: bool = False) -> bytes:
        """The MIME form: a received letter as it came, others without Bcc unless asked for."""
        if self.original is not None and not any(file.changed for file in self.attachments):
            return self.original
        from stdlib.mail.mime.compose import compose

        return compose(self.letter(), with_bcc=with_bcc)

    @getter("Вложения", "Attachments", "ЧитаемыйМассив<ВложениеПисьма>")
    def get_attachments(self) -> GivenArray:
        """Вложенные файлы."""
        return GivenArray(self.attachments, "Файлы вкладывает метод письма ДобавитьВложение")

    @getter("ЕстьОшибкиРазбора", "HasParsingErrors", "Булево")
    def has_parsing_errors(self) -> bool:
        """Истина, если полученное письмо было испорчено и что-то пришлось угадать (уточнение реализации)."""
        return self.defects

    @method(
        "ДобавитьПолучателей(Получатели...: АдресПочты|Строка|ЧитаемыйМассив<АдресПочты|Строка>)",
        "AddRecipients(Recipients...)",
    )
    def add_recipients(self, *recipients: EmailAddress | str | ReadableArray) -> None:
        """Добавляет получателей. В строке может быть несколько адресов через запятую, в том числе вида Имя <адрес>."""
        self.to += to_addresses(recipients)
        self.changed()

    @method(
        "ДобавитьПолучателейКопии(Получатели...: АдресПочты|Строка|ЧитаемыйМассив<АдресПочты|Строка>)",
        "AddCcRecipients(Recipients...)",
    )
    def add_cc_recipients(self, *recipients: EmailAddress | str | ReadableArray) -> None:
        """Добавляет получателей копии, как ДобавитьПолучателей."""
        self.cc += to_addresses(recipients)
        self.changed()

    @method(
        "ДобавитьПолучателейСкрытойКопии(Получатели...: АдресПочты|Строка|ЧитаемыйМассив<АдресПочты|Строка>)",
        "AddBccRecipients(Recipients...)",
    )
    def add_bcc_recipients(self, *recipients: EmailAddress | str | ReadableArray) -> None:
        """Добавляет получателей скрытой копии, как ДобавитьПолучателей (уточнение реализации)."""
        self.bcc += to_addresses(recipients)
        self.changed()

    @method(
        "ДобавитьАдресаОтвета(Адреса...: АдресПочты|Строка|ЧитаемыйМассив<АдресПочты|Строка>)",
        "AddReplyToAddresses(Addresses...)",
    )
    def add_reply_to_addresses(self, *addresses: EmailAddress | str | ReadableArray) -> None:
        """Добавляет адреса для ответа, как ДобавитьПолучателей (уточнение реализации)."""
        self.reply_to += to_addresses(addresses)
        self.changed()

    @method("УстановитьЗаголовок(Имя: Строка, Значение: Строка)", "SetHeader(Name, Value)")
    def set_header(self, name: str, value: str) -> None:
        """Задаёт поле заголовка, у которого нет своего свойства, например "In-Reply-To"; пустая строка убирает его.

        Уточнение реализации.
        """
        check_field(name)
        self.extra.pop(name.lower(), None)
        if value:
            self.extra[name.lower()] = name, one_line(f"Поле {name}", value)
        self.changed()

    @method("УстановитьТекстКакСтроку(Текст: Строка)", "SetTextAsString(Text)")
    def set_text_as_string(self, text: str) -> None:
        """Задаёт простой текст письма."""
        self.text = text
        self.changed()

    @method("УстановитьHtmlКакСтроку(Html: Строка)", "SetHtmlAsString(Html)")
    def set_html_as_string(self, html: str) -> None:
        """Задаёт текст письма в виде HTML; простой текст, если он задан, останется вторым вариантом.

        Уточнение реализации: имя метода.
        """
        self.html = html
        self.changed()

    @method("ПолучитьТекстКакСтроку(): Строка?", "GetTextAsString()")
    def get_text_as_string(self) -> str | None:
        """Возвращает простой текст письма или Неопределено, если его нет."""
        return self.text

    @method("ПолучитьHtmlКакСтроку(): Строка?", "GetHtmlAsString()")
    def get_html_as_string(self) -> str | None:
        """Возвращает текст в виде HTML или Неопределено, если его нет (уточнение реализации)."""
        return self.html

    @method(
        'ДобавитьВложение(Источник: Файл|Байты|ПотокЧтения, Имя: Строка = ""): ВложениеПисьма',
        "AddAttachment(Source, Name)",
    )
    def add_attachment(self, source: File | bytes | ReadableStream, name: str = "") -> EmailAttachment:
        """Вкладывает файл, байты или остаток потока.

        Уточнение реализации: без имени берётся имя файла; поток после чтения закрывается.
        """
        if isinstance(source, bytes):
            data = source
        else:
            name = name or _name_of(source)
            data = _content_of(source)
        name = one_line("Имя вложения", name) or f"attachment{len(self.attachments) + 1}"
        attachment = EmailAttachment(name, data)
        self.attachments.append(attachment)
        self.changed()
        return attachment

    @method("КакБайты(): Байты", "AsBytes()")
    def as_bytes(self) -> bytes:
        """Возвращает письмо в формате MIME; полученное и не изменённое – точно в том виде, в котором оно пришло.

        Уточнение реализации. При отправке из полученного письма удаляются поля Bcc и Resent-Bcc.
        """
        return self.compose()


def _name_of(source: File | ReadableStream) -> str:
    from stdlib.element.io.files.file import File

    path = source.path if isinstance(source, File) else source.name
    return path.replace("\\", "/").rpartition("/")[2]


def _content_of(source: File | ReadableStream) -> bytes:
    from stdlib.element.io.files.file import File

    stream = source.open_readable_stream() if isinstance(source, File) else source
    try:
        return stream.read()
    finally:
        stream.release()

"""Тип ИнтернетПочтовоеСообщение."""

from __future__ import annotations

from runtime.enterprise.date import EMPTY_DATE
from runtime.enterprise.declare import OnecObject, constructor, field, getter, method, onec_type, setter
from runtime.errors import OnecError
from stdlib.enterprise.binary.binary_data import BinaryData
from stdlib.enterprise.collections.array import Array
from stdlib.enterprise.mail.internet_mail_address import InternetMailAddress
from stdlib.enterprise.mail.internet_mail_addresses import InternetMailAddresses
from stdlib.enterprise.mail.internet_mail_attachments import InternetMailAttachments
from stdlib.enterprise.mail.internet_mail_message_importance import InternetMailMessageImportance
from stdlib.enterprise.mail.internet_mail_message_non_ascii_symbols_encoding_mode import (
    InternetMailMessageNonASCIISymbolsEncodingMode,
)
from stdlib.enterprise.mail.internet_mail_message_parse_status import InternetMailMessageParseStatus
from stdlib.enterprise.mail.internet_mail_texts import InternetMailTexts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.mail.mime.letter import Letter


@onec_type("ИнтернетПочтовоеСообщение", "InternetMailMessage", presentation="Интернет почтовое сообщение")
class InternetMailMessage(OnecObject):
    """Письмо: новое, которое составляет сценарий, или полученное."""

    __slots__ = (
        "_attachments",
        "_bcc",
        "_categories",
        "_cc",
        "_date_received",
        "_delivery_receipt_addresses",
        "_encoding",
        "_header",
        "_importance",
        "_message_id",
        "_non_ascii_symbols_encoding_mode",
        "_organization",
        "_parse_status",
        "_partial",
        "_posting_date",
        "_posting_date_offset",
        "_read_receipt_addresses",
        "_reply_to",
        "_request_delivery_receipt",
        "_request_read_receipt",
        "_sender",
        "_sender_name",
        "_size",
        "_subject",
        "_texts",
        "_to",
        "_uid",
        "fields",
        "raw_header",
        "received",
        "source",
    )  # fmt: skip

    subject = field("Тема", "Subject", "str", "", "Тема письма.")
    sender_name = field("ИмяОтправителя", "SenderName", "str", "", "Имя отправителя без адреса.")
    encoding = field("Кодировка", "Encoding", "str", "UTF-8", "Кодировка темы, имён и текстов.")
    organization = field("Организация", "Organization", "str", "", "Организация отправителя.")
    categories = field("Категории", "Categories", "str", "", "Категории письма через запятую.")
    importance = field(
        "Важность",
        "Importance",
        "InternetMailMessageImportance",
        InternetMailMessageImportance.normal,
        "Важность письма.",
    )
    non_ascii_symbols_encoding_mode = field(
        "СпособКодированияНеASCIIСимволов", "NonASCIISymbolsEncodingMode",
        "InternetMailMessageNonASCIISymbolsEncodingMode", InternetMailMessageNonASCIISymbolsEncodingMode.mime,
        "Как в заголовках пишутся символы вне ASCII.",
    )  # fmt: skip
    request_delivery_receipt = field(
        "УведомитьОДоставке", "RequestDeliveryReceipt", "bool", False, "Просить уведомление о доставке."
    )
    request_read_receipt = field(
        "УведомитьОПрочтении", "RequestReadReceipt", "bool", False, "Просить уведомление о прочтении."
    )
    uid = field("Идентификатор", "UID", "Array", None, "Массив идентификаторов письма на сервере.")
    to = field("Получатели", "To", "object", None, "Адреса получателей.", writable=False)
    cc = field("Копии", "Cc", "object", None, "Адреса получателей копий.", writable=False)
    bcc = field(
        "СлепыеКопии", "Bcc", "object", None, "Адреса получателей скрытых копий: в письме не видны.", writable=False
    )
    reply_to = field("ОбратныйАдрес", "ReplyTo", "object", None, "Куда отвечать.", writable=False)
    delivery_receipt_addresses = field(
        "АдресаУведомленияОДоставке",
        "DeliveryReceiptAddresses",
        "object",
        None,
        "Куда уведомить о доставке.",
        writable=False,
    )
    read_receipt_addresses = field(
        "АдресаУведомленияОПрочтении",
        "ReadReceiptAddresses",
        "object",
        None,
        "Куда уведомить о прочтении.",
        writable=False,
    )
    attachments = field("Вложения", "Attachments", "object", None, "Вложения письма.", writable=False)
    texts = field("Тексты", "Texts", "object", None, "Тексты письма.", writable=False)
    message_id = field(
        "ИдентификаторСообщения", "MessageID", "str", "", "Message-ID без угловых скобок.", writable=False
    )
    header = field("Заголовок", "Header", "str", "", "Заголовок письма, как он хранится на сервере.", writable=False)
    size = field("Размер", "Size", "int", 0, "Размер письма в байтах.", writable=False)
    posting_date = field(
        "ДатаОтправления", "PostingDate", "Date", EMPTY_DATE, "Когда отправлено, по часам отправителя.", writable=False
    )
    posting_date_offset = field(
        "СмещениеДатыОтправления", "PostingDateOffset", "int", 0,
        "Секунды, на которые часы отправителя впереди UTC.", writable=False,
    )  # fmt: skip
    date_received = field("ДатаПолучения", "DateReceived", "Date", EMPTY_DATE, "Когда получено.", writable=False)
    partial = field("Частичное", "Partial", "bool", False, "Это часть письма (message/partial).", writable=False)
    parse_status = field(
        "СтатусРазбора", "ParseStatus", "object", InternetMailMessageParseStatus.errors_not_detected,
        "Удалось ли разобрать полученное письмо без ошибок.", writable=False,
    )  # fmt: skip

    @constructor("()", "()")
    def __init__(self) -> None:
        """Создаёт пустое письмо."""
        self._sender: object = InternetMailAddress()
        self.uid = Array()
        self.to, self.cc, self.bcc = InternetMailAddresses(), InternetMailAddresses(), InternetMailAddresses()
        self.reply_to = InternetMailAddresses()
        self.delivery_receipt_addresses, self.read_receipt_addresses = InternetMailAddresses(), InternetMailAddresses()
        self.attachments, self.texts = InternetMailAttachments(), InternetMailTexts()
        self.fields: dict[str, tuple[str, object, object]] = {}
        """Header fields set by hand: lower-case name → name, value, encoding mode."""
        self.raw_header = b""
        """The header as it came; that of ПолучитьЗаголовки is all that came."""
        self.source: bytes | None = None
        """The server's bytes of a received letter."""
        self.received: Letter | None = None
        """A received letter before the script changed anything: while it is the same, its bytes are the server's."""

    def become(self, other: InternetMailMessage) -> None:
        """Hold what the other message holds."""
        for name in self.__slots__:
            if hasattr(other, name):
                setattr(self, name, getattr(other, name))

    @getter("Отправитель", "From", "ИнтернетПочтовыйАдрес")
    def sender(self) -> object:
        """Адрес отправителя: ИнтернетПочтовыйАдрес; присвоить можно и строку."""
        return self._sender

    @setter("Отправитель")
    def set_sender(self, sender: str | InternetMailAddress) -> None:
        self._sender = InternetMailAddress(sender) if isinstance(sender, str) else sender

    @method("ОбработатьТексты()", "ProcessTexts()")
    def process_texts(self) -> None:
        """Делает с текстами то, что делает Послать: картинки HTML становятся вложениями, добавляется простой текст."""
        from stdlib.enterprise.mail.delivery.text_processing import process

        process(self)

    @method("ПолучитьИсходныеДанные()", "GetSourceData()")
    def get_source_data(self) -> BinaryData:
        """Возвращает письмо в виде, в котором оно передаётся; у полученного письма – точно байты сервера."""
        from stdlib.enterprise.mail.delivery.letter_form import written

        return BinaryData(written(self))

    @method("ПолучитьИсходныйТекст([Кодировка])", "GetSourceText([Encoding])")
    def get_source_text(self, encoding: str = "UTF-8") -> str:
        """Возвращает то же, что ПолучитьИсходныеДанные, строкой."""
        from stdlib.enterprise.mail.delivery.charsets import codec_of

        return str(self.get_source_data().data, codec_of(encoding), "replace")

    @method("УстановитьИсходныеДанные(Данные)", "SetSourceData(Data)")
    def set_source_data(self, data: BinaryData) -> None:
        """Заполняет письмо разбором исходных данных MIME."""
        from stdlib.enterprise.mail.delivery.letter_form import fill

        fill(self, data.data)

    @method("ПолучитьПолеЗаголовка(ИмяПоля, [ТипПолучаемогоПоля])", "GetField(FieldName, [FieldType])")
    def get_field(self, name: str, sample: object = None) -> object:
        """Возвращает поле заголовка; второй параметр – пример значения нужного типа (строка, число, адрес)."""
        from stdlib.enterprise.mail.delivery.letter_form import header_field

        return header_field(self, name, sample)

    @method(
        "УстановитьПолеЗаголовка(ИмяПоля, Значение, [СпособКодирования])", "SetField(FieldName, Value, [EncodingMode])"
    )
    def set_field(
        self, name: str, value: object, mode: InternetMailMessageNonASCIISymbolsEncodingMode | None = None
    ) -> None:
        """Устанавливает поле заголовка; поле с таким именем заменяется.

        Уточнение реализации: поля Bcc и Resent-Bcc не устанавливаются, потому что их прочли бы все получатели; для
        скрытых копий служит свойство СлепыеКопии.
        """
        if not name or not all("!" <= letter <= "~" and letter != ":" for letter in name):
            raise OnecError(
                f"Недопустимое имя поля заголовка ({name})", hint="Имя поля – латинские буквы, цифры и дефис"
            )
        if name.lower() in ("bcc", "resent-bcc"):
            raise OnecError(
                f"Поле заголовка {name} прочли бы все получатели",
                hint='Скрытые копии указывают так: Сообщение.СлепыеКопии.Добавить("имя@сервер");',
            )
        self.fields[name.lower()] = (name, value, mode)

"""Тип ИнтернетТекстПочтовогоСообщения."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, field, getter, onec_type
from stdlib.enterprise.binary.binary_data import BinaryData
from stdlib.enterprise.mail.internet_mail_text_type import InternetMailTextType

_CONTENT_TYPES = {
    InternetMailTextType.plain_text: "text/plain",
    InternetMailTextType.html: "text/html",
    InternetMailTextType.rich_text: "text/richtext",
}


@onec_type("ИнтернетТекстПочтовогоСообщения", "InternetMailText", presentation="Интернет текст почтового сообщения")
class InternetMailText(OnecObject):
    """Один из текстов письма; тексты разных типов – разные представления одного содержания."""

    __slots__ = ("_custom_text_type", "_encoding", "_text", "_text_type", "received")

    text = field("Текст", "Text", "str", "", "Раскодированный текст.")
    text_type = field("ТипТекста", "TextType", "InternetMailTextType", InternetMailTextType.plain_text, "Вид текста.")
    encoding = field("Кодировка", "Encoding", "str", "", "Кодировка текста; пустая – как у письма.")
    custom_text_type = field(
        "ПроизвольныйТипТекста", "CustomTextType", "str", "", "Content-Type, когда ТипТекста – ПроизвольныйТекст."
    )

    def __init__(self, text: str = "", text_type: InternetMailTextType = InternetMailTextType.plain_text) -> None:
        self.text, self.text_type = text, text_type
        self.received: tuple[str, bytes] | None = None
        """The text as it came, and its bytes: they are those of the text until the script changes it."""

    @property
    def content_type(self) -> str:
        """Without a charset: that of Кодировка is written."""
        known = _CONTENT_TYPES.get(self.text_type)
        return known or _without_charset(self.custom_text_type) or "text/plain"

    @getter("Данные", "Data", "ДвоичныеДанные")
    def data(self) -> BinaryData:
        """Байты текста в его кодировке."""
        if self.received is not None and self.received[0] == self.text:
            return BinaryData(self.received[1])
        from stdlib.enterprise.mail.delivery.charsets import charset_of
        from stdlib.mail.mime.encoding import encode_charset

        return BinaryData(encode_charset(self.text, charset_of(self.encoding))[0])

    def copy(self) -> InternetMailText:
        made = InternetMailText(self.text, self.text_type)
        made.encoding, made.custom_text_type, made.received = self.encoding, self.custom_text_type, self.received
        return made


def _without_charset(content_type: str) -> str:
    kept = [part for part in content_type.split(";") if not part.strip().lower().startswith("charset=")]
    return ";".join(kept).strip()


def type_of(content_type: str) -> InternetMailTextType:
    """The kind of text that a Content-Type means."""
    known = {name: kind for kind, name in _CONTENT_TYPES.items()}
    found: InternetMailTextType = known.get(content_type.lower(), InternetMailTextType.custom_text)
    return found

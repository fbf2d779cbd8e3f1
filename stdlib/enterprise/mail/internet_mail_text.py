"""Тип ИнтернетТекстПочтовогоСообщения."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, field, getter, onec_type
from stdlib.enterprise.files.binary_data import BinaryData
from stdlib.enterprise.mail.internet_mail_text_type import InternetMailTextType

_CONTENT_TYPES = {
    InternetMailTextType.plain_text: "text/plain",
    InternetMailTextType.html: "text/html",
    InternetMailTextType.rich_text: "text/richtext",
}


@onec_type("ИнтернетТекстПочтовогоСообщения", "InternetMailText", presentation="Интернет текст почтового сообщения")
class InternetMailText(OnecObject):
    """Один из текстов письма; тексты разных типов – разные представления одного содержания."""

    __slots__ = ("_custom_text_type", "_encoding", "_text", "_text_type", "raw")

    text = field("Текст", "Text", "str", "", "Раскодированный текст.")
    text_type = field("ТипТекста", "TextType", "InternetMailTextType", InternetMailTextType.plain_text, "Вид текста.")
    encoding = field("Кодировка", "Encoding", "str", "", "Кодировка текста; пустая – как у письма.")
    custom_text_type = field(
        "ПроизвольныйТипТекста", "CustomTextType", "str", "", "Content-Type, когда ТипТекста – ПроизвольныйТекст."
    )

    def __init__(self, text: str = "", text_type: InternetMailTextType = InternetMailTextType.plain_text) -> None:
        self.text, self.text_type = text, text_type
        self.raw: bytes | None = None

    @property
    def content_type(self) -> str:
        known = _CONTENT_TYPES.get(self.text_type)
        return known or self.custom_text_type or "text/plain"

    @getter("Данные", "Data", "ДвоичныеДанные")
    def data(self) -> BinaryData:
        """Байты текста в его кодировке."""
        return BinaryData(self.raw if self.raw is not None else self.text.encode("utf-8"))


def type_of(content_type: str) -> InternetMailTextType:
    """The kind of text that a Content-Type means."""
    known = {name: kind for kind, name in _CONTENT_TYPES.items()}
    found: InternetMailTextType = known.get(content_type.lower(), InternetMailTextType.custom_text)
    return found

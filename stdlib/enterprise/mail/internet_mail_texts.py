"""Тип ИнтернетТекстыПочтовогоСообщения."""

from __future__ import annotations

from runtime.enterprise.declare import method, onec_type
from runtime.errors import BadArgument
from stdlib.enterprise.mail.internet_mail_text import InternetMailText
from stdlib.enterprise.mail.internet_mail_text_type import InternetMailTextType
from stdlib.enterprise.mail.item_list import ItemList


@onec_type("ИнтернетТекстыПочтовогоСообщения", "InternetMailTexts", presentation="Интернет тексты почтового сообщения")
class InternetMailTexts(ItemList):
    """Тексты письма."""

    __slots__ = ()

    @method("Добавить([Текст], [ТипТекста])", "Add([Text], [TextType])")
    def add(self, text: str | None = None, text_type: InternetMailTextType | str | None = None) -> InternetMailText:
        """Добавляет текст и возвращает его.

        Тип по умолчанию – ПростойТекст, а вызов без параметров добавляет пустой текст HTML. Строка вместо типа – это
        Content-Type произвольного текста.
        """
        if text_type is None:
            text_type = InternetMailTextType.html if text is None else InternetMailTextType.plain_text
        if isinstance(text_type, str) and "/" not in text_type:
            raise BadArgument(
                2, hint="Строка здесь – Content-Type («text/calendar»), вид текста – ТипТекстаПочтовогоСообщения.HTML"
            )
        custom = text_type if isinstance(text_type, str) else ""
        kind = InternetMailTextType.custom_text if isinstance(text_type, str) else text_type
        added = InternetMailText(text or "", kind)
        added.custom_text_type = custom
        self.items.append(added)
        return added

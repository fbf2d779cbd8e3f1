"""ОтборПисем."""

from __future__ import annotations

from runtime.element.declare import constructor, onec_type
from runtime.element.objects import ElementObject
from stdlib.element.time.date import Date

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.mail.imap_search import Criterion


@onec_type("ОтборПисем", "EmailFilter")
class EmailFilter(ElementObject):
    """Условия поиска писем на сервере; все должны выполняться (уточнение реализации: состав условий)."""

    __slots__ = ("_criteria",)

    @constructor(
        "([Отправитель: Строка], [Получатель: Строка], [Тема: Строка], [Текст: Строка], [Прочитанное: Булево], "
        "[Помеченное: Булево], [СДаты: Дата], [ДоДаты: Дата])",
        "([Sender], [Recipient], [Subject], [Text], [Seen], [Flagged], [Since], [Before])",
    )
    def __init__(
        self,
        sender: str | None = None,
        recipient: str | None = None,
        subject: str | None = None,
        text: str | None = None,
        seen: bool | None = None,
        flagged: bool | None = None,
        since: Date | None = None,
        before: Date | None = None,
    ) -> None:
        """Создаёт отбор из частей адресов, темы и текста, отметок и дней получения; ДоДаты не входит в отбор."""
        self._criteria = {
            "from": sender,
            "to": recipient,
            "subject": subject,
            "text": text,
            "seen": seen,
            "flagged": flagged,
            "since": since,
            "before": before,
        }

    def criteria(self) -> dict[str, Criterion]:
        return {name: _plain(value) for name, value in self._criteria.items() if value is not None}


def _plain(value: str | bool | Date) -> Criterion:
    if not isinstance(value, Date):
        return value
    from datetime import date

    return date(value.year(), value.month(), value.day())

"""What ИнтернетПочта needs of a mailbox, whatever its protocol."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from runtime.enterprise.date import Date
from runtime.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from stdlib.enterprise.mail.internet_mail_message import InternetMailMessage
    from stdlib.mail.imap_search import Criterion

_FILTER: dict[str, tuple[str, str]] = {
    "answered": ("ОтправленОтвет", "Answered"),
    "recent": ("Недавние", "Recent"),
    "bcc": ("СлепыеКопии", "Bcc"),
    "cc": ("Копии", "Cc"),
    "to": ("Получатели", "To"),
    "senton": ("ДатаОтправления", "PostDating"),
    "from": ("Отправитель", "From"),
    "sentbefore": ("ДоДатыОтправления", "BeforeDateOfPosting"),
    "sentsince": ("ПослеДатыОтправления", "AfterDateOfPosting"),
    "subject": ("Тема", "Subject"),
    "text": ("Текст", "Text"),
    "body": ("ТелоСообщения", "Body"),
    "deleted": ("Удаленные", "Deleted"),
    "flagged": ("УстановленФлаг", "Flagged"),
    "seen": ("Прочитанные", "Seen"),
    "new": ("Новые", "New"),
}
_BY_NAME = {fold(name): criterion for criterion, names in _FILTER.items() for name in names}


class Incoming(Protocol):
    """A connection that receives. Letters are named by identifiers: UIDL of POP3, UID of IMAP as text."""

    def close(self) -> None: ...

    def count(self) -> int: ...

    def identifiers(self, criteria: dict[str, Criterion]) -> list[str]:
        """All letters that meet the criteria, oldest first."""

    def headers(self, identifiers: Iterable[str]) -> Iterator[InternetMailMessage]:
        """Letters with what their headers tell."""

    def messages(self, identifiers: Iterable[str], *, mark_seen: bool) -> Iterator[InternetMailMessage]:
        """Whole letters; those that are gone are left out."""

    def delete(self, identifiers: Iterable[str]) -> None:
        """POP3: removed when the connection is closed. IMAP: marked only."""

    def purge(self, identifiers: Iterable[str]) -> None:
        """Remove, as Выбрать with УдалятьСообщения does."""

    def of_number(self, number: int) -> str:
        """The identifier of a letter by its ordinal number, from 1."""


def criteria_of(filter_: Any) -> dict[str, Criterion]:
    """ПараметрыОтбора (a Структура, or Неопределено) as criteria of SEARCH; keys that are not known are ignored."""
    criteria: dict[str, Criterion] = {}
    for item in filter_ if filter_ is not None else ():
        name = _BY_NAME.get(fold(item.key))
        if name is None or item.value is None:
            continue
        criteria[name] = _criterion(item.value)
    return criteria


def _criterion(value: Any) -> Criterion:
    if isinstance(value, bool):
        return value
    if isinstance(value, Date):
        from datetime import date

        return date(value.year, value.month, value.day)
    from runtime.enterprise.presentation import text_of

    return text_of(value)

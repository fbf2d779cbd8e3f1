"""What ИнтернетПочта needs of a mailbox, whatever its protocol."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from runtime.enterprise.convert import to_boolean, to_date, to_string
from runtime.errors import OnecError
from runtime.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from stdlib.enterprise.collections.structure import Structure
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
_FLAGS = frozenset(("answered", "recent", "deleted", "flagged", "seen", "new"))
_DATES = frozenset(("senton", "sentbefore", "sentsince"))
_BY_NAME = {fold(name): criterion for criterion, names in _FILTER.items() for name in names}


class Incoming(Protocol):
    """A connection that receives. Letters are named by identifiers: UIDL of POP3, UID of IMAP as text."""

    def close(self) -> None: ...

    def abandon(self) -> None:
        """Drop the connection: nothing is deleted, nobody is waited for."""

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

    def of_number(self, number: int) -> str | None:
        """The identifier of a letter by its ordinal number, from 1; None without such a letter."""


def criteria_of(filter_: Structure | None) -> dict[str, Criterion]:
    """ПараметрыОтбора as criteria of SEARCH; keys that are not known are ignored."""
    criteria: dict[str, Criterion] = {}
    for item in filter_ if filter_ is not None else ():
        key, value = item.key(), item.value()
        name = _BY_NAME.get(fold(key))
        if name is None or value is None:
            continue
        try:
            criteria[name] = _criterion(name, value)
        except OnecError as error:
            raise OnecError(f"Неверное значение отбора ({key})", hint=error.message) from error
    return criteria


def _criterion(name: str, value: Any) -> Criterion:
    if name in _FLAGS:
        return to_boolean(value)
    if name in _DATES:
        from datetime import date

        day = to_date(value)
        return date(day.year, day.month, day.day)
    return to_string(value)

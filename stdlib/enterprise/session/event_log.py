"""ЗаписьЖурналаРегистрации(): the log of a script is what stands beside its output."""

from __future__ import annotations

from runtime.enterprise.declare import function
from runtime.host import current
from stdlib.enterprise.session.event_log_entry_transaction_mode import EventLogEntryTransactionMode
from stdlib.enterprise.session.event_log_level import EventLogLevel


@function(
    "ЗаписьЖурналаРегистрации(ИмяСобытия, [Уровень], [ОбъектМетаданных], [Данные], [Комментарий], [РежимТранзакции])",
    "WriteLogEvent(EventName, [Level], [MetadataObject], [Data], [Comment], [TransactionMode])",
)
def write_log_event(
    event: str,
    level: EventLogLevel | None = None,
    metadata: object = None,
    data: object = None,
    comment: str = "",
    mode: EventLogEntryTransactionMode | None = None,
) -> None:
    """Пишет в поток ошибок строку: время, уровень, событие, данные и комментарий."""
    from runtime.enterprise.presentation import text_of
    from stdlib.enterprise.dates.clock import current_session_date

    level = level or EventLogLevel.note
    told = "; ".join(text for text in (text_of(metadata), text_of(data), comment) if text)
    current().write_error(f"{current_session_date()} {level.ru}: {event}{': ' if told else ''}{told}\n")

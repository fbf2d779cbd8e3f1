"""ЗаголовкиПисьмаВСоединении."""

from __future__ import annotations

from runtime.element.declare import getter, onec_type
from runtime.element.objects import ElementObject
from stdlib.element.mail.email_headers import EmailHeaders


@onec_type("ЗаголовкиПисьмаВСоединении", "ConnectionEmailHeaders")
class ConnectionEmailHeaders(ElementObject):
    """Заголовки письма из ящика и его место в ящике."""

    __slots__ = ("headers", "index", "place")

    def __init__(self, index: int, raw: bytes, place: object) -> None:
        from stdlib.element.mail.received import received_headers

        self.index, self.place, self.headers = index, place, received_headers(raw)

    @getter("Индекс", "Index", "Число")
    def get_index(self) -> int:
        """Номер письма, начиная с 1: в ящике POP3 или в списке, полученном по IMAP (уточнение реализации)."""
        return self.index

    @getter("Заголовки", "Headers", "ЗаголовкиПисьма")
    def get_headers(self) -> EmailHeaders:
        """Заголовки письма."""
        return self.headers

    def as_text(self) -> str:
        return f"{self.index}: {self.headers.subject}"

"""ЗаголовкиПисьмаВСоединении."""

from __future__ import annotations

from runtime.element.declare import getter, onec_type
from runtime.element.objects import ElementObject
from stdlib.element.mail.email_headers import EmailHeaders


@onec_type("ЗаголовкиПисьмаВСоединении", "ConnectionEmailHeaders")
class ConnectionEmailHeaders(ElementObject):
    """Заголовки письма из ящика и его место в ящике."""

    __slots__ = ("index", "place", "raw", "read")

    def __init__(self, index: int, raw: bytes, place: object) -> None:
        self.index, self.raw, self.place = index, raw, place
        self.read: EmailHeaders | None = None

    @getter("Индекс", "Index", "Число")
    def get_index(self) -> int:
        """Номер письма, начиная с 1: в ящике POP3 или в списке, полученном по IMAP (уточнение реализации)."""
        return self.index

    @getter("Заголовки", "Headers", "ЗаголовкиПисьма")
    def get_headers(self) -> EmailHeaders:
        """Заголовки письма."""
        if self.read is None:
            from stdlib.element.mail.received import received_headers

            self.read = received_headers(self.raw)
        return self.read

    def as_text(self) -> str:
        return f"{self.index}: {self.get_headers().subject}"

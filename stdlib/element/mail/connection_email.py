"""ПисьмоВСоединении."""

from __future__ import annotations

from runtime.element.declare import getter, onec_type
from runtime.element.objects import ElementObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.element.mail.email import Email


@onec_type("ПисьмоВСоединении", "ConnectionEmail")
class ConnectionEmail(ElementObject):
    """Письмо, полученное из ящика, и его место в ящике."""

    __slots__ = ("deleted", "index", "place", "raw", "read")

    def __init__(self, index: int, raw: bytes, place: object, deleted: bool = False) -> None:
        self.index, self.raw, self.place, self.deleted = index, raw, place, deleted
        self.read: Email | None = None

    @getter("Индекс", "Index", "Число")
    def get_index(self) -> int:
        """Номер письма, начиная с 1: в ящике POP3 или в списке, полученном по IMAP (уточнение реализации)."""
        return self.index

    @getter("НаУдаление", "ToBeDeleted", "Булево")
    def to_be_deleted(self) -> bool:
        """Истина, если письмо помечено на удаление."""
        return self.deleted

    @getter("Письмо", "Email", "Письмо")
    def email(self) -> Email:
        """Само письмо."""
        if self.read is None:
            from stdlib.element.mail.received import received_email

            self.read = received_email(self.raw)
        return self.read

    def as_text(self) -> str:
        return f"{self.index}: {self.email().subject}"

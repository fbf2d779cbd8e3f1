"""ЗаголовкиПисьмаВСоединенииImap."""

from __future__ import annotations

from runtime.element.declare import getter, onec_type
from stdlib.element.collections.array import Array
from stdlib.element.mail.connection_email_headers import ConnectionEmailHeaders
from stdlib.element.mail.email_flag import EmailFlag


@onec_type("ЗаголовкиПисьмаВСоединенииImap", "ImapConnectionEmailHeaders")
class ImapConnectionEmailHeaders(ConnectionEmailHeaders):
    """Заголовки письма из каталога IMAP."""

    __slots__ = ("flags", "uid")

    def __init__(self, index: int, raw: bytes, uid: int, flags: list[EmailFlag]) -> None:
        super().__init__(index, raw)
        self.uid, self.flags = uid, flags

    def as_text(self) -> str:
        return f"{self.uid}: {self.headers.subject}"

    @getter("Uid", "UID", "Число")
    def get_uid(self) -> int:
        """Постоянный номер письма в каталоге; растёт от старых писем к новым."""
        return self.uid

    @getter("Флаги", "Flags", "ЧитаемыйМассив<ФлагПисьма>")
    def get_flags(self) -> Array:
        """Отметки на письме в то время, когда заголовки были получены."""
        return Array.of(self.flags)

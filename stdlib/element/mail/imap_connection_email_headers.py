"""ЗаголовкиПисьмаВСоединенииImap."""

from __future__ import annotations

from runtime.element.declare import getter, onec_type
from stdlib.element.mail.connection_email_headers import ConnectionEmailHeaders
from stdlib.element.mail.email_flag import EmailFlag
from stdlib.element.mail.given_array import GivenArray

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.element.mail.imap_letters import Place


@onec_type("ЗаголовкиПисьмаВСоединенииImap", "ImapConnectionEmailHeaders")
class ImapConnectionEmailHeaders(ConnectionEmailHeaders):
    """Заголовки письма из каталога IMAP."""

    __slots__ = ("flags", "uid")
    place: Place

    def __init__(self, index: int, raw: bytes, place: Place, uid: int, flags: list[EmailFlag]) -> None:
        super().__init__(index, raw, place)
        self.uid, self.flags = uid, flags

    def as_text(self) -> str:
        return f"{self.uid}: {self.get_headers().subject}"

    @getter("Uid", "Uid", "Число")
    def get_uid(self) -> int:
        """Постоянный номер письма в каталоге; растёт от старых писем к новым."""
        return self.uid

    @getter("Флаги", "Flags", "ЧитаемыйМассив<ФлагПисьма>")
    def get_flags(self) -> GivenArray:
        """Отметки на письме в то время, когда заголовки были получены."""
        return GivenArray(self.flags, "Отметки ставит метод каталога УстановитьФлаги")

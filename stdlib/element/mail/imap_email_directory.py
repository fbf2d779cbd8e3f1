"""КаталогПочтыImap."""

from __future__ import annotations

from runtime.element.declare import getter, method, onec_type
from runtime.element.exceptions import IllegalStateException
from stdlib.element.closeable import Closeable
from stdlib.element.collections.array import Array
from stdlib.element.collections.readable_array import ReadableArray
from stdlib.element.mail.absent_directory import naming
from stdlib.element.mail.email import Email
from stdlib.element.mail.email_exception import translating
from stdlib.element.mail.email_filter import EmailFilter
from stdlib.element.mail.email_flag import EmailFlag, from_wire, to_wire
from stdlib.element.mail.imap_connection_email import ImapConnectionEmail
from stdlib.element.mail.imap_connection_email_headers import ImapConnectionEmailHeaders
from stdlib.element.mail.imap_directory_open_mode import ImapDirectoryOpenMode
from stdlib.element.mail.imap_letters import place_of, uids_of
from stdlib.element.mail.refusals import illegal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from stdlib.element.mail.imap_connection import ImapConnection
    from stdlib.mail.imap import ImapConnection as Transport

_GREATEST_UID = 0xFFFF_FFFF
_LETTERS = (
    "ПисьмоВСоединенииImap|ЗаголовкиПисьмаВСоединенииImap|"
    "ЧитаемыйМассив<ПисьмоВСоединенииImap|ЗаголовкиПисьмаВСоединенииImap>"
)


@onec_type("КаталогПочтыImap", "ImapEmailDirectory")
class ImapEmailDirectory(Closeable):
    """Каталог почтового ящика.

    Уточнение реализации: каталог, который не открывали, открывается сам – для чтения или, если нужно, для записи.
    """

    __slots__ = ("connection", "mode", "name", "writable")

    def __init__(self, connection: ImapConnection, name: str) -> None:
        # This one name is the same in any case of letters (RFC 9051 5.1).
        self.connection, self.name = connection, "INBOX" if name.upper() == "INBOX" else name
        self.mode: ImapDirectoryOpenMode | None = None
        """What the script has opened it for; None when it has not."""
        self.writable = False

    def as_text(self) -> str:
        return self.name

    def release(self) -> None:
        if self.connection.directory is self:
            self.connection.directory = None
            # A line that broke has thrown where it did; there is nothing left to close.
            if self.connection.transport.is_open:
                with translating():
                    self.connection.transport.unselect(expunge=self.connection.clean_on_close and self.writable)
        self.mode = None

    def selected(self, *, writing: bool = False) -> Transport:
        """The transport with this folder selected."""
        if writing and self.mode is ImapDirectoryOpenMode.READ:
            refusal = IllegalStateException(f"Каталог «{self.name}» открыт только для чтения")
            refusal.hint = "Для записи его открывают так: Открыть(РежимОткрытияКаталогаImap.ЧтениеИЗапись)"
            raise refusal
        # Another directory of the same connection may have been opened meanwhile: a server has one selected at a time.
        if self.connection.directory is not self or (writing and not self.writable):
            self.select(writable=writing or self.mode is ImapDirectoryOpenMode.READ_WRITE)
        return self.connection.opened()

    def select(self, *, writable: bool) -> None:
        other = self.connection.directory
        if other is not None and other is not self and self.connection.clean_on_close:
            mode_of_other = other.mode
            other.release()
            other.mode = mode_of_other
        transport = self.connection.opened()
        with naming(transport, self.name):
            transport.select(self.name, readonly=not writable)
        self.connection.directory, self.writable = self, writable

    @getter("Имя", "Name", "Строка")
    def get_name(self) -> str:
        """Имя каталога на сервере."""
        return self.name

    @getter("КоличествоПисем", "EmailCount", "Число")
    def email_count(self) -> int:
        """Сколько писем в каталоге (уточнение реализации)."""
        with translating():
            return len(self.selected().search())

    @method(
        "Открыть(Режим: РежимОткрытияКаталогаImap = РежимОткрытияКаталогаImap.Чтение)",
        "Open(Mode)",
    )
    def open(self, mode: ImapDirectoryOpenMode = ImapDirectoryOpenMode.READ) -> None:
        """Открывает каталог для чтения или для чтения и записи."""
        self.select(writable=mode is ImapDirectoryOpenMode.READ_WRITE)
        self.mode = mode

    @method("ПолучитьЗаголовкиНепрочитанныхПисем(): Массив<ЗаголовкиПисьмаВСоединенииImap>", "GetUnseenEmailHeaders()")
    def get_unseen_email_headers(self) -> Array:
        """Возвращает заголовки писем без отметки Прочитанное."""
        with translating():
            return self._headers(self.selected().search({"seen": False}))

    @method("ПолучитьЗаголовки(): Массив<ЗаголовкиПисьмаВСоединенииImap>", "GetHeaders()")
    def get_headers(self) -> Array:
        """Возвращает заголовки всех писем (уточнение реализации)."""
        with translating():
            return self._headers(self.selected().search())

    @method("НайтиПисьмоПоUid(Uid: Число): ПисьмоВСоединенииImap", "FindEmailByUid(Uid)")
    def find_email_by_uid(self, uid: int) -> ImapConnectionEmail:
        """Возвращает письмо. Уточнение реализации: если его нет – исключение ИсключениеНедопустимыйАргумент."""
        with translating():
            found: list[ImapConnectionEmail] = self._emails([uid]).items if 0 < uid <= _GREATEST_UID else []
        if not found:
            raise illegal(f"В каталоге «{self.name}» нет письма с Uid {uid}", "Возможно, его удалили или переместили")
        return found[0]

    @method(
        "ПолучитьПисьма([Заголовки: ЧитаемыйМассив<ЗаголовкиПисьмаВСоединенииImap>]): Массив<ПисьмоВСоединенииImap>",
        "GetEmails([Headers])",
    )
    def get_emails(self, headers: ReadableArray | None = None) -> Array:
        """Возвращает все письма или те, чьи это заголовки; отметка Прочитанное не меняется.

        Уточнение реализации: писем, которых больше нет, в массиве не будет. Большой ящик читают частями:
        ПолучитьПисьма(Заголовки.ПодМассив(0, 100)).
        """
        with translating():
            transport = self.selected()
            return self._emails(transport.search() if headers is None else uids_of(headers, transport))

    @method("Найти(Отбор: ОтборПисем): Массив<ПисьмоВСоединенииImap>", "Find(Filter)")
    def find(self, filter_: EmailFilter) -> Array:
        """Возвращает письма, которые подходят под отбор (уточнение реализации)."""
        with translating():
            return self._emails(self.selected().search(filter_.criteria()))

    @method(
        f"УстановитьФлаги(Письмо: {_LETTERS}, Флаги: ФлагПисьма|ЧитаемыйМассив<ФлагПисьма>)",
        "SetFlags(Email, Flags)",
    )
    def set_flags(
        self, email: ImapConnectionEmail | ImapConnectionEmailHeaders | ReadableArray, flags: EmailFlag | ReadableArray
    ) -> None:
        """Добавляет отметки на письмо или, уточнение реализации, на несколько писем сразу."""
        with translating():
            transport = self.selected(writing=True)
            transport.add_flags(uids_of(email, transport), _wire(flags))

    @method(
        f"СнятьФлаги(Письмо: {_LETTERS}, Флаги: ФлагПисьма|ЧитаемыйМассив<ФлагПисьма>)",
        "RemoveFlags(Email, Flags)",
    )
    def remove_flags(
        self, email: ImapConnectionEmail | ImapConnectionEmailHeaders | ReadableArray, flags: EmailFlag | ReadableArray
    ) -> None:
        """Снимает отметки с письма или нескольких (уточнение реализации)."""
        with translating():
            transport = self.selected(writing=True)
            transport.remove_flags(uids_of(email, transport), _wire(flags))

    @method(f"ПометитьНаУдаление(Письмо: {_LETTERS})", "MarkToDelete(Email)")
    def mark_to_delete(self, email: ImapConnectionEmail | ImapConnectionEmailHeaders | ReadableArray) -> None:
        """Помечает письмо или несколько; удалит их Очистить() (уточнение реализации)."""
        with translating():
            transport = self.selected(writing=True)
            transport.mark_deleted(uids_of(email, transport))
        for one in email if isinstance(email, ReadableArray) else (email,):
            if isinstance(one, ImapConnectionEmail):
                one.deleted = True

    @method("Очистить()", "Clean()")
    def clean(self) -> None:
        """Удаляет помеченные письма (уточнение реализации)."""
        with translating():
            self.selected(writing=True).expunge()

    @method(f"Переместить(Письмо: {_LETTERS}, Каталог: КаталогПочтыImap)", "Move(Email, Directory)")
    def move(
        self, email: ImapConnectionEmail | ImapConnectionEmailHeaders | ReadableArray, directory: ImapEmailDirectory
    ) -> None:
        """Перемещает письмо или несколько в другой каталог того же ящика (уточнение реализации)."""
        transport = self.selected(writing=True)
        with naming(transport, self._target(directory)):
            transport.move(uids_of(email, transport), directory.name)

    @method(f"Копировать(Письмо: {_LETTERS}, Каталог: КаталогПочтыImap)", "Copy(Email, Directory)")
    def copy(
        self, email: ImapConnectionEmail | ImapConnectionEmailHeaders | ReadableArray, directory: ImapEmailDirectory
    ) -> None:
        """Копирует письмо или несколько в другой каталог того же ящика (уточнение реализации)."""
        transport = self.selected()
        with naming(transport, self._target(directory)):
            transport.copy(uids_of(email, transport), directory.name)

    @method(
        "Добавить(Письмо: Письмо, [Флаги: ФлагПисьма|ЧитаемыйМассив<ФлагПисьма>]): Число?",
        "Add(Email, [Flags])",
    )
    def add(self, email: Email, flags: EmailFlag | ReadableArray | None = None) -> int | None:
        """Кладёт письмо в каталог и возвращает его Uid, если сервер его сообщает (уточнение реализации).

        Получатели скрытой копии остаются в письме: черновик их не теряет.
        """
        transport = self.connection.opened()
        with naming(transport, self.name):
            return transport.append(self.name, email.kept(), _wire(flags) if flags is not None else ())

    def _target(self, directory: ImapEmailDirectory) -> str:
        if directory.connection is not self.connection:
            raise illegal(
                f"Каталог «{directory.name}» – из другого соединения",
                "Между ящиками письма переносят так: Каталог.Добавить(ПисьмоВСоединении.Письмо)",
            )
        return directory.name

    def _headers(self, uids: Sequence[int]) -> Array:
        transport = self.selected()
        place = place_of(transport)
        return Array.of(
            [
                ImapConnectionEmailHeaders(index, letter.raw, place, letter.uid, from_wire(letter.flags))
                for index, letter in enumerate(transport.fetch_headers(uids), 1)
            ]
        )

    def _emails(self, uids: Sequence[int]) -> Array:
        transport = self.selected()
        place = place_of(transport)
        return Array.of(
            [
                ImapConnectionEmail(index, letter.raw, place, letter.uid, from_wire(letter.flags))
                for index, letter in enumerate(transport.fetch_messages(uids), 1)
            ]
        )


def _wire(flags: EmailFlag | ReadableArray) -> list[str]:
    return [to_wire(flag) for flag in ([flags] if isinstance(flags, EmailFlag) else flags)]

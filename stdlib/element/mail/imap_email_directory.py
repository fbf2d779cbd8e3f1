"""КаталогПочтыImap."""

from __future__ import annotations

from runtime.element.declare import getter, method, onec_type
from runtime.element.exceptions import IllegalArgumentException, IllegalStateException
from stdlib.element.closeable import Closeable
from stdlib.element.collections.array import Array
from stdlib.element.collections.readable_array import ReadableArray
from stdlib.element.mail.email import Email
from stdlib.element.mail.email_exception import translating
from stdlib.element.mail.email_filter import EmailFilter
from stdlib.element.mail.email_flag import EmailFlag, from_wire, to_wire
from stdlib.element.mail.imap_connection_email import ImapConnectionEmail
from stdlib.element.mail.imap_connection_email_headers import ImapConnectionEmailHeaders
from stdlib.element.mail.imap_directory_open_mode import ImapDirectoryOpenMode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from stdlib.element.mail.imap_connection import ImapConnection
    from stdlib.mail.imap import ImapConnection as Transport


@onec_type("КаталогПочтыImap", "ImapEmailDirectory")
class ImapEmailDirectory(Closeable):
    """Каталог почтового ящика.

    Уточнение реализации: каталог, который не открывали, открывается сам – для чтения или, если нужно, для записи.
    """

    __slots__ = ("connection", "mode", "name")

    def __init__(self, connection: ImapConnection, name: str) -> None:
        self.connection, self.name = connection, name
        self.mode: ImapDirectoryOpenMode | None = None

    def as_text(self) -> str:
        return self.name

    def release(self) -> None:
        if self.connection.directory is self:
            writable = self.mode is ImapDirectoryOpenMode.READ_WRITE
            with translating():
                self.connection.transport.unselect(expunge=self.connection.clean_on_close and writable)
            self.connection.directory = None
        self.mode = None

    def selected(self, *, writing: bool = False) -> Transport:
        """The transport with this folder selected."""
        if self.mode is None:
            self.select(ImapDirectoryOpenMode.READ_WRITE if writing else ImapDirectoryOpenMode.READ)
        elif writing and self.mode is ImapDirectoryOpenMode.READ:
            raise IllegalStateException(f"Каталог «{self.name}» открыт только для чтения")
        elif self.connection.directory is not self:
            # Another directory of the same connection was opened meanwhile: a server has one selected at a time.
            self.select(self.mode)
        return self.connection.transport

    def select(self, mode: ImapDirectoryOpenMode) -> None:
        other = self.connection.directory
        if other is not None and other is not self and self.connection.clean_on_close:
            mode_of_other = other.mode
            other.release()
            other.mode = mode_of_other
        self.connection.transport.select(self.name, readonly=mode is ImapDirectoryOpenMode.READ)
        self.connection.directory, self.mode = self, mode

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
        with translating():
            self.select(mode)

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
            found: list[ImapConnectionEmail] = self._emails([uid]).items
        if not found:
            raise IllegalArgumentException(f"В каталоге «{self.name}» нет письма с Uid {uid}")
        return found[0]

    @method("ПолучитьПисьма(): Массив<ПисьмоВСоединенииImap>", "GetEmails()")
    def get_emails(self) -> Array:
        """Возвращает все письма; отметка Прочитанное не меняется (уточнение реализации)."""
        with translating():
            return self._emails(self.selected().search())

    @method("Найти(Отбор: ОтборПисем): Массив<ПисьмоВСоединенииImap>", "Find(Filter)")
    def find(self, filter_: EmailFilter) -> Array:
        """Возвращает письма, которые подходят под отбор (уточнение реализации)."""
        with translating():
            return self._emails(self.selected().search(filter_.criteria()))

    @method(
        "УстановитьФлаги(Письмо: ПисьмоВСоединенииImap|ЗаголовкиПисьмаВСоединенииImap, "
        "Флаги: ФлагПисьма|ЧитаемыйМассив<ФлагПисьма>)",
        "SetFlags(Email, Flags)",
    )
    def set_flags(
        self, email: ImapConnectionEmail | ImapConnectionEmailHeaders, flags: EmailFlag | ReadableArray
    ) -> None:
        """Добавляет отметки на письмо."""
        with translating():
            self.selected(writing=True).add_flags([email.uid], _wire(flags))

    @method(
        "СнятьФлаги(Письмо: ПисьмоВСоединенииImap|ЗаголовкиПисьмаВСоединенииImap, "
        "Флаги: ФлагПисьма|ЧитаемыйМассив<ФлагПисьма>)",
        "RemoveFlags(Email, Flags)",
    )
    def remove_flags(
        self, email: ImapConnectionEmail | ImapConnectionEmailHeaders, flags: EmailFlag | ReadableArray
    ) -> None:
        """Снимает отметки с письма (уточнение реализации)."""
        with translating():
            self.selected(writing=True).remove_flags([email.uid], _wire(flags))

    @method("ПометитьНаУдаление(Письмо: ПисьмоВСоединенииImap|ЗаголовкиПисьмаВСоединенииImap)", "MarkToDelete(Email)")
    def mark_to_delete(self, email: ImapConnectionEmail | ImapConnectionEmailHeaders) -> None:
        """Помечает письмо; удалит его Очистить() (уточнение реализации)."""
        with translating():
            self.selected(writing=True).mark_deleted([email.uid])
        if isinstance(email, ImapConnectionEmail):
            email.deleted = True

    @method("Очистить()", "Clean()")
    def clean(self) -> None:
        """Удаляет помеченные письма (уточнение реализации)."""
        with translating():
            self.selected(writing=True).expunge()

    @method(
        "Переместить(Письмо: ПисьмоВСоединенииImap|ЗаголовкиПисьмаВСоединенииImap, Каталог: КаталогПочтыImap)",
        "Move(Email, Directory)",
    )
    def move(self, email: ImapConnectionEmail | ImapConnectionEmailHeaders, directory: ImapEmailDirectory) -> None:
        """Перемещает письмо в другой каталог (уточнение реализации)."""
        with translating():
            self.selected(writing=True).move([email.uid], directory.name)

    @method(
        "Копировать(Письмо: ПисьмоВСоединенииImap|ЗаголовкиПисьмаВСоединенииImap, Каталог: КаталогПочтыImap)",
        "Copy(Email, Directory)",
    )
    def copy(self, email: ImapConnectionEmail | ImapConnectionEmailHeaders, directory: ImapEmailDirectory) -> None:
        """Копирует письмо в другой каталог (уточнение реализации)."""
        with translating():
            self.selected().copy([email.uid], directory.name)

    @method("Добавить(Письмо: Письмо)", "Add(Email)")
    def add(self, email: Email) -> None:
        """Кладёт письмо в каталог (уточнение реализации)."""
        with translating():
            self.connection.transport.append(self.name, email.compose())

    def _headers(self, uids: Sequence[int]) -> Array:
        fetched = self.selected().fetch_headers(uids)
        return Array.of(
            [
                ImapConnectionEmailHeaders(index, letter.raw, letter.uid, from_wire(letter.flags))
                for index, letter in enumerate(fetched, 1)
            ]
        )

    def _emails(self, uids: Sequence[int]) -> Array:
        fetched = self.selected().fetch_messages(uids)
        return Array.of(
            [
                ImapConnectionEmail(index, letter.raw, letter.uid, from_wire(letter.flags))
                for index, letter in enumerate(fetched, 1)
            ]
        )


def _wire(flags: EmailFlag | ReadableArray) -> list[str]:
    return [to_wire(flag) for flag in ([flags] if isinstance(flags, EmailFlag) else flags)]

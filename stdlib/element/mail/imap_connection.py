"""СоединениеImap."""

from __future__ import annotations

from runtime.element.declare import constructor, method, onec_type
from stdlib.element.closeable import Closeable
from stdlib.element.collections.array import Array
from stdlib.element.mail.absent_directory import absent, naming
from stdlib.element.mail.email_directory_kind import EmailDirectoryKind, folder_name
from stdlib.element.mail.email_exception import closed, translating
from stdlib.element.mail.imap_connection_parameters import ImapConnectionParameters
from stdlib.element.mail.imap_email_directory import ImapEmailDirectory
from stdlib.element.mail.server_accounts import box_account_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.mail.imap import ImapConnection as Transport


@onec_type("СоединениеImap", "ImapConnection")
class ImapConnection(Closeable):
    """Соединение с почтовым ящиком по протоколу IMAP; предназначено для оператора исп."""

    __slots__ = ("clean_on_close", "directory", "transport")

    @constructor(
        "(Параметры: ПараметрыПодключенияImap, ОчищатьПриЗакрытииКаталога: Булево = Ложь)",
        "(Parameters, CleanOnDirectoryClose)",
    )
    def __init__(self, parameters: ImapConnectionParameters, clean_on_close: bool = False) -> None:
        """Соединяется с сервером и входит в ящик; неудача – исключение ИсключениеПочты."""
        self.clean_on_close = clean_on_close
        self.directory: ImapEmailDirectory | None = None
        from stdlib.mail.imap import ImapConnection as Transport

        self.transport = Transport(box_account_of(parameters))
        with translating():
            self.transport.open()

    def release(self) -> None:
        with translating():
            try:
                if self.directory is not None and self.transport.is_open:
                    self.directory.release()
            finally:
                self.directory = None
                self.transport.close()

    def opened(self) -> Transport:
        """The transport; ИсключениеПочты when it is closed."""
        if not self.transport.is_open:
            raise closed(self.transport.account.endpoint.name)
        return self.transport

    @method("ПолучитьКаталог(Каталог: ВидКаталогаПочты|Строка): КаталогПочтыImap", "GetDirectory(Directory)")
    def get_directory(self, directory: EmailDirectoryKind | str) -> ImapEmailDirectory:
        """Возвращает каталог по назначению или по имени (уточнение реализации)."""
        if isinstance(directory, str):
            return ImapEmailDirectory(self, directory)
        with translating():
            folders = self.opened().folders.all() if directory is not EmailDirectoryKind.INBOX else []
        name = folder_name(directory, folders)
        if name is None:
            raise absent(directory.ru, [folder.name for folder in folders])
        return ImapEmailDirectory(self, name)

    @method("ПолучитьКаталоги(): Массив<КаталогПочтыImap>", "GetDirectories()")
    def get_directories(self) -> Array:
        """Возвращает все каталоги, в которых могут быть письма (уточнение реализации)."""
        with translating():
            folders = self.opened().folders.all()
        return Array.of([ImapEmailDirectory(self, folder.name) for folder in folders if folder.selectable])

    @method("СоздатьКаталог(Имя: Строка): КаталогПочтыImap", "CreateDirectory(Name)")
    def create_directory(self, name: str) -> ImapEmailDirectory:
        """Создаёт каталог (уточнение реализации)."""
        with naming(self.opened(), name, new=True):
            self.opened().folders.create(name)
        return ImapEmailDirectory(self, name)

    @method("УдалитьКаталог(Имя: Строка)", "DeleteDirectory(Name)")
    def delete_directory(self, name: str) -> None:
        """Удаляет каталог с его письмами (уточнение реализации)."""
        transport = self.opened()
        if self.directory is not None and self.directory.name == ImapEmailDirectory(self, name).name:
            # Dovecot ends the conversation when the selected folder is gone.
            self.directory.release()
        with naming(transport, name):
            transport.folders.delete(name)

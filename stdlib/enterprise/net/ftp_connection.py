"""Тип FTPСоединение."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, constructor, field, method, onec_type
from runtime.errors import BadArgument
from stdlib.enterprise.net.http_connection import check_address

TYPE_CHECKING = False
if TYPE_CHECKING:
    from runtime.enterprise.convert import Number
    from stdlib.enterprise.binary.stream import Stream
    from stdlib.enterprise.collections.array import Array
    from stdlib.enterprise.net.internet_proxy import InternetProxy
    from stdlib.enterprise.net.openssl_secure_connection import OpenSSLSecureConnection
    from stdlib.net.ftp import FtpClient

_USUAL_PORT = 21


@onec_type("FTPСоединение", "FTPConnection", presentation="FTP соединение")
class FTPConnection(OnecObject):
    """Файлы на сервере FTP. Соединение устанавливается при первом обращении к серверу.

    С ЗащищенноеСоединение защищены и команды, и данные: на порту 990 с первого байта, на других – командой AUTH TLS.
    Прокси не используется.
    """

    __slots__ = (
        "__weakref__",
        "_host",
        "_passive_mode",
        "_password",
        "_port",
        "_proxy",
        "_secure_connection",
        "_timeout",
        "_user",
        "client",
    )
    client: FtpClient | None

    host = field("Сервер", "Host", "str", "", "Имя сервера.", writable=False)
    port = field("Порт", "Port", "int", 0, "Порт сервера.", writable=False)
    user = field("Пользователь", "User", "str", "", "Имя пользователя; пустое – вход как anonymous.", writable=False)
    password = field("Пароль", "Password", "str", "", "Пароль пользователя.", writable=False)
    proxy = field("Прокси", "Proxy", doc="Что задано при создании.", writable=False)
    passive_mode = field(
        "ПассивныйРежим", "PassiveMode", "bool", False,
        "Истина – для передачи данных соединяется клиент, Ложь – сервер.", writable=False,
    )  # fmt: skip
    timeout = field(
        "Таймаут", "Timeout", doc="Сколько секунд ждать каждого ответа; 0 – сколько угодно.", writable=False
    )
    secure_connection = field(
        "ЗащищенноеСоединение", "SecureConnection", doc="Неопределено – соединение без защиты.", writable=False
    )

    @constructor(
        "(Сервер, [Порт], [ИмяПользователя], [ПарольПользователя], [Прокси], [ПассивноеСоединение], [Таймаут], "
        "[ЗащищенноеСоединение], [УровеньИспользованияЗащищенногоСоединения])",
        "(Host, [Port], [User], [Password], [Proxy], [PassiveConnection], [Timeout], [SecureConnection], "
        "[SecureConnectionUsageLevel])",
    )
    def __init__(
        self,
        host: str,
        port: int | None = None,
        user: str = "",
        password: str = "",
        proxy: InternetProxy | None = None,
        passive: bool = False,
        timeout: Number | None = None,
        secure: OpenSSLSecureConnection | None = None,
        level: object = None,
    ) -> None:
        """Сервер – имя или адрес. Уровень использования защищённого соединения не задаётся: защищено всё."""
        check_address(host, port, timeout, 7)
        if proxy is not None and proxy.server("ftp"):
            raise BadArgument(5, hint="Соединение FTP через прокси не поддерживается")
        if level is not None:
            raise BadArgument(9, hint="Защищённое соединение всегда защищает и команды, и данные")
        self._host, self._port, self._user, self._password = host, port or _USUAL_PORT, user, password
        self._proxy, self._passive_mode, self._timeout = proxy, passive, timeout or 0
        self._secure_connection = secure
        self.client = None

    @method("Записать(АдресРесурса, ВходнойПоток)", "Put(ResourceAddress, InputStream)")
    @method("Записать(ИмяВходногоФайла, АдресРесурса)", "Put(InputFileName, ResourceAddress)")
    def put(self, first: str, second: str | Stream) -> None:
        """Записывает на сервер файл или то, что осталось прочитать из потока."""
        from stdlib.enterprise.net.transfer.files import send_file, send_stream

        if isinstance(second, str):
            send_file(self, first, second)
        else:
            send_stream(self, second, first)

    @method("Получить(АдресРесурса, ВыходнойПоток)", "Get(ResourceAddress, OutputStream)")
    @method("Получить(АдресРесурса, ИмяВыходногоФайла)", "Get(ResourceAddress, OutputFileName)")
    def get(self, address: str, target: str | Stream) -> None:
        """Читает файл сервера в файл на этом компьютере или в поток."""
        from stdlib.enterprise.net.transfer.files import receive_file, receive_stream

        if isinstance(target, str):
            receive_file(self, address, target)
        else:
            receive_stream(self, address, target)

    @method(
        "НайтиФайлы(Путь, [Маска], [ИскатьВПодкаталогах]): Массив", "FindFiles(Path, [Mask], [SearchInSubdirectories])"
    )
    def find_files(self, path: str, mask: str | None = None, recursive: bool = False) -> Array:
        """Массив объектов FTPФайл: то, что в каталоге отвечает маске (* и ?).

        Без маски – всё содержимое каталога, а если путь ведёт к файлу – сам этот файл.
        """
        from stdlib.enterprise.net.transfer.files import found_files

        return found_files(self, path, mask, recursive)

    @method("Удалить(Путь, [Маска])", "Delete(Path, [Mask])")
    def delete(self, path: str, mask: str | None = None) -> None:
        """Удаляет файл или пустой каталог; с маской – файлы каталога, которые ей отвечают."""
        from stdlib.enterprise.net.transfer.files import asking

        with asking(self) as client:
            if mask is None:
                client.delete(path)
                return
            for folder, entry in client.find(path, mask, recursive=False):
                if not entry.is_folder:
                    client.delete(f"{folder.rstrip('/')}/{entry.name}")

    @method("Переместить(Источник, Приемник)", "Move(Source, Target)")
    def move(self, source: str, target: str) -> None:
        """Переименовывает файл на сервере или переносит его в другой каталог."""
        from stdlib.enterprise.net.transfer.files import asking

        with asking(self) as client:
            client.rename(source, target)

    @method("СоздатьКаталог(ИмяКаталога)", "CreateDirectory(DirectoryName)")
    def create_directory(self, name: str) -> None:
        """Создаёт каталог на сервере."""
        from stdlib.enterprise.net.transfer.files import asking

        with asking(self) as client:
            client.make_folder(name)

    @method("ТекущийКаталог(): Строка", "GetCurrentDirectory()")
    def get_current_directory(self) -> str:
        """Текущий каталог на сервере."""
        from stdlib.enterprise.net.transfer.files import asking

        with asking(self) as client:
            return client.current_folder()

    @method("УстановитьТекущийКаталог(ИмяКаталога)", "SetCurrentDirectory(DirectoryName)")
    def set_current_directory(self, name: str) -> None:
        """Меняет текущий каталог на сервере."""
        from stdlib.enterprise.net.transfer.files import asking

        with asking(self) as client:
            client.change_folder(name)

"""Тип HTTPСоединение."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, constructor, field, getter, method, onec_type
from runtime.errors import BadArgument
from stdlib.enterprise.asynchrony.declare import asynchronous
from stdlib.enterprise.net.http_request import HTTPRequest
from stdlib.enterprise.net.openssl_secure_connection import OpenSSLSecureConnection

TYPE_CHECKING = False
if TYPE_CHECKING:
    from runtime.enterprise.convert import Number
    from stdlib.enterprise.net.http_response import HTTPResponse
    from stdlib.enterprise.net.internet_proxy import InternetProxy
    from stdlib.net.http import HttpClient

_LARGEST_PORT = 65535


@onec_type("HTTPСоединение", "HTTPConnection", presentation="HTTP соединение")
class HTTPConnection(OnecObject):
    """Запросы к серверу HTTP. Сервер узнаёт о соединении при первом запросе; сами перенаправления не выполняются.

    Заданные Пользователь и Пароль посылаются способом Basic с каждым запросом. Вход под пользователем системы
    (NTLM, Kerberos) не поддерживается.
    """

    __slots__ = (
        "__weakref__",
        "_allow_auto_redirect",
        "_host",
        "_password",
        "_port",
        "_proxy",
        "_secure_connection",
        "_timeout",
        "_use_os_authentication",
        "_user",
        "idle_clients",
    )
    idle_clients: list[HttpClient]

    host = field("Сервер", "Host", "str", "", "Имя сервера.", writable=False)
    port = field("Порт", "Port", "int", 0, "Порт сервера.", writable=False)
    user = field("Пользователь", "User", "str", "", "Имя пользователя.", writable=False)
    password = field("Пароль", "Password", "str", "", "Пароль пользователя.", writable=False)
    proxy = field("Прокси", "Proxy", doc="Прокси; Неопределено – как настроено в системе.", writable=False)
    timeout = field("Таймаут", "Timeout", doc="Сколько секунд может занять запрос; 0 – сколько угодно.", writable=False)
    secure_connection = field(
        "ЗащищенноеСоединение", "SecureConnection", doc="Неопределено – соединение без защиты.", writable=False
    )
    use_os_authentication = field(
        "ИспользоватьАутентификациюОС", "UseOSAuthentication", "bool", False, "Что задано при создании.", writable=False
    )

    allow_auto_redirect = field(
        "РазрешитьАвтоматическоеПеренаправление",
        "AllowAutoRedirect",
        "bool",
        False,
        "Истина – выполнять перенаправления (до 10 подряд); пароли и куки другому серверу не посылаются, с защищённого "
        "соединения на незащищённое перехода нет. Свойство OneScript: у платформы его нет.",
    )

    @constructor(
        "(Сервер, [Порт], [Пользователь], [Пароль], [Прокси], [Таймаут], [ЗащищенноеСоединение], "
        "[ИспользоватьАутентификациюОС])",
        "(Host, [Port], [User], [Password], [Proxy], [Timeout], [SecureConnection], [UseOSAuthentication])",
    )
    def __init__(
        self,
        host: str,
        port: int | None = None,
        user: str = "",
        password: str = "",
        proxy: InternetProxy | None = None,
        timeout: Number | bool | None = None,
        secure: OpenSSLSecureConnection | None = None,
        os_authentication: bool = False,
    ) -> None:
        """Сервер – имя или адрес. Шестым параметром может стоять и Булево: так задавали ЗащищенноеСоединение раньше."""
        if isinstance(timeout, bool):
            secure, timeout = OpenSSLSecureConnection() if timeout else None, None
        check_address(host, port, timeout, 6)
        self._host, self._user, self._password = host, user, password
        self._port = port or (443 if secure else 80)
        self._proxy, self._timeout = proxy, timeout or 0
        self._secure_connection, self._use_os_authentication = secure, os_authentication
        self.idle_clients = []

    @getter("Защищенное", "IsSecure", "Булево")
    def is_secure(self) -> bool:
        """Истина, если соединение защищено (устарело)."""
        return self.secure_connection is not None

    @asynchronous("ПолучитьАсинх", "GetAsync", together=True)
    @method("Получить(HTTPЗапрос, [ИмяВыходногоФайла]): HTTPОтвет", "Get(HTTPRequest, [OutputFileName])")
    def get(self, request: HTTPRequest, output: str = "") -> HTTPResponse:
        """Запрос GET. С именем файла тело ответа записывается в файл."""
        return self.call_http_method("GET", request, output)

    @asynchronous("ОтправитьДляОбработкиАсинх", "PostAsync", together=True)
    @method("ОтправитьДляОбработки(HTTPЗапрос, [ИмяВыходногоФайла]): HTTPОтвет", "Post(HTTPRequest, [OutputFileName])")
    def post(self, request: HTTPRequest, output: str = "") -> HTTPResponse:
        """Запрос POST. С именем файла тело ответа записывается в файл."""
        return self.call_http_method("POST", request, output)

    @asynchronous("ЗаписатьАсинх", "PutAsync", together=True)
    @method("Записать(HTTPЗапрос): HTTPОтвет", "Put(HTTPRequest)")
    def put(self, request: HTTPRequest) -> HTTPResponse:
        """Запрос PUT."""
        return self.call_http_method("PUT", request)

    @asynchronous("ИзменитьАсинх", "PatchAsync", together=True)
    @method("Изменить(HTTPЗапрос): HTTPОтвет", "Patch(HTTPRequest)")
    def patch(self, request: HTTPRequest) -> HTTPResponse:
        """Запрос PATCH."""
        return self.call_http_method("PATCH", request)

    @asynchronous("УдалитьАсинх", "DeleteAsync", together=True)
    @method("Удалить(HTTPЗапрос): HTTPОтвет", "Delete(HTTPRequest)")
    def delete(self, request: HTTPRequest) -> HTTPResponse:
        """Запрос DELETE."""
        return self.call_http_method("DELETE", request)

    @asynchronous("ПолучитьЗаголовкиАсинх", "HeadAsync", together=True)
    @method("ПолучитьЗаголовки(HTTPЗапрос): HTTPОтвет", "Head(HTTPRequest)")
    def head(self, request: HTTPRequest) -> HTTPResponse:
        """Запрос HEAD: ответ без тела."""
        return self.call_http_method("HEAD", request)

    @asynchronous("ВызватьHTTPМетодАсинх", "CallHTTPMethodAsync", together=True)
    @method(
        "ВызватьHTTPМетод(HTTPМетод, HTTPЗапрос, [ИмяВыходногоФайла]): HTTPОтвет",
        "CallHTTPMethod(HTTPMethod, HTTPRequest, [OutputFileName])",
    )
    def call_http_method(self, name: str, request: HTTPRequest, output: str = "") -> HTTPResponse:
        """Запрос с любым методом HTTP. С именем файла тело ответа записывается в файл."""
        from stdlib.enterprise.net.transfer.exchange import exchange

        return exchange(self, name, request, output)


def check_address(host: str, port: int | None, timeout: Number | None, timeout_number: int) -> None:
    """BadArgument for what cannot be a server (parameter 1), a port (2), a timeout."""
    name = host.strip()
    if not name or "/" in name:
        raise BadArgument(1, hint="Сервер пишут без http:// и без пути: example.com" if name else "")
    if ":" in name and not name.startswith("[") and name.count(":") == 1:
        raise BadArgument(1, hint="Порт указывают вторым параметром")
    if not name.isprintable() or " " in name:
        raise BadArgument(1)
    if port is not None and not 0 <= port <= _LARGEST_PORT:
        raise BadArgument(2)
    if timeout is not None and timeout < 0:
        raise BadArgument(timeout_number)

"""Тип ИнтернетПрокси."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, constructor, field, getter, method, onec_type
from runtime.errors import BadArgument
from stdlib.enterprise.collections.array import Array

_PROTOCOLS = ("http", "https", "ftp")


class _Server:
    """What Установить has said of one protocol."""

    __slots__ = ("os_authentication", "password", "port", "server", "user")

    def __init__(self, server: str, port: int, user: str, password: str, os_authentication: bool) -> None:
        self.server, self.port, self.user, self.password = server, port, user, password
        self.os_authentication = os_authentication


_NONE = _Server("", 0, "", "", False)


@onec_type("ИнтернетПрокси", "InternetProxy", presentation="Интернет прокси")
class InternetProxy(OnecObject):
    """Через какие серверы соединяться с другими. Если ничего не установлено, действуют настройки системы."""

    __slots__ = ("_bypass_addresses", "_bypass_proxy_on_local", "_default", "_password", "_user", "servers")

    bypass_proxy_on_local = field(
        "НеИспользоватьПроксиДляЛокальныхАдресов",
        "BypassProxyOnLocal",
        "bool",
        False,
        "С этим компьютером и с именами без точек соединяться напрямую.",
    )
    user = field("Пользователь", "User", "str", "", "Имя для входа на прокси, если Установить не задал своего.")
    password = field("Пароль", "Password", "str", "", "Пароль для входа на прокси, если Установить не задал своего.")

    @constructor("([ПроксиПоУмолчанию])", "([UseDefault])")
    def __init__(self, default: bool = True) -> None:
        """Истина – прокси из настроек системы, Ложь – никакого, пока его не назовёт Установить."""
        self._default = default
        self._bypass_addresses = Array()
        self.servers: dict[str, _Server] = {}

    @property
    def is_system(self) -> bool:
        """Whether the system's settings hold."""
        return self._default and not self.servers

    @getter("НеИспользоватьПроксиДляАдресов", "BypassProxyOnAddresses", "Массив")
    def bypass_proxy_on_addresses(self) -> Array:
        """Массив имён серверов, с которыми соединяться напрямую; * заменяет любые символы."""
        return self._bypass_addresses

    @method(
        "Установить(Протокол, Сервер, [Порт], [Пользователь], [Пароль], [ИспользоватьАутентификациюОС])",
        "Set(Protocol, Server, [Port], [User], [Password], [UseOSAuthentication])",
    )
    def set(
        self, protocol: str, server: str, port: int | None = None, user: str = "", password: str = "",
        os_authentication: bool = True,
    ) -> None:  # fmt: skip
        """Задаёт прокси для протокола http, https или ftp. Вход под пользователем системы не поддерживается."""
        name = protocol.strip().lower()
        if name not in _PROTOCOLS:
            raise BadArgument(1, hint="Протокол – одно из: http, https, ftp")
        if not 0 <= (port or 0) <= 65535:
            raise BadArgument(3)
        self.servers[name] = _Server(server.strip(), port or 0, user, password, os_authentication)

    def _of(self, protocol: str) -> _Server:
        """What is set for a protocol; for none: for the first that has anything."""
        name = protocol.strip().lower()
        names = (name,) if name else _PROTOCOLS
        return next((self.servers[each] for each in names if each in self.servers), _NONE)

    @method("Сервер([Протокол]): Строка", "Server([Protocol])")
    def server(self, protocol: str = "") -> str:
        """Прокси, заданный для протокола; пустая строка, если его нет."""
        return self._of(protocol).server

    @method("Порт([Протокол]): Число", "Port([Protocol])")
    def port(self, protocol: str = "") -> int:
        """Порт прокси; 0, если он не задан."""
        return self._of(protocol).port

    @method("Пользователь([Протокол]): Строка", "User([Protocol])")
    def user_for(self, protocol: str = "") -> str:
        """Имя для входа на прокси."""
        return self._of(protocol).user or self.user

    @method("Пароль([Протокол]): Строка", "Password([Protocol])")
    def password_for(self, protocol: str = "") -> str:
        """Пароль для входа на прокси."""
        return self._of(protocol).password or self.password

    @method("ИспользоватьАутентификациюОС([Протокол]): Булево", "UseOSAuthentication([Protocol])")
    def use_os_authentication(self, protocol: str = "") -> bool:
        """Что об этом сказано в Установить."""
        return self._of(protocol).os_authentication

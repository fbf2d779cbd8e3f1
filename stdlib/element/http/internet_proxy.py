"""ИнтернетПрокси."""

from __future__ import annotations

from runtime.element.declare import constructor, getter, onec_type
from runtime.element.objects import ElementObject
from stdlib.element.secret import Secret, revealed

_USUAL_PORT = 80


@onec_type("ИнтернетПрокси", "InternetProxy")
class InternetProxy(ElementObject):
    """Прокси-сервер HTTP. Имена свойств не подтверждены."""

    __slots__ = ("_host", "_port", "_user", "password")

    @constructor(
        '(Сервер: Строка, Порт: Число = 80, Пользователь: Строка = "", Пароль: Секрет|Строка = "")',
        "(Host, Port, User, Password)",
    )
    def __init__(self, host: str, port: int = _USUAL_PORT, user: str = "", password: Secret | str = "") -> None:
        """Создаёт описание прокси-сервера."""
        if not host.strip() or "/" in host or not 0 < port <= 65535:
            from runtime.element.exceptions import IllegalArgumentException

            raise IllegalArgumentException(f"Неверный адрес прокси-сервера: {host}:{port}")
        self._host, self._port, self._user, self.password = host.strip(), port, user, revealed(password)

    @getter("Сервер", "Host", "Строка")
    def host(self) -> str:
        """Имя или адрес сервера."""
        return self._host

    @getter("Порт", "Port", "Число")
    def port(self) -> int:
        """Порт сервера."""
        return self._port

    @getter("Пользователь", "User", "Строка")
    def user(self) -> str:
        """Имя пользователя; пустая строка – без входа."""
        return self._user

"""ПараметрыПодключенияSmtp."""

from __future__ import annotations

from runtime.element.declare import constructor, onec_type
from stdlib.element.mail.email_authentication import EmailAuthentication
from stdlib.element.mail.email_connection_parameters import EmailConnectionParameters


@onec_type("ПараметрыПодключенияSmtp", "SmtpConnectionParameters")
class SmtpConnectionParameters(EmailConnectionParameters):
    """Параметры подключения к серверу, который отправляет письма."""

    __slots__ = ()

    @constructor(
        "(Сервер: Строка, Порт: Число = 465, [Аутентификация: АутентификацияПочты])",
        "(Server, Port, [Authentication])",
    )
    def __init__(self, server: str, port: int = 465, authentication: EmailAuthentication | None = None) -> None:
        """Создаёт параметры. Уточнение реализации: без аутентификации подключение анонимное."""
        super().__init__(server, port, authentication)

"""ПараметрыПодключенияSmtp."""

from __future__ import annotations

from runtime.element.declare import constructor, getter, onec_type, setter
from stdlib.element.mail.email_authentication import EmailAuthentication
from stdlib.element.mail.email_connection_parameters import EmailConnectionParameters
from stdlib.element.mail.secure_connection_parameters import SecureConnectionParameters


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

    @getter("ПараметрыЗащиты", "SecurityParameters", "ПараметрыЗащищенногоСоединения")
    def get_security(self) -> SecureConnectionParameters:
        """Как проверяется сертификат сервера; по умолчанию – по сертификатам системы (уточнение реализации)."""
        if self.security is None:
            self.security = SecureConnectionParameters()
        return self.security

    @setter("ПараметрыЗащиты")
    def set_security(self, security: SecureConnectionParameters) -> None:
        self.security = security

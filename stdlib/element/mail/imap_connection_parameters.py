"""ПараметрыПодключенияImap."""

from __future__ import annotations

from runtime.element.declare import constructor, onec_type
from stdlib.element.mail.email_authentication import EmailAuthentication
from stdlib.element.mail.email_connection_parameters import EmailConnectionParameters
from stdlib.element.mail.secure_connection_parameters import SecureConnectionParameters


@onec_type("ПараметрыПодключенияImap", "ImapConnectionParameters")
class ImapConnectionParameters(EmailConnectionParameters):
    """Параметры подключения к ящику по протоколу IMAP."""

    __slots__ = ()

    @constructor(
        "(Сервер: Строка, Порт: Число = 993, [Аутентификация: АутентификацияПочты], "
        "[ПараметрыЗащиты: ПараметрыЗащищенногоСоединения])",
        "(Server, Port, [Authentication], [SecurityParameters])",
    )
    def __init__(
        self,
        server: str,
        port: int = 993,
        authentication: EmailAuthentication | None = None,
        security: SecureConnectionParameters | None = None,
    ) -> None:
        """Создаёт параметры."""
        super().__init__(server, port, authentication, security)

"""ПараметрыПодключенияПочты."""

from __future__ import annotations

from runtime.element.declare import getter, onec_type, setter
from runtime.element.objects import ElementObject
from stdlib.element.mail.email_authentication import EmailAuthentication
from stdlib.element.mail.refusals import illegal, quoted
from stdlib.element.mail.secure_connection_parameters import SecureConnectionParameters

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.element.time.duration import Duration

_PROTECTED_PORTS = frozenset({465, 993, 995})
_TIMEOUT = 30_000


@onec_type("ПараметрыПодключенияПочты", "EmailConnectionParameters")
class EmailConnectionParameters(ElementObject):
    """Базовый тип параметров подключения к почтовому серверу."""

    __slots__ = (
        "authentication",
        "connect_timeout",
        "io_timeout",
        "port",
        "protected",
        "security",
        "server",
        "ssl",
        "start_tls",
    )

    def __init__(
        self,
        server: str,
        port: int,
        authentication: EmailAuthentication | None,
        security: SecureConnectionParameters | None = None,
    ) -> None:
        self.set_server(server)
        self.set_port(port)
        self.authentication = authentication or EmailAuthentication()
        self.ssl = self.port in _PROTECTED_PORTS
        self.start_tls = True
        # The configured account wants encryption, whatever the script says and the server offers.
        self.protected = False
        # In milliseconds: most scripts never see them as Длительность.
        self.connect_timeout = _TIMEOUT
        self.io_timeout = _TIMEOUT
        self.security = security

    @getter("Сервер", "Server", "Строка")
    def get_server(self) -> str:
        """Имя или адрес сервера."""
        return self.server

    @setter("Сервер")
    def set_server(self, server: str) -> None:
        self.server = _host(server.strip())

    @getter("Порт", "Port", "Число")
    def get_port(self) -> int:
        """Порт сервера, от 1 до 65535."""
        return self.port

    @setter("Порт")
    def set_port(self, port: int) -> None:
        if not 1 <= port <= 65535:
            raise illegal(f"Порт должен быть от 1 до 65535, получено {port}")
        self.port = port

    @getter("Аутентификация", "Authentication", "АутентификацияПочты")
    def get_authentication(self) -> EmailAuthentication:
        """Кто и как входит на сервер."""
        return self.authentication

    @setter("Аутентификация")
    def set_authentication(self, authentication: EmailAuthentication) -> None:
        self.authentication = authentication

    @getter("ИспользоватьSsl", "UseSsl", "Булево")
    def get_use_ssl(self) -> bool:
        """Защищать соединение с первого байта.

        Уточнение реализации: без явного указания Истина для портов 465, 993 и 995.
        """
        return self.ssl

    @setter("ИспользоватьSsl")
    def set_use_ssl(self, use: bool) -> None:
        self.ssl = use

    @getter("РазрешитьStartTls", "AllowStartTls", "Булево")
    def get_allow_start_tls(self) -> bool:
        """Переходить на защищённое соединение, если сервер это предлагает.

        Уточнение реализации: по умолчанию Истина; пароль уходит на чужой компьютер открытым текстом, только если и это
        свойство, и ИспользоватьSsl равны Ложь. Если защиты требует настроенная учётная запись, параметры которой
        получены функцией ПолучитьПараметрыПодключения…, соединение без защиты не устанавливается никогда.
        """
        return self.start_tls

    @setter("РазрешитьStartTls")
    def set_allow_start_tls(self, allow: bool) -> None:
        self.start_tls = allow

    @getter("ПараметрыЗащиты", "SecurityParameters", "ПараметрыЗащищенногоСоединения")
    def get_security(self) -> SecureConnectionParameters:
        """Как проверяется сертификат сервера; по умолчанию – по сертификатам системы.

        Уточнение реализации: у параметров SMTP это свойство тоже есть.
        """
        if self.security is None:
            self.security = SecureConnectionParameters()
        return self.security

    @setter("ПараметрыЗащиты")
    def set_security(self, security: SecureConnectionParameters) -> None:
        self.security = security

    @getter("ТаймаутСоединения", "ConnectionTimeout", "Длительность")
    def get_connection_timeout(self) -> Duration:
        """Сколько ждать соединения. Уточнение реализации: по умолчанию 30с."""
        return _duration(self.connect_timeout)

    @setter("ТаймаутСоединения")
    def set_connection_timeout(self, timeout: Duration) -> None:
        self.connect_timeout = _positive(timeout)

    @getter("ТаймаутПередачиДанных", "DataTransferTimeout", "Длительность")
    def get_data_transfer_timeout(self) -> Duration:
        """Сколько ждать каждого ответа сервера. Уточнение реализации: по умолчанию 30с."""
        return _duration(self.io_timeout)

    @setter("ТаймаутПередачиДанных")
    def set_data_transfer_timeout(self, timeout: Duration) -> None:
        self.io_timeout = _positive(timeout)


def _duration(milliseconds: int) -> Duration:
    from stdlib.element.time.duration import Duration

    return Duration.of(milliseconds)


def _positive(timeout: Duration) -> int:
    if timeout.milliseconds <= 0:
        raise illegal(f"Таймаут должен быть больше нуля, получено {timeout.as_text()}")
    return timeout.milliseconds


def _host(server: str) -> str:
    """The name; ИсключениеНедопустимыйАргумент for what people write instead of one."""
    if not server:
        raise illegal("Не указан почтовый сервер")
    name, _, port = server.partition(":")
    if "://" in server or "/" in server:
        advice = "Имя пишут без протокола и косых черт, например smtp.example.ru"
    elif "@" in server:
        advice = "Это адрес ящика; имя сервера выглядит так: smtp.example.ru"
    elif name and port.isdecimal():
        # Addresses of IPv6 have more than one colon.
        advice = f"Порт указывают отдельно: Порт = {port}"
    elif any(sign.isspace() or not sign.isprintable() for sign in server):
        advice = "В имени сервера не бывает пробелов"
    else:
        return server
    raise illegal(f"{quoted(server)} – не имя сервера", advice)

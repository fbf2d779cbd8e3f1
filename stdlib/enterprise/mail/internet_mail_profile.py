"""Тип ИнтернетПочтовыйПрофиль."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, constructor, field, getter, onec_type, setter
from stdlib.enterprise.mail.pop3_authentication_mode import POP3AuthenticationMode
from stdlib.enterprise.mail.smtp_authentication_mode import SMTPAuthenticationMode
from stdlib.enterprise.mail.use_internet_mail_token_authentication import UseInternetMailTokenAuthentication

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.mail.accounts import Security


@onec_type("ИнтернетПочтовыйПрофиль", "InternetMailProfile", presentation="Интернет почтовый профиль")
class InternetMailProfile(OnecObject):
    """Где находятся почтовые серверы и как на них войти. Незаполненные строки пусты."""

    __slots__ = (
        "_access_token",
        "_allow_clear_text_password",
        "_authorities_file",
        "_imap_password",
        "_imap_port",
        "_imap_secure_authentication_only",
        "_imap_server_address",
        "_imap_use_ssl",
        "_imap_user",
        "_password",
        "_pop3_authentication",
        "_pop3_before_smtp",
        "_pop3_port",
        "_pop3_secure_authentication_only",
        "_pop3_server_address",
        "_pop3_use_ssl",
        "_smtp_authentication",
        "_smtp_password",
        "_smtp_port",
        "_smtp_secure_authentication_only",
        "_smtp_server_address",
        "_smtp_use_ssl",
        "_smtp_user",
        "_timeout",
        "_token_authentication",
        "_user",
        "_verify_certificate",
        "agreed",
        "kept_secrets",
    )

    smtp_server_address = field(
        "АдресСервераSMTP", "SMTPServerAddress", "str", "", "Адрес сервера, через который письма отправляются."
    )
    smtp_port = field("ПортSMTP", "SMTPPort", "int", 0, "Порт SMTP; 0 – обычный: 465 с SSL, 25 без него.")
    smtp_user = field(
        "ПользовательSMTP", "SMTPUser", "str", "", "Имя для входа на сервер SMTP; пустое – вход без имени и пароля."
    )
    smtp_password = field("ПарольSMTP", "SMTPPassword", "str", "", "Пароль для входа на сервер SMTP.")
    smtp_use_ssl = field(
        "ИспользоватьSSLSMTP",
        "SMTPUseSSL",
        "bool",
        False,
        "Защищённое соединение с первого байта. Для STARTTLS оставьте Ложь: он включится сам.",
    )
    smtp_secure_authentication_only = field(
        "ТолькоЗащищеннаяАутентификацияSMTP",
        "SMTPSecureAuthenticationOnly",
        "bool",
        False,
        "Истина – входить только способом CRAM-MD5.",
    )
    smtp_authentication = field(
        "АутентификацияSMTP",
        "SMTPAuthentication",
        "SMTPAuthenticationMode",
        SMTPAuthenticationMode.none,
        "Способ входа на сервер SMTP (устарело).",
    )
    pop3_before_smtp = field(
        "POP3ПередSMTP", "POP3BeforeSMTP", "bool", False, "Истина – перед отправкой войти на сервер POP3."
    )
    pop3_server_address = field("АдресСервераPOP3", "POP3ServerAddress", "str", "", "Адрес сервера POP3.")
    pop3_port = field("ПортPOP3", "POP3Port", "int", 0, "Порт POP3; 0 – обычный: 995 с SSL, 110 без него.")
    user = field("Пользователь", "User", "str", "", "Имя для входа на сервер POP3.")
    password = field("Пароль", "Password", "str", "", "Пароль для входа на сервер POP3.")
    pop3_use_ssl = field(
        "ИспользоватьSSLPOP3", "POP3UseSSL", "bool", False, "Защищённое соединение POP3 с первого байта."
    )
    pop3_secure_authentication_only = field(
        "ТолькоЗащищеннаяАутентификацияPOP3",
        "POP3SecureAuthenticationOnly",
        "bool",
        False,
        "Истина – входить на POP3 только способами APOP и CRAM-MD5.",
    )
    pop3_authentication = field(
        "АутентификацияPOP3",
        "POP3Authentication",
        "POP3AuthenticationMode",
        POP3AuthenticationMode.general,
        "Способ входа на сервер POP3 (устарело).",
    )
    imap_server_address = field("АдресСервераIMAP", "IMAPServerAddress", "str", "", "Адрес сервера IMAP.")

    # Before the port, which it changes: a profile that is filled from another one keeps that one's port.
    @getter("ИспользоватьSSLIMAP", "IMAPUseSSL", "Булево")
    def imap_use_ssl(self) -> bool:
        """Защищённое соединение IMAP с первого байта. Присваивание меняет и ПортIMAP: 993 для Истина, 143 для Ложь."""
        return self._imap_use_ssl

    @setter("ИспользоватьSSLIMAP")
    def set_imap_use_ssl(self, use: bool) -> None:
        self._imap_use_ssl = use
        self.imap_port = 993 if use else 143

    imap_port = field("ПортIMAP", "IMAPPort", "int", 0, "Порт IMAP; 0 – обычный: 993 с SSL, 143 без него.")
    imap_user = field("ПользовательIMAP", "IMAPUser", "str", "", "Имя для входа на сервер IMAP.")
    imap_password = field("ПарольIMAP", "IMAPPassword", "str", "", "Пароль для входа на сервер IMAP.")
    imap_secure_authentication_only = field(
        "ТолькоЗащищеннаяАутентификацияIMAP",
        "IMAPSecureAuthenticationOnly",
        "bool",
        False,
        "Истина – входить на IMAP только способом CRAM-MD5.",
    )
    timeout = field(
        "Таймаут", "Timeout", "int", 30, "Сколько секунд ждать ответа сервера; одно значение для всех протоколов."
    )
    token_authentication = field(
        "АутентификацияПоТокену",
        "TokenAuthentication",
        "UseInternetMailTokenAuthentication",
        UseInternetMailTokenAuthentication.auto,
        "Входить ли по токену OAuth.",
    )
    access_token = field("ТокенДоступа", "AccessToken", "str", "", "Токен доступа OAuth.")
    verify_certificate = field(
        "ПроверятьСертификатСервера",
        "VerifyServerCertificate",
        "bool",
        True,
        "Проверять сертификат сервера. Уточнение реализации: платформа сертификаты не проверяет.",
    )
    authorities_file = field(
        "ФайлСертификатов",
        "AuthoritiesFile",
        "str",
        "",
        "Файл PEM с сертификатами, которым доверять кроме системных. Уточнение реализации.",
    )
    allow_clear_text_password = field(
        "РазрешитьПарольБезШифрования",
        "AllowClearTextPassword",
        "bool",
        False,
        "Истина – посылать пароль открытым текстом, если сервер не умеет шифровать. Уточнение реализации.",
    )

    @constructor("()", "()")
    def __init__(self) -> None:
        """Создаёт незаполненный профиль."""
        self._imap_use_ssl = False
        self.agreed: dict[tuple[str, int], Security] = {}
        """How the connections to servers of a configured account are protected, where no property of 1C can say it."""
        self.kept_secrets: dict[tuple[str, int], str] = {}
        """Passwords of a configured account by its servers: no property shows them, no other server gets them."""

    def secret(self, name: str, host: str, port: int) -> str:
        """What to log in with: what the script has assigned to the property, were it empty, else what is kept."""
        found: str = getattr(self, f"_{name}", self.kept_secrets.get((host, port), ""))
        return found

    @getter("ВремяОжидания", "WaitingTime", "Число")
    def waiting_time(self) -> int:
        """То же, что Таймаут. Уточнение реализации: имя встречается в коде, в описании платформы его нет."""
        return int(self.timeout)

    @setter("ВремяОжидания")
    def set_waiting_time(self, seconds: int) -> None:
        self.timeout = seconds

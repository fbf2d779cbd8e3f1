"""АутентификацияПочты."""

from __future__ import annotations

from runtime.element.declare import constructor, getter, onec_type
from runtime.element.objects import ElementObject
from stdlib.element.mail.email_authentication_kind import EmailAuthenticationKind
from stdlib.element.mail.refusals import illegal
from stdlib.element.secret import Secret, revealed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.mail.accounts import Credentials

_WITHOUT_USER = (EmailAuthenticationKind.AUTO, EmailAuthenticationKind.ANONYMOUS)


@onec_type("АутентификацияПочты", "EmailAuthentication")
class EmailAuthentication(ElementObject):
    """Кто и как входит на почтовый сервер (уточнение реализации: состав параметров)."""

    __slots__ = ("kind", "password", "servers", "user")

    @constructor(
        '(Пользователь: Строка = "", Пароль: Секрет|Строка = "", '
        "Вид: ВидАутентификацииПочты = ВидАутентификацииПочты.Авто)",
        "(User, Password, Kind)",
    )
    def __init__(
        self, user: str = "", password: Secret | str = "", kind: EmailAuthenticationKind = EmailAuthenticationKind.AUTO
    ) -> None:
        """Создаёт аутентификацию; без параметров – анонимную. Для OAuth2 вместо пароля указывают маркер доступа."""
        self.user, self.password, self.kind = user, revealed(password), kind
        if not user.strip() and (self.password or kind not in _WITHOUT_USER):
            raise illegal("Не указано, кто входит: имя пользователя пусто", "Обычно это полный адрес ящика")
        self.servers: dict[tuple[str, int], bool] | None = None
        """Where the password of a configured account may go, and whether in an encrypted connection only."""

    def protected_at(self, server: str, port: int) -> bool:
        """Whether this server may be talked to in an encrypted connection only; ИсключениеПочты: not at all.

        A script that was not given the password of the configured account must not learn it by sending it elsewhere.
        """
        if self.servers is None:
            return False
        found = self.servers.get((server, port))
        if found is None:
            from stdlib.element.mail.email_exception import EmailException

            own = ", ".join(f"{host}:{number}" for host, number in self.servers)
            refusal = EmailException(
                f"Пароль настроенной учётной записи передаётся только её серверам ({own}), а не {server}:{port}"
            )
            refusal.hint = "Для другого сервера укажите его пароль: новый АутентификацияПочты(Пользователь, Пароль)"
            raise refusal
        return found

    def credentials(self) -> Credentials:
        from stdlib.mail.accounts import Credentials

        if self.kind is EmailAuthenticationKind.OAUTH2:
            return Credentials(self.user, "", "xoauth2", self.password)
        if self.kind is EmailAuthenticationKind.ANONYMOUS or not self.user:
            return Credentials("", "", "anonymous" if self.kind is EmailAuthenticationKind.ANONYMOUS else "auto")
        if self.kind is EmailAuthenticationKind.CRAM_MD5:
            return Credentials(self.user, self.password, "cram-md5")
        return Credentials(self.user, self.password, "plain" if self.kind is EmailAuthenticationKind.PLAIN else "auto")

    @getter("Пользователь", "User", "Строка")
    def get_user(self) -> str:
        """Имя пользователя; пароль прочитать нельзя."""
        return self.user

    @getter("Вид", "Kind", "ВидАутентификацииПочты")
    def get_kind(self) -> EmailAuthenticationKind:
        """Способ входа."""
        return self.kind

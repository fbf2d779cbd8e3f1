"""АутентификацияПочты."""

from __future__ import annotations

from runtime.element.declare import constructor, getter, onec_type
from runtime.element.objects import ElementObject
from stdlib.element.mail.email_authentication_kind import EmailAuthenticationKind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.mail.accounts import Credentials


@onec_type("АутентификацияПочты", "EmailAuthentication")
class EmailAuthentication(ElementObject):
    """Кто и как входит на почтовый сервер (уточнение реализации: состав параметров)."""

    __slots__ = ("kind", "password", "user")

    @constructor(
        '(Пользователь: Строка = "", Пароль: Строка = "", Вид: ВидАутентификацииПочты = ВидАутентификацииПочты.Авто)',
        "(User, Password, Kind)",
    )
    def __init__(
        self, user: str = "", password: str = "", kind: EmailAuthenticationKind = EmailAuthenticationKind.AUTO
    ) -> None:
        """Создаёт аутентификацию; без параметров – анонимную. Для OAuth2 вместо пароля указывают маркер доступа."""
        self.user, self.password, self.kind = user, password, kind

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

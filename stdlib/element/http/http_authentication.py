"""АутентификацияHttp."""

from __future__ import annotations

from runtime.element.declare import constructor, getter, onec_type
from runtime.element.objects import ElementObject
from stdlib.element.http.http_authentication_schema import HttpAuthenticationSchema
from stdlib.element.secret import Secret, revealed


@onec_type("АутентификацияHttp", "HttpAuthentication")
class HttpAuthentication(ElementObject):
    """Имя пользователя и пароль. Пароль прочитать нельзя."""

    __slots__ = ("_schema", "_user", "password")

    @constructor(
        '(Пользователь: Строка, Пароль: Секрет|Строка = "", Домен: Строка = "", '
        "Схема: СхемаАутентификацииHttp = СхемаАутентификацииHttp.Базовая)",
        "(User, Password, Domain, Schema)",
    )
    def __init__(
        self,
        user: str,
        password: Secret | str = "",
        domain: str = "",
        schema: HttpAuthenticationSchema = HttpAuthenticationSchema.BASIC,
    ) -> None:
        """Создаёт аутентификацию; домен стоит перед именем: ДОМЕН\\имя."""
        if schema is HttpAuthenticationSchema.OS:
            from runtime.element.exceptions import UnsupportedOperationException

            raise UnsupportedOperationException("Аутентификация средствами операционной системы не поддерживается")
        self._user = f"{domain}\\{user}" if domain else user
        self.password = revealed(password)
        self._schema = schema

    @getter("Пользователь", "User", "Строка")
    def user(self) -> str:
        """Имя пользователя."""
        return self._user

    @getter("Схема", "Schema", "СхемаАутентификацииHttp")
    def schema(self) -> HttpAuthenticationSchema:
        """Как передаются имя и пароль."""
        return self._schema

"""ВидАутентификацииПочты."""

from __future__ import annotations

from runtime.element.declare import enumeration, item
from runtime.element.objects import ElementEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@enumeration("ВидАутентификацииПочты", "EmailAuthenticationKind")
class EmailAuthenticationKind(ElementEnum):
    """Способ входа на почтовый сервер (уточнение реализации).

    Простая – SASL PLAIN или LOGIN (RFC 4422), CramMd5 – запрос и ответ (RFC 2195), Анонимная – RFC 4505.
    """

    __slots__ = ()

    AUTO: Any = item("Авто", "Auto")
    ANONYMOUS: Any = item("Анонимная", "Anonymous")
    PLAIN: Any = item("Простая", "Plain")
    CRAM_MD5: Any = item("CramMd5", "CramMd5")
    OAUTH2: Any = item("OAuth2", "OAuth2")

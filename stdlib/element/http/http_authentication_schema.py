"""СхемаАутентификацииHttp."""

from __future__ import annotations

from runtime.element.declare import enumeration, item
from runtime.element.objects import ElementEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@enumeration("СхемаАутентификацииHttp", "HttpAuthenticationSchema")
class HttpAuthenticationSchema(ElementEnum):
    """Как клиент доказывает, кто он. Ос (NTLM) не поддерживается."""

    __slots__ = ()

    BASIC: Any = item("Базовая", "Basic")
    OS: Any = item("Ос", "OS")

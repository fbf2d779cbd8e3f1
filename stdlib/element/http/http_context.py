"""КонтекстHttp."""

from __future__ import annotations

from runtime.element.declare import constructor, onec_type
from stdlib.element.closeable import Closeable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@onec_type("КонтекстHttp", "HttpContext")
class HttpContext(Closeable):
    """Хранит соединения с серверами, чтобы следующие запросы не открывали новых. Назначение не подтверждено."""

    __slots__ = ("clients",)

    @constructor("()", "()")
    def __init__(self) -> None:
        """Создаёт контекст без соединений."""
        self.clients: dict[Any, Any] = {}

    def release(self) -> None:
        clients, self.clients = self.clients, {}
        for client in clients.values():
            client.close()

    def __del__(self) -> None:
        if getattr(self, "clients", None):
            self.release()

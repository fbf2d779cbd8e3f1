"""ПараметрыЗащищенногоСоединения."""

from __future__ import annotations

from runtime.element.declare import constructor, onec_type
from runtime.element.objects import ElementObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.mail.accounts import TlsPolicy


@onec_type("ПараметрыЗащищенногоСоединения", "SecureConnectionParameters")
class SecureConnectionParameters(ElementObject):
    """Как проверяется сертификат сервера (уточнение реализации: состав параметров)."""

    __slots__ = ("authorities", "verify")

    @constructor('(ПроверятьСертификат: Булево = Истина, ФайлСертификатов: Строка = "")', "(Verify, AuthoritiesFile)")
    def __init__(self, verify: bool = True, authorities: str = "") -> None:
        """Создаёт параметры; без них доверие проверяется по сертификатам системы."""
        self.verify, self.authorities = verify, authorities

    def policy(self) -> TlsPolicy:
        from stdlib.mail.accounts import TlsPolicy

        return TlsPolicy(self.verify, self.authorities or None)

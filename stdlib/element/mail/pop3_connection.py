"""СоединениеPop3."""

from __future__ import annotations

from runtime.element.declare import constructor, getter, method, onec_type
from stdlib.element.closeable import Closeable
from stdlib.element.collections.array import Array
from stdlib.element.mail.connection_email import ConnectionEmail
from stdlib.element.mail.connection_email_headers import ConnectionEmailHeaders
from stdlib.element.mail.email_exception import closed, translating
from stdlib.element.mail.pop3_connection_parameters import Pop3ConnectionParameters
from stdlib.element.mail.refusals import illegal
from stdlib.element.mail.server_accounts import box_account_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection

    from stdlib.mail.pop3 import Pop3Connection as Transport


@onec_type("СоединениеPop3", "Pop3Connection")
class Pop3Connection(Closeable):
    """Соединение с почтовым ящиком по протоколу POP3; предназначено для оператора исп.

    Помеченные письма удаляются при закрытии; если блок исп прерван исключением, не удаляется ничего.
    """

    __slots__ = ("session", "transport")

    @constructor("(Параметры: ПараметрыПодключенияPop3)", "(Parameters)")
    def __init__(self, parameters: Pop3ConnectionParameters) -> None:
        """Соединяется с сервером и входит в ящик; неудача – исключение ИсключениеПочты."""
        from stdlib.mail.pop3 import Pop3Connection as Transport

        self.transport = Transport(box_account_of(parameters))
        # A new session numbers the letters anew.
        self.session = object()
        with translating():
            self.transport.open()

    def release(self) -> None:
        with translating():
            self.transport.close()

    def opened(self) -> Transport:
        """The transport; ИсключениеПочты when it is closed."""
        if not self.transport.is_open:
            raise closed(self.transport.account.endpoint.name)
        return self.transport

    def abandon(self) -> None:
        """What `исп` does before closing when an exception leaves its block."""
        self.transport.abandon()

    @getter("КоличествоПисем", "EmailCount", "Число")
    def email_count(self) -> int:
        """Сколько писем в ящике (уточнение реализации)."""
        with translating():
            return self.opened().count()

    @method("ПолучитьЗаголовки(): Массив<ЗаголовкиПисьмаВСоединении>", "GetHeaders()")
    def get_headers(self) -> Array:
        """Возвращает заголовки всех писем (уточнение реализации)."""
        with translating():
            box = self.opened()
            return Array.of([ConnectionEmailHeaders(n, box.header(n), self.session) for n in box.sizes()])

    @method("ПолучитьПисьма(): Массив<ПисьмоВСоединении>", "GetEmails()")
    def get_emails(self) -> Array:
        """Возвращает все письма (уточнение реализации)."""
        with translating():
            box = self.opened()
            return Array.of([ConnectionEmail(n, box.retrieve(n), self.session) for n in box.sizes()])

    @method("ПолучитьПисьмо(Индекс: Число): ПисьмоВСоединении", "GetEmail(Index)")
    def get_email(self, index: int) -> ConnectionEmail:
        """Возвращает письмо по номеру, начиная с 1 (уточнение реализации)."""
        with translating():
            box = self.opened()
            sizes = box.sizes()
            if index not in sizes:
                raise illegal(f"В ящике нет письма с номером {index}", _numbers(sizes))
            return ConnectionEmail(index, box.retrieve(index), self.session)

    @method("ПометитьНаУдаление(Письмо: ПисьмоВСоединении|ЗаголовкиПисьмаВСоединении)", "MarkToDelete(Email)")
    def mark_to_delete(self, email: ConnectionEmail | ConnectionEmailHeaders) -> None:
        """Помечает письмо; оно удалится при закрытии соединения (уточнение реализации)."""
        if email.place is not self.session:
            raise illegal(
                "Письмо получено в другом соединении",
                "Номера писем действуют до закрытия соединения: получите письмо заново",
            )
        with translating():
            self.opened().delete(email.index)
        if isinstance(email, ConnectionEmail):
            email.deleted = True


def _numbers(known: Collection[int]) -> str:
    return f"Номера писем: от {min(known)} до {max(known)}" if known else "В ящике нет писем"

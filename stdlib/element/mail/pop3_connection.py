"""СоединениеPop3."""

from __future__ import annotations

from runtime.element.declare import constructor, getter, method, onec_type
from runtime.element.exceptions import IllegalArgumentException
from stdlib.element.closeable import Closeable
from stdlib.element.collections.array import Array
from stdlib.element.mail.connection_email import ConnectionEmail
from stdlib.element.mail.connection_email_headers import ConnectionEmailHeaders
from stdlib.element.mail.email_exception import translating
from stdlib.element.mail.pop3_connection_parameters import Pop3ConnectionParameters
from stdlib.element.mail.server_accounts import account_of


@onec_type("СоединениеPop3", "Pop3Connection")
class Pop3Connection(Closeable):
    """Соединение с почтовым ящиком по протоколу POP3; предназначено для оператора исп.

    Помеченные письма удаляются при закрытии; если блок исп прерван исключением, не удаляется ничего.
    """

    __slots__ = ("transport",)

    @constructor("(Параметры: ПараметрыПодключенияPop3)", "(Parameters)")
    def __init__(self, parameters: Pop3ConnectionParameters) -> None:
        """Соединяется с сервером и входит в ящик; неудача – исключение ИсключениеПочты."""
        from stdlib.mail.pop3 import Pop3Connection as Transport

        self.transport = Transport(account_of(parameters))
        with translating():
            self.transport.open()

    def release(self) -> None:
        with translating():
            self.transport.close()

    def abandon(self) -> None:
        """What `исп` does before closing when an exception leaves its block."""
        self.transport.abandon()

    @getter("КоличествоПисем", "EmailCount", "Число")
    def email_count(self) -> int:
        """Сколько писем в ящике (уточнение реализации)."""
        with translating():
            return self.transport.count()

    @method("ПолучитьЗаголовки(): Массив<ЗаголовкиПисьмаВСоединении>", "GetHeaders()")
    def get_headers(self) -> Array:
        """Возвращает заголовки всех писем (уточнение реализации)."""
        with translating():
            return Array.of([ConnectionEmailHeaders(n, self.transport.header(n)) for n in self.transport.sizes()])

    @method("ПолучитьПисьма(): Массив<ПисьмоВСоединении>", "GetEmails()")
    def get_emails(self) -> Array:
        """Возвращает все письма (уточнение реализации)."""
        with translating():
            return Array.of([ConnectionEmail(n, self.transport.retrieve(n)) for n in self.transport.sizes()])

    @method("ПолучитьПисьмо(Индекс: Число): ПисьмоВСоединении", "GetEmail(Index)")
    def get_email(self, index: int) -> ConnectionEmail:
        """Возвращает письмо по номеру, начиная с 1 (уточнение реализации)."""
        with translating():
            if index not in self.transport.sizes():
                raise IllegalArgumentException(f"В ящике нет письма с номером {index}")
            return ConnectionEmail(index, self.transport.retrieve(index))

    @method("ПометитьНаУдаление(Письмо: ПисьмоВСоединении|ЗаголовкиПисьмаВСоединении)", "MarkToDelete(Email)")
    def mark_to_delete(self, email: ConnectionEmail | ConnectionEmailHeaders) -> None:
        """Помечает письмо; оно удалится при закрытии соединения (уточнение реализации)."""
        with translating():
            self.transport.delete(email.index)
        if isinstance(email, ConnectionEmail):
            email.deleted = True

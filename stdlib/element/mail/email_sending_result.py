"""РезультатОтправкиПисем."""

from __future__ import annotations

from runtime.element.declare import getter, onec_type
from runtime.element.objects import ElementObject
from stdlib.element.mail.email_sending_state import EmailSendingState

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.element.collections.map import Map
    from stdlib.element.mail.email import Email
    from stdlib.element.mail.email_exception import EmailException


@onec_type("РезультатОтправкиПисем", "EmailSendingResult")
class EmailSendingResult(ElementObject):
    """Что стало с одним из отправленных писем (уточнение реализации: состав свойств)."""

    __slots__ = ("email", "error", "refused", "state")

    def __init__(
        self, email: Email, state: EmailSendingState, refused: dict[str, str], error: EmailException | None = None
    ) -> None:
        self.email, self.state, self.refused, self.error = email, state, refused, error

    def as_text(self) -> str:
        reason = self.reason()
        return f"{self.state.ru}: {reason}" if reason else str(self.state.ru)

    def reason(self) -> str:
        """On one line, why somebody has not got the letter; nothing when everybody has."""
        if self.error:
            return " ".join(self.error.message.split())
        return ", ".join(f"{address} ({' '.join(reply.split())})" for address, reply in self.refused.items())

    @getter("Письмо", "Email", "Письмо")
    def get_email(self) -> Email:
        """Письмо, о котором идёт речь."""
        return self.email

    @getter("Состояние", "State", "СостояниеОтправкиПисьма")
    def get_state(self) -> EmailSendingState:
        """Отправлено всем, некоторым или никому."""
        return self.state

    @getter("Успешно", "Successful", "Булево")
    def successful(self) -> bool:
        """Истина, если письмо принято для всех получателей."""
        return self.state is EmailSendingState.SENT

    @getter("ОшибкиПолучателей", "RecipientErrors", "ЧитаемоеСоответствие<Строка, Строка>")
    def recipient_errors(self) -> Map:
        """Ответы сервера по адресам получателей, для которых он письмо не принял."""
        from stdlib.element.collections.map import Map

        return Map.of(self.refused.items())

    @getter("Ошибка", "Error", "ИсключениеПочты?")
    def get_error(self) -> EmailException | None:
        """Почему письмо не отправлено."""
        return self.error

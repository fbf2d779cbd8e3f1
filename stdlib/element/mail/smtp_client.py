"""КлиентSmtp."""

from __future__ import annotations

from runtime.element.declare import global_property, method, onec_type
from stdlib.element.collections.array import Array
from stdlib.element.collections.readable_array import ReadableArray
from stdlib.element.mail.email import Email
from stdlib.element.mail.smtp_connection_parameters import SmtpConnectionParameters
from stdlib.element.singleton import Singleton

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.element.mail.email_exception import EmailException
    from stdlib.element.mail.email_sending_result import EmailSendingResult
    from stdlib.mail.envelopes import Envelope, SendOutcome

_OF_LETTER = "У письма "


@onec_type("КлиентSmtp", "SmtpClient")
class SmtpClient(Singleton):
    """Отправка писем по протоколу SMTP; единственный экземпляр – свойство КлиентSmtp."""

    __slots__ = ()

    @method(
        "Отправить(Параметры: ПараметрыПодключенияSmtp, Письма: Письмо|ЧитаемыйМассив<Письмо>): "
        "Массив<РезультатОтправкиПисем>",
        "Send(Parameters, Emails)",
    )
    def send(self, parameters: SmtpConnectionParameters, emails: Email | ReadableArray) -> Array:
        """Отправляет письма и возвращает результат для каждого, в том же порядке.

        Неудача с одним письмом не мешает остальным. Если соединиться или войти не удалось – исключение ИсключениеПочты.

        Уточнение реализации: о письмах, которые кто-то не получит, сообщает строка в потоке ошибок.
        """
        letters: list[Email] = [emails] if isinstance(emails, Email) else list(emails)
        errors = [_reason_not_to_send(letter) for letter in letters]
        ready = [letter for letter, error in zip(letters, errors, strict=True) if error is None]
        outcomes = iter(_sent(parameters, ready))
        results = [
            _failed(letter, error) if error else _result(letter, next(outcomes))
            for letter, error in zip(letters, errors, strict=True)
        ]
        _tell(results)
        return Array.of(results)


def _tell(results: list[EmailSendingResult]) -> None:
    """One line for whoever runs the script: the documented sample does not look at the results."""
    unsuccessful = [result for result in results if result.reason()]
    if not unsuccessful:
        return
    from runtime.host import current
    from stdlib.element.mail.email_sending_state import EmailSendingState

    first = unsuccessful[0]
    deed = "не отправлено" if first.state is EmailSendingState.NOT_SENT else "отправлено не всем"
    line = f"Почта: письмо {first.email.title()} {deed}: {first.reason().removeprefix(_OF_LETTER)}"
    if unsuccessful[1:]:
        line += f" (и ещё писем с ошибками: {len(unsuccessful) - 1})"
    current().write_error(line + "\n")


def _sent(parameters: SmtpConnectionParameters, letters: list[Email]) -> list[SendOutcome]:
    if not letters:
        return []
    from stdlib.element.mail.email_exception import translating
    from stdlib.element.mail.server_accounts import account_of
    from stdlib.mail.smtp import send_many

    account = account_of(parameters)
    with translating():
        # Letters are composed one by one as their turn comes, so that thousands need little memory.
        return send_many(account, (_envelope(letter) for letter in letters))


def _envelope(email: Email) -> Envelope:
    from stdlib.mail.envelopes import Envelope
    from stdlib.mail.mime.addresses import needs_smtputf8

    sender = email.sender.address if email.sender else ""
    everyone = dict.fromkeys(address.address for address in (*email.to, *email.cc, *email.bcc))
    shown = [address.address for address in (*email.to, *email.cc, *email.reply_to)]
    return Envelope(sender, tuple(everyone), email.transmitted, needs_smtputf8([sender, *shown]))


def _reason_not_to_send(email: Email) -> EmailException | None:
    if not isinstance(email, Email):
        from runtime.element.exceptions import TypeCheckException
        from runtime.element.library import type_name

        raise TypeCheckException(f"Ожидается Письмо, получено {type_name(email)}")
    from stdlib.element.mail.email_exception import EmailException

    if email.sender is None:
        return EmailException(f"{_OF_LETTER}не указан отправитель")
    if not (email.to or email.cc or email.bcc):
        return EmailException(f"{_OF_LETTER}нет получателей")
    return None


def _failed(email: Email, error: EmailException) -> EmailSendingResult:
    from stdlib.element.mail.email_sending_result import EmailSendingResult
    from stdlib.element.mail.email_sending_state import EmailSendingState

    return EmailSendingResult(email, EmailSendingState.NOT_SENT, {}, error)


def _result(email: Email, outcome: SendOutcome) -> EmailSendingResult:
    from stdlib.element.mail.email_exception import EmailException, told
    from stdlib.element.mail.email_sending_result import EmailSendingResult
    from stdlib.element.mail.email_sending_state import EmailSendingState

    if outcome.error:
        return _failed(email, told(outcome.error))
    refused = {address: f"{code} {text}".strip() if code else text for address, (code, text) in outcome.refused.items()}
    everyone = {address.address for address in (*email.to, *email.cc, *email.bcc)}
    if everyone <= refused.keys():
        code = next(iter(outcome.refused.values()))[0]
        text = f"Сервер не принял ни одного получателя: {next(iter(refused.values()))}"
        return EmailSendingResult(email, EmailSendingState.NOT_SENT, refused, EmailException(text, None, code))
    state = EmailSendingState.PARTLY_SENT if refused else EmailSendingState.SENT
    return EmailSendingResult(email, state, refused)


_client = SmtpClient()


@global_property("КлиентSmtp", "SmtpClient", "КлиентSmtp")
def smtp_client() -> SmtpClient:
    """Отправка писем по протоколу SMTP."""
    return _client

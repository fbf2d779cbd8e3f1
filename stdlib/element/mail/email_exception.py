"""ИсключениеПочты, and the errors of the transport told as it."""

from __future__ import annotations

from runtime.dialect import NEW
from runtime.element.declare import constructor, getter, onec_type
from runtime.element.exceptions import ElementException
from runtime.errors import OnecError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.mail.errors import MailError


@onec_type("ИсключениеПочты", "EmailException")
class EmailException(ElementException):
    """Письмо не удалось отправить или получить; ответ сервера стоит в конце описания."""

    @constructor(
        '(Описание: Строка = "", Причина: Исключение? = Неопределено, КодОтвета: Число? = Неопределено)',
        "(Description, Cause, ReplyCode)",
    )
    def __init__(
        self, description: str = "", cause: ElementException | None = None, reply_code: int | None = None
    ) -> None:
        """Создаёт исключение."""
        ElementException.__init__(self, description, cause)
        self._reply_code = reply_code

    @getter("КодОтвета", "ReplyCode", "Число?")
    def reply_code(self) -> int | None:
        """Код ответа сервера SMTP. Уточнение реализации: Неопределено, если сервер не отвечал кодом."""
        return self._reply_code


setattr(EmailException, NEW, EmailException)


def told(error: MailError) -> EmailException:
    """The script's exception for an error of the transport."""
    exception = EmailException(str(error), None, error.code)
    exception.hint = error.hint
    exception.__cause__ = error
    return exception


def closed(server: str) -> EmailException:
    """For whoever uses a connection that is no more."""
    exception = EmailException(f"Соединение с сервером {server} закрыто")
    exception.hint = "Создайте новое: это закрыто методом Закрыть, выходом из области исп или сбоем связи"
    return exception


class translating:  # noqa: N801 - reads as a statement
    """`with translating():` a MailError inside becomes ИсключениеПочты."""

    __slots__ = ()

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if error is None:
            return
        from stdlib.mail.errors import MailError

        if isinstance(error, MailError):
            raise told(error) from error


def require_network(server: str) -> None:
    """ИсключениеПочты unless the host lets the script talk to this server."""
    _require("network", server)


def require_reading(path: str) -> None:
    """ИсключениеПочты unless the host lets the script read this file."""
    _require("read", path)


def _require(what: str, detail: str) -> None:
    from runtime import host

    try:
        host.require(what, detail)
    except OnecError as refusal:
        exception = EmailException(refusal.message)
        exception.hint = refusal.hint
        raise exception from None

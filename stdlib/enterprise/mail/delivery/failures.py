"""Errors of the mail transport as script errors: what failed and where, the server's reply, how to mend it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from runtime.errors import OnecError
from stdlib.enterprise.errors.error_category import ErrorCategory
from stdlib.mail.errors import MailError


@contextmanager
def told() -> Iterator[None]:
    """What the transport raises inside becomes an OnecError with the server's own words."""
    try:
        yield
    except MailError as error:
        raise _network_error(error) from error


def _network_error(error: MailError) -> OnecError:
    """Of the category ОшибкаСети, as far as is known what the platform's are."""
    made = OnecError(str(error), hint=_hint(error))
    made.__dict__["category"] = ErrorCategory.network_error
    return made


def _hint(error: MailError) -> str:
    """The advice in terms of the profile, where a property of it is what helps."""
    from stdlib.mail.sasl import PROTECT_IT
    from stdlib.net.causes import SWITCH_OFF

    if error.hint == PROTECT_IT:
        return f"{PROTECT_IT}; в своей сети можно и без защиты: Профиль.РазрешитьПарольБезШифрования = Истина;"
    hint = error.hint.replace(SWITCH_OFF, f"{SWITCH_OFF}: Профиль.ПроверятьСертификатСервера = Ложь;")
    return hint or _mailbox_hint(error)


def _mailbox_hint(error: MailError) -> str:
    """For what a server of IMAP says of a mailbox that it has not, or has already."""
    code = error.reply.upper().partition("]")[0]
    if code == "[ALREADYEXISTS":
        return "Такой почтовый ящик уже есть"
    if code in ("[NONEXISTENT", "[TRYCREATE"):
        return "Какие почтовые ящики есть, скажет Почта.ПолучитьПочтовыеЯщики()"
    return ""

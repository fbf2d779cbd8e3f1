"""What ДобавитьПолучателей() and the constructor of Письмо take: addresses, lines of them, arrays of both."""

from __future__ import annotations

from stdlib.element.collections.iterable import Iterable
from stdlib.element.mail.email_address import EmailAddress
from stdlib.element.mail.refusals import illegal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable as Values


def to_addresses(values: Values[object]) -> list[EmailAddress]:
    """ИсключениеНедопустимыйАргумент for a line with something that is no address."""
    found: list[EmailAddress] = []
    for value in values:
        if isinstance(value, EmailAddress):
            found.append(value)
        elif isinstance(value, str):
            found += _line(value)
        elif isinstance(value, Iterable):
            found += to_addresses(value)
        else:
            from runtime.element.exceptions import TypeCheckException
            from runtime.element.library import type_name

            raise TypeCheckException(f"Ожидается АдресПочты, Строка или массив адресов, получено {type_name(value)}")
    return found


def to_address(value: EmailAddress | str) -> EmailAddress:
    """The only address of a line."""
    if isinstance(value, EmailAddress):
        return value
    found = _line(value)
    if len(found) != 1:
        raise illegal(f"Ожидается один адрес почты: {value}")
    return found[0]


def _line(text: str) -> list[EmailAddress]:
    from stdlib.mail.mime.addresses import parse_addresses

    found = [EmailAddress(mailbox.address, mailbox.name) for mailbox in parse_addresses(text)]
    if not found:
        raise illegal("Не указан адрес почты")
    return found

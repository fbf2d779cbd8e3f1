"""What ДобавитьПолучателей() and the constructor of Письмо take: addresses, lines of them, arrays of both."""

from __future__ import annotations

from stdlib.element.collections.iterable import Iterable
from stdlib.element.mail.email_address import EmailAddress
from stdlib.element.mail.refusals import illegal, quoted

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

    if any("\ud800" <= sign <= "\udfff" for sign in text):
        # Half of a character: reading on, one would guess what it was.
        raise illegal(f"Неверный адрес почты: {quoted(text)}", "В нём половина символа: строку обрезали посередине")
    found = [EmailAddress(mailbox.address, mailbox.name) for mailbox in parse_addresses(text)]
    if not found:
        raise illegal("Не указан адрес почты")
    return found

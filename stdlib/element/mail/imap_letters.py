"""What methods of КаталогПочтыImap take: letters or their headers, one or many, all of this very directory."""

from __future__ import annotations

from stdlib.element.collections.readable_array import ReadableArray
from stdlib.element.mail.imap_connection_email import ImapConnectionEmail
from stdlib.element.mail.imap_connection_email_headers import ImapConnectionEmailHeaders
from stdlib.element.mail.refusals import illegal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.mail.imap import ImapConnection as Transport

Place = tuple[str, str, str, int]
"""Server, user, directory, and the UIDVALIDITY while which a Uid means the same letter."""


def place_of(transport: Transport) -> Place:
    """Where letters are that are fetched now."""
    selected = transport.selected
    name, validity = (selected.name, selected.uidvalidity) if selected else ("", 0)
    return transport.account.endpoint.name, transport.account.credentials.user, name, validity


def uids_of(
    letters: ImapConnectionEmail | ImapConnectionEmailHeaders | ReadableArray, transport: Transport
) -> list[int]:
    """ИсключениеНедопустимыйАргумент for a letter of another directory: some letter there has the same Uid."""
    here = place_of(transport)
    found: list[int] = []
    for letter in letters if isinstance(letters, ReadableArray) else (letters,):
        if not isinstance(letter, ImapConnectionEmail | ImapConnectionEmailHeaders):
            from runtime.element.exceptions import TypeCheckException
            from runtime.element.library import type_name

            raise TypeCheckException(f"Ожидается ПисьмоВСоединенииImap или его заголовки, получено {type_name(letter)}")
        if letter.place != here:
            raise _elsewhere(letter.place, here)
        found.append(letter.uid)
    return found


def _elsewhere(there: Place, here: Place) -> Exception:
    advice = "Uid действует только в своём каталоге: вызовите метод каталога, из которого получено письмо"
    if there[:2] != here[:2]:
        return illegal("Письмо получено из другого ящика", advice)
    if there[2] != here[2]:
        return illegal(f"Письмо получено из каталога «{there[2]}», а не «{here[2]}»", advice)
    return illegal(f"Каталог «{here[2]}» создан заново, и Uid писем в нём другие", "Получите письма ещё раз")

"""Letters that say which they are, so that whoever gets one can tell whether it is whole."""

from __future__ import annotations

from stdlib.mail.mime.addresses import Address
from stdlib.mail.mime.compose import compose
from stdlib.mail.mime.letter import Attachment, Letter, TextPart
from stdlib.mail.mime.read import read_letter

_SUBJECT = "Письмо № "
ACCOUNTS = tuple(f"soak-{number}@mail.test" for number in range(8))
SENDER = "sender@mail.test"


def account_of(number: int) -> str:
    return ACCOUNTS[number % len(ACCOUNTS)]


def letter_of(number: int) -> bytes:
    letter = Letter(
        sender=Address("Отправитель", SENDER),
        to=(Address("Получатель", account_of(number)),),
        subject=f"{_SUBJECT}{number}",
        texts=(TextPart(_text(number)),),
        attachments=tuple(Attachment(name, data) for name, data in _files(number)),
    )
    return compose(letter)


def number_of(raw: bytes) -> int | None:
    """Which letter this is; None: it is not what was sent."""
    letter = read_letter(raw)
    told = letter.head.subject.removeprefix(_SUBJECT)
    if not (told.isascii() and told.isdecimal()):
        return None
    number = int(told)
    files = [(file.name, file.data) for file in letter.attachments]
    return number if letter.text() == _text(number) and files == _files(number) else None


def _text(number: int) -> str:
    return f"Здравствуйте!\n.\nЭто письмо № {number}.\n" + f"Строка {number}, а в ней слова.\n" * (number % 40)


def _files(number: int) -> list[tuple[str, bytes]]:
    """Every fourth has a file."""
    return [] if number % 4 else [(f"отчёт {number}.bin", number.to_bytes(4, "big") * 800)]

"""`1cs mail`: the letters that scripts left in the built-in mail server."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from interpreter.cli.accounts import mail_folder
from interpreter.cli.running import read
from interpreter.cli.visible import visible_line, visible_text
from interpreter.cli.words import counted
from sandbox.api import SandboxApi
from sandbox.boxes import Boxes
from stdlib.mail.mime.addresses import unicode_domain
from stdlib.mail.mime.read import read_letter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sandbox.boxes import LetterSummary
    from stdlib.mail.mime.addresses import Address
    from stdlib.mail.mime.read import ParsedLetter

_NOTHING = "Писем нет. Сценарии отправляют их сюда, пока не настроена учётная запись (1cs mail account)."
_LONGEST_ON_SCREEN = 100_000
"""Characters of a text that a terminal gets; a file or a pipe gets all of them."""


def list_letters() -> int:
    with Boxes.open(mail_folder()) as boxes:
        letters = boxes.letters()
    print("\n".join(_listing(letters)) if letters else _NOTHING)
    return 0


def show(number: int, *, source: bool = False, folder: str | None = None) -> int:
    with Boxes.open(mail_folder()) as boxes:
        try:
            raw = boxes.raw(number)
        except LookupError:
            print(f"Нет письма с номером {number}; список писем: 1cs mail", file=sys.stderr)
            return 2
    if folder is not None:
        from interpreter.cli.mail_files import save

        return save(read_letter(raw).attachments, folder)
    if source:
        sys.stdout.flush()
        sys.stdout.buffer.write(raw)
        sys.stdout.buffer.flush()
    else:
        more = f"1cs mail show {number} > файл.txt" if sys.stdout.isatty() else ""
        print("\n".join(_page(read_letter(raw), more)))
    return 0


def clear(address: str | None) -> int:
    try:
        with Boxes.open(mail_folder()) as boxes:
            removed = boxes.clear(address)
    except ValueError:
        print(f"Это не адрес почты: {address}", file=sys.stderr)
        return 2
    whose = f" ({address})" if address else ""
    print(f"Удалено: {counted(removed, 'письмо', 'письма', 'писем')}{whose}")
    return 0


def put(address: str, names: Sequence[str]) -> int:
    """Lay letters into a box as if they had come; all or none."""
    letters = [read(name) for name in names]
    found = [each for each in letters if each]
    if len(found) < len(letters):
        empty = [name for name, each in zip(names, letters, strict=True) if each == b""]
        print(*(f"Файл пуст: {name}" for name in empty), sep="\n", end="\n" * bool(empty), file=sys.stderr)
        return 2
    try:
        with SandboxApi.open(mail_folder()) as api:
            numbers = [api.put(address, each) for each in found]
            address = api.letter(numbers[0]).address
    except ValueError:
        print(f"Это не адрес почты: {address}", file=sys.stderr)
        return 2
    look = f"1cs mail show {numbers[0]}" if len(numbers) == 1 else "1cs mail"
    print(f"Положено: {counted(len(numbers), 'письмо', 'письма', 'писем')} для {address}; посмотреть: {look}")
    return 0


def _listing(letters: Iterable[LetterSummary]) -> Iterator[str]:
    """Letters under their boxes."""
    boxes: dict[str, list[LetterSummary]] = {}
    for letter in letters:
        name = letter.address if letter.folder == "INBOX" else f"{letter.address} / {letter.folder}"
        boxes.setdefault(name, []).append(letter)
    for name, inside in sorted(boxes.items()):
        yield f"{visible_line(name)}: {counted(len(inside), 'письмо', 'письма', 'писем')}"
        for letter in inside:
            mark = " " if letter.seen else "•"
            sender, subject = visible_line(letter.sender), visible_line(letter.subject) or "(без темы)"
            yield f"{mark}{letter.number:>4}  {letter.date:%d.%m.%Y %H:%M}  {sender}  {subject}"


def _page(letter: ParsedLetter, more: str) -> Iterator[str]:
    """Lines of a letter; `more` is the command that shows all of a long text, empty: show all of it now."""
    head = letter.head
    people = (("От", (head.sender,) if head.sender else ()), ("Кому", head.to), ("Копия", head.cc))
    for title, addresses in people:
        if addresses:
            yield f"{title + ':':<8}{', '.join(map(_person, addresses))}"
    if head.date:
        yield f"{'Дата:':<8}{head.date:%d.%m.%Y %H:%M:%S %z}"
    yield f"{'Тема:':<8}{visible_line(head.subject)}"
    for text in letter.texts:
        if not text.text.strip():
            continue
        yield ""
        if len(letter.texts) > 1 or text.content_type != "text/plain":
            yield f"[{visible_line(text.content_type)}]"
        yield from _body(text.text, more)
    if letter.attachments:
        yield ""
        yield "Вложения:"
        for file in letter.attachments:
            name, kind = visible_line(file.name) or "(без имени)", visible_line(file.content_type)
            yield f"  {name}  {kind}  {_size(len(file.data))}"


def _body(text: str, more: str) -> Iterator[str]:
    text = text.rstrip("\n")
    shown = text[:_LONGEST_ON_SCREEN] if more else text
    yield visible_text(shown)
    left = len(text) - len(shown)
    if left:
        yield f"… ещё {counted(left, 'знак', 'знака', 'знаков')}; текст целиком: {more}"


def _person(mailbox: Address) -> str:
    local, at, domain = mailbox.address.rpartition("@")
    address = f"{local}{at}{unicode_domain(domain)}"
    return visible_line(f"{mailbox.name} <{address}>" if mailbox.name else address)


def _size(octets: int) -> str:
    return counted(octets, "байт", "байта", "байт") if octets < 1024 else f"{octets / 1024:.1f} КБ".replace(".", ",")

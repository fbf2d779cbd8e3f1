"""ВидКаталогаПочты."""

from __future__ import annotations

from runtime.element.declare import enumeration, item
from runtime.element.objects import ElementEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from stdlib.mail.imap_folders import Folder


@enumeration("ВидКаталогаПочты", "EmailDirectoryKind")
class EmailDirectoryKind(ElementEnum):
    """Назначение каталога ящика. Уточнение реализации: все, кроме Входящие."""

    __slots__ = ()

    INBOX: Any = item("Входящие", "Inbox")
    SENT: Any = item("Отправленные", "Sent")
    DRAFTS: Any = item("Черновики", "Drafts")
    TRASH: Any = item("Корзина", "Trash")
    SPAM: Any = item("Спам", "Spam")
    ARCHIVE: Any = item("Архив", "Archive")


_SPECIAL = ("", "\\sent", "\\drafts", "\\trash", "\\junk", "\\archive")
_USUAL_NAMES = (
    ("inbox", "входящие"),
    ("sent", "sent items", "sent messages", "отправленные"),
    ("drafts", "draft", "черновики"),
    ("trash", "deleted items", "deleted messages", "корзина", "удаленные", "удалённые"),
    ("spam", "junk", "junk e-mail", "спам", "нежелательная почта"),
    ("archive", "архив"),
)


def kind_named(name: str) -> EmailDirectoryKind | None:
    """What a directory with one of the usual names would be for."""
    kinds: tuple[EmailDirectoryKind, ...] = (
        EmailDirectoryKind.INBOX, EmailDirectoryKind.SENT, EmailDirectoryKind.DRAFTS, EmailDirectoryKind.TRASH,
        EmailDirectoryKind.SPAM, EmailDirectoryKind.ARCHIVE,
    )  # fmt: skip
    return next((kind for kind in kinds if name.casefold() in _USUAL_NAMES[kind.index]), None)


def folder_name(kind: EmailDirectoryKind, folders: Sequence[Folder]) -> str | None:
    """By the server's own marks (SPECIAL-USE), then by the names that servers usually give."""
    if kind is EmailDirectoryKind.INBOX:
        return "INBOX"
    for folder in folders:
        if folder.special.lower() == _SPECIAL[kind.index]:
            return folder.name
    for folder in folders:
        last = folder.name.rpartition(folder.delimiter)[2] if folder.delimiter else folder.name
        if last.casefold() in _USUAL_NAMES[kind.index]:
            return folder.name
    return None

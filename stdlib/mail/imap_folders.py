"""The folders of an IMAP mailbox."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from stdlib.mail.imap_session import ImapSession

_SPECIAL_USES = ("\\All", "\\Archive", "\\Drafts", "\\Flagged", "\\Junk", "\\Sent", "\\Trash")


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder as LIST shows it; `special` is \\Sent, \\Drafts, \\Trash, \\Junk, \\Archive…, "" for ordinary ones."""

    name: str
    delimiter: str
    flags: tuple[str, ...] = ()
    special: str = ""

    @property
    def selectable(self) -> bool:
        """Whether it can hold letters."""
        return not any(flag.lower() in ("\\noselect", "\\nonexistent") for flag in self.flags)


@dataclass(frozen=True, slots=True)
class FolderStatus:
    """Counts of a folder that need not be selected."""

    messages: int
    unseen: int
    recent: int
    uidnext: int
    uidvalidity: int


class ImapFolders:
    """Listing and changing folders; names are ordinary text, levels parted by `delimiter`."""

    def __init__(self, session: ImapSession) -> None:
        self._session = session

    def all(self, pattern: str = "*") -> list[Folder]:
        """Folders by name pattern (* any text, % any text within a level)."""
        return _folders(self._session.call("folder", lambda client: client.list_folders("", pattern)))

    def subscribed(self, pattern: str = "*") -> list[Folder]:
        """Folders the user has subscribed to."""
        return _folders(self._session.call("folder", lambda client: client.list_sub_folders("", pattern)))

    def delimiter(self) -> str:
        """What parts levels in names; "" when the server knows no levels."""
        # LIST with an empty name is the question about the delimiter itself (RFC 9051 6.3.9).
        found = _folders(self._session.call("folder", lambda client: client.list_folders("", "")))
        return found[0].delimiter if found else ""

    def create(self, name: str) -> None:
        """Creates a folder."""
        self._session.call("folder", lambda client: client.create_folder(name))

    def rename(self, name: str, new_name: str) -> None:
        """Renames or moves a folder."""
        self._session.call("folder", lambda client: client.rename_folder(name, new_name))

    def delete(self, name: str) -> None:
        """Deletes a folder with its letters."""
        self._session.call("folder", lambda client: client.delete_folder(name))

    def subscribe(self, name: str) -> None:
        """Subscribes to a folder."""
        self._session.call("folder", lambda client: client.subscribe_folder(name))

    def unsubscribe(self, name: str) -> None:
        """Ends the subscription to a folder."""
        self._session.call("folder", lambda client: client.unsubscribe_folder(name))

    def status(self, name: str) -> FolderStatus:
        """Counts of a folder."""
        wanted = ["MESSAGES", "UNSEEN", "RECENT", "UIDNEXT", "UIDVALIDITY"]
        found: dict[bytes, int] = self._session.call("folder", lambda client: client.folder_status(name, wanted))
        return FolderStatus(*(found.get(key.encode("ascii"), 0) for key in wanted))


def _folders(found: list[tuple[Any, Any, str]]) -> list[Folder]:
    folders: list[Folder] = []
    for flags, delimiter, name in found:
        shown = tuple(flag.decode("utf-8", "replace") for flag in flags)
        special = next((use for use in _SPECIAL_USES if use.lower() in map(str.lower, shown)), "")
        folders.append(Folder(name, delimiter.decode("ascii", "replace") if delimiter else "", shown, special))
    return folders

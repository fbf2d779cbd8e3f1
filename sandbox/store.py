"""The store of the sandbox: accounts, folders and letters over one database, in a folder or in memory."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from sandbox.accounts import Accounts
from sandbox.database import Database
from sandbox.faults import Faults
from sandbox.folders import Folders
from sandbox.letters import Letters
from sandbox.records import Letter
from sandbox.wire_log import WireLog

if TYPE_CHECKING:
    from sandbox.account_file import FixedAccount


@dataclass(frozen=True, slots=True)
class Delivery:
    """A letter put into the INBOX of one recipient."""

    address: str
    letter: Letter


class Store:
    """Everything the servers and `1cs mail` keep. Without a folder the letters live as long as the object.

    Raises StoreError when the mail file cannot be opened or its folder cannot be made.
    """

    def __init__(self, folder: str | None = None, fixed: Iterable[FixedAccount] = ()) -> None:
        self.database = Database(folder)
        self.folders = Folders(self.database)
        self.letters = Letters(self.database)
        self.accounts = Accounts(self.database, self.folders, fixed)
        self.faults = Faults(self.database)
        self.wire_log = WireLog(self.database)

    def deliver(self, recipients: Iterable[str], raw: bytes) -> list[Delivery]:
        """Put a letter into the INBOX of every recipient, all or none; an account named twice gets it once.

        Raises ValueError when a recipient cannot be an address, NoSuchAccount and OverQuota of sandbox.accounts.
        """
        with self.database.changing():
            accounts = list(dict.fromkeys(self.accounts.enter(recipient) for recipient in recipients))
            for account in accounts:
                self.accounts.check_room(account, len(raw))
            inboxes = [self.folders.inbox(account).id for account in accounts]
            added = self.letters.add(inboxes, raw)
            addresses = [self.accounts.address(account) for account in accounts]
            return [Delivery(address, letter) for address, letter in zip(addresses, added, strict=True)]

    def close(self) -> None:
        self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

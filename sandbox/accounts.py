"""Accounts: whoever logs in or is written to gets one; or only those are there that were fixed beforehand.

An account is named by its full address in lower case, with the domain in Unicode (`xn--…` is decoded). Unless the
accounts are fixed any password is right. A log-in without "@" means an address whose part before "@" is that word: of
several the one that received the newest letter; of those without letters the oldest; when there is none,
`word@localhost` is made.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sandbox.database import Database
from sandbox.folders import Folders

if TYPE_CHECKING:
    from sandbox.account_file import FixedAccount
    from sandbox.sasl import Proof

DEFAULT_DOMAIN = "localhost"
LONGEST_ADDRESS = 320
"""Octets: 64 before "@", 255 after it (RFC 5321, 4.5.3.1)."""


class NoSuchAccount(Exception):
    """The accounts are fixed, and this is none of them; or the password is wrong."""


class OverQuota(Exception):
    """The letters of an account would take more than it may have."""


def account_address(text: str) -> str:
    """The address as accounts are named; raises ValueError when it cannot be one."""
    address = text.strip().removeprefix("<").removesuffix(">").strip()
    too_long = len(address.encode("utf-8", "replace")) > LONGEST_ADDRESS
    if not address or address.startswith("@") or too_long or not address.isprintable():
        raise ValueError("not an address")
    name, at, domain = address.rpartition("@")
    if not at:
        return address.lower()
    return f"{name.lower()}@{_unicode_domain(domain.lower())}"


def _unicode_domain(domain: str) -> str:
    if "xn--" not in domain:
        return domain
    try:
        decoded = domain.encode("ascii").decode("idna")
    except UnicodeError:
        return domain
    return decoded if decoded.isprintable() else domain


class Accounts:
    """Finds accounts and makes them on first use."""

    def __init__(self, database: Database, folders: Folders, fixed: Iterable[FixedAccount] = ()) -> None:
        self._database = database
        self._folders = folders
        self._fixed = {account_address(one.address): one for one in fixed}

    def enter(self, login: str) -> int:
        """The account of a recipient; raises ValueError when it cannot be an address, and NoSuchAccount."""
        address = self._named(account_address(login))
        if self._fixed and address not in self._fixed:
            raise NoSuchAccount(address)
        found = self._database.row("SELECT id FROM account WHERE address=?", address)
        return found[0] if found else self._make(address)

    def log_in(self, proof: Proof) -> int:
        """The account of whoever shows this proof; raises ValueError and NoSuchAccount."""
        if self._fixed:
            known = self._fixed.get(self._named(account_address(proof.user)))
            # Somebody is compared in any case, so that the time does not tell which names there are.
            if not proof.matches(known.password if known else "\0") or known is None:
                raise NoSuchAccount(proof.user)
        return self.enter(proof.user)

    def check(self, recipient: str, size: int = 0) -> None:
        """Raises ValueError, NoSuchAccount or OverQuota when a letter of this size cannot go to this recipient."""
        address = self._named(account_address(recipient))
        if self._fixed:
            if address not in self._fixed:
                raise NoSuchAccount(address)
            self.check_room(self.enter(address), size)

    def check_room(self, account: int, size: int) -> None:
        """Raises OverQuota when so many octets more would be too many."""
        quota = self.quota(account)
        if quota is not None and self.used(account) + size > quota:
            raise OverQuota

    def quota(self, account: int) -> int | None:
        """Octets that an account may have; None: no limit."""
        fixed = self._fixed.get(self.address(account)) if self._fixed else None
        return None if fixed is None else fixed.quota

    def used(self, account: int) -> int:
        """Octets of all letters of an account."""
        row = self._database.row(
            "SELECT coalesce(sum(size), 0) FROM letter JOIN box ON box.id=letter.box WHERE box.account=?", account
        )
        octets: int = row[0]
        return octets

    def addresses(self) -> list[str]:
        """All accounts that there are, sorted."""
        there = {address for (address,) in self._database.rows("SELECT address FROM account")}
        return sorted(there | self._fixed.keys())

    def address(self, account: int) -> str:
        found: str = self._database.row("SELECT address FROM account WHERE id=?", account)[0]
        return found

    def _named(self, address: str) -> str:
        """The full address that is meant by a word without "@"."""
        if "@" in address:
            return address
        if self._fixed:
            return next((known for known in self._fixed if known.rpartition("@")[0] == address), address)
        return self._known(address) or f"{address}@{DEFAULT_DOMAIN}"

    def _known(self, word: str) -> str | None:
        pattern = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "@%"
        found = self._database.row(
            """SELECT address FROM account
               LEFT JOIN box ON box.account=account.id LEFT JOIN letter ON letter.box=box.id
               WHERE address LIKE ? ESCAPE '\\'
               GROUP BY account.id ORDER BY max(letter.number) DESC, account.id LIMIT 1""",
            pattern,
        )
        return found[0] if found else None

    def _make(self, address: str) -> int:
        with self._database.changing() as connection:
            made = connection.execute("INSERT OR IGNORE INTO account (address) VALUES (?)", (address,))
            (account,) = connection.execute("SELECT id FROM account WHERE address=?", (address,)).fetchone()
            if made.rowcount:
                self._folders.make_standard(account)
            number: int = account
            return number

"""Accounts: whoever logs in or is written to gets one.

An account is named by its full address in lower case, with the domain in Unicode (`xn--…` is decoded). Any password
is right. A log-in without "@" means an address whose part before "@" is that word: of several the one that received
the newest letter; of those without letters the oldest; when there is none, `word@localhost` is made.
"""

from __future__ import annotations

from sandbox.database import Database
from sandbox.folders import Folders

DEFAULT_DOMAIN = "localhost"
LONGEST_ADDRESS = 320
"""Octets: 64 before "@", 255 after it (RFC 5321, 4.5.3.1)."""


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

    def __init__(self, database: Database, folders: Folders) -> None:
        self._database = database
        self._folders = folders

    def enter(self, login: str) -> int:
        """The account of a log-in or of a recipient; raises ValueError when no account can have that name."""
        address = account_address(login)
        if "@" not in address:
            address = self._known(address) or f"{address}@{DEFAULT_DOMAIN}"
        found = self._database.row("SELECT id FROM account WHERE address=?", address)
        return found[0] if found else self._make(address)

    def addresses(self) -> list[str]:
        """All accounts that there are, sorted."""
        return [address for (address,) in self._database.rows("SELECT address FROM account ORDER BY address")]

    def address(self, account: int) -> str:
        found: str = self._database.row("SELECT address FROM account WHERE id=?", account)[0]
        return found

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

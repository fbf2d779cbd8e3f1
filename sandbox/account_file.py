"""Accounts that are fixed in a file: others do not exist, other passwords are wrong.

["ivan@example.com"]
password = "секрет"
quota = 10_000_000      # octets; without it there is no limit
"""

from __future__ import annotations

import errno
import os
from dataclasses import dataclass, field

_REASONS = {
    errno.ENOENT: "нет такого файла",
    errno.EISDIR: "это папка",
    errno.EACCES: "нет прав",
    errno.ENOTDIR: "на пути к нему файл",
}


class AccountFileError(ValueError):
    """The file cannot be read or makes no sense; the text is for the user."""


@dataclass(frozen=True, slots=True)
class FixedAccount:
    """An account of the file."""

    address: str
    password: str = field(repr=False)
    quota: int | None = None
    """Octets of all its letters."""


def read_accounts(path: str | os.PathLike[str]) -> tuple[FixedAccount, ...]:
    """Raises AccountFileError."""
    import tomllib

    try:
        with open(path, "rb") as file:
            found = tomllib.load(file)
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, error.strerror)
        raise AccountFileError(f"Файл учётных записей не открывается: {os.fspath(path)} ({reason})") from error
    except ValueError as error:
        raise AccountFileError(f"Файл учётных записей испорчен: {os.fspath(path)} ({_reason(error)})") from error
    if not found:
        raise AccountFileError(f"В файле нет ни одной учётной записи: {os.fspath(path)}")
    return tuple(_account(name, table) for name, table in found.items())


def _reason(error: ValueError) -> str:
    """In Russian: the parser's own words are English."""
    import re

    if isinstance(error, UnicodeDecodeError):
        return "это не текст в кодировке UTF-8"
    place = re.search(r"at line (\d+)", str(error))
    return f"ошибка в строке {place[1]}" if place else "ошибка в последней строке"


def _account(name: str, table: object) -> FixedAccount:
    if "@" not in name:
        raise AccountFileError(f"Учётная запись называется полным адресом, а не «{name}»")
    if not isinstance(table, dict):
        raise AccountFileError(f'Учётная запись {name} — не раздел: напишите ["{name}"]')
    unknown = table.keys() - {"password", "quota"}
    if unknown:
        raise AccountFileError(f"Учётная запись {name}: неизвестно {min(unknown)}; есть password и quota")
    password, quota = table.get("password"), table.get("quota")
    if not isinstance(password, str) or not password:
        raise AccountFileError(f'Учётная запись {name}: не указан пароль (password = "…")')
    if quota is not None and (not isinstance(quota, int) or isinstance(quota, bool) or quota < 0):
        raise AccountFileError(f"Учётная запись {name}: quota — это число октетов")
    return FixedAccount(name, password, quota)

"""Names stored in archives, and the places they may be extracted to. An archive is never trusted with its names."""

from __future__ import annotations

import os

from runtime.errors import OnecError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from zipfile import ZipInfo

_UTF8_FLAG = 0x800
_FORBIDDEN = frozenset('<>:"|?*') if os.name == "nt" else frozenset()


def stored_name(info: ZipInfo) -> str:
    """The name as the archive has it, folders parted by `/`; without the flag of UTF-8, UTF-8 or the Russian DOS."""
    name = info.orig_filename
    if not info.flag_bits & _UTF8_FLAG and not name.isascii():
        raw = name.encode("cp437", "replace")
        try:
            name = raw.decode("utf-8")
        except UnicodeDecodeError:
            name = raw.decode("cp866")
    return name.partition("\0")[0].replace("\\", "/")


def usable_name(name: str) -> str:
    """A stored name without what names of files cannot have here."""
    return "".join("_" if character < " " or character in _FORBIDDEN else character for character in name)


def target_of(name: str, folder: str, *, with_folders: bool) -> str:
    """Where in the folder an entry goes; OnecError when its name would leave it, "" when there is nothing to make."""
    parts = [part for part in usable_name(name).split("/") if part not in ("", ".")]
    if name.startswith("/") or ".." in parts or _has_drive(name):
        raise OnecError(
            f"Элемент архива '{usable_name(name)}' выходит за пределы каталога",
            hint="Архив мог быть составлен, чтобы заменить чужие файлы",
        )
    if not with_folders:
        parts = parts[-1:] if not name.endswith("/") else []
    return os.path.join(folder, *parts) if parts else ""


def _has_drive(name: str) -> bool:
    return name[1:2] == ":" and name[:1].isalpha()

"""Files found by name or mask, written into an archive."""

from __future__ import annotations

import os

from runtime.errors import OnecError
from stdlib.enterprise.archives.opening import encrypting_library
from stdlib.enterprise.archives.traditional_cipher import TraditionalCipher
from stdlib.enterprise.archives.zip_store_path_mode import ZIPStorePathMode
from stdlib.enterprise.files.disk import access

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO, Any

    from stdlib.enterprise.archives.settings import Settings

_CHUNK = 1 << 20


def found(path: str, *, recursive: bool) -> Iterator[tuple[str, str]]:
    """Files by name, by mask or in a folder: where each is, and its name relative to where the search began."""
    path = os.path.normpath(path) if path else path
    folder, mask = os.path.split(path)
    if os.path.isdir(path):
        yield from _below(path, os.path.basename(os.path.abspath(path)), "*", recursive)
    elif "*" in mask or "?" in mask:
        yield from _below(folder or ".", "", mask, recursive)
    else:
        os.stat(path)
        yield path, mask


def _below(folder: str, relative: str, mask: str, recursive: bool) -> Iterator[tuple[str, str]]:
    from fnmatch import fnmatchcase

    # As on the system the masks come from, *.* means every file.
    wanted = "*" if mask == "*.*" else mask.lower()
    for name in sorted(os.listdir(folder)):
        path, inner = os.path.join(folder, name), os.path.join(relative, name)
        if not os.path.isdir(path):
            if fnmatchcase(name.lower(), wanted):
                yield path, inner
        elif recursive and not os.path.islink(path):
            yield from _below(path, inner, mask, recursive)


def name_inside(path: str, relative: str, mode: ZIPStorePathMode | None) -> str:
    """What a file is called in the archive."""
    if mode is ZIPStorePathMode.store_relative_path:
        return relative
    if mode is ZIPStorePathMode.store_full_path:
        # Names in archives have no root.
        return os.path.splitdrive(os.path.abspath(path))[1].lstrip("/" + os.sep)
    return os.path.basename(path)


def pack(target: IO[bytes], files: dict[str, str], settings: Settings) -> None:
    """Write an archive of these files, by their names inside."""
    with _archive(target, settings) as archive:
        for name, path in files.items():
            with access("read", path):
                if settings.password and not settings.aes_bits:
                    archive.checksum = _checksum(path)
                archive.write(path, name, settings.compression, settings.level)
        try:
            archive.comment = settings.comment
        except ValueError as error:
            raise OnecError("Комментарий архива слишком длинный") from error


def _archive(target: IO[bytes], settings: Settings) -> Any:
    if not settings.password:
        from zipfile import ZipFile

        return ZipFile(target, "w", settings.compression, strict_timestamps=False)
    library = encrypting_library()
    if settings.aes_bits:
        made = library.AESZipFile(
            target, "w", settings.compression, strict_timestamps=False, encryption=library.WZ_AES,
            encryption_kwargs={"nbits": settings.aes_bits},
        )  # fmt: skip
    else:
        made = _traditional(library)(target, "w", settings.compression, strict_timestamps=False)
        made.encryption = "ZipCrypto"
    made.setpassword(settings.password)
    return made


def _traditional(library: Any) -> Any:
    class TraditionalZipFile(library.ZipFile):  # type: ignore[misc]
        """Writes with the old encryption; `checksum` is the CRC of the file to be written next."""

        checksum = 0

        def get_encrypter(self) -> TraditionalCipher:
            return TraditionalCipher(self.pwd, self.checksum >> 24)

    return TraditionalZipFile


def _checksum(path: str) -> int:
    from zlib import crc32

    value = 0
    with open(path, "rb") as file:
        while data := file.read(_CHUNK):
            value = crc32(data, value)
    return value

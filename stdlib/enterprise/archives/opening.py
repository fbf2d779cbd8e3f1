"""Opening an archive for reading, and telling the library's errors as the script's."""

from __future__ import annotations

from runtime.errors import OnecError
from stdlib.enterprise.archives.entry_names import usable_name
from stdlib.enterprise.errors.error_category import ErrorCategory

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType
    from typing import IO
    from zipfile import ZipFile, ZipInfo

ENCRYPTED_FLAG = 0x1
_AES = 99


def opened(file: IO[bytes]) -> ZipFile:
    """The archive in this file; one with AES inside is read by the library that knows it."""
    from zipfile import ZipFile

    try:
        archive = ZipFile(file)
        if any(info.compress_type == _AES for info in archive.infolist()):
            archive = encrypting_library().AESZipFile(file)
    except broken_archive() as error:
        raise unreadable("Файл не является архивом ZIP или повреждён") from error
    return archive


def encrypting_library() -> ModuleType:
    """pyzipper; OnecError when it is not installed."""
    from importlib import import_module

    try:
        return import_module("pyzipper")
    except ImportError as error:
        raise OnecError(
            "Архивы с паролем здесь не поддерживаются", hint='Установите дополнение: pip install "1cs[zip]"'
        ) from error


def passwords_of(text: str | None) -> tuple[bytes | None, ...]:
    """What a password may be in bytes: other programs write letters of ours in other encodings."""
    if not text:
        return (None,)
    if text.isascii():
        return (text.encode("ascii"),)
    return (text.encode("utf-8"), text.encode("cp866", "replace"), text.encode("cp1251", "replace"))


def broken_archive() -> tuple[type[Exception], ...]:
    """What reading an archive raises when it is damaged, hostile or of an unknown kind."""
    from lzma import LZMAError
    from struct import error as struct_error
    from zipfile import BadZipFile
    from zlib import error as zlib_error

    found: tuple[type[Exception], ...] = (
        BadZipFile, NotImplementedError, EOFError, ValueError, OverflowError, OSError, IndexError, RuntimeError,
        struct_error, zlib_error, LZMAError,
    )  # fmt: skip
    from sys import modules

    # Another class of the same name, where that library has been used.
    if "pyzipper" in modules:
        found = (*found, encrypting_library().BadZipFile)
    return found


def unreadable(text: str) -> OnecError:
    error = OnecError(text)
    error.__dict__["category"] = ErrorCategory.unsupported_format
    return error


def entry_failed(info: ZipInfo, name: str, error: Exception, password: bytes | None) -> OnecError:
    """Why an entry could not be read. A wrong password is often noticed only by the garbage that comes out."""
    name = usable_name(name)
    if not info.flag_bits & ENCRYPTED_FLAG:
        if isinstance(error, NotImplementedError):
            return unreadable(f"Способ сжатия элемента архива '{name}' не поддерживается")
        return unreadable(f"Элемент архива '{name}' повреждён")
    if not password:
        made = OnecError(f"Элемент архива '{name}' зашифрован: нужен пароль")
    else:
        made = OnecError(f"Неверный пароль к элементу архива '{name}'", hint="Или архив повреждён")
    made.__dict__["category"] = ErrorCategory.invalid_password
    return made

"""The way to the disk: with the host's permission, and with the system's errors told in Russian."""

from __future__ import annotations

from runtime.errors import OnecError
from runtime.host import require

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType


class access:  # noqa: N801 - reads as a statement
    """`with access("read", path):` what runs inside may touch this path ("read" or "write")."""

    __slots__ = ("path",)

    def __init__(self, what: str, path: str) -> None:
        require(what, path)
        self.path = path

    def __enter__(self) -> None:
        pass

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(error, OSError):
            text = f"Ошибка доступа к файлу '{self.path}'. {_reason(error)}"
            raise OnecError(text, hint=_where_to_look(error, self.path)) from error
        if isinstance(error, ValueError):
            # A path with a zero character inside.
            raise _bad_name(self.path) from error


def _bad_name(path: str) -> OnecError:
    from stdlib.enterprise.errors.error_category import ErrorCategory

    made = OnecError(f"Неверное имя файла '{path}'")
    made.__dict__["category"] = ErrorCategory.local_file_access_error
    return made


def _reason(error: OSError) -> str:
    for kind, text in _REASONS.items():
        if isinstance(error, kind):
            return text
    from errno import errorcode

    return _RARE_REASONS.get(errorcode.get(error.errno or 0, "")) or error.strerror or "Файл недоступен"


def _where_to_look(error: OSError, path: str) -> str:
    import os

    if not isinstance(error, FileNotFoundError):
        return ""
    if not path:
        return "Имя файла не задано"
    folder = os.path.dirname(os.path.abspath(path))
    if not os.path.isdir(folder):
        return f"Нет каталога '{folder}'"
    return "" if os.path.isabs(path) else f"Имя без полного пути, искали в каталоге '{os.getcwd()}'"


_REASONS: dict[type[OSError], str] = {
    FileNotFoundError: "Файл не обнаружен",
    FileExistsError: "Файл уже существует",
    PermissionError: "Недостаточно прав",
    IsADirectoryError: "Это каталог, а не файл",
    NotADirectoryError: "Это файл, а не каталог",
}
_RARE_REASONS = {
    "ENAMETOOLONG": "Слишком длинное имя",
    "ENOSPC": "На диске нет места",
    "EDQUOT": "Исчерпана квота на место на диске",
    "EROFS": "Диск доступен только для чтения",
    "EMFILE": "Открыто слишком много файлов",
    "ENFILE": "Открыто слишком много файлов",
    "ENOTEMPTY": "Каталог не пуст",
    "ELOOP": "Символические ссылки указывают друг на друга",
    "EBUSY": "Файл занят",
    "ETXTBSY": "Файл занят",
    "EFBIG": "Файл слишком велик",
    "EIO": "Ошибка ввода-вывода",
}


def read_bytes(path: str) -> bytes:
    """The contents of a file."""
    with access("read", path), open(path, "rb") as file:
        return file.read()


def write_bytes(path: str, data: bytes) -> None:
    """Make or replace a file."""
    with access("write", path), open(path, "wb") as file:
        file.write(data)

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
            raise OnecError(f"Ошибка доступа к файлу '{self.path}'. {_reason(error)}") from error
        if isinstance(error, ValueError):
            # A path with a zero character inside.
            raise OnecError(f"Неверное имя файла '{self.path}'") from error


def _reason(error: OSError) -> str:
    for kind, text in _REASONS.items():
        if isinstance(error, kind):
            return text
    return error.strerror or "Файл недоступен"


_REASONS: dict[type[OSError], str] = {
    FileNotFoundError: "Файл не обнаружен",
    FileExistsError: "Файл уже существует",
    PermissionError: "Недостаточно прав",
    IsADirectoryError: "Это каталог, а не файл",
    NotADirectoryError: "Это файл, а не каталог",
}


def read_bytes(path: str) -> bytes:
    """The contents of a file."""
    with access("read", path), open(path, "rb") as file:
        return file.read()


def write_bytes(path: str, data: bytes) -> None:
    """Make or replace a file."""
    with access("write", path), open(path, "wb") as file:
        file.write(data)

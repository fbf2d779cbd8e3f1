"""The world's refusals told as exceptions of input and output."""

from __future__ import annotations

from runtime import host
from runtime.errors import OnecError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn


def require(what: str, path: str) -> None:
    """ИсключениеДоступаКФайлу unless the host lets the script "read" or "write" here."""
    try:
        host.require(what, path)
    except OnecError as refusal:
        from stdlib.element.exceptions import FilePermissionException

        error = FilePermissionException(refusal.message)
        error.hint = refusal.hint
        raise error from None


class translating:  # noqa: N801 - reads as a statement
    """`with translating(path):` an OSError inside becomes ИсключениеВводаВывода or ИсключениеДоступаКФайлу."""

    def __init__(self, path: str) -> None:
        self.path = path

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, OSError):
            raise_for(error, self.path)
        if isinstance(error, ValueError):
            # A zero character in a path.
            from stdlib.element.exceptions import InputOutputException

            raise InputOutputException("Недопустимый путь") from error


def raise_for(error: OSError, path: str) -> NoReturn:
    from stdlib.element.exceptions import FilePermissionException, InputOutputException

    if isinstance(error, PermissionError):
        raise FilePermissionException(f"Недостаточно прав: {path}") from error
    reasons = {
        FileNotFoundError: "Файл не найден",
        FileExistsError: "Файл уже существует",
        IsADirectoryError: "Это каталог, а не файл",
        NotADirectoryError: "Это не каталог",
    }
    reason = reasons.get(type(error), error.strerror or "Ошибка ввода-вывода")
    raise InputOutputException(f"{reason}: {path}") from error

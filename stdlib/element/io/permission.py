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
    reason = reasons.get(type(error)) or rare_reason(error) or "Ошибка ввода-вывода"
    raise InputOutputException(f"{reason}: {_shown(path)}") from error


def rare_reason(error: OSError) -> str:
    """What Python has no class of its own for; the system's words where we have none."""
    from errno import errorcode

    return _RARE_REASONS.get(errorcode.get(error.errno or 0, "")) or error.strerror or ""


def _shown(path: str) -> str:
    return path if len(path) <= _LONGEST else path[:_LONGEST] + "…"


_LONGEST = 1000
"""Nobody reads more of a path."""
_RARE_REASONS = {
    "EBUSY": "Файл занят",
    "EDQUOT": "Исчерпана квота на место на диске",
    "EFBIG": "Файл слишком велик",
    "EINVAL": "Недопустимое действие",
    "EIO": "Ошибка ввода-вывода",
    "ELOOP": "Символические ссылки указывают друг на друга",
    "EMFILE": "Открыто слишком много файлов",
    "ENAMETOOLONG": "Слишком длинное имя",
    "ENFILE": "Открыто слишком много файлов",
    "ENOSPC": "На диске нет места",
    "ENOTEMPTY": "Каталог не пуст",
    "EPIPE": "Поток больше никто не читает",
    "EROFS": "Диск доступен только для чтения",
    "ESPIPE": "Это не файл на диске",
    "ETXTBSY": "Файл занят",
    "EXDEV": "Это другой диск",
}

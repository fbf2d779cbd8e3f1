"""An error written down for another process: what ИнформацияОбОшибке tells of it."""

from __future__ import annotations

from runtime.errors import OnecError
from stdlib.enterprise.errors.category import category_of
from stdlib.enterprise.errors.error_category import ErrorCategory
from stdlib.enterprise.errors.error_info import ErrorInfo

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def written(error: OnecError) -> tuple[Any, ...]:
    """As plain values: text, hint, category, code, additional information, place, cause."""
    info = ErrorInfo(error)
    place = info.module_name(), info.line_number()
    cause = written(error.cause) if error.cause is not None else None
    code, additional = info.code(), info.additional_information()
    return error.message, error.hint, category_of(error).en, code, additional, place, cause


def read(values: tuple[Any, ...]) -> ErrorInfo:
    """What was written; a text alone is an error that no script made."""
    info = ErrorInfo(_error(*values))
    if len(values) > 1 and values[5][0]:
        info._place = values[5]
    return info


def _error(
    message: str,
    hint: str = "",
    category: str = "OtherError",
    code: str = "",
    additional: str = "",
    place: object = None,
    cause: tuple[Any, ...] | None = None,
) -> OnecError:
    made = OnecError(message, hint=hint, cause=_error(*cause) if cause else None)
    known = getattr(ErrorCategory, f".{category.casefold()}", None)
    made.__dict__.update(category=known, code=code, additional=additional)
    return made

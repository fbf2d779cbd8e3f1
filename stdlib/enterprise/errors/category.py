"""Which category an error belongs to."""

from __future__ import annotations

from runtime.errors import BadArgument, CallFailed, NoSuchMember, NotAnObject, OnecError, WrongArgumentCount
from runtime.native import FILE
from stdlib.enterprise.errors.error_category import ErrorCategory

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_SCRIPT = NoSuchMember | NotAnObject | BadArgument | CallFailed | WrongArgumentCount


def category_of(error: OnecError | None) -> ErrorCategory:
    """The category given when it was raised, else the one its cause in the system tells."""
    given: Any = error.__dict__.get("category") if error is not None else None
    if isinstance(given, ErrorCategory):
        return given
    other: ErrorCategory = ErrorCategory.other_error
    raised: ErrorCategory = ErrorCategory.exception_raised_from_script
    file: ErrorCategory = ErrorCategory.local_file_access_error
    network: ErrorCategory = ErrorCategory.network_error
    script: ErrorCategory = ErrorCategory.script_runtime_error
    if error is None:
        return other
    if "category" in error.__dict__:
        return raised
    if isinstance(error, CallFailed) and error.cause is not None:
        return category_of(error.cause)
    origin = error.__cause__
    if isinstance(origin, ConnectionError | TimeoutError):
        return network
    if isinstance(origin, OSError):
        return file
    if isinstance(error, _SCRIPT):
        return script
    return raised if _raised_by_script(error) else script


def _raised_by_script(error: OnecError) -> bool:
    """Does the traceback end in compiled code, that is in ВызватьИсключение?"""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return trace is not None and FILE in trace.tb_frame.f_globals

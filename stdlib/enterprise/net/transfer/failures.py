"""Errors of the network transport as script errors: what failed and where, how to mend it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from runtime.errors import OnecError
from stdlib.enterprise.errors.error_category import ErrorCategory
from stdlib.net.errors import NetError
from stdlib.net.header import WireError


@contextmanager
def told() -> Iterator[None]:
    """What the transport raises inside becomes an OnecError, of the category ОшибкаСети when the network failed."""
    try:
        yield
    except NetError as error:
        made = OnecError(error.message, hint=error.hint)
        made.__dict__["category"] = ErrorCategory.network_error
        raise made from error
    except WireError as error:
        raise OnecError(str(error)) from error

"""Errors of the mail transport as script errors: what failed and where, the server's reply, how to mend it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from runtime.errors import OnecError
from stdlib.mail.errors import MailError


@contextmanager
def told() -> Iterator[None]:
    """What the transport raises inside becomes an OnecError with the server's own words."""
    try:
        yield
    except MailError as error:
        raise OnecError(str(error), hint=error.hint) from error

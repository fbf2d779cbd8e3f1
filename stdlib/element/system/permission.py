"""The host's refusals told as ИсключениеДоступаКСредеИсполнения."""

from __future__ import annotations

from runtime import host
from runtime.errors import OnecError


def require(what: str) -> None:
    """Unless the host lets the script look at the system and start programs; `what` is told."""
    try:
        host.require("process", what)
    except OnecError as refusal:
        from stdlib.element.exceptions import ExecutionEnvironmentPermissionException

        error = ExecutionEnvironmentPermissionException(refusal.message)
        error.hint = refusal.hint
        raise error from None

"""`исп`: the value is closed when its block is left, however it is left."""

from __future__ import annotations

from runtime.errors import OnecError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class use:  # noqa: N801 - reads as a statement
    """`исп имя = value` is compiled to `with use(value) as имя:` around the rest of the block."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        if value is not None and not hasattr(type(value), "Закрыть()"):
            from runtime.element.exceptions import TypeCheckException
            from runtime.element.library import type_name

            raise TypeCheckException(f"Тип {type_name(value)} не является Закрываемое")
        self.value = value

    def __enter__(self) -> Any:
        return self.value

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if self.value is None:
            return
        try:
            abandon = getattr(self.value, "abandon", None) if error is not None else None
            if abandon is not None:
                # Some resources do less when they are left by an exception: POP3 deletes nothing then.
                abandon()
            getattr(self.value, "Закрыть()")()
        except OnecError as failure:
            if error is None:
                raise
            if isinstance(error, OnecError):
                from runtime.element.exceptions import suppressed

                suppressed(error).append(failure)

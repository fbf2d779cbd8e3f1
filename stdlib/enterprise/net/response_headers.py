"""The headers of an answer: a Соответствие whose look-ups forgive the case of letters."""

from __future__ import annotations

from stdlib.enterprise.collections.map import Map

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any


class ResponseHeaders(Map):
    """Names as the server spelled them; any other case finds them too, since HTTP makes no difference.

    One and the same header sent several times is one value, parted by commas.
    """

    __slots__ = ()

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str]]) -> ResponseHeaders:
        spelled: dict[str, str] = {}
        values: dict[str, list[str]] = {}
        for name, value in pairs:
            values.setdefault(spelled.setdefault(name.lower(), name), []).append(value)
        made = cls()
        made.update({name: ", ".join(parts) for name, parts in values.items()})
        return made

    def __missing__(self, key: Any) -> Any:
        if isinstance(key, str):
            wanted = key.lower()
            for name, value in self.items():
                if isinstance(name, str) and name.lower() == wanted:
                    return value
        return None

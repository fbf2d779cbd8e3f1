"""Copies of values, as bytes: what is stored does not change with the value it was taken from."""

from __future__ import annotations

from runtime.errors import OnecError
from stdlib.enterprise.jobs.parcel import pack, unpack

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Snapshot:
    """A value as it was at one moment; `level` is that of zlib, None for no compression."""

    __slots__ = ("_compressed", "_data")

    def __init__(self, value: Any, level: int | None = None) -> None:
        try:
            self._data = pack(value)
        except OnecError as error:
            raise OnecError(
                "Значение не может быть помещено в хранилище", hint="Хранятся простые значения, коллекции, данные"
            ) from error
        self._compressed = level is not None
        if level is not None:
            from zlib import compress

            self._data = compress(self._data, level)

    def value(self) -> Any:
        """A new copy of the value."""
        if not self._compressed:
            return unpack(self._data)
        from zlib import decompress

        return unpack(decompress(self._data))

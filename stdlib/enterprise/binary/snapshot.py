"""Copies of values, as bytes: what is stored does not change with the value it was taken from.

The bytes never leave this process and are read by nobody else: pickle would run what a stranger wrote into them.
"""

from __future__ import annotations

import pickle
from io import BytesIO

from runtime.enterprise.access import TRUE_KEY
from runtime.enterprise.date import Date
from runtime.enterprise.null import Null
from runtime.enterprise.types import TypeValue
from runtime.enums import EnumValue
from runtime.errors import OnecError
from stdlib.enterprise.binary.binary_data import BinaryData
from stdlib.enterprise.values.unique_identifier import UUID

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_PLAIN = frozenset({type(None), bool, int, str})
_UNCHANGING = (EnumValue, Null, Date, TypeValue, BinaryData, UUID, type, TRUE_KEY.__class__)


class Snapshot:
    """A value as it was at one moment; `level` is that of zlib, None for no compression."""

    __slots__ = ("_data", "_level", "_plain", "_shared")

    def __init__(self, value: Any, level: int | None = None) -> None:
        self._shared: list[object] = []
        self._plain, self._level = value, level
        self._data = b""
        if value.__class__ not in _PLAIN:
            self._plain = None
            self._data = _packed(self._written(value), level)

    def _written(self, value: Any) -> bytes:
        file = BytesIO()
        try:
            _Pickler(file, self._shared).dump(value)
        except (pickle.PicklingError, TypeError, AttributeError, RecursionError) as error:
            raise OnecError(
                "Значение не может быть помещено в хранилище", hint="Хранятся простые значения, коллекции, данные"
            ) from error
        return file.getvalue()

    def value(self) -> Any:
        """A new copy of the value."""
        if not self._data:
            return self._plain
        return _Unpickler(BytesIO(_unpacked(self._data, self._level)), self._shared).load()


class _Pickler(pickle.Pickler):
    """Keeps out of the copy what never changes: some of it has one instance only, and classes may have no module."""

    def __init__(self, file: BytesIO, shared: list[object]) -> None:
        super().__init__(file, pickle.HIGHEST_PROTOCOL)
        self._shared = shared

    def persistent_id(self, obj: object) -> int | None:
        if not isinstance(obj, _UNCHANGING):
            return None
        self._shared.append(obj)
        return len(self._shared) - 1


class _Unpickler(pickle.Unpickler):
    def __init__(self, file: BytesIO, shared: list[object]) -> None:
        super().__init__(file)
        self._shared = shared

    def persistent_load(self, pid: Any) -> object:
        return self._shared[pid]


def _packed(data: bytes, level: int | None) -> bytes:
    if level is None:
        return data
    from zlib import compress

    return compress(data, level)


def _unpacked(data: bytes, level: int | None) -> bytes:
    if level is None:
        return data
    from zlib import decompress

    return decompress(data)

"""Values written down for another process: the receiver gets copies, as a job of the platform does.

They are pickled, but only types that are named here: a file or a connection cannot be in two processes. What is read
was written by a process of the same script, so reading needs no list.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pickle import HIGHEST_PROTOCOL, Pickler, loads

from runtime.enterprise.access import FALSE_KEY, TRUE_KEY, key_of
from runtime.enterprise.date import Date
from runtime.enterprise.null import NULL, Null
from runtime.enterprise.scripts import ScriptObject
from runtime.enums import EnumValue
from runtime.errors import OnecError
from runtime.names import fold
from stdlib.enterprise.collections.shapes import Shaped, is_wide, shape_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from stdlib.enterprise.collections.shapes import Guards

_DATA = (
    "stdlib.enterprise.collections.",
    "stdlib.enterprise.values.",
    "stdlib.enterprise.periods.",
    "stdlib.enterprise.binary.binary_data.",
    "stdlib.enterprise.binary.snapshot.",
    "stdlib.enterprise.binary.value_storage.",
    "stdlib.enterprise.jobs.job_schedule.",
    "runtime.enterprise.access.",
    "runtime.enterprise.types.",
    # Collections keep what reads and counts them: methods of their own.
    "builtins.",
    "decimal.",
    "copyreg.",
    f"{__name__}.",
)
"""Where the classes of values live that are nothing but data."""
_DEPTH = 1000
"""How deep values may hold one another; CPython's pickling needs the C stack for each level."""


def pack(value: Any) -> bytes:
    """The written form; OnecError for a value that cannot be copied."""
    output = BytesIO()
    limit = sys.getrecursionlimit()
    try:
        sys.setrecursionlimit(min(limit, _frames() + _DEPTH))
        _Writer(output, HIGHEST_PROTOCOL).dump(value)
    except RecursionError:
        raise OnecError("Слишком большая вложенность значений") from None
    finally:
        sys.setrecursionlimit(limit)
    return output.getvalue()


def pack_or_nothing(value: Any) -> bytes:
    """The written form, of Неопределено when the value cannot be copied: nobody may have wanted it."""
    try:
        return pack(value)
    except OnecError:
        return pack(None)


def unpack(data: bytes) -> Any:
    """The value that was written."""
    return loads(data)


def _frames() -> int:
    count, frame = 0, sys._getframe()
    while frame.f_back is not None:
        count, frame = count + 1, frame.f_back
    return count


class _Writer(Pickler):
    def reducer_override(self, obj: Any) -> Any:
        kind = obj.__class__
        if isinstance(obj, type):
            return _class_reduced(obj)
        if isinstance(obj, Shaped):
            state = obj.__onec_names__(), obj._values(), obj._guards, _besides(obj)
            return _new, (obj._base,), state, None, None, _refill
        if isinstance(obj, EnumValue):
            return _enum_value, (kind, obj.ru)
        if obj is TRUE_KEY or obj is FALSE_KEY:
            return key_of, (obj.value,)
        if kind is Null:
            return _null, ()
        if kind is Date:
            return _date, (obj.seconds,)
        if isinstance(obj, ScriptObject):
            # Its class calls itself one of a Python module with the name of the script's file.
            raise _refused(kind)
        if _origin(obj).startswith(_DATA):
            return NotImplemented
        raise _refused(kind)


_HINT = "Передаются копии: примитивные значения, коллекции, двоичные данные; файл или соединение откройте в задании"


def _refused(kind: type) -> OnecError:
    return OnecError(f"Значение типа {_type_name(kind)} нельзя передать в другой процесс", hint=_HINT)


def _origin(obj: Any) -> str:
    """The module of a function, or of an object's class."""
    kind = obj.__class__
    module: str = obj.__module__ if kind.__name__ == "function" else kind.__module__
    return f"{module}."


def _type_name(kind: type) -> str:
    info = getattr(kind, "__onec__", None)
    return info.ru if info is not None else kind.__name__


def _class_reduced(cls: Any) -> Any:
    if issubclass(cls, Shaped) and cls is not cls._base:
        if is_wide(cls):
            return _wide, (cls._base,)
        return shape_of, (cls._base, tuple(cls._names.values()), cls._guards)
    if issubclass(cls, ScriptObject):
        # Pickling would import a Python module with the name of the script's file.
        raise OnecError(f"Тип {_type_name(cls)} нельзя передать в другой процесс", hint="Его объявляет сценарий")
    return NotImplemented


def _wide(base: type[Shaped]) -> type[Shaped]:
    return base._wide


def _new(base: type[Shaped]) -> Shaped:
    return object.__new__(base)


def _besides(obj: Shaped) -> dict[str, Any]:
    """What an object of a shape keeps beside its properties, by slot."""
    shape = {slot.__name__ for slot in obj._slots}
    names = [name for cls in obj._base.__mro__ for name in vars(cls).get("__slots__", ()) if name not in shape]
    return {name: getattr(obj, name) for name in names if hasattr(obj, name)}


def _refill(obj: Shaped, state: tuple[list[str], list[Any], Guards, dict[str, Any]]) -> None:
    names, values, guards, besides = state
    # Columns of tables with a type go on adjusting what is assigned, columns with an index go on telling it.
    obj._take(shape_of(obj._base, tuple(names), guards), names, values, guards)
    for name, value in besides.items():
        object.__setattr__(obj, name, value)


def _enum_value(enumeration: type, name: str) -> Any:
    return getattr(enumeration, "." + fold(name))


def _date(seconds: int) -> Date:
    return Date.of_seconds(seconds)


def _null() -> Null:
    return NULL

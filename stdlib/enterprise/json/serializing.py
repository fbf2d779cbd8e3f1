"""Values of the language written as JSON, whatever their depth."""

from __future__ import annotations

from runtime.enterprise.access import value_of
from runtime.enterprise.convert import is_number
from runtime.enterprise.date import Date
from runtime.enterprise.null import Null
from runtime.enterprise.presentation import plain
from runtime.enterprise.types import type_of
from runtime.errors import OnecError
from stdlib.enterprise.collections.array import Array
from stdlib.enterprise.collections.fixed_array import FixedArray
from stdlib.enterprise.collections.fixed_map import FixedMap
from stdlib.enterprise.collections.fixed_structure import FixedStructure
from stdlib.enterprise.collections.map import Map
from stdlib.enterprise.collections.structure import Structure
from stdlib.enterprise.json.dates import write_json_date

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from stdlib.enterprise.json.callback import Callback
    from stdlib.enterprise.json.json_serializer_settings import JSONSerializerSettings
    from stdlib.enterprise.json.json_writer import JSONWriter

    Element = tuple[str | None, Any]
    Open = tuple[Any, Iterator[Element], bool]

_ARRAYS, _STRUCTURES = (Array, FixedArray), (Structure, FixedStructure)
_KNOWN = (str, int, type(None), Date, Null, *_ARRAYS, *_STRUCTURES, Map, FixedMap)


class Conversion:
    """The script's function that is asked for what JSON does not know."""

    __slots__ = ("_additional", "_function")

    def __init__(self, function: Callback, additional: Any) -> None:
        self._function, self._additional = function, additional

    def converted(self, name: str | None, value: Any) -> tuple[Any, bool]:
        """What to write instead, and whether to leave it out."""
        result, refused = self._function.call_for_parameter(3, name, value, self._additional, False)
        return result, refused is True


class Serializing:
    """One call of ЗаписатьJSON."""

    __slots__ = ("_conversion", "_settings", "_writer")

    def __init__(self, writer: JSONWriter, settings: JSONSerializerSettings, conversion: Conversion | None) -> None:
        self._writer, self._settings, self._conversion = writer, settings, conversion

    def write(self, value: Any) -> None:
        open_: list[Open] = []
        path: set[int] = set()
        self._begin(None, value, open_, path)
        while open_:
            container, elements, is_object = open_[-1]
            element = next(elements, None)
            if element is not None:
                self._begin(element[0], element[1], open_, path)
                continue
            if is_object:
                self._writer.write_end_object()
            else:
                self._writer.write_end_array()
            open_.pop()
            path.discard(id(container))

    def _begin(self, name: str | None, value: Any, open_: list[Open], path: set[int]) -> None:
        """Write a value, of a container its beginning."""
        text = self._text(value)
        if text is not None:
            if name is None:
                self._writer.put(text)
            else:
                self._writer.put_property(name, text)
            return
        if not _is_known(value):
            if self._conversion is None:
                raise _unknown(name, value)
            value, left_out = self._conversion.converted(name, value)
            if left_out:
                return
        if name is not None:
            self._writer.write_property_name(name)
        elements = self._elements(value)
        if elements is None:
            self._simple(name, value)
            return
        if id(value) in path:
            raise OnecError("Значение содержит само себя, его нельзя записать в JSON")
        path.add(id(value))
        is_object = not isinstance(value, _ARRAYS) or self._settings.serialize_arrays_as_objects
        if is_object:
            self._writer.write_start_object()
        else:
            self._writer.write_start_array()
        open_.append((value, iter(elements), is_object))

    def _text(self, value: Any) -> str | None:
        """What writes the values that occur most; None for the others."""
        kind = value.__class__
        if kind is str:
            return self._writer.quoted(value)
        if kind is int:
            return plain(value)
        if kind is bool:
            return "true" if value else "false"
        return "null" if value is None else None

    def _elements(self, value: Any) -> Iterable[Element] | None:
        """The names and values inside a container; None for everything else."""
        if isinstance(value, _ARRAYS):
            if self._settings.serialize_arrays_as_objects:
                return ((str(index), item) for index, item in enumerate(value))
            return ((None, item) for item in value)
        if isinstance(value, _STRUCTURES):
            return zip(value.__onec_names__(), value._values(), strict=True)
        if isinstance(value, Map | FixedMap):
            pairs = value.items() if isinstance(value, Map) else value.__onec_pairs__().items()
            return ((_name(key), item) for key, item in list(pairs))
        return None

    def _simple(self, name: str | None, value: Any) -> None:
        if value.__class__ is Date:
            settings = self._settings
            form, variant = settings.date_serialization_format, settings.date_writing_variant
            value = write_json_date(value, form, variant)
        elif value.__class__ is Null:
            value = None
        elif not (value is None or isinstance(value, str | bool) or is_number(value)):
            raise _unknown(name, value)
        self._writer.write_value(value)


def _is_known(value: Any) -> bool:
    return isinstance(value, _KNOWN) or is_number(value)


def _name(key: Any) -> str:
    if key.__class__ is not str:
        kind = type_of(value_of(key)).ru
        raise OnecError("Ключ соответствия, записываемого в JSON, должен быть строкой", hint=f"Тип ключа – {kind}")
    name: str = key
    return name


def _unknown(name: str | None, value: Any) -> OnecError:
    where = f"Свойство «{name}»" if name is not None else "Значение"
    return OnecError(
        "Передано значение недопустимого типа",
        hint=f"{where} – типа {type_of(value).ru}: передайте функцию преобразования",
    )

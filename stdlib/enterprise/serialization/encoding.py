"""Values → the lists of their text."""

from __future__ import annotations

from runtime.enterprise.access import value_of
from runtime.enterprise.convert import is_number
from runtime.enterprise.date import Date
from runtime.enterprise.null import Null
from runtime.enterprise.presentation import plain
from runtime.enterprise.types import TypeValue, type_of
from runtime.enums import EnumValue
from runtime.errors import BadArgument
from stdlib.enterprise.binary.binary_data import BinaryData
from stdlib.enterprise.binary.value_storage import ValueStorage
from stdlib.enterprise.collections.array import Array
from stdlib.enterprise.collections.fixed_array import FixedArray
from stdlib.enterprise.collections.fixed_map import FixedMap
from stdlib.enterprise.collections.fixed_structure import FixedStructure
from stdlib.enterprise.collections.map import Map
from stdlib.enterprise.collections.structure import Structure
from stdlib.enterprise.collections.value_list import ValueList
from stdlib.enterprise.collections.value_table import ValueTable
from stdlib.enterprise.collections.value_tree import ValueTree
from stdlib.enterprise.collections.value_tree_row_collection import ValueTreeRowCollection
from stdlib.enterprise.serialization.braces import Child, quoted
from stdlib.enterprise.serialization.descriptions import description_form
from stdlib.enterprise.serialization.tables import rows_form, table_form, tree_form
from stdlib.enterprise.serialization.type_identifiers import identifier_of
from stdlib.enterprise.values.type_description import TypeDescription
from stdlib.enterprise.values.unique_identifier import UUID

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from stdlib.enterprise.serialization.braces import Form


def form_of(value: Any) -> Form:
    """The list that writes a value; OnecError when it cannot be written."""
    if value is None:
        return ['"U"']
    kind = value.__class__
    if kind is str:
        return ['"S"', quoted(value)]
    if kind is bool:
        return ['"B"', "1" if value else "0"]
    if is_number(value):
        return ['"N"', plain(value)]
    if kind is Date:
        return ['"D"', repr(value)[1:-1]]
    if kind is Null:
        return ['"L"']
    if kind is TypeValue:
        return ['"T"', identifier_of(value.en)]
    if isinstance(value, EnumValue):
        return ['"#"', identifier_of(type(value).__onec__.en), quoted(value.en)]
    if isinstance(value, ValueTreeRowCollection):
        return rows_form(value)
    for base, payload in _PAYLOADS.items():
        if isinstance(value, base):
            return ['"#"', identifier_of(base.__onec__.en), payload(value)]  # type: ignore[attr-defined]
    raise BadArgument(1, "Несоответствие типов", hint=f"Значение типа {type_of(value).ru} нельзя записать строкой")


def _elements(values: Iterable[Any]) -> Form:
    children = [Child(value) for value in values]
    return [str(len(children)), *children]


def _pairs(pairs: Iterable[tuple[Any, Any]]) -> Form:
    children = [[Child(key), Child(value)] for key, value in pairs]
    return [str(len(children)), *children]


def _structure(value: Any) -> Form:
    return _pairs(zip(value.__onec_names__(), value._values(), strict=True))


def _map(value: Map) -> Form:
    return _pairs((value_of(key), item) for key, item in value.items())


def _fixed_map(value: FixedMap) -> Form:
    return _pairs((pair.key(), pair.value()) for pair in value)


def _value_list(values: ValueList) -> Form:
    """The order of the elements is ours."""
    items = [[Child(i.value()), quoted(i.presentation), "1" if i.check else "0"] for i in values]
    return ["1", Child(values.value_type()), Child(values.available_values), str(len(items)), *items]


def _binary(value: BinaryData) -> Form:
    return ["1", ["#base64:" + value.__onec_xml__()]]


def _storage(value: ValueStorage) -> Form:
    """Ours: what is stored, as it is."""
    return ["1", Child(value.get())]


_PAYLOADS: dict[type, Callable[[Any], Any]] = {
    Array: _elements,
    Structure: _structure,
    Map: _map,
    ValueTable: table_form,
    ValueTree: tree_form,
    ValueList: _value_list,
    UUID: UUID.__onec_text__,
    BinaryData: _binary,
    ValueStorage: _storage,
    TypeDescription: description_form,
    FixedArray: _elements,
    FixedStructure: _structure,
    FixedMap: _fixed_map,
}

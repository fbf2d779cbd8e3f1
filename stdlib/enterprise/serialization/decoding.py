"""The lists of a text → values."""

from __future__ import annotations

from runtime.enterprise.convert import parse_number
from runtime.enterprise.date import Date
from runtime.enterprise.null import NULL
from runtime.enums import EnumValue
from runtime.errors import BadArgument, OnecError
from runtime.names import fold
from stdlib.enterprise.binary.binary_data import BinaryData
from stdlib.enterprise.binary.value_storage import ValueStorage
from stdlib.enterprise.collections.array import Array
from stdlib.enterprise.collections.fixed_array import FixedArray
from stdlib.enterprise.collections.fixed_map import FixedMap
from stdlib.enterprise.collections.fixed_structure import FixedStructure
from stdlib.enterprise.collections.map import Map
from stdlib.enterprise.collections.structure import Structure, checked_name
from stdlib.enterprise.collections.value_list import ValueList
from stdlib.enterprise.serialization.braces import Malformed, Quoted, read
from stdlib.enterprise.serialization.decoded import Decoded, counted, value_in
from stdlib.enterprise.serialization.descriptions import read_description
from stdlib.enterprise.serialization.tables import read_table, read_tree
from stdlib.enterprise.serialization.type_identifiers import identifier_of, type_of_identifier
from stdlib.enterprise.values.type_description import TypeDescription
from stdlib.enterprise.values.unique_identifier import UUID

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

_DIGITS = 4300


def value_of_text(text: str) -> Any:
    """The value that a text writes; OnecError when it writes none."""
    try:
        return value_in(read(text, _close))
    except Malformed:
        raise BadArgument(1, hint="Это не строка, которую возвращает ЗначениеВСтрокуВнутр") from None
    except OnecError as error:
        # A date or a name that cannot be.
        raise BadArgument(1, hint=error.message) from error


def _close(elements: list[Any]) -> Any:
    """A list that has ended: a value when it is that of one, else as it is."""
    tag = elements[0].text if elements and isinstance(elements[0], Quoted) else ""
    if tag in ("U", "L") and len(elements) == 1:
        return Decoded(None if tag == "U" else NULL)
    if len(elements) == 2 and (tag == "S" or (tag in _SIMPLE and isinstance(elements[1], str))):
        return Decoded(_string(elements[1]) if tag == "S" else _SIMPLE[tag](elements[1]))
    if tag == "#" and len(elements) == 3:
        return Decoded(_object(elements[1], elements[2]))
    return elements


def _string(element: Any) -> str:
    if not isinstance(element, Quoted):
        raise Malformed
    return element.text


def _number(text: str) -> Any:
    value = parse_number(text) if len(text) <= _DIGITS else None
    if value is None:
        raise Malformed
    return value


def _boolean(text: str) -> bool:
    if text not in ("0", "1"):
        raise Malformed
    return text == "1"


def _date(text: str) -> Date:
    if len(text) != 14 or not (text.isascii() and text.isdigit()):
        raise Malformed
    return Date.literal(text)


def _type(text: str) -> Any:
    found = type_of_identifier(text)
    if found is None:
        raise Malformed
    return found


_SIMPLE: dict[str, Callable[[str], Any]] = {"N": _number, "B": _boolean, "D": _date, "T": _type}


def _object(identifier: Any, payload: Any) -> Any:
    if not isinstance(identifier, str):
        raise Malformed
    reader = _READERS.get(identifier)
    if reader is not None:
        return reader(payload)
    kind = type_of_identifier(identifier) if isinstance(payload, Quoted) else None
    if kind is None or not issubclass(kind.python_type, EnumValue):
        raise Malformed
    member = kind.python_type.__onec__.find("property", _string(payload).casefold())
    if member is None:
        raise Malformed
    return member.target


def _array(payload: Any) -> Array:
    return Array.of(value_in(element) for element in counted(payload))


def _pairs(payload: Any) -> list[tuple[Any, Any]]:
    pairs = []
    for element in counted(payload):
        if not isinstance(element, list) or len(element) != 2:
            raise Malformed
        pairs.append((value_in(element[0]), value_in(element[1])))
    return pairs


def _structure(payload: Any) -> Structure:
    values: dict[str, tuple[str, Any]] = {}
    for name, value in _pairs(payload):
        if not isinstance(name, str) or fold(name) in values:
            raise Malformed
        values[fold(name)] = checked_name(name), value
    made = Structure()
    made._reshape([name for name, _ in values.values()], [value for _, value in values.values()])
    return made


def _map(payload: Any) -> Map:
    made = Map()
    for key, value in _pairs(payload):
        made.insert(key, value)
    return made


def _value_list(payload: Any) -> ValueList:
    items = counted(payload, 3)
    made = ValueList()
    kind, available = value_in(payload[1]), value_in(payload[2])
    if isinstance(kind, TypeDescription):
        made.set_value_type(kind)
    if isinstance(available, ValueList):
        made.available_values = available
    for item in items:
        if not isinstance(item, list) or len(item) != 3:
            raise Malformed
        made.add(value_in(item[0]), _string(item[1]), item[2] == "1")
    return made


def _identifier(payload: Any) -> UUID:
    if not isinstance(payload, str):
        raise Malformed
    return UUID(payload)


def _binary(payload: Any) -> BinaryData:
    inner = payload[1] if isinstance(payload, list) and len(payload) == 2 else None
    if not isinstance(inner, list) or len(inner) != 1 or not str(inner[0]).startswith("#base64:"):
        raise Malformed
    return BinaryData.of_xml(str(inner[0]).removeprefix("#base64:"))


def _storage(payload: Any) -> ValueStorage:
    if not isinstance(payload, list) or len(payload) != 2:
        raise Malformed
    return ValueStorage(value_in(payload[1]))


_BY_NAME: dict[str, Callable[[Any], Any]] = {
    "Array": _array,
    "Structure": _structure,
    "Map": _map,
    "ValueList": _value_list,
    "ValueTable": read_table,
    "ValueTree": read_tree,
    "UUID": _identifier,
    "BinaryData": _binary,
    "ValueStorage": _storage,
    "TypeDescription": lambda payload: read_description(payload) or TypeDescription(),
    "FixedArray": lambda payload: FixedArray(_array(payload)),
    "FixedStructure": lambda payload: FixedStructure(_structure(payload)),
    "FixedMap": lambda payload: FixedMap(_map(payload)),
}
_READERS = {identifier_of(name): reader for name, reader in _BY_NAME.items()}

"""XML → values: what ЗаписатьXML writes.

Each level of a value is a generator (see steps). A step that reads an element begins at its start tag and leaves the
reader at its end tag.
"""

from __future__ import annotations

from runtime.enterprise.null import NULL
from runtime.enterprise.types import TypeValue
from runtime.errors import OnecError
from stdlib.enterprise.collections.array import Array
from stdlib.enterprise.collections.fixed_array import FixedArray
from stdlib.enterprise.collections.fixed_map import FixedMap
from stdlib.enterprise.collections.fixed_structure import FixedStructure
from stdlib.enterprise.collections.map import Map
from stdlib.enterprise.collections.structure import Structure
from stdlib.enterprise.collections.value_list import ValueList
from stdlib.enterprise.collections.value_table import ValueTable
from stdlib.enterprise.serialization.steps import walk
from stdlib.enterprise.serialization.tables import add_columns
from stdlib.enterprise.serialization.xml_names import XSI, type_of_xml_name
from stdlib.enterprise.values.date_qualifiers import DateQualifiers
from stdlib.enterprise.values.number_qualifiers import NumberQualifiers
from stdlib.enterprise.values.string_qualifiers import StringQualifiers
from stdlib.enterprise.values.type_description import TypeDescription
from stdlib.enterprise.values.xml import xml_value
from stdlib.enterprise.xml.xml_node_type import XMLNodeType
from stdlib.enterprise.xml.xml_reader import XMLReader

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from stdlib.enterprise.serialization.steps import Steps
    from stdlib.enterprise.serialization.tables import ColumnParts

_START, _END = XMLNodeType.start_element, XMLNodeType.end_element
_TEXTS = frozenset({XMLNodeType.text, XMLNodeType.cdata_section, XMLNodeType.whitespace})
_FAILED = "Ошибка преобразования данных XML"
# The meaning of a prefix is looked for through all open elements.
_DEPTH = 1000


def type_told(reader: XMLReader) -> TypeValue | None:
    """The type of the element on which the reader stands: its xsi:type, else its name; None when unknown."""
    told = reader.attribute_value("type", XSI)
    if told is None:
        return type_of_xml_name(reader.namespace_uri(), reader.local_name())
    return _type_in_text(reader, told)


def is_nil(reader: XMLReader) -> bool:
    return reader.attribute_value("nil", XSI) in ("true", "1")


def _type_in_text(reader: XMLReader, text: str) -> TypeValue | None:
    """The type that a qualified name means here."""
    prefix, colon, local = text.strip().partition(":")
    if not colon:
        prefix, local = "", prefix
    uri = reader.namespace_context().lookup_namespace_uri(prefix) or ""
    return type_of_xml_name(uri, local)


def read_value(reader: XMLReader, kind: TypeValue | None) -> Any:
    """The value of the element on which the reader stands, or of the next one; the reader goes on behind it."""
    if reader.node_type() is XMLNodeType.none:
        reader.read()
    if reader.move_to_content() is not _START:
        raise OnecError(_FAILED, hint="Значение читается с начала элемента")
    value = walk(XmlReading(reader).value(kind))
    reader.read()
    return value


class XmlReading:
    """One call of ПрочитатьXML."""

    __slots__ = ("_depth", "_reader")

    def __init__(self, reader: XMLReader) -> None:
        self._reader = reader
        self._depth = 0

    def value(self, kind: TypeValue | None = None) -> Steps:
        """The value of the element; its type is the given one, or the one told by the element."""
        if is_nil(self._reader):
            self._end()
            return None
        kind = kind or type_told(self._reader)
        if kind is None:
            raise self._wrong("Тип значения неизвестен")
        reading = _READERS.get(kind.en)
        if reading is not None:
            self._depth += 1
            if self._depth > _DEPTH:
                raise OnecError(f"Превышена вложенность значений XML ({_DEPTH})")
            made = yield reading(self)
            self._depth -= 1
            return made
        return self._simple(kind)

    def _simple(self, kind: TypeValue) -> Any:
        if kind.en == "Type":
            return self._type()
        if kind.en == "TypeDescription":
            return self.description()
        text = self.text()
        if kind.en == "Null":
            return NULL
        if kind.en in _ENUMERATIONS:
            from stdlib.enterprise.library import class_named

            return self._item(class_named(kind.en), text)
        return xml_value(kind, text)

    def _item(self, enumeration: Any, text: str) -> Any:
        member = enumeration.__onec__.find("property", text.strip().casefold())
        if member is None:
            raise self._wrong(f"Такого значения нет: {text.strip()[:40]}")
        return member.target

    def text(self) -> str:
        """The text of an element that has no elements inside."""
        pieces: list[str] = []
        reader = self._reader
        ignoring = reader.ignore_whitespace
        # A string of blanks is a value, too.
        reader.ignore_whitespace = False
        while reader.read() and reader.node_type() is not _END:
            if reader.node_type() is _START:
                raise self._wrong("Здесь должен быть текст")
            if reader.node_type() in _TEXTS:
                pieces.append(reader.value())
        reader.ignore_whitespace = ignoring
        return "".join(pieces)

    def _end(self) -> None:
        while self.next_child():
            self._reader.skip()

    def next_child(self) -> bool:
        """Go to the next element inside; False at the end of this one."""
        while self._reader.read():
            kind = self._reader.node_type()
            if kind is _START or kind is _END:
                return kind is _START
            if kind in _TEXTS and self._reader.value().strip():
                raise self._wrong("Здесь должен быть элемент")
        raise self._wrong("Документ не закончен")

    def child_named(self, *names: str) -> str:
        """The name of the element, which must be one of these."""
        name = self._reader.local_name()
        if name not in names:
            raise self._wrong(f"Здесь должен быть элемент {names[0]}")
        return name

    def attribute(self, name: str) -> str:
        value = self._reader.attribute_value(name)
        if value is None:
            raise self._wrong(f"Нет атрибута {name}")
        return value

    def skip(self) -> None:
        """Leave an element out."""
        self._reader.skip()

    def _type(self) -> TypeValue:
        # Prefixes have to be looked up while the element is open.
        reader = self._reader
        text = ""
        found: TypeValue | None = None
        while reader.read() and reader.node_type() is not _END:
            text += reader.value()
            found = _type_in_text(reader, text)
        if found is None:
            raise self._wrong(f"Тип неизвестен: {text.strip()[:40]}")
        return found

    def description(self) -> TypeDescription:
        """A description of types."""
        types: list[TypeValue] = []
        details: list[Any] = []
        while self.next_child():
            name = self.child_named("Type", *_QUALIFIERS)
            if name == "Type":
                types.append(self._type())
            else:
                details.append(self._qualifiers(name))
        return TypeDescription(Array.of(types), *details)

    def _qualifiers(self, name: str) -> Any:
        make, parts = _QUALIFIERS[name]
        arguments: list[Any] = [None if part in _ENUMERATIONS else 0 for part in parts]
        while self.next_child():
            part = self.child_named(*parts)
            text = self.text().strip()
            if part in _ENUMERATIONS:
                from stdlib.enterprise.library import class_named

                arguments[parts.index(part)] = self._item(class_named(part), text)
            elif text.isascii() and text.isdigit() and len(text) < 10:
                arguments[parts.index(part)] = int(text)
            else:
                raise self._wrong(f"Неверное число: {text[:40]}")
        return make(*arguments)

    def _wrong(self, hint: str) -> OnecError:
        return OnecError(_FAILED, hint=f"Элемент {self._reader.name()}. {hint}")


_ENUMERATIONS = ("AllowedSign", "AllowedLength", "DateFractions")
_QUALIFIERS: dict[str, tuple[Callable[..., Any], tuple[str, ...]]] = {
    "NumberQualifiers": (NumberQualifiers, ("Digits", "FractionDigits", "AllowedSign")),
    "StringQualifiers": (StringQualifiers, ("Length", "AllowedLength")),
    "DateQualifiers": (DateQualifiers, ("DateFractions",)),
}


def _array(reading: XmlReading) -> Steps:
    values = Array()
    while reading.next_child():
        reading.child_named("Value")
        values.append((yield reading.value()))
    return values


def _structure(reading: XmlReading) -> Steps:
    names: dict[str, Any] = {}
    while reading.next_child():
        reading.child_named("Property")
        name = reading.attribute("name")
        names[name] = None
        while reading.next_child():
            reading.child_named("Value")
            names[name] = yield reading.value()
    made = Structure(",".join(names))
    if len(made) != len(names):
        raise OnecError(_FAILED, hint="Неверные имена свойств структуры")
    for name, value in zip(list(names), list(names.values()), strict=True):
        made.insert(name, value)
    return made


def _map(reading: XmlReading) -> Steps:
    made = Map()
    while reading.next_child():
        reading.child_named("pair")
        pair: dict[str, Any] = {"Key": None, "Value": None}
        while reading.next_child():
            name = reading.child_named("Key", "Value")
            pair[name] = yield reading.value()
        made.insert(pair["Key"], pair["Value"])
    return made


def _value_list(reading: XmlReading) -> Steps:
    made = ValueList()
    while reading.next_child():
        name = reading.child_named("item", "valueType", "lastId", "availableValues")
        if name == "valueType":
            made.set_value_type(reading.description())
        elif name == "item":
            parts: dict[str, Any] = {"presentation": "", "checkState": "0", "value": None}
            while reading.next_child():
                name = reading.child_named("value", "presentation", "checkState")
                parts[name] = (yield reading.value()) if name == "value" else reading.text()
            made.add(parts["value"], parts["presentation"], parts["checkState"].strip() in ("1", "true"))
        else:
            reading.skip()
    return made


def _table(reading: XmlReading) -> Steps:
    made = ValueTable()
    columns: list[ColumnParts] = []
    rows: list[list[Any]] = []
    while reading.next_child():
        name = reading.child_named("column", "row", "index")
        if name == "column":
            columns.append(_column(reading))
        elif name == "row":
            rows.append([])
            while reading.next_child():
                reading.child_named("Value")
                rows[-1].append((yield reading.value()))
        else:
            reading.skip()
    names = add_columns(made.columns(), columns)
    for values in rows:
        if len(values) != len(names):
            raise OnecError(_FAILED, hint=f"В строке таблицы значений: {len(values)}, а колонок: {len(names)}")
        row = made.add()
        for name, value in zip(names, values, strict=True):
            row[name] = value
    return made


def _column(reading: XmlReading) -> ColumnParts:
    texts = {"Name": "", "Title": "", "Width": "0"}
    kind: TypeDescription | None = None
    while reading.next_child():
        part = reading.child_named(*texts, "ValueType")
        if part == "ValueType":
            kind = reading.description()
        else:
            texts[part] = reading.text()
    width = texts["Width"].strip()
    return texts["Name"], kind, texts["Title"], int(width) if width.isdecimal() and len(width) < 5 else 0


def _fixed(reading_of: Callable[[XmlReading], Steps], make: Callable[[Any], Any]) -> Callable[[XmlReading], Steps]:
    def reading(reading: XmlReading) -> Steps:
        return make((yield reading_of(reading)))

    return reading


_READERS: dict[str, Callable[[XmlReading], Steps]] = {
    "Array": _array,
    "Structure": _structure,
    "Map": _map,
    "ValueList": _value_list,
    "ValueTable": _table,
    "FixedArray": _fixed(_array, FixedArray),
    "FixedStructure": _fixed(_structure, FixedStructure),
    "FixedMap": _fixed(_map, FixedMap),
}

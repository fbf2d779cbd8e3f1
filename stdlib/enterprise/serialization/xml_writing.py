"""Values → XML, in the namespace http://v8.1c.ru/8.1/data/core.

Each level of a value is a generator (see steps), so that depth costs no stack.
"""

from __future__ import annotations

from runtime.enterprise.access import value_of
from runtime.enterprise.types import TypeValue, type_of
from runtime.errors import BadArgument, OnecError
from stdlib.enterprise.collections.array import Array
from stdlib.enterprise.collections.fixed_array import FixedArray
from stdlib.enterprise.collections.fixed_map import FixedMap
from stdlib.enterprise.collections.fixed_structure import FixedStructure
from stdlib.enterprise.collections.map import Map
from stdlib.enterprise.collections.structure import Structure
from stdlib.enterprise.collections.value_list import ValueList
from stdlib.enterprise.collections.value_table import ValueTable
from stdlib.enterprise.serialization.steps import walk
from stdlib.enterprise.serialization.xml_names import CORE, XS, XSI, xml_name
from stdlib.enterprise.values.type_description import TypeDescription
from stdlib.enterprise.values.xml import xml_string
from stdlib.enterprise.xml.xml_writer import XMLWriter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from stdlib.enterprise.serialization.steps import Steps


class XmlWriting:
    """One call of ЗаписатьXML."""

    __slots__ = ("_path", "_writer")

    def __init__(self, writer: XMLWriter) -> None:
        self._writer = writer
        self._path: set[int] = set()

    def write(self, value: Any, name: str | None, uri: str | None, *, explicit: bool) -> None:
        """Write an element with the value; without a name it is called as the type."""
        writer = self._writer
        if name is None:
            own_uri, own_name = _name_of(value) if value is not None else (CORE, "Undefined")
            writer.write_start_element(own_name)
            writer.write_namespace_mapping("", own_uri)
        else:
            writer.write_start_element(name, uri)
        needed = {"xs": XS, "xsi": XSI} if name is None else {"xs": XS, "xsi": XSI, "v8": CORE}
        for prefix, namespace in needed.items():
            # Names of types need a prefix of Schema even where it is the default namespace.
            if writer.lookup_prefix(namespace) in (None, ""):
                writer.write_namespace_mapping(prefix, namespace)
        self._mark(value, typed=explicit)
        walk(self._content(value))
        writer.write_end_element()

    def _mark(self, value: Any, *, typed: bool) -> None:
        """The attribute that tells the type, or that there is no value."""
        if value is None:
            self._writer.write_attribute("nil", XSI, "true")
        elif typed:
            self._writer.write_attribute("type", XSI, self._qualified(type_of(value)))

    def _qualified(self, kind: TypeValue) -> str:
        found = xml_name(kind)
        if found is None:
            raise _unknown(kind)
        prefix = self._writer.lookup_prefix(found[0])
        return f"{prefix}:{found[1]}" if prefix else found[1]

    def _element(self, name: str, value: Any) -> Steps:
        self._writer.write_start_element(name, CORE)
        self._mark(value, typed=True)
        yield self._content(value)
        self._writer.write_end_element()

    def _text(self, name: str, text: str) -> None:
        self._writer.write_start_element(name, CORE)
        self._writer.write_text(text)
        self._writer.write_end_element()

    def _content(self, value: Any) -> Steps:
        parts = self._parts(value)
        if parts is None:
            self._simple(value)
            return
        if id(value) in self._path:
            raise OnecError("Значение содержит само себя, его нельзя записать в XML")
        self._path.add(id(value))
        yield from parts
        self._path.discard(id(value))

    def _simple(self, value: Any) -> None:
        if value is None:
            return
        if value.__class__ is TypeValue:
            self._writer.write_text(self._qualified(value))
        elif isinstance(value, TypeDescription):
            self._description(value)
        else:
            _name_of(value)
            text = xml_string(value)
            if text:
                self._writer.write_text(text)

    def _parts(self, value: Any) -> Iterable[Steps] | None:
        """The steps that write what is inside a collection; None for everything else."""
        if isinstance(value, Array | FixedArray):
            return (self._element("Value", item) for item in value)
        if isinstance(value, Structure | FixedStructure):
            names = value.__onec_names__()
            return (self._property(name, item) for name, item in zip(names, value._values(), strict=True))
        if isinstance(value, Map):
            return (self._pair(value_of(key), item) for key, item in list(value.items()))
        if isinstance(value, FixedMap):
            return (self._pair(pair.key(), pair.value()) for pair in value)
        if isinstance(value, ValueList):
            return self._list(value)
        return self._table(value) if isinstance(value, ValueTable) else None

    def _property(self, name: str, value: Any) -> Steps:
        self._writer.write_start_element("Property", CORE)
        self._writer.write_attribute("name", name)
        yield self._element("Value", value)
        self._writer.write_end_element()

    def _pair(self, key: Any, value: Any) -> Steps:
        self._writer.write_start_element("pair", CORE)
        yield self._element("Key", key)
        yield self._element("Value", value)
        self._writer.write_end_element()

    def _list(self, values: ValueList) -> Iterable[Steps]:
        self._described("valueType", values.value_type())
        for item in values:
            yield self._item(item.value(), item.presentation, item.check)

    def _item(self, value: Any, presentation: str, check: bool) -> Steps:
        self._writer.write_start_element("item", CORE)
        self._text("presentation", presentation)
        self._text("checkState", "1" if check else "0")
        yield self._element("value", value)
        self._writer.write_end_element()

    def _table(self, table: ValueTable) -> Iterable[Steps]:
        for column in table.columns():
            self._writer.write_start_element("column", CORE)
            self._text("Name", column.name())
            self._described("ValueType", column.value_type())
            self._text("Title", column.title())
            self._text("Width", str(column.width()))
            self._writer.write_end_element()
        for row in table:
            yield self._row(row)

    def _row(self, row: Iterable[Any]) -> Steps:
        self._writer.write_start_element("row", CORE)
        for value in row:
            yield self._element("Value", value)
        self._writer.write_end_element()

    def _described(self, name: str, description: TypeDescription) -> None:
        self._writer.write_start_element(name, CORE)
        self._description(description)
        self._writer.write_end_element()

    def _description(self, description: TypeDescription) -> None:
        types = description.types()
        for kind in types:
            self._text("Type", self._qualified(kind))
        known = {kind.en for kind in types}
        for kind_name, name, parts in _qualifiers(description):
            if kind_name not in known:
                continue
            self._writer.write_start_element(name, CORE)
            for part, value in parts.items():
                self._text(part, xml_string(value))
            self._writer.write_end_element()


def _qualifiers(description: TypeDescription) -> list[tuple[str, str, dict[str, Any]]]:
    """What limits the types: the type, the element, what is inside."""
    numbers, strings = description.number_qualifiers(), description.string_qualifiers()
    of_number = {
        "Digits": numbers.digits(),
        "FractionDigits": numbers.fraction_digits(),
        "AllowedSign": numbers.allowed_sign(),
    }
    of_string = {"Length": strings.length(), "AllowedLength": strings.allowed_length()}
    of_date = {"DateFractions": description.date_qualifiers().date_fractions()}
    return [
        ("Number", "NumberQualifiers", of_number),
        ("String", "StringQualifiers", of_string),
        ("Date", "DateQualifiers", of_date),
    ]


def _name_of(value: Any) -> tuple[str, str]:
    """Namespace and name of the type of a value."""
    kind = type_of(value)
    found = xml_name(kind)
    if found is None:
        raise _unknown(kind)
    return found


def _unknown(kind: TypeValue) -> OnecError:
    return BadArgument(2, "Несоответствие типов", hint=f"Значения типа {kind.ru} не записываются в XML")

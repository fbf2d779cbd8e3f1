"""Values → text → values, as JSON and as internal strings; and no text does more than be refused."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from runtime.enterprise.date import Date
from runtime.enterprise.null import NULL
from runtime.enterprise.numbers import whole
from runtime.enterprise.types import BOOLEAN, DATE, NUMBER, STRING
from runtime.errors import OnecError
from stdlib.enterprise.binary.binary_data import BinaryData
from stdlib.enterprise.collections.array import Array
from stdlib.enterprise.collections.fixed_array import FixedArray
from stdlib.enterprise.collections.fixed_map import FixedMap
from stdlib.enterprise.collections.fixed_structure import FixedStructure
from stdlib.enterprise.collections.map import Map
from stdlib.enterprise.collections.structure import Structure
from stdlib.enterprise.collections.value_list import ValueList
from stdlib.enterprise.collections.value_table import ValueTable
from stdlib.enterprise.collections.value_tree import ValueTree
from stdlib.enterprise.json.json_reader import JSONReader
from stdlib.enterprise.json.read_json import read_json
from stdlib.enterprise.json.write_json import write_json_value
from stdlib.enterprise.serialization.internal_strings import value_from_string_internal, value_to_string_internal
from stdlib.enterprise.serialization.xml_characters import find_disallowed_xml_characters
from stdlib.enterprise.serialization.xml_values import read_xml, write_xml
from stdlib.enterprise.values.allowed_length import AllowedLength
from stdlib.enterprise.values.number_qualifiers import NumberQualifiers
from stdlib.enterprise.values.string_qualifiers import StringQualifiers
from stdlib.enterprise.values.type_description import TypeDescription
from stdlib.enterprise.values.unique_identifier import UUID
from stdlib.enterprise.xml.xml_reader import XMLReader
from stdlib.enterprise.xml.xml_writer import XMLWriter

numbers = st.one_of(
    st.integers(),
    st.decimals(allow_nan=False, allow_infinity=False, places=6).map(lambda given: whole(given.normalize())),
)
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
names = st.sampled_from(("Имя", "а", "б", "Цена", "x1", "_"))
simple = st.one_of(st.none(), st.booleans(), numbers, texts)
plain = st.recursive(
    simple,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(names, inner, max_size=4),
    max_leaves=20,
)
dates = st.integers(0, 3_652_059 * 86_400 - 1).map(Date.of_seconds)
leaves = st.one_of(
    simple,
    dates,
    st.just(NULL),
    st.uuids().map(lambda given: UUID(str(given))),
    st.binary(max_size=40).map(BinaryData),
    st.sampled_from((STRING, NUMBER, BOOLEAN, DATE)),
    st.sampled_from((AllowedLength.fixed, AllowedLength.variable)),
    st.builds(
        lambda length, digits: TypeDescription(
            "Строка, Число, Массив", StringQualifiers(length), NumberQualifiers(digits)
        ),
        st.integers(0, 100),
        st.integers(0, 30),
    ),
)


def _structure(pairs: dict[str, Any]) -> Structure:
    return Structure(",".join(pairs), *pairs.values())


def _map(pairs: dict[Any, Any]) -> Map:
    made = Map()
    for key, value in pairs.items():
        made.insert(key, value)
    return made


def _list(values: list[Any]) -> ValueList:
    made = ValueList()
    for index, value in enumerate(values):
        made.add(value, f"«{index}»", index % 2 == 0)
    return made


def _table(values: list[Any]) -> ValueTable:
    made = ValueTable()
    made.columns().add("А", TypeDescription("Строка"), "Заголовок", 5)
    made.columns().add("Б")
    for value in values:
        row = made.add()
        row["А"], row["Б"] = "строка", value
    return made


def _tree(values: list[Any]) -> ValueTree:
    made = ValueTree()
    made.columns().add("А")
    rows = made.rows()
    for value in values:
        row: Any = rows.add()
        row["А"] = value
        rows = row.rows()
    return made


def _collections(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    lists = st.lists(inner, max_size=3)
    structures = st.dictionaries(names, inner, max_size=3).map(_structure)
    maps = st.dictionaries(st.one_of(texts, st.integers(2)), inner, max_size=3).map(_map)
    return st.one_of(
        lists.map(Array.of),
        structures,
        maps,
        lists.map(_list),
        lists.map(_table),
        lists.map(_tree),
        lists.map(lambda values: FixedArray(Array.of(values))),
        structures.map(FixedStructure),
        maps.map(FixedMap),
    )


values = st.recursive(leaves, _collections, max_leaves=12)


def _read(text: str, *, as_map: bool = False) -> Any:
    reader = JSONReader()
    reader.set_string(text)
    return read_json(reader, as_map)


def _of_plain(value: Any) -> Any:
    if isinstance(value, list):
        return Array.of(map(_of_plain, value))
    return _map({name: _of_plain(item) for name, item in value.items()}) if isinstance(value, dict) else value


def _to_plain(value: Any) -> Any:
    if isinstance(value, Array):
        return list(map(_to_plain, value))
    return {name: _to_plain(item) for name, item in value.items()} if isinstance(value, Map) else value


@settings(max_examples=60)
@given(plain)
def test_json_comes_back(value: Any) -> None:
    copy = _to_plain(_read(write_json_value(_of_plain(value)), as_map=True))
    # 1 and 1.0, True and 1 are equal to Python only.
    assert repr(copy) == repr(value)


@settings(max_examples=150)
@given(st.text(st.sampled_from('[]{}",:1 .-\\/*\n'), max_size=12))
def test_any_text_is_read_or_refused_as_json(text: str) -> None:
    try:
        known, value = True, json.loads(text, strict=False, parse_float=Decimal)
    except ValueError:
        known, value = False, None
    try:
        read = _to_plain(_read(text, as_map=True))
    except OnecError:
        assert not known
    else:
        assert not known or read == value


@settings(max_examples=100)
@given(st.text(st.sampled_from('[]{}",:1 eE.-truefalsn\\/*\n'), max_size=30))
def test_reading_any_text_by_pieces_ends(text: str) -> None:
    reader = JSONReader()
    reader.set_string(text)
    pieces = 0
    try:
        while reader.read():
            pieces += 1
    except OnecError:
        pass
    assert pieces <= len(text)


@settings(max_examples=150)
@given(values)
def test_internal_strings_come_back(value: Any) -> None:
    text = value_to_string_internal(value)
    copy = value_from_string_internal(text)
    assert type(copy) is type(value)
    assert value_to_string_internal(copy) == text


def _is_xml(value: Any) -> bool:
    """Does XML know all of it? Not every character, nor every type."""
    try:
        text = value_to_string_internal(value)
    except OnecError:
        return False
    return "e603c0f2-92fb-4d47-8f38-a44a381cf235" not in text and not find_disallowed_xml_characters(text)


@settings(max_examples=100)
@given(values.filter(_is_xml))
def test_xml_comes_back(value: Any) -> None:
    writer, reader = XMLWriter(), XMLReader()
    writer.set_string()
    write_xml(writer, value)
    text = writer.close()
    reader.set_string(text)
    copy = read_xml(reader)
    assert type(copy) is type(value)
    writer.set_string()
    write_xml(writer, copy)
    assert writer.close() == text


@settings(max_examples=60)
@given(values, st.integers(0, 10**6), st.sampled_from(("", "{", "}", ",", '"', "0", "#")))
def test_a_spoilt_internal_string_is_read_or_refused(value: Any, place: int, change: str) -> None:
    text = value_to_string_internal(value)
    at = place % (len(text) + 1)
    try:
        value_from_string_internal(text[:at] + change + text[at + 1 :])
    except OnecError as error:
        assert error.message == "Недопустимое значение параметра (параметр номер '1')"

"""Values in XML: depth, size and documents that nobody of ours wrote."""

from __future__ import annotations

import time
from typing import Any

import pytest

from runtime.errors import OnecError
from stdlib.enterprise.collections.array import Array
from stdlib.enterprise.serialization.xml_values import read_xml, write_xml
from stdlib.enterprise.xml.xml_node_type import XMLNodeType
from stdlib.enterprise.xml.xml_reader import XMLReader
from stdlib.enterprise.xml.xml_writer import XMLWriter

CORE = 'xmlns="http://v8.1c.ru/8.1/data/core"'
XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xs="http://www.w3.org/2001/XMLSchema"'


def read(text: str) -> Any:
    reader = XMLReader()
    reader.set_string(text)
    return read_xml(reader)


def test_the_reader_goes_on_behind_the_element() -> None:
    reader = XMLReader()
    reader.set_string(f"<r {CORE}><Array/><Array/></r>")
    reader.read()
    reader.read()
    assert (list(read_xml(reader)), list(read_xml(reader))) == ([], [])
    assert reader.node_type() is XMLNodeType.end_element
    with pytest.raises(OnecError):
        read_xml(reader)


def test_a_list_as_configurations_of_the_platform_hold_it() -> None:
    values = read(
        f'<ValueListType {CORE} {XSI}><valueType/><lastId xsi:type="xs:decimal">-1</lastId>'
        '<item><presentation>один</presentation><checkState>1</checkState><value xsi:type="xs:integer">1</value></item>'
        "</ValueListType>"
    )
    assert [(item.value(), item.presentation, item.check) for item in values] == [(1, "один", True)]


@pytest.mark.parametrize(
    "text",
    [
        f"<Array {CORE}>text</Array>",
        f"<Array {CORE}><Value/></Array>",
        f'<Array {CORE} {XSI}><Value xsi:type="xs:decimal"><b/></Value></Array>',
        f'<Array {CORE} {XSI}><Value xsi:type="xs:nothing">1</Value></Array>',
        f'<Array {CORE} {XSI}><Value xsi:type="zz:decimal">1</Value></Array>',
        f"<Structure {CORE}><Property/></Structure>",
        f'<Structure {CORE}><Property name="1"/></Structure>',
        f'<Structure {CORE}><Property name="а,б"/></Structure>',
        f'<Structure {CORE}><Property name=""/></Structure>',
        f'<Structure {CORE}><Property name="а"/><Property name="А"/></Structure>',
        f"<ValueTable {CORE}><column><Name>1</Name></column></ValueTable>",
        f"<ValueTable {CORE}><column><Name>а</Name></column><column><Name>А</Name></column></ValueTable>",
        f"<TypeDescription {CORE}><Type>нет</Type></TypeDescription>",
        f"<TypeDescription {CORE}><NumberQualifiers><Digits>-1</Digits></NumberQualifiers></TypeDescription>",
        f"<AllowedSign {CORE}>Some</AllowedSign>",
        f"<UUID {CORE}>1</UUID>",
        f"<Array {CORE}>",
        "",
    ],
)
def test_what_is_no_value_is_refused(text: str) -> None:
    with pytest.raises(OnecError):
        read(text)


def test_too_deep_a_document_is_refused() -> None:
    with pytest.raises(OnecError):
        read(f"<Array {CORE} {XSI}>" + '<Value xsi:type="Array">' * 100_000)


def test_a_deep_value_is_written_and_read() -> None:
    value: Any = Array()
    for _ in range(900):
        value = Array.of([value])
    writer = XMLWriter()
    writer.indent = False
    writer.set_string()
    write_xml(writer, value)
    copy = read(writer.close())
    depth = 0
    while copy:
        copy, depth = copy[0], depth + 1
    assert depth == 900


def test_a_large_document_is_read_in_seconds() -> None:
    started = time.process_time()
    items = "".join(f'<Value xsi:type="xs:string">строка {i}</Value>' for i in range(50_000))
    assert len(read(f"<Array {CORE} {XSI}>{items}</Array>")) == 50_000
    columns = "".join(f"<column><Name>К{i}</Name></column>" for i in range(10_000))
    assert len(read(f"<ValueTable {CORE}>{columns}</ValueTable>").columns()) == 10_000
    assert time.process_time() - started < 10

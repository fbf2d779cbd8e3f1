"""The node that a reader stands on, written as it was read."""

from __future__ import annotations

from stdlib.enterprise.xml.xml_node_type import XMLNodeType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.enterprise.xml.xml_reader import XMLReader
    from stdlib.enterprise.xml.xml_writer import XMLWriter


def write_current(reader: XMLReader, writer: XMLWriter) -> None:
    """Write the current node; of an attribute the attribute alone."""
    kind = reader.node_type()
    if kind is XMLNodeType.start_element:
        writer.write_start_element(reader.name())
        attributes = reader.attributes_read()
        for index in range(0, len(attributes), 2):
            writer.write_attribute(attributes[index], attributes[index + 1])
    elif kind is XMLNodeType.end_element:
        writer.write_end_element()
    elif kind is XMLNodeType.text or kind is XMLNodeType.whitespace:
        writer.write_text(reader.value())
    elif kind is XMLNodeType.cdata_section:
        writer.write_cdata_section(reader.value())
    elif kind is XMLNodeType.comment:
        writer.write_comment(reader.value())
    elif kind is XMLNodeType.processing_instruction:
        writer.write_processing_instruction(reader.name(), reader.value())
    elif kind is XMLNodeType.attribute:
        writer.write_attribute(reader.name(), reader.value())
    elif kind is XMLNodeType.entity_reference:
        writer.write_entity_reference(reader.name())
    elif kind is XMLNodeType.document_type_definition:
        writer.write_document_type(reader.name(), reader.public_id(), reader.system_id(), "")
    elif kind is XMLNodeType.xml_declaration:
        writer.write_xml_declaration()

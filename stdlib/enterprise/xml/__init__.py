"""XML: reading and writing node by node, trees, paths, transformations.

xml_reader, attributes  ЧтениеXML
events, node, namespaces, sources, malformed    bytes → nodes, what ЧтениеXML is made of
xml_writer              ЗаписьXML
tags, prefixes, sinks, characters, copying      nodes → bytes, what ЗаписьXML is made of
xml_reader_settings, xml_writer_settings, xml_namespace_context, xml_expanded_name
xml_node_type, xml_space, xml_validation_type, xml_attribute_type    enumerations
dom/                    ДокументDOM and its nodes
xpath/                  XPath 1.0 over these nodes
xsl_transform, transformation   ПреобразованиеXSL
"""

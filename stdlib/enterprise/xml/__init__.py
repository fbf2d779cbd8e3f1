"""XML: reading and writing node by node, trees (dom/), paths (xpath/), transformations.

events, node, namespaces, sources   bytes → nodes, what ЧтениеXML is made of
xml_reader, attributes  ЧтениеXML
xml_writer              ЗаписьXML
"""

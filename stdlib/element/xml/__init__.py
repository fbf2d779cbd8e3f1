"""Std::Xml. The platform's names of its members are not known; those here follow ЧтениеJson and ЗаписьJson.

xml_reader, xml_writer, xml_writer_options    ЧтениеXml, ЗаписьXml, НастройкиЗаписиXml
xml_node_kind    ВидУзлаXml
feed      bytes → nodes
"""

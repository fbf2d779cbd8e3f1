"""Trees of XML documents. Nodes: one type a file.

dom_node, dom_container   what all nodes share; what those with children share
dom_document              ДокументDOM
dom_element, dom_attribute, dom_text, dom_cdata_section, dom_comment, dom_processing_instruction,
dom_document_fragment, dom_document_type, dom_entity_reference, dom_entity, dom_notation, xpath_namespace
character_data            what texts and comments share
dom_node_list, dom_element_list, dom_attribute_collection, dom_entity_collection, dom_notation_collection
declared_nodes            what the collections of entities and notations share
dom_builder, building     ПостроительDOM: from ЧтениеXML
dom_writer, writing       ЗаписьDOM: to ЗаписьXML
dom_config and dom_*_config   parameters by name
dom_node_iterator, dom_tree_walker, dom_node_filter, stepping   walks
dom_namespace_resolver, xpath_expression, xpath_result          XPath as scripts see it
copies, normalizing, comparison, scope, names, item_number      what the nodes' methods do
dom_node_type, dom_document_position, dom_xpath_result_type, dom_builder_action   enumerations
"""

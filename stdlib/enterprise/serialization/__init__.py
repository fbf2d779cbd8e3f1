"""Values as texts and back, the way the platform keeps them.

internal_strings   ЗначениеВСтрокуВнутр, ЗначениеИзСтрокиВнутр
value_files        ЗначениеВФайл, ЗначениеИзФайла
braces             the text: lists in braces
encoding           values → lists
decoded            what of the lists has become values
decoding           lists → values
descriptions       descriptions of types in them
tables             value tables and trees in them
xml_values         ЗаписатьXML, ПрочитатьXML, ВозможностьЧтенияXML
xml_writing        values → XML
xml_reading        XML → values
steps              generators instead of recursion
xml_types          XMLТип, XMLТипЗнч, ИзXMLТипа, ПолучитьXMLТип
xml_names          which types are which types of XML
xml_data_type, xml_type_assignment   ТипДанныхXML, НазначениеТипаXML
xml_characters     НайтиНедопустимыеСимволыXML, УдалитьНедопустимыеСимволыXML
xdto_serializer    СериализаторXDTO
type_identifiers   by which identifiers types are known there
"""

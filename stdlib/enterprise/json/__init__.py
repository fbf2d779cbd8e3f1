"""JSON: reading and writing.

json_reader                 ЧтениеJSON
tokens                      a text taken apart piece by piece
read_json                   ПрочитатьJSON, ПрочитатьЗначениеJSON
fast_reading, slow_reading  the two ways in which it reads
construction                structures, maps and arrays from what is read
texts                       numbers and characters of a text, its errors
json_writer                 ЗаписьJSON
destination                 files and streams that are written
escaping                    strings as JSON writes them
write_json                  ЗаписатьJSON, ЗаписатьЗначениеJSON
serializing                 values written by it
dates                       ЗаписатьДатуJSON, ПрочитатьДатуJSON
callback                    a method of a script's module, called by name
json_writer_settings, json_serializer_settings     ПараметрыЗаписиJSON, НастройкиСериализацииJSON
json_value_type, json_date_format, json_date_writing_variant, json_line_break, json_characters_escape_mode
                            enumerations
"""

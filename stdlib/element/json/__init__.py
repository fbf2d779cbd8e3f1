"""Std::Json.

json_serialization   СериализацияJson
json_reader          ЧтениеJson
json_writer          ЗаписьJson
json_object_reader_options, json_object_writer_options, json_writer_options    settings
json_node_kind, json_instant_format, json_line_break, json_characters_escaping, json_type_writing_mode    enumerations
tokens    the pieces of a text
reading   a whole text → Массив, Соответствие and plain values
shapes    types as they are written → what a value must become
building  plain values → values of these types
moments   dates, times and their like as texts
writing   values → text
layout    where commas, line breaks and indentation stand
"""

"""Std::InputOutput.

permission               what the host allows, told as exceptions of files
readable_stream          ПотокЧтения
writable_stream          ПотокЗаписи
string_writable_stream   СтроковыйПотокЗаписи
temporary_writable_stream    ВременныйПотокЗаписи
data_reader, data_reader_options, read_data_result    ЧтениеДанных
data_writer, data_writer_options    ЗаписьДанных
lookahead                bytes that are searched before they are taken
bytes_order, bytes_order_mark    enumerations
files/                   Файл, Файлы
"""

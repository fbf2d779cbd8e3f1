"""Binary data: values, buffers, streams, reading and writing them, hashing, storages of values.

binary_data            ДвоичныеДанные
binary_data_buffer     БуферДвоичныхДанных
byte_order             ПорядокБайтов
stream                 Поток
memory_stream          ПотокВПамяти
file_stream            ФайловыйПоток
file_streams_manager   ФайловыеПотоки
file_open_mode, file_access, position_in_stream   РежимОткрытияФайла, ДоступКФайлу, ПозицияВПотоке
data_reader            ЧтениеДанных
data_writer            ЗаписьДанных
read_data_result       РезультатЧтенияДанных
markers                finding markers among bytes
base64_functions       Base64 of strings, binary data and buffers
hexadecimal_functions  hexadecimal digits of strings, binary data and buffers, numbers from digits
text_functions         binary data and buffers from strings and back
part_functions         splitting and joining binary data, buffers and files
data_hashing           ХешированиеДанных
hash_function          ХешФункция
deflation              СжатиеДанных
value_storage          ХранилищеЗначения
temporary_storage      ПоместитьВоВременноеХранилище
snapshot               copies of values, as bytes
"""

"""Files and folders, binary data, texts.

disk              the host's permission and the system's errors, told as the script's
encodings         names of encodings and byte order marks
text_encoding     КодировкаТекста
file              Файл
folders           folders, temporary files, deleting, copying, finding
binary_data       ДвоичныеДанные
binary_functions  binary data from strings and back, Base64, hexadecimal
text_writer       ЗаписьТекста
text_reader       ЧтениеТекста
text_document     ТекстовыйДокумент
"""

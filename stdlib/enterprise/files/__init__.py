"""Files and folders, texts.

disk              the host's permission and the system's errors, told as the script's
encodings         names of encodings and byte order marks
text_encoding     КодировкаТекста
file              Файл
folders           folders, temporary files, deleting, copying, finding
asynchronous      the same, answering later
text_writer       ЗаписьТекста
text_reader       ЧтениеТекста
text_feed         the text of a large file, piece by piece
text_document     ТекстовыйДокумент
text_template_parameters  ПараметрыМакетаТекстовогоДокумента
use_output        ИспользованиеВывода
"""

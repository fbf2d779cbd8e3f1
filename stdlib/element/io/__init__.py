"""Std::InputOutput.

permission               what the host allows, told as exceptions of files
readable_stream          ПотокЧтения
writable_stream          ПотокЗаписи
string_writable_stream   СтроковыйПотокЗаписи
files/                   Файл, Файлы
"""

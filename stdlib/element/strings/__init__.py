"""Строка and the encodings of text.

string      Строка
strings     Строки
chars       Символы
encoding    Кодировка
encodings   Кодировки
"""

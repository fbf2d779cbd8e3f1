"""Строка and the encodings of text.

string     Строка
encoding   Кодировка
"""

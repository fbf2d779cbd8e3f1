"""Std::InputOutput::Files.

file     Файл
files    Файлы
"""

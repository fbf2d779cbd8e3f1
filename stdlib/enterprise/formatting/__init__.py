"""Формат(Значение, ФорматнаяСтрока).

function       the function itself
format_string  the parameters of a format string
number_format  numbers

Dates and the habits of countries are in runtime.enterprise (date_format, locale): Строка() needs them, too.
"""

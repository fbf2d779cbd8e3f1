"""Формат(Значение, ФорматнаяСтрока).

function       the function itself
format_string  the parameters of a format string
locale         how languages write numbers, dates, Истина and Ложь
number_format  numbers
date_format    dates
"""

"""Std::Time. Values are whole milliseconds or days since 0001-01-01; Python's datetime is not needed.

calendar       years, months, days ↔ a number of days
text           reading literals
clock          what time it is
format         formats of Представление()
words          names of months and days, usual formats by locale
duration       Длительность
date           Дата
time           Время
date_time      ДатаВремя
instant        Момент
time_zone      ЧасовойПояс
day_of_week    ДеньНедели
"""

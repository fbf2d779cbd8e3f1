"""Functions of dates.

clock     the current moment
parts     year, month, day, hour…
periods   beginnings and ends of periods, adding months
zones     universal and local time
time_zone  offsets of time zones
date_fractions  ЧастиДаты
"""

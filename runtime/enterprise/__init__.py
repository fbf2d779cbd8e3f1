"""Rules of the Enterprise language that hold at run time.

declare        the decorators for types and functions of the library
operators      arithmetic, comparison, truth
control        loops and exceptions of compiled code; errors of CPython told as script errors
access         elements, walks, properties by name, objects by type name
convert        conversions of values and the checks of declared parameters
presentation   Строка(x)
date_format    dates as a format string wants them
locale         how countries write numbers, dates, booleans (loaded when a script is not Russian)
locales        the habits of countries, as data
numbers        decimal arithmetic (loaded with the first fraction)
collation      the order of strings
date           the value Дата
types          the value Тип
null           the value Null
scripts        objects whose members a script declares
events         who is called when ВызватьСобытие tells of an event
reference      a variable that a library function stores into
"""

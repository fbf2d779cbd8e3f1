"""Functions of strings.

parts           length, pieces, blanks, case, comparison
search          finding and replacing substrings
search_direction  НаправлениеПоиска
lines           lines, splitting and joining
percent_encoding  КодироватьСтроку, РаскодироватьСтроку
string_encoding_method  СпособКодированияСтроки
templates       СтрШаблон, НСтр
characters      codes of characters
chars           Символы
regular_expressions  the functions …ПоРегулярномуВыражению
regular_expression_dialect  the dialect of ICU in the words of Python
regular_expression_match  РезультатПоискаПоРегулярномуВыражению
"""

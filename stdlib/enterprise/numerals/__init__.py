"""Numbers in words, and words that go with numbers.

number_in_words      ЧислоПрописью
east_slavic          numerals of Russian, Ukrainian and Belarusian
english              numerals of English
string_with_number   СтрокаСЧислом
numeric_value_type   ВидЧисловогоЗначения
plurals              which form of a word goes with a number
"""

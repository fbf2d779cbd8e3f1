"""Std::Collections, with Обходимое, Последовательность and КлючИЗначение of Std.

iterable             Обходимое: everything that can be walked through
sequence             Последовательность: the same, lazily, once
arranging, ordering  sorting and grouping, least and greatest
indexed              functions that want the number of an element, or nothing at all
new_elements         what ДобавитьНовый makes
keys                 values as keys of Python's dictionaries
readable_collection  ЧитаемаяКоллекция
mutable_collection   ИзменяемаяКоллекция
collection           Коллекция
readable_array  mutable_array  array    Массив and what it is built of
readable_set    mutable_set    set      Множество
readable_map    mutable_map    map      Соответствие
key_and_value        КлючИЗначение
"""

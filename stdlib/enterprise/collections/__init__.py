"""Collections.

array, fixed_array            Массив, ФиксированныйМассив
shapes                        objects whose properties come and go: what structures and table rows are made of
structure, fixed_structure    Структура, ФиксированнаяСтруктура
map, fixed_map                Соответствие, ФиксированноеСоответствие
key_and_value                 КлючИЗначение
value_list, value_list_item   СписокЗначений, ЭлементСпискаЗначений
value_table, value_table_row, value_table_column, value_table_column_collection   ТаблицаЗначений and its parts
collection_indexes, collection_index   ИндексыКоллекции, ИндексКоллекции
sort_direction                НаправлениеСортировки
compare_values                СравнениеЗначений
ordering                      how values of mixed types are sorted
sameness                      how values are looked for
direct                        methods that scripts call without checks
"""

"""Collections.

array, fixed_array            Массив, ФиксированныйМассив
shapes                        objects whose properties come and go: what structures and table rows are made of
structure, fixed_structure    Структура, ФиксированнаяСтруктура
map, fixed_map                Соответствие, ФиксированноеСоответствие
key_and_value                 КлючИЗначение
value_list, value_list_item   СписокЗначений, ЭлементСпискаЗначений
value_table, value_table_row, value_table_column, value_table_column_collection   ТаблицаЗначений and its parts
value_tree, value_tree_row, value_tree_row_collection, value_tree_column, value_tree_column_collection   ДеревоЗначений
row, row_collection, column, column_collection   what tables and trees have in common
row_order                     the places of rows in their list
collection_indexes, collection_index   ИндексыКоллекции, ИндексКоллекции: searches that walk no rows
sort_direction                НаправлениеСортировки
compare_values                СравнениеЗначений
ordering                      how values of mixed types are sorted
sameness                      how values are looked for
direct                        methods that scripts call without checks
"""

"""Functions of values of any type.

conversion       Строка, Число, Булево, Дата
types            Тип, ТипЗнч
filled           ЗначениеЗаполнено
fill_properties  ЗаполнитьЗначенияСвойств
xml              XMLСтрока, XMLЗначение
unique_identifier  УникальныйИдентификатор
type_description   ОписаниеТипов
number_qualifiers, string_qualifiers, date_qualifiers, binary_data_qualifiers   what limits them
allowed_sign, allowed_length   ДопустимыйЗнак, ДопустимаяДлина
"""

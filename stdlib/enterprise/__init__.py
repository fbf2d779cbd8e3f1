"""The library of the Enterprise language: what scripts name.

output        Сообщить, ЗавершитьРаботу, АргументыКоманднойСтроки
message_status  СтатусСообщения
strings/      parts of strings, search, lines, templates, characters, regular expressions
numbers/      rounding, roots, trigonometry, random numbers
dates/        the clock, parts of dates, periods, time zones
values/       conversions, types, ЗначениеЗаполнено, ЗаполнитьЗначенияСвойств, XMLСтрока
formatting/   Формат
collections/  массив, структура, соответствие, список, таблица значений
files/        files, folders, texts
binary/       binary data, buffers, streams, reading and writing data, hashing, storages of values
archives/     zip
json/         ЧтениеJSON, ЗаписьJSON, ПрочитатьJSON, ЗаписатьJSON
xml/          ЧтениеXML, ЗаписьXML, DOM, XPath, XSLT
serialization/  internal strings, values in XML, types of XML
errors/       what is known of the error being handled
net/          HTTP, FTP
mail/         letters, addresses, the profile, ИнтернетПочта
numerals/     numbers in words, words that go with numbers
periods/      standard periods, ПредставлениеПериода
session/      language, rights, transactions, messages and dialogs of the script's session
system/       processes, the environment, the machine
jobs/         background jobs
asynchrony/   promises, the loop that wakes who awaits them, callbacks
scripts       ПодключитьСценарий, ЗагрузитьСценарий, ВызватьСобытие
library       all of it, by name
"""

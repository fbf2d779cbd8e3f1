"""What Element scripts name. The namespace of a type is its folder: collections → Std::Collections, time → Std::Time.

collections/   Массив, Множество, Соответствие and the types they are built of
strings/       Строка and what works on strings
time/          Дата, Время, ДатаВремя, Момент, Длительность, ЧасовойПояс
patterns/      Образец, the regular expressions
io/            streams, files
json/          СериализацияJson, ЧтениеJson, ЗаписьJson
xml/           ЧтениеXml, ЗаписьXml
http/          КлиентHttp and its requests
cryptography/  hashes and sums
system/        СредаИсполнения, ПеременныеСреды, ПроцессОс
mail/          Письмо, КлиентSmtp, IMAP and POP3 connections
exceptions     exceptions of the library that have no members of their own
mathematics    Мин, Макс, Корень, Степень, Sin…
old_names      names of types in older editions of the documentation
the rest       one primitive or core type a file
"""

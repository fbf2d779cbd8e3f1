"""The session of a script: its language, its rights, what it tells the user and asks for.

language           ТекущийЯзык, ТекущийКодЛокализации, коды локализации
time_zones         часовые пояса сеанса
safe_mode          БезопасныйРежим, УстановитьБезопасныйРежим
modes              привилегированный и монопольный режим, режим запуска
transactions       НачатьТранзакцию…: no infobase, only their nesting is kept
data_lock_control_mode             РежимУправленияБлокировкойДанных
event_log          ЗаписьЖурналаРегистрации
event_log_level                    УровеньЖурналаРегистрации
event_log_entry_transaction_mode   РежимТранзакцииЗаписиЖурналаРегистрации
user_message       СообщениеПользователю, ПолучитьСообщенияПользователю
status             Состояние, Сигнал, ОчиститьСообщения…
dialogs            Предупреждение, Вопрос
input              ВвестиСтроку, ВвестиЧисло, ВвестиДату, ВвестиЗначение
asynchronous       the same, answering later
question_dialog_mode, dialog_return_code   РежимДиалогаВопрос, КодВозвратаДиалога
ending             ЗавершитьРаботуСистемы, ВызватьПаузу
memory             ОсвободитьОбъект, ВыполнитьСборкуМусора
places             КаталогПрограммы, КаталогДокументов, ПараметрЗапуска, ПредставлениеПриложения
"""

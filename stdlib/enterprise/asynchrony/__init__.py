"""What goes on while the script runs: promises, the loop that wakes who awaits them, callbacks.

promise               Обещание
tasks                 asynchronous methods of scripts
event_loop            the loop that runs when the script's own code has ended
workers               threads that do the work of promises
declare               how the library declares the asynchronous twins of its methods and functions
twins                 what those twins do
callback_description  ОписаниеОповещения
callbacks             ВыполнитьОбработкуОповещения
pause                 ПриостановитьАсинх
idle_handlers         ПодключитьОбработчикОжидания, ОтключитьОбработчикОжидания
"""

"""The computer: programs that are started, its environment, what is known of it.

commands            ЗапуститьПриложение, КомандаСистемы
asynchronous        the same, answering later
launching           how a program is started: the host's permission, the words of a command line, the system's errors
process             Процесс, СоздатьПроцесс
process_output_stream  ПотокВыводаПроцесса
process_input_stream   ПотокВводаПроцесса
environment         variables of the environment
identity            ИмяКомпьютера, ИмяПользователя, ПолноеИмяПользователя
system_info         СистемнаяИнформация
platform_type       ТипПлатформы
script_information  ТекущийСценарий, СтартовыйСценарий
"""

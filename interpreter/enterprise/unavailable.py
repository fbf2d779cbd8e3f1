"""Names that every 1C developer tries and that nothing stands behind here: what is said instead of a guess."""

from __future__ import annotations

from runtime.names import fold

_INFOBASE = "Для этого нужна информационная база: 1cs выполняет сценарии без неё"
_WINDOW = "Для этого нужно окно клиентского приложения: 1cs выполняет сценарии без него"
_MAPI = "Письма отправляет и получает ИнтернетПочта: Почта = Новый ИнтернетПочта;"
_WINDOWS = "COM есть только в Windows: 1cs его не использует"

_NAMES = {
    _INFOBASE: """
        Справочники Catalogs Документы Documents ЖурналыДокументов DocumentJournals Константы Constants
        Перечисления Enums ПланыВидовХарактеристик ChartsOfCharacteristicTypes ПланыСчетов ChartsOfAccounts
        ПланыВидовРасчета ChartsOfCalculationTypes ПланыОбмена ExchangePlans РегистрыСведений InformationRegisters
        РегистрыНакопления AccumulationRegisters РегистрыБухгалтерии AccountingRegisters РегистрыРасчета
        CalculationRegisters БизнесПроцессы BusinessProcesses Задачи Tasks Отчеты Reports Обработки DataProcessors
        ПараметрыСеанса SessionParameters Метаданные Metadata ПользователиИнформационнойБазы InfoBaseUsers
        РегламентныеЗадания ScheduledJobs ВнешниеОбработки ExternalDataProcessors ВнешниеОтчеты ExternalReports
        ХранилищеОбщихНастроек CommonSettingsStorage Запрос Query ПостроительЗапроса QueryBuilder
        МенеджерВременныхТаблиц TempTablesManager БлокировкаДанных DataLock СхемаКомпоновкиДанных
        DataCompositionSchema ПравоДоступа AccessRight РольДоступна IsInRole ПолучитьФункциональнуюОпцию
        GetFunctionalOption ПредопределенноеЗначение PredefinedValue ПолучитьОбщийМакет GetCommonTemplate""",
    _WINDOW: """
        ОткрытьФорму OpenForm ПолучитьФорму GetForm РеквизитФормыВЗначение FormAttributeToValue
        ЗначениеВРеквизитФормы ValueToFormAttribute Оповестить Notify ЭтаФорма ThisForm Элементы Items
        ДиалогВыбораФайла FileDialog ТабличныйДокумент SpreadsheetDocument""",
    _MAPI: "Почта Mail ПочтовоеСообщение MailMessage",
    _WINDOWS: "COMОбъект COMObject ПолучитьCOMОбъект GetCOMObject",
}
_OUTPUT = "Сообщения выводит процедура Сообщить: Сообщить(Текст);"
_CALLED = dict.fromkeys(
    map(fold, "print println printf echo puts writeln alert Вывести Печать Печатать Напечатать".split()), _OUTPUT
)
"""Procedures of other languages."""
_REASONS = {fold(name): reason for reason, names in _NAMES.items() for name in names.split()}


def reason_of(name: str) -> str:
    """Why a name of the platform is not there; empty when it is none of these."""
    return _REASONS.get(fold(name), "")


def reason_of_call(name: str) -> str:
    """The same for what is called by this name, in other languages too."""
    return _CALLED.get(fold(name)) or reason_of(name)

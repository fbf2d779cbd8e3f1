"""Folders of the program and of the user, and what the program was started with."""

from __future__ import annotations

import os

from runtime.enterprise.date import Date
from runtime.enterprise.declare import function, global_property
from runtime.host import current

_APPLICATIONS = {
    "1cv8": "Толстый клиент",
    "1cv8c": "Тонкий клиент",
    "webclient": "Веб-клиент",
    "designer": "Конфигуратор",
    "comconnection": "Внешнее соединение",
    "wsconnection": "Сессия web-сервиса",
    "httpserviceconnection": "Сессия HTTP-сервиса",
    "odataconnection": "Сессия OData",
    "backgroundjob": "Фоновое задание",
    "systembackgroundjob": "Системное фоновое задание",
    "jobscheduler": "Планировщик заданий",
    "srvrconsole": "Консоль кластера",
    "comconsole": "COM-администратор",
    "ras": "Сервер администрирования",
    "debugger": "Отладчик",
    "mobileclient": "Мобильный клиент",
    "mobileserver": "Мобильное приложение",
}


@function("КаталогПрограммы(): Строка", "BinDir()")
def bin_dir() -> str:
    """Каталог, из которого запущен 1cs, с разделителем на конце."""
    import sys

    return os.path.join(os.path.dirname(os.path.abspath(sys.executable)), "")


@function("КаталогДокументов(): Строка", "DocumentsDir()")
def documents_dir() -> str:
    """Каталог документов пользователя, с разделителем на конце."""
    home = os.path.expanduser("~")
    for name in ("Documents", "Документы"):
        if os.path.isdir(os.path.join(home, name)):
            return os.path.join(home, name, "")
    return os.path.join(home, "")


@function("ПредставлениеПриложения(ИмяПриложения): Строка", "ApplicationPresentation(ApplicationName)")
def application_presentation(name: str) -> str:
    """Название приложения платформы: «Тонкий клиент» для 1CV8C."""
    return _APPLICATIONS.get(name.casefold(), name)


@function("ПолучитьОперативнуюОтметкуВремени(): Дата", "GetRealTimeTimestamp()")
def get_real_time_timestamp() -> Date:
    """Текущие дата и время сеанса."""
    from stdlib.enterprise.dates.clock import current_session_date

    return current_session_date()


@global_property("ПараметрЗапуска", "LaunchParameter", "Строка")
def launch_parameter() -> str:
    """Аргументы, с которыми запущен сценарий, одной строкой через пробел."""
    return " ".join(current().arguments)

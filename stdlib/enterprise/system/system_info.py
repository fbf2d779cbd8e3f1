"""СистемнаяИнформация."""

from __future__ import annotations

import os

from runtime.enterprise.declare import OnecObject, constructor, getter, method, onec_type
from runtime.host import require
from stdlib.enterprise.system.environment import (
    environment_variables,
    get_environment_variable,
    set_environment_variable,
)
from stdlib.enterprise.system.identity import computer_name, user_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.enterprise.collections.map import Map
    from stdlib.enterprise.system.platform_type import PlatformType
    from stdlib.enterprise.values.unique_identifier import UUID

_PLATFORM_VERSION = "8.3.27.0"
_MEGABYTE = 1 << 20


@onec_type("СистемнаяИнформация", "SystemInfo", presentation="Системная информация")
class SystemInfo(OnecObject):
    """Что известно о компьютере. Окружение, имена и количество процессоров – дополнения OneScript."""

    __slots__ = ()

    @constructor("()", "()")
    def __init__(self) -> None:
        require("process", "системная информация")

    @getter("ВерсияОС", "OSVersion", "Строка")
    def os_version(self) -> str:
        """Название и версия операционной системы."""
        from platform import release, system, version

        return " ".join(filter(None, (system(), release(), version())))

    @getter("ВерсияПриложения", "AppVersion", "Строка")
    def app_version(self) -> str:
        """Версия платформы, по которой сделана библиотека: с ней сравнивают, чтобы узнать, что умеет язык."""
        return _PLATFORM_VERSION

    @getter("ВариантПриложения", "AppVariant", "Строка")
    def app_variant(self) -> str:
        """Вариант поставки приложения; здесь пустая строка."""
        return ""

    @getter("ИдентификаторКлиента", "ClientID", "УникальныйИдентификатор")
    def client_id(self) -> UUID:
        """Один и тот же у одного пользователя одного компьютера."""
        from uuid import NAMESPACE_DNS, uuid5

        from stdlib.enterprise.values.unique_identifier import UUID

        return UUID(str(uuid5(NAMESPACE_DNS, f"{user_name()}@{computer_name()}")))

    @getter("ИнформацияПрограммыПросмотра", "UserAgentInformation", "Строка")
    def user_agent_information(self) -> str:
        """Название и версия веб-браузера; здесь пустая строка."""
        return ""

    @getter("ОперативнаяПамять", "RAM", "Число")
    def ram(self) -> int:
        """Объём оперативной памяти в мегабайтах; 0, если он неизвестен."""
        try:
            return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // _MEGABYTE
        except (AttributeError, ValueError, OSError):
            return 0

    @getter("Процессор", "Processor", "Строка")
    def processor(self) -> str:
        """Название процессора."""
        import platform

        try:
            with open("/proc/cpuinfo", encoding="utf-8", errors="replace") as lines:
                found = next((line for line in lines if line.startswith("model name")), "")
        except OSError:
            found = ""
        return found.partition(":")[2].strip() or platform.processor() or platform.machine()

    @getter("ТипПлатформы", "PlatformType", "ТипПлатформы, Неопределено")
    def platform_type(self) -> PlatformType | None:
        """Операционная система и процессор; Неопределено, если в перечислении их нет."""
        from stdlib.enterprise.system.platform_type import this_platform

        return this_platform()

    @getter("ИмяКомпьютера", "MachineName", "Строка")
    def machine_name(self) -> str:
        """Сетевое имя компьютера."""
        return computer_name()

    @getter("ИмяПользователяОС", "OSUser", "Строка")
    def os_user(self) -> str:
        """Имя пользователя операционной системы."""
        return user_name()

    @getter("КоличествоПроцессоров", "ProcessorCount", "Число")
    def processor_count(self) -> int:
        """Количество ядер всех процессоров."""
        return os.cpu_count() or 1

    @getter("Это64БитнаяОперационнаяСистема", "Is64BitOperatingSystem", "Булево")
    def is64_bit_operating_system(self) -> bool:
        """Истина, если операционная система 64-разрядная."""
        from platform import machine

        return machine().endswith("64") or machine() == "s390x"

    @getter("РазмерСистемнойСтраницы", "SystemPageSize", "Число")
    def system_page_size(self) -> int:
        """Размер страницы памяти в байтах."""
        from mmap import PAGESIZE

        return PAGESIZE

    @getter("ВремяРаботыСМоментаЗагрузки", "TickCount", "Число")
    def tick_count(self) -> int:
        """Сколько миллисекунд работает компьютер."""
        from time import monotonic

        return int(monotonic() * 1000)

    @method("ПеременныеСреды(): Соответствие", "EnvironmentVariables()")
    def environment_variables(self) -> Map:
        """Переменные среды: имя – значение."""
        return environment_variables()

    @method("ПолучитьПеременнуюСреды(Имя): Строка, Неопределено", "GetEnvironmentVariable(Name)")
    def get_environment_variable(self, name: str) -> str | None:
        """Значение переменной среды; Неопределено, если её нет."""
        return get_environment_variable(name)

    @method("УстановитьПеременнуюСреды(Имя, [Значение])", "SetEnvironmentVariable(Name, [Value])")
    def set_environment_variable(self, name: str, value: str | None = None) -> None:
        """Задаёт переменную среды сценария и программ, которые он запустит; без значения удаляет."""
        set_environment_variable(name, value)

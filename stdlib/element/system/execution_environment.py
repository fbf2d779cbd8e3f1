"""СредаИсполнения."""

from __future__ import annotations

from runtime import host
from runtime.element.declare import getter, global_property, method, onec_type
from stdlib.element.locale import Locale
from stdlib.element.singleton import Singleton
from stdlib.element.system.permission import require
from stdlib.element.time.duration import Duration
from stdlib.element.version import Version

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.element.collections.array import Array


@onec_type("СредаИсполнения", "ExecutionEnvironment")
class ExecutionEnvironment(Singleton):
    """То, в чём выполняется сценарий; доступна через свойство СредаИсполнения. Члены не подтверждены."""

    __slots__ = ()

    @method("ПолучитьАргументы(): Массив<Строка>", "GetArguments()")
    def get_arguments(self) -> Array:
        """Возвращает аргументы командной строки, указанные после имени сценария."""
        from stdlib.element.collections.array import Array

        return Array.of(list(host.current().arguments))

    @getter("Версия", "Version", "Версия")
    def version(self) -> Version:
        """Версия интерпретатора."""
        from importlib.metadata import PackageNotFoundError, version

        try:
            numbers = [part for part in version("1cs").split(".") if part.isdecimal()]
        except PackageNotFoundError:
            numbers = []
        return Version(".".join(numbers) or "0")

    @getter("Локаль", "Locale", "Локаль")
    def locale(self) -> Locale:
        """Локаль, по правилам которой составляются представления."""
        return Locale(host.current().locale)

    @getter("ОперационнаяСистема", "OperatingSystem", "Строка")
    def operating_system(self) -> str:
        """Имя операционной системы: Windows, Linux, Darwin."""
        from platform import system

        require("системная информация")
        return system()

    @getter("Архитектура", "Architecture", "Строка")
    def architecture(self) -> str:
        """Процессор, например x86_64."""
        from platform import machine

        require("системная информация")
        return machine()

    @getter("ИмяКомпьютера", "ComputerName", "Строка")
    def computer_name(self) -> str:
        """Имя компьютера в сети."""
        from platform import node

        require("имя компьютера")
        return node()

    @getter("ИмяПользователя", "UserName", "Строка")
    def user_name(self) -> str:
        """Имя пользователя операционной системы; пустая строка, если оно неизвестно."""
        from getpass import getuser

        require("имя пользователя")
        try:
            return getuser()
        except (OSError, KeyError, ImportError):
            return ""

    @method("Приостановить(Время: Длительность)", "Sleep(Time)")
    def sleep(self, time: Duration) -> None:
        """Ждёт указанное время."""
        from time import sleep

        sleep(max(time.milliseconds, 0) / 1000)


_environment = ExecutionEnvironment()


@global_property("СредаИсполнения", "ExecutionEnvironment", "СредаИсполнения")
def execution_environment() -> ExecutionEnvironment:
    """То, в чём выполняется сценарий."""
    return _environment

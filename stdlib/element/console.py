"""Консоль."""

from __future__ import annotations

from runtime import host
from runtime.element.declare import global_property, method, onec_type
from runtime.element.presentation import to_string
from stdlib.element.singleton import Singleton


@onec_type("Консоль", "Console")
class Console(Singleton):
    """Ввод и вывод сценария; доступен как свойство Консоль."""

    __slots__ = ()

    @method('Записать(Текст: Объект? = "")', "Write(Text)")
    def write(self, text: object = "") -> None:
        """Выводит ВСтроку() значения и перевод строки."""
        host.current().write(to_string(text) + "\n")

    @method('ПрочитатьСтроку(Приглашение: Строка = ""): Строка?', "ReadLine(Prompt)")
    def read_line(self, prompt: str = "") -> str | None:
        """Читает строку ввода. Уточнение реализации: Неопределено, если ввод закончился."""
        return host.current().read_line(prompt)


_console = Console()


@global_property("Консоль", "Console", "Консоль")
def console() -> Console:
    """Ввод и вывод сценария."""
    return _console

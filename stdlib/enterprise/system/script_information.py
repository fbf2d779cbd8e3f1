"""ИнформацияОСценарии of OneScript: where the script's text is."""

from __future__ import annotations

import os
import sys

from runtime.enterprise.declare import OnecObject, function, getter, onec_type
from runtime.enterprise.scripts import start_script
from runtime.native import FILE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType


@onec_type("ИнформацияОСценарии", "ScriptInformation", presentation="Информация о сценарии")
class ScriptInformation(OnecObject):
    """Где находится текст сценария (дополнение OneScript)."""

    __slots__ = ("_path",)

    def __init__(self, path: str) -> None:
        self._path = path

    @getter("Источник", "Source", "Строка")
    def source(self) -> str:
        """Полное имя файла."""
        return os.path.abspath(self._path) if self._path else ""

    @getter("Имя", "Name", "Строка")
    def name(self) -> str:
        """Имя файла без пути."""
        return os.path.basename(self._path)

    @getter("Каталог", "Path", "Строка")
    def path(self) -> str:
        """Каталог файла."""
        return os.path.dirname(self.source())


@function("ТекущийСценарий(): ИнформацияОСценарии", "CurrentScript()")
def current_script() -> ScriptInformation:
    """Сценарий, в тексте которого стоит вызов (дополнение OneScript)."""
    return ScriptInformation(next(_running()))


@function("СтартовыйСценарий(): ИнформацияОСценарии", "StartupScript()")
def startup_script() -> ScriptInformation:
    """Сценарий, который был запущен (дополнение OneScript)."""
    return ScriptInformation(start_script())


def _running() -> Iterator[str]:
    """The files whose code runs now, innermost first."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        if FILE in frame.f_globals:
            yield frame.f_code.co_filename
        frame = frame.f_back

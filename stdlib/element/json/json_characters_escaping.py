"""ЭкранированиеСимволовJson."""

from __future__ import annotations

from runtime.element.declare import enumeration, item
from runtime.element.objects import ElementEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@enumeration("ЭкранированиеСимволовJson", "JsonCharactersEscaping")
class JsonCharactersEscaping(ElementEnum):
    """Какие символы, кроме обязательных, пишутся кодом."""

    __slots__ = ()

    NONE: Any = item("Отсутствует", "Absent")
    NOT_ASCII: Any = item("СимволыВнеAscii", "NotAscii")
    NOT_BMP: Any = item("СимволыВнеBmp", "NotBmp")

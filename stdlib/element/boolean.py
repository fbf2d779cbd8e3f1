"""Булево."""

from __future__ import annotations

from runtime.element.declare import onec_type
from stdlib.element.presentable import Presentable


@onec_type("Булево", "Boolean", represents=bool)
class Boolean(Presentable):
    """Истина или Ложь. Уточнение реализации: ВСтроку() и Представление() дают эти же слова."""

    __slots__ = ()

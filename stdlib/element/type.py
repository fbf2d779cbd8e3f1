"""Тип."""

from __future__ import annotations

import sys

from runtime.element.declare import onec_type
from runtime.element.objects import qualified_name
from stdlib.element.presentable import Presentable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@onec_type("Тип<Т>", "Type")
class Type(Presentable):
    """Тип значения. ВСтроку() даёт английское полное имя, например Std::IllegalArgumentException."""

    __slots__ = ("of", "scope", "text")

    def __init__(self, of: Any, text: str = "", scope: dict[str, Any] | None = None) -> None:
        """`text` is the type as written where `of`, its class, does not tell all; `scope` has the names in it."""
        self.of, self.text = of, text
        self.scope = sys._getframe(1).f_globals if text and scope is None else scope

    def holds(self, value: Any) -> bool:
        from runtime.element.types import is_type

        return is_type(value, self.of)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Type) and self.of is other.of

    def __hash__(self) -> int:
        return hash(self.of)

    def as_text(self) -> str:
        return qualified_name(self.of)

    def as_presentation(self, format_: str | None) -> str:
        return str(self.of.__onec__.ru)

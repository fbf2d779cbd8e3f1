"""ПараметрыМакетаТекстовогоДокумента."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, method, onec_type
from runtime.names import fold
from runtime.objects import missing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any


@onec_type("ПараметрыМакетаТекстовогоДокумента", "TextTemplateParameters", presentation="Параметры макета")
class TextTemplateParameters(OnecObject):
    """Значения, которые встанут в текст области на место [Имя]."""

    __slots__ = ("_names", "_values")

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._names = {fold(name): name for name in names}
        self._values: dict[str, Any] = {}

    def __onec_names__(self) -> list[str]:
        return list(self._names.values())

    def __getattr__(self, name: str) -> Any:
        if name[:1] == "." and name[1:] in self._names:
            return self._values.get(name[1:])
        raise missing(self, name)

    def __setattr__(self, name: str, value: Any) -> None:
        if name[:1] != ".":
            object.__setattr__(self, name, value)
        elif name[1:] in self._names:
            self._values[name[1:]] = value
        else:
            raise missing(self, name)

    @method("Количество(): Число", "Count()")
    def count(self) -> int:
        """Сколько параметров у области."""
        return len(self._names)

    @method("Заполнить(Объект)", "Fill(Object)")
    def fill(self, source: object) -> None:
        """Берёт значения из одноимённых свойств объекта."""
        for key in self._names:
            value = getattr(source, f".{key}", self)
            if value is not self:
                self._values[key] = value

    def filled(self, line: str) -> str:
        """A line with the values in the places of its parameters."""
        from runtime.enterprise.presentation import text_of

        parts = line.split("[")
        made = [parts[0]]
        for part in parts[1:]:
            name, bracket, rest = part.partition("]")
            key = fold(name.strip())
            known = bracket and key in self._names
            value = self._values.get(key)
            made.append(("" if value is None else text_of(value)) + rest if known else f"[{part}")
        return "".join(made)


def names_in(lines: Iterable[str]) -> list[str]:
    """The names in brackets, in order."""
    names = (part.partition("]")[0].strip() for line in lines for part in line.split("[")[1:] if "]" in part)
    return [name for name in names if name.isidentifier()]

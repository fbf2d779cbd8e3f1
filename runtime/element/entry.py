"""The entry of a script: the words of its command line become the parameters of `метод Скрипт`."""

from __future__ import annotations

from runtime import host
from runtime.errors import OnecError
from runtime.native import FILE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    Parameters = tuple[tuple[str, str, bool], ...]
    """Name, type as written, whether it may be left out."""


class BadCommandLine(OnecError):
    """The words of the command line do not fit the entry method, or there is none."""


class entry:  # noqa: N801 - called by compiled code under this name
    """What runs a script once its module is there. The value that its method returns is printed by ВСтроку()."""

    __slots__ = ("method", "name", "parameters")

    def __init__(self, method: Callable[..., Any], name: str, parameters: Parameters) -> None:
        self.method, self.name, self.parameters = method, name, parameters

    def __call__(self) -> Any:
        surroundings = host.current()
        result = self.method(*self._arguments(surroundings.arguments))
        if result is not None:
            from runtime.element.presentation import to_string

            surroundings.write(to_string(result) + "\n")
        return result

    def _arguments(self, words: tuple[str, ...]) -> list[Any]:
        if len(words) > len(self.parameters):
            raise self._bad(f"Лишние параметры командной строки: {' '.join(words[len(self.parameters) :])}")
        missing = [name for name, _, optional in self.parameters[len(words) :] if not optional]
        if missing:
            raise self._bad(f"Не хватает параметров командной строки: {', '.join(missing)}")
        pairs = zip(words, self.parameters, strict=False)
        return [self._converted(word, name, type_) for word, (name, type_, _) in pairs]

    def _converted(self, word: str, name: str, type_: str) -> Any:
        type_ = type_.removesuffix("?").strip()
        if type_ in ("Строка", "String", "Объект", "Object"):
            return word
        read = _READERS.get(type_)
        if read is None:
            raise self._bad(f"Параметр {name} типа {type_} нельзя задать в командной строке")
        try:
            return read(word)
        except (ValueError, OnecError):
            raise self._bad(f"Параметр {name} командной строки: «{word}» не является значением типа {type_}") from None

    def _bad(self, message: str) -> BadCommandLine:
        file = str(self.method.__globals__.get(FILE, "")).replace("\\", "/").rpartition("/")[2]
        shown = [
            f"[<{name}: {type_}>]" if optional else f"<{name}: {type_}>" for name, type_, optional in self.parameters
        ]
        return BadCommandLine(message, hint=f"Вызов: 1cs run {' '.join([file, *shown])}")


def no_entry() -> None:
    """What is run of a module that has nothing to run."""
    raise BadCommandLine(
        "Нет метода Скрипт: с него начинается выполнение",
        hint="Напишите так: метод Скрипт() … ; Единственный метод без параметров выполняется под любым именем",
    )


def _number(word: str) -> Any:
    digits = word[1:] if word[:1] in "+-" else word
    if not (digits.isascii() and digits.replace(".", "", 1).isdigit()):
        raise ValueError(word)
    if "." not in digits:
        return int(word)
    from runtime.element.numbers import literal

    return literal(word)


def _boolean(word: str) -> bool:
    known = {"истина": True, "true": True, "ложь": False, "false": False}
    if word.lower() not in known:
        raise ValueError(word)
    return known[word.lower()]


def _of_library(place: str) -> Callable[[str], Any]:
    def read(word: str) -> Any:
        from importlib import import_module

        module, _, name = place.partition(":")
        return getattr(import_module(module), name)(word)

    return read


_READERS: dict[str, Callable[[str], Any]] = {
    **dict.fromkeys(("Число", "Number"), _number),
    **dict.fromkeys(("Булево", "Boolean"), _boolean),
    **dict.fromkeys(("Дата", "Date"), _of_library("stdlib.element.time.date:literal")),
    **dict.fromkeys(("Время", "Time"), _of_library("stdlib.element.time.time:literal")),
    **dict.fromkeys(("ДатаВремя", "DateTime"), _of_library("stdlib.element.time.date_time:literal")),
    **dict.fromkeys(("Момент", "Instant"), _of_library("stdlib.element.time.instant:literal")),
    **dict.fromkeys(("Длительность", "Duration"), _of_library("stdlib.element.time.duration:literal")),
    **dict.fromkeys(("Ууид", "Uuid"), _of_library("stdlib.element.uuid:Uuid")),
}

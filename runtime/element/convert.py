"""How arguments of library calls are checked: strictly, Element converts nothing.

Annotations are read as written: `str`, `bool`, `bytes`, `int` (an integral Число), `Number`, `object` (anything),
`Callable[…]`, names of declared classes, unions with `|`. Generic parts in brackets are not checked.
"""

from __future__ import annotations

from runtime.checked import Check

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

_PLAIN: dict[str, type] = {"str": str, "bool": bool, "bytes": bytes}
_RUSSIAN = {
    "str": "Строка", "bool": "Булево", "bytes": "Байты", "int": "Число", "Number": "Число", "None": "Неопределено",
    "Callable": "функция",
}  # fmt: skip
_FUNCTION = type(lambda: None)
_ANYTHING = frozenset({"object", "Any"})


def check_of(annotation: str, classes: dict[str, type]) -> Check | None:
    """None when every value will do. A mismatch raises ИсключениеПроверкиТипа."""
    names = _names(annotation)
    if _ANYTHING.intersection(names):
        return None
    exact = next((_exact(name, classes) for name in names if _exact(name, classes)), None)

    def convert(value: Any, place: int | str) -> Any:
        for name in names:
            if _accepts(name, value, classes):
                return int(value) if name == "int" else value
        raise _mismatch(names, value, place, classes)

    return Check(exact, convert, "Decimal" if "Number" in names else "")


def _names(annotation: str) -> list[str]:
    from runtime.names import split_top

    return [piece.strip().partition("[")[0] for piece in split_top(annotation, "|")]


def _exact(name: str, classes: dict[str, type]) -> type | None:
    if name in ("int", "Number"):
        return int
    if name == "Callable":
        # Most functions are; the rest is asked whether it can be called.
        return _FUNCTION
    return _PLAIN.get(name) or classes.get(name)


def _accepts(name: str, value: Any, classes: dict[str, type]) -> bool:
    cls = value.__class__
    if name in ("int", "Number"):
        return cls is int or (cls.__name__ == "Decimal" and (name == "Number" or int(value) == value))
    if name in _PLAIN:
        return cls is _PLAIN[name]
    if name == "None":
        return value is None
    if name == "Callable":
        return callable(value)
    declared = classes.get(name)
    return declared is not None and isinstance(value, declared)


def _mismatch(names: list[str], value: Any, place: int | str, classes: dict[str, type]) -> Exception:
    from runtime.element.exceptions import TypeCheckException
    from runtime.element.library import type_name

    wanted = [_RUSSIAN.get(n) or (classes[n].__onec__.ru if n in classes else "") for n in names]  # type: ignore[attr-defined]
    expected = " или ".join(dict.fromkeys(w for w in wanted if w))
    given = type_name(value)
    if given == "Число" and "int" in names:
        expected, given = "целое число", str(value)
    if not place:
        return TypeCheckException(f"Ожидается значение типа {expected}, получено {given}")
    shown = f"«{place}»" if place.__class__ is str else str(place)
    return TypeCheckException(f"Параметр {shown}: ожидается {expected}, получено {given}")


if TYPE_CHECKING:
    Convert = Callable[[Any, int | str], Any]

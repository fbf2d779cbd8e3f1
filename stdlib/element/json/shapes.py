"""What a JSON value must become: a type of Element as it is written."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from stdlib.element.type import Type

ANYTHING = ("Объект", "Object", "неизвестно", "unknown", "")
_ARRAYS = ("Массив", "ЧитаемыйМассив", "ИзменяемыйМассив", "Коллекция", "ЧитаемаяКоллекция", "ИзменяемаяКоллекция",
           "Обходимое")  # fmt: skip
_SETS = ("Множество", "ЧитаемоеМножество", "ИзменяемоеМножество")
_MAPS = ("Соответствие", "ЧитаемоеСоответствие", "ИзменяемоеСоответствие")
_KINDS = {
    **dict.fromkeys(_ARRAYS, "Массив"),
    **dict.fromkeys(_SETS, "Множество"),
    **dict.fromkeys(_MAPS, "Соответствие"),
}

_ENGLISH = {
    "Array": "Массив", "ReadableArray": "Массив", "MutableArray": "Массив", "Collection": "Массив",
    "ReadableCollection": "Массив", "MutableCollection": "Массив", "Iterable": "Массив", "Set": "Множество",
    "ReadableSet": "Множество", "MutableSet": "Множество", "Map": "Соответствие", "ReadableMap": "Соответствие",
    "MutableMap": "Соответствие", "String": "Строка", "Number": "Число", "Boolean": "Булево", "Bytes": "Байты",
    "Date": "Дата", "Time": "Время", "DateTime": "ДатаВремя", "Instant": "Момент", "Duration": "Длительность",
    "TimeZone": "ЧасовойПояс", "Uuid": "Ууид", "Version": "Версия", "Locale": "Локаль", "Undefined": "Неопределено",
}  # fmt: skip
"""Types by name and not by class: what reads JSON need not load them all."""


class Shape:
    """`kind` is a Russian type name, `Структура`, `Перечисление`, `Один из` (alternatives in `arguments`) or ``.

    `cls` is the class of a structure or enumeration. `nullable`: Неопределено will do.
    """

    __slots__ = ("arguments", "cls", "kind", "nullable")

    def __init__(self, kind: str, cls: Any = None, arguments: tuple[Shape, ...] = (), nullable: bool = False) -> None:
        self.kind, self.cls, self.arguments, self.nullable = kind, cls, arguments, nullable

    def argument(self, index: int) -> Shape:
        """A type argument; anything when it was not written."""
        return self.arguments[index] if index < len(self.arguments) else _ANY

    @property
    def name(self) -> str:
        """For messages."""
        return str(self.cls.__onec__.ru) if self.cls else self.kind


_ANY = Shape("", nullable=True)


def shape_of(type_: Type) -> Shape:
    """Of a Тип value."""
    if type_.text:
        return shape_of_text(type_.text, type_.scope or {})
    return _of_class(type_.of)


def shape_of_text(text: str, scope: dict[str, Any]) -> Shape:
    """Of a type as written; `scope` has the program's own types."""
    from runtime.names import split_top

    alternatives = [part.strip() for part in split_top(text, "|")]
    nullable = any(part in ("?", "Неопределено", "Undefined") or part.endswith("?") for part in alternatives)
    shapes = [_of_name(part.removesuffix("?").strip(), scope) for part in alternatives if part not in ("?",)]
    shapes = [shape for shape in shapes if shape.kind != "Неопределено"]
    if len(shapes) == 1:
        one = shapes[0]
        return Shape(one.kind, one.cls, one.arguments, nullable or one.nullable)
    return Shape("Один из", arguments=tuple(shapes), nullable=nullable)


def _of_name(text: str, scope: dict[str, Any]) -> Shape:
    from runtime.names import split_top

    if text.startswith("(") and text.endswith(")"):
        return shape_of_text(text[1:-1], scope)
    name, _, inside = text.partition("<")
    name = name.strip().rpartition("::")[2]
    arguments = tuple(shape_of_text(part, scope) for part in split_top(inside.removesuffix(">"), ",")) if inside else ()
    own = _own_class(name, scope)
    if own is not None:
        return _of_class(own)
    if name in ANYTHING:
        return _ANY
    name = _ENGLISH.get(name, name)
    cls = _library_enumeration(name)
    return _of_class(cls) if cls else Shape(_kind(name), arguments=arguments)


def _own_class(name: str, scope: dict[str, Any]) -> Any:
    """The class of a type that the program declares."""
    module, dot, inner = name.partition(".")
    if dot:
        from runtime.element.members import member

        return member(scope[module], inner) if module in scope else None
    return scope.get(f"тип {name}")


def _of_class(cls: Any) -> Shape:
    from runtime.element.objects import ElementEnum
    from runtime.element.structures import Structure

    if issubclass(cls, Structure):
        return Shape("Структура", cls)
    if issubclass(cls, ElementEnum):
        return Shape("Перечисление", cls)
    name = cls.__onec__.ru
    return _ANY if name in ANYTHING else Shape(_kind(name))


def _kind(name: str) -> str:
    return _KINDS.get(name, name)


def _library_enumeration(name: str) -> Any:
    """An enumeration of the library, when something has loaded it."""
    from runtime.element.declare import dialect

    found = (cls for cls in dialect.classes.values() if cls.__onec__.kind == "enumeration")  # type: ignore[attr-defined]
    return next((cls for cls in found if name in (cls.__onec__.ru, cls.__onec__.en)), None)  # type: ignore[attr-defined]

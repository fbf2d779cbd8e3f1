"""Объект, the base of every declared type of Element, and Перечисление, the base of its enumerations."""

from __future__ import annotations

from runtime.element.declare import getter, method, onec_type
from runtime.enums import EnumValue
from runtime.objects import OnecObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@onec_type("Объект", "Object")
class ElementObject(OnecObject):
    """Базовый тип всех значений, кроме Неопределено.

    Types with a text of their own override `as_text` (ВСтроку) and `as_presentation` (Представление).
    """

    __slots__ = ()

    def as_text(self) -> str:
        return qualified_name(type(self))

    def as_presentation(self, format_: str | None) -> str:
        if format_ is not None:
            raise not_formattable(self)
        return self.as_text()

    @method("ВСтроку(): Строка", "ToString()")
    def to_string(self) -> str:
        """Возвращает строку, не зависящую от языка пользователя."""
        from runtime.element.presentation import to_string

        return to_string(self)

    @method("Представление(): Строка", "Presentation()")
    def presentation(self) -> str:
        """Возвращает строку, предназначенную для показа пользователю."""
        from runtime.element.presentation import present

        return present(self)

    @method("ПолучитьТип(): Тип", "GetType()")
    def get_type(self) -> Any:
        """Возвращает тип значения."""
        from runtime.element.library import class_of, library_class

        return library_class("Type")(class_of(self))


@onec_type("Перечисление", "Enum")
class ElementEnum(EnumValue, ElementObject):
    """Базовый тип перечислений."""

    __slots__ = ()
    default: Any = None
    """The item that is the default value of the type; None when it has none."""

    def as_text(self) -> str:
        return self.ru

    @getter("Индекс", "Index", "Число")
    def get_index(self) -> int:
        """Порядковый номер элемента перечисления, начиная с нуля."""
        return self.index


def not_formattable(value: object) -> Exception:
    from runtime.element.exceptions import IllegalFormatException
    from runtime.element.library import type_name

    return IllegalFormatException(f"Значения типа {type_name(value)} не имеют формата представления")


_NAMESPACES = {
    "collections": "Std::Collections",
    "time": "Std::Time",
    "io": "Std::InputOutput",
    "files": "Std::InputOutput::Files",
    "http": "Std::Http",
    "json": "Std::Json",
    "mail": "Std::Email",
    "patterns": "Std::RegularExpressions",
    "xml": "Std::Xml",
    "cryptography": "Std::Cryptography",
}


def qualified_name(cls: Any) -> str:
    """The English name with its namespace, as ПолучитьТип().ВСтроку() gives it: `Std::Collections::Array`."""
    info = cls.__onec__
    rooms = cls.__module__.split(".")
    if rooms[0] not in ("stdlib", "runtime"):
        return str(info.ru)
    if (told := getattr(cls, "namespace", None)) is not None:
        return f"{told}::{info.en}"
    namespace = next((_NAMESPACES[room] for room in reversed(rooms[:-1]) if room in _NAMESPACES), "Std")
    return f"{namespace}::{info.en}"

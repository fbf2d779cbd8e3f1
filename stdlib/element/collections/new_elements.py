"""Values that ДобавитьНовый and ВставитьНовый make."""

from __future__ import annotations

from runtime.dialect import NEW
from runtime.element.library import class_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from stdlib.element.type import Type

_ZEROS = {"Число": 0, "Строка": "", "Булево": False, "Байты": b"", "Неопределено": None}


def new_element(type_: Type | None, items: list[Any]) -> Any:
    """The default value of a type; without one, of that of the last element."""
    if type_ is None and (not items or items[-1] is None):
        raise _unsupported("Тип нового элемента неизвестен: массив пуст", "Укажите его: ДобавитьНовый(Тип<…>)")
    cls = type_.of if type_ is not None else class_of(items[-1])
    info = cls.__onec__
    if info.ru in _ZEROS:
        return _ZEROS[info.ru]
    if info.kind == "enumeration":
        if cls.default is not None:
            return cls.default
    elif all(not field.required for field in getattr(cls, "__onec_fields__", ())):
        constructor = info.constructor
        if constructor is None and "__onec_fields__" in vars(cls):
            return cls()
        if constructor is not None and any(not one.required for one in constructor.signatures):
            return getattr(cls, NEW)()
    raise _unsupported(f"У типа {info.ru} нет значения по умолчанию", "")


def _unsupported(text: str, hint: str) -> Exception:
    from runtime.element.exceptions import UnsupportedOperationException

    error = UnsupportedOperationException(text)
    if hint:
        error.hint = hint
    return error

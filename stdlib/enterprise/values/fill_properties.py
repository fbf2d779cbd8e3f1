"""ЗаполнитьЗначенияСвойств."""

from __future__ import annotations

from runtime.enterprise.access import get_property, set_property
from runtime.enterprise.declare import function
from runtime.errors import BadArgument, NoSuchMember, OnecError
from runtime.names import fold
from stdlib.enterprise.collections.shapes import Shaped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@function(
    "ЗаполнитьЗначенияСвойств(Приемник, Источник, [СписокСвойств], [ИсключаяСвойства])",
    "FillPropertyValues(Receiver, Source, [PropertyList], [ExcludingProperties])",
)
def fill_property_values(receiver: Any, source: Any, names: object = None, excluding: object = None) -> None:
    """Переносит значения одноимённых свойств из источника в приёмник.

    Если дан список свойств (через запятую), каждое из них должно быть у обоих.
    """
    for number, given in enumerate((receiver, source), 1):
        if getattr(given.__class__, "__onec__", None) is None:
            raise BadArgument(number, "Несоответствие типов")
    excluded = {fold(name) for name in _names(excluding)}
    if names is None:
        there = property_names(receiver)
        for key, name in property_names(source).items():
            if key in there and key not in excluded:
                if isinstance(receiver, Shaped):
                    setattr(receiver, "." + key, getattr(source, "." + key))
                else:
                    _copy_if_writable(receiver, source, name)
        return
    # The platform works from the end: what follows an unknown name has been copied when the error comes.
    for name in reversed(_names(names)):
        if fold(name) in excluded:
            continue
        _require(receiver, name)
        set_property(receiver, name, get_property(source, name))


def _names(text: object) -> list[str]:
    if text is None:
        return []
    if not isinstance(text, str):
        raise OnecError("Несоответствие типов (список свойств – строка)")
    return [name.strip() for name in text.split(",") if name.strip()]


def property_names(obj: Any) -> dict[str, str]:
    """Folded names of all properties of an object, with their spelling."""
    kind = obj.__class__
    if isinstance(obj, Shaped):
        return obj._names
    own = getattr(kind, "__onec_names__", None)
    if own is not None:
        return {fold(name): name for name in own(obj)}
    info = getattr(kind, "__onec__", None)
    if info is None:
        return {}
    return {fold(m.ru): m.ru for m in info.all_members() if m.kind == "property"}


def _require(obj: Any, name: str) -> None:
    known = property_names(obj)
    key = fold(name)
    info = getattr(obj.__class__, "__onec__", None)
    if key not in known and not (info is not None and info.has("property", key)):
        raise NoSuchMember("property", name, known=known.values())


def _copy_if_writable(receiver: Any, source: Any, name: str) -> None:
    value = get_property(source, name)
    info = getattr(receiver.__class__, "__onec__", None)
    member = info.find("property", fold(name)) if info is not None else None
    if member is None or member.writable or getattr(member.target, "writable", False):
        set_property(receiver, name, value)

"""The base of every declared type."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from runtime.typeinfo import TypeInfo


class OnecObject:
    """A 1C object: properties are the attributes `.имя`, methods `имя()`, set on the class by its declaration.

    Subclasses have `__slots__`, so that a property that was never declared cannot be assigned. There is no
    `__getattr__`: CPython looks attributes up four times slower on classes that have one. What is not there is told by
    `missing`, when the AttributeError is translated or where library code looks a script's name up.
    """

    __slots__ = ()
    __onec__: TypeInfo

    def __repr__(self) -> str:
        return f"<{type(self).__onec__.ru}>"


def missing(value: object, name: str, spelling: str = "") -> Exception:
    """What to raise for an attribute that is not there; AttributeError when it was Python's own look-up."""
    from runtime.errors import NoSuchMember

    if name.startswith("."):
        kind, key = "property", name[1:]
    elif name.endswith("()"):
        kind, key = "method", name[:-2]
    else:
        return AttributeError(name, name=name, obj=value)
    info: TypeInfo | None = getattr(type(value) if not isinstance(value, type) else value, "__onec__", None)
    known = info.names_of(kind) if info else []
    own = getattr(type(value), "__onec_names__", None)
    if own is not None and kind == "property":
        known = [*known, *own(value)]
    hint = ""
    if info and info.has("property" if kind == "method" else "method", key):
        hint = (
            "Это свойство: скобки после него не нужны" if kind == "method" else "Это метод: после него нужны скобки ()"
        )
    if name in getattr(type(value) if not isinstance(value, type) else value, "__onec_private__", ()):
        hint = "Здесь доступно только то, что объявлено со словом Экспорт"
    if meant := getattr(value, "__onec_habits__", {}).get(name):
        hint = f"Возможно, вы имели в виду «{meant}»?"
    error = NoSuchMember(kind, spelling or key, known=known, hint=hint)
    error.folded = name  # type: ignore[attr-defined]
    return error

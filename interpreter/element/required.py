"""`#требуется Файл.sbsl`: other files of a script, each run once when the first text wants it.

What a required file marks @Глобально is reached as `Файл.Метод()`, `новый Файл.Структура(…)`; types of other files are
not checked before the run.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Any, NoReturn

from interpreter.modules import Module, obtain
from runtime.element.objects import ElementObject
from runtime.errors import OnecError
from runtime.host import require as ask_host
from runtime.native import FILE
from runtime.typeinfo import Member, TypeInfo

if TYPE_CHECKING:
    from collections.abc import Iterable

LOADED = "required"
_HIDDEN = re.compile(r"^(?:тип|конст) |\(\)$")
VISIBLE = "1c.visible"
"""Names that a text marks @Глобально, with their kinds: "method", "type", "constant"."""


class RequiredFile(ElementObject):
    """The base of the objects that stand for required files."""

    __slots__ = ()


def required(module: Module, name: str) -> RequiredFile:
    """The file as an object whose members are what it marks @Глобально.

    Raises OnecError when it cannot be read or requires in a circle, Refused for its mistakes.
    """
    path = os.path.join(os.path.dirname(str(module.namespace[FILE])), name.replace("\\", "/"))
    key = os.path.abspath(path)
    loaded: dict[str, RequiredFile | None] = module.dynamic.setdefault(LOADED, {})
    if not loaded:
        loaded[os.path.abspath(str(module.namespace[FILE]))] = None
    if key not in loaded:
        loaded[key] = None
        try:
            loaded[key] = _run(path, loaded, module)
        finally:
            if loaded[key] is None:
                del loaded[key]
    found = loaded[key]
    if found is None:
        raise OnecError(
            f"Файлы требуют друг друга по кругу: {name}",
            hint="Вынесите то, что нужно обоим файлам, в третий файл",
        )
    return found


def _run(path: str, loaded: dict[str, RequiredFile | None], owner: Module) -> RequiredFile:
    ask_host("read", path)
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        reason = "файла нет" if isinstance(error, FileNotFoundError) else error.strerror or str(error)
        raise OnecError(f"Не удалось прочитать требуемый файл {path}: {reason}") from None
    child = Module("element")
    child.is_context = True
    child.cache = owner.cache
    child.dynamic[LOADED] = loaded
    try:
        artifact = obtain(path, data, child, owner.cache)
    except UnicodeDecodeError:
        raise OnecError(f"Кодировка файла не распознана: {path}", hint="Сохраните его в UTF-8") from None
    child.run(artifact, path)
    return _object(os.path.splitext(os.path.basename(path))[0], child.namespace)


def _object(name: str, namespace: dict[str, Any]) -> RequiredFile:
    visible: Iterable[tuple[str, str]] = namespace.get(VISIBLE, ())
    cls: Any = type(name, (RequiredFile,), {"__slots__": (), "__module__": ""})
    info = cls.__onec__ = TypeInfo(name, name, cls, presentation=name, kind="type")
    for kind, member in visible:
        if kind == "method":
            function = namespace[member + "()"]
            for key in [member + "()", *_overloads(namespace, member)]:
                setattr(cls, key, staticmethod(namespace[key]))
            info.add(Member("method", member, member, function), str)
        else:
            value = namespace[f"тип {member}" if kind == "type" else f"конст {member}"]
            setattr(cls, "." + member, value)
            info.add(Member("property", member, member, value), str)
    for key in namespace:
        hidden = _HIDDEN.sub("", key)
        if (
            hidden.isidentifier()
            and hidden != key
            and not info.has("method", hidden)
            and not info.has("property", hidden)
        ):
            _hide(cls, key, hidden)
    made: RequiredFile = cls()
    return made


def _overloads(namespace: dict[str, Any], name: str) -> list[str]:
    """`Имя(1)`, `Имя(2)`… of a method that has overloads."""
    return [key for key in namespace if key.startswith(f"{name}(") and key[len(name) + 1 : -1].isdigit()]


def _hide(cls: Any, key: str, name: str) -> None:
    """What is not marked is refused with advice."""

    def refuse(*arguments: object, **named: object) -> NoReturn:
        raise OnecError(f"«{name}» не виден из других файлов", hint="Поставьте перед его объявлением @Глобально")

    if key.endswith("()"):
        setattr(cls, key, staticmethod(refuse))
    else:
        setattr(cls, "." + name, property(refuse))


def default(cls: Any) -> Any:
    """The value of a variable that is declared with a type of a required file and without a value."""
    return cls.default if cls.__onec__.kind == "enumeration" else cls()

"""Variables of the environment, as OneScript has them."""

from __future__ import annotations

import os

from runtime.enterprise.declare import function
from runtime.errors import BadArgument
from runtime.host import require
from stdlib.enterprise.collections.map import Map


@function("ПеременныеСреды(): Соответствие", "EnvironmentVariables()")
def environment_variables() -> Map:
    """Переменные среды: имя – значение (дополнение OneScript)."""
    require("process", "переменные среды")
    variables = Map()
    variables.update(os.environ)
    return variables


@function("ПолучитьПеременнуюСреды(Имя): Строка, Неопределено", "GetEnvironmentVariable(Name)")
def get_environment_variable(name: str) -> str | None:
    """Значение переменной среды; Неопределено, если её нет (дополнение OneScript)."""
    require("process", name)
    return os.environ.get(name)


@function("УстановитьПеременнуюСреды(Имя, [Значение])", "SetEnvironmentVariable(Name, [Value])")
def set_environment_variable(name: str, value: str | None = None) -> None:
    """Задаёт переменную среды сценария и программ, которые он запустит; без значения удаляет (дополнение OneScript)."""
    require("process", name)
    if not name or "=" in name or "\0" in name:
        raise BadArgument(1)
    if value is None:
        os.environ.pop(name, None)
    elif "\0" in value:
        raise BadArgument(2)
    else:
        os.environ[name] = value

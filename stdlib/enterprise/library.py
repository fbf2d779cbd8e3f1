"""Everything that this package declares, by name.

Importing it all takes longer than most scripts run: only the compiler, the reference, and Тип and Новый with names that
are known when the script runs ask for it.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

import stdlib.enterprise
from runtime.catalog import Catalog
from runtime.enterprise import access
from runtime.enterprise.declare import dialect
from runtime.typeinfo import TypeInfo


@cache
def catalog() -> Catalog:
    """The declarations of stdlib.enterprise."""
    return Catalog.of_package(dialect, stdlib.enterprise)


def class_named(name: str) -> type | None:
    """The class of a declared type, by its Russian or English name."""
    entry = catalog().find_type(name)
    return entry.declaration.python_type if entry and isinstance(entry.declaration, TypeInfo) else None


@lru_cache(256)
def type_hint(name: str) -> str:
    """«Возможно, вы имели в виду …» for a name of a type; kept, for scripts try the same names again and again."""
    from runtime.enterprise.types import PRIMITIVES

    return catalog().hint_for("type", name, [primitive.ru for primitive in PRIMITIVES])


def new_by_name(type_name: Any, arguments: Any = None) -> Any:
    """`Новый(Тип, Параметры)`."""
    access.type_finder = class_named
    return access.new_by_name(type_name, arguments)

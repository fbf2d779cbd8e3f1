"""All declarations of one language, found by name: for the compiler, the reference and completion; no run needs it."""

from __future__ import annotations

from dataclasses import dataclass, field
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from runtime.spelling import hint
from runtime.typeinfo import Member, TypeInfo

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import ModuleType

    from runtime.dialect import Dialect


@dataclass(frozen=True, slots=True)
class Entry:
    """A declared name of the global context and where it lives: `link` is "module:attribute"."""

    declaration: TypeInfo | Member
    link: str

    @property
    def kind(self) -> str:
        """ "type", "enumeration", "function" or "global"."""
        return self.declaration.kind

    @property
    def ru(self) -> str:
        return self.declaration.ru

    @property
    def en(self) -> str:
        return self.declaration.en


@dataclass(slots=True)
class Catalog:
    """Types, functions and properties by folded name, Russian and English."""

    dialect: Dialect
    types: dict[str, Entry] = field(default_factory=dict)
    functions: dict[str, Entry] = field(default_factory=dict)
    properties: dict[str, Entry] = field(default_factory=dict)

    @classmethod
    def of_package(cls, dialect: Dialect, package: ModuleType) -> Catalog:
        """Import every module below a package and collect what it declares.

        A package that says DECLARES_NOTHING is left alone: its modules may take long to load.
        """
        catalog = cls(dialect)
        for module in _modules(package):
            catalog.add_module(module)
        return catalog

    def add_module(self, module: ModuleType) -> None:
        for name, value in vars(module).items():
            if getattr(value, "__module__", None) == module.__name__:
                declaration = vars(value).get("__onec__") if hasattr(value, "__dict__") else None
                if isinstance(declaration, TypeInfo | Member):
                    self._add(Entry(declaration, f"{module.__name__}:{name}"))

    def _add(self, entry: Entry) -> None:
        tables = {
            "function": (self.functions,),
            "global": (self.properties,),
            "enumeration": (self.types, self.properties),
        }
        for table in tables.get(entry.kind, (self.types,)):
            for name in {entry.ru, entry.en}:
                if table.setdefault(self.dialect.fold(name), entry) is not entry:
                    raise TypeError(f"{entry.kind} {name} is declared twice")

    def find_type(self, name: str) -> Entry | None:
        return self.types.get(self.dialect.fold(name))

    def find_function(self, name: str) -> Entry | None:
        return self.functions.get(self.dialect.fold(name))

    def find_property(self, name: str) -> Entry | None:
        return self.properties.get(self.dialect.fold(name))

    def hint_for(self, kind: str, name: str, also: Iterable[str] = ()) -> str:
        """«Возможно, вы имели в виду …» among the names of a kind ("type", "function", "property") and others."""
        table = {"type": self.types, "function": self.functions, "property": self.properties}[kind]
        return hint(name, [*also, *(n for e in entries(table) for n in (e.ru, e.en))])


def entries(table: dict[str, Entry]) -> Iterator[Entry]:
    """Each entry of a table once, in order of declaration."""
    return iter({id(entry): entry for entry in table.values()}.values())


def _modules(package: ModuleType) -> Iterator[ModuleType]:
    for found in iter_modules(package.__path__, package.__name__ + "."):
        module = import_module(found.name)
        yield module
        if found.ispkg and not vars(module).get("DECLARES_NOTHING"):
            yield from _modules(module)

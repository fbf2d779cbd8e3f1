"""A file of a library: compiled when its library is opened, made a class and an object when that is needed."""

from __future__ import annotations

import os

from interpreter.enterprise.libraries.objects import class_of, without_body
from interpreter.linker import LinkBroken
from interpreter.modules import NEW_OF_CLASS, OF_LIBRARY, Module
from runtime.enterprise.scripts import BODY
from runtime.names import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from interpreter.artifact import Artifact
    from interpreter.enterprise import nodes
    from interpreter.enterprise.libraries.loading import Libraries


class Script:
    """`artifact` and `visible` are there when the library has been opened; `given`: values that its text is given."""

    def __init__(self, libraries: Libraries, kind: str, name: str, path: str, data: bytes) -> None:
        self.libraries, self.name, self.path, self.data = libraries, name, path, data
        self.asked_kind = kind
        self.artifact: Artifact | None = None
        self.exports: tuple[Any, ...] = ()
        self.tree: nodes.Module | None = None
        """Of a text that is not compiled yet."""
        self.visible: list[Script] = []
        self.mates: list[Script] = []
        self.given: dict[str, Any] = {}
        self._class: type | None = None
        self._object: Any = None
        self._has_run = False

    @property
    def kind(self) -> str:
        kind: str = self.exports[0]
        return kind

    @property
    def folder(self) -> str:
        return os.path.dirname(self.path)

    @property
    def option(self) -> str:
        """What decides how the text is compiled, besides what it sees."""
        return f"library {self.asked_kind} {' '.join(self.given)}"

    @property
    def seen(self) -> tuple[Any, ...]:
        """What the compilation of a text that sees this one depends on."""
        return self.kind, self.name, self.path, *self.exports[3:]

    def see(self, used: list[Script]) -> None:
        """What the text sees: the other scripts of its library, those of the libraries that it uses."""
        self.visible = [*self.mates, *(each for each in used if each not in self.mates)]

    def made_class(self) -> type:
        """The class of the script's objects; its functions are defined now, nothing runs."""
        if self._class is None:
            self._class = self._define()
        return self._class

    def made_object(self) -> Any:
        """The one object of a module; its body may not have run."""
        if self._object is None:
            self._object = without_body(self.made_class())
        return self._object

    def run(self) -> Any:
        """Run the body of a module after those of the libraries it uses, once; the object."""
        made = self.made_object()
        if not self._has_run:
            self.run_used()
            made.__onec_module__.namespace[BODY](made)
            self._has_run = True
        return made

    def run_used(self) -> None:
        for each in self.visible:
            if each not in self.mates and each.kind == "module":
                each.run()

    def construct(self, *arguments: Any) -> Any:
        """`Новый Имя(…)`."""
        if self._class is None:
            self.made_class()
            self.run_used()
        return self._make(*arguments)

    def _define(self) -> type:
        module = Module("enterprise")
        module.share(self.libraries)
        module.texts.append((self.path, self.data))
        try:
            module.run(self._compiled(), self.path)
        except LinkBroken:
            self.libraries.compile_again(self)
            module.run(self._compiled(), self.path)
        made = self._class = class_of(module, self.name)
        self._make: Callable[..., Any] = getattr(made, "новый()")
        bind(module.namespace, self.visible)
        for name, value in self.given.items():
            module.namespace[OF_LIBRARY + name] = value
        return made

    def _compiled(self) -> Artifact:
        assert self.artifact is not None
        return self.artifact

    def loaded(self) -> Any:
        """The object that ЗагрузитьСценарий gives: its body has run, and ПриСозданииОбъекта that needs nothing."""
        made = self.made_class()
        self.run_used()
        return getattr(made, "новый()")()


def bind(namespace: dict[str, Any], visible: list[Script]) -> None:
    """Give a module the modules and classes that it sees."""
    for each in visible:
        if each.kind == "module":
            namespace[OF_LIBRARY + each.name] = each.made_object()
        else:
            namespace[NEW_OF_CLASS + each.name] = each.construct


def names_of(visible: list[Script], kind: str) -> dict[str, str]:
    """Folded names of the modules or classes that a text sees → the globals that hold them."""
    prefix = OF_LIBRARY if kind == "module" else NEW_OF_CLASS
    return {fold(each.name): prefix + each.name for each in visible if each.kind == kind}

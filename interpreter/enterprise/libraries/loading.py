"""The libraries of a session: opened when a text that uses them is compiled, run before it runs."""

from __future__ import annotations

import os

from interpreter.enterprise.libraries.finding import BUILT_IN, UseError, find
from interpreter.enterprise.libraries.script import Script, bind
from runtime.errors import OnecError
from runtime.host import require
from runtime.names import fold
from runtime.native import FILE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from interpreter.artifact import Artifact
    from interpreter.diagnostics import Diagnostic, Refused
    from interpreter.enterprise.libraries.finding import Found, LibraryFile
    from interpreter.modules import Module

    Uses = Iterable[tuple[str, bool]]
    """What #Использовать names, and whether it is a path."""


class Library:
    __slots__ = ("name", "place", "scripts")

    def __init__(self, name: str, place: str, scripts: list[Script]) -> None:
        self.name, self.place, self.scripts = name, place, scripts

    @property
    def has_modules(self) -> bool:
        return any(each.kind == "module" for each in self.scripts)


class Libraries:
    """`types`: classes that `Новый("Имя")` finds, by folded name."""

    def __init__(self, root: Module) -> None:
        self._root = root
        self.types: dict[str, Script] = {}
        self._found: dict[tuple[str, bool, str], Found] = {}
        self._opened: dict[str, Library] = {}
        self._opening: list[Library] = []
        self._attached: dict[str, Script] = {}
        self._texts = 0

    @property
    def start(self) -> str:
        """The file of the script that was started."""
        file: str = self._root.namespace.get(FILE, "")
        return file

    def agree(self, artifact: Artifact, folder: str) -> bool:
        """Are the libraries that a compiled text in this folder uses as they were when it was compiled?"""
        try:
            return signature(self.visible(artifact.uses, folder)) == artifact.known
        except (UseError, OnecError):
            # The compiler will tell, and where.
            return False

    def supply(self, module: Module, artifact: Artifact, folder: str) -> None:
        """Run the modules that a compiled text uses, and give it what it sees."""
        visible = self.visible(artifact.uses, folder)
        for each in visible:
            if each.kind == "module":
                each.run()
        bind(module.namespace, visible)

    def visible(self, uses: Uses, folder: str) -> list[Script]:
        """The scripts of the libraries that a text in this folder uses."""
        wanted = [each for each in uses if each[1] or fold(each[0]) not in BUILT_IN]
        opened = [self.open(name, is_path, folder) for name, is_path in wanted]
        return list(dict.fromkeys(script for library in opened for script in library.scripts))

    def open(self, name: str, is_path: bool, folder: str) -> Library:
        """Find and compile a library. Raises UseError when it cannot be used, Refused when its texts have mistakes."""
        key = (name, is_path, folder)
        found = self._found.get(key) or find(name, is_path, folder)
        if found.place in self._opened:
            return self._opened[found.place]
        for index, each in enumerate(self._opening):
            if each.place == found.place:
                return self._within(index)
        library = Library(found.name, found.place, [])
        self._opening.append(library)
        try:
            library.scripts = [self.script_of(file, file.path) for file in found.files]
            _all(self._prepare, library.scripts)
            _all(lambda script: self._compile(script, library.scripts), library.scripts)
        finally:
            self._opening.pop()
        self._opened[found.place], self._found[key] = library, found
        self.types.update({fold(each.name): each for each in library.scripts if each.kind == "class"})
        return library

    def _within(self, index: int) -> Library:
        """A library that is being opened already: its own files, and classes, may use one another."""
        circle = self._opening[index:]
        if len(circle) > 1 and any(each.has_modules for each in circle):
            way = " → ".join(each.name for each in (*circle, circle[0]))
            hint = "Вынесите то, что нужно обоим, в отдельный модуль; классы могут использовать друг друга"
            raise UseError(f"Библиотеки используют друг друга по кругу: {way}", hint)
        return circle[0]

    def script_of(self, file: LibraryFile, path: str) -> Script:
        """The script of a library's file, not compiled yet; `path` is what messages call it. Raises UseError."""
        require("read", path)
        try:
            with open(path, "rb") as stream:
                return Script(self, file.kind, file.name, path, stream.read())
        except OSError as error:
            reason = "Файл не найден" if isinstance(error, FileNotFoundError) else error.strerror or str(error)
            raise UseError(f"Не удалось прочитать файл библиотеки {path}: {reason}") from None

    def _prepare(self, script: Script) -> None:
        """Find out what a script lets others use: from the cache, else by its text."""
        cache = self._root.cache
        if cache and (artifact := cache.get(script.path, script.data, script.option)):
            script.artifact, script.exports = artifact, artifact.exports
            return
        from interpreter.enterprise.libraries.compiling import prepare

        prepare(script)

    def _compile(self, script: Script, mates: list[Script]) -> None:
        script.mates = mates
        if script.artifact is not None:
            try:
                script.see(self.visible(script.artifact.uses, script.folder))
                if signature(script.visible) == script.artifact.known:
                    return
            except (UseError, OnecError):
                # The compiler will tell, and where.
                script.artifact = None
        self.compile_again(script)

    def compile_again(self, script: Script) -> None:
        """Compile the text of a script, whose mates are known."""
        from interpreter.enterprise.libraries.compiling import compile_script

        compile_script(script, self)
        if self._root.cache and script.artifact is not None and not script.path.startswith("<"):
            self._root.cache.put(script.path, script.data, script.option, script.artifact)

    def compile_alone(self, script: Script) -> None:
        """Compile a script that is no library's. Raises Refused and UseError."""
        self._prepare(script)
        # It sees the libraries that have been opened for others, as it would in OneScript.
        self._compile(script, [each for library in self._opened.values() for each in library.scripts])

    # What scripts ask for

    def class_named(self, name: str) -> type | None:
        script = self.types.get(fold(name))
        if script is None:
            return None
        made = script.made_class()
        script.run_used()
        return made

    def constructor(self, name: str) -> Any:
        script = self.types.get(fold(name))
        return script.construct if script is not None else None

    def attach(self, path: str, name: str) -> None:
        """ПодключитьСценарий: the file is a class of that name."""
        if not name.isidentifier():
            raise OnecError(f"Недопустимое имя типа ({name})")
        self.types[fold(name)] = self._alone("class", name, path, {})

    def load(self, path: str, given: dict[str, Any]) -> Any:
        """ЗагрузитьСценарий: an object of the file, which sees the values given by name."""
        name = os.path.splitext(os.path.basename(path))[0]
        return self._alone("class", name if name.isidentifier() else "Сценарий", path, given).loaded()

    def load_text(self, text: str, given: dict[str, Any]) -> Any:
        """ЗагрузитьСценарийИзСтроки."""
        self._texts += 1
        script = Script(self, "class", "Сценарий", "", text.encode("utf-8", "surrogatepass"))
        script.path = f"<Сценарий {self._texts}>"
        return self._finished(script, given).loaded()

    def _alone(self, kind: str, name: str, path: str, given: dict[str, Any]) -> Script:
        """A file that is no library's."""
        require("read", path)
        try:
            with open(path, "rb") as file:
                script = Script(self, kind, name, os.path.normpath(path), file.read())
        except FileNotFoundError:
            raise OnecError(f"Файл не найден ({path})") from None
        except ValueError:
            # A path with a zero character inside.
            raise OnecError(f"Неверное имя файла ({path})") from None
        except OSError as error:
            raise OnecError(f"Не удалось прочитать файл {path}: {error.strerror or error}") from error
        return self._finished(script, given)

    def _finished(self, script: Script, given: dict[str, Any]) -> Script:
        script.given = given
        from_text = script.path.startswith("<")
        known = None if from_text or given else self._attached.get(script.path)
        if known is not None and known.data == script.data and known.name == script.name:
            return known
        try:
            self.compile_alone(script)
        except _refused() as refused:
            raise _told(refused) from None
        except UseError as error:
            raise OnecError(error.message, hint=error.hint) from None
        if not from_text and not given:
            self._attached[script.path] = script
        return script


def signature(visible: Iterable[Script]) -> tuple[Any, ...]:
    """What the compilation of a text depends on of all that it sees."""
    return tuple(each.seen for each in visible)


def _all(work: Callable[[Script], None], scripts: Iterable[Script]) -> None:
    """Do something for every script; the mistakes of all of them are told at once."""
    mistakes: list[Diagnostic] = []
    for script in scripts:
        try:
            work(script)
        except _refused() as refused:
            mistakes += refused.diagnostics
    if mistakes:
        raise _refused()(list(dict.fromkeys(mistakes)))


def _refused() -> type[Refused]:
    """The class, imported when something was raised: nothing is in a run from the cache."""
    from interpreter.diagnostics import Refused

    return Refused


def _told(refused: Refused) -> OnecError:
    """Mistakes of a text that is compiled while another runs, as an error of that one."""
    first = refused.diagnostics[0]
    place = f"{{{first.source.name}({first.line},{first.column})}}: {first.message}"
    return OnecError(f"Ошибка компиляции: {place}", hint=first.hint)

"""Where a library is, and which files it has."""

from __future__ import annotations

import os

from interpreter.folders import data_folder
from runtime.host import require

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

EXTENSIONS = (".os", ".1cs", ".bsl")
VARIABLE = "ONECS_LIB"
MANIFEST = "lib.config"
BUILT_IN = frozenset({"internetmail"})
"""Libraries of OneScript whose types belong to the language's own library here."""
_FOLDERS = {"модули": "module", "modules": "module", "классы": "class", "classes": "class"}
_NEAR = ("oscript_modules", "lib")
_DEPTH = 4
"""Folders above a file that are looked at for its library."""
_NO_MODULES = frozenset({"package-loader", "packagedef"})
"""What OneScript's packages keep beside their modules."""


class UseError(Exception):
    """A library cannot be used: the message for the line that uses it, and a hint."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


class LibraryFile:
    """A file of a library. `kind` is "module", "class", or "" when the file itself must tell."""

    __slots__ = ("kind", "name", "path")

    def __init__(self, kind: str, name: str, path: str) -> None:
        self.kind, self.name, self.path = kind, name, path


class Found:
    """A library where it was found; `place` is the same for every way to it."""

    __slots__ = ("files", "name", "place")

    def __init__(self, name: str, path: str, files: list[LibraryFile]) -> None:
        self.name, self.place, self.files = name, os.path.abspath(path), files


def find(name: str, is_path: bool, folder: str) -> Found:
    """The library that a file in `folder` means; UseError when there is none, OnecError when reading is forbidden."""
    places = [os.path.join(folder, _plain(name))] if is_path else [os.path.join(each, name) for each in roots(folder)]
    for place in places:
        for path in (place, *(place + extension for extension in EXTENSIONS)):
            path = os.path.normpath(path)
            if files := _files(path):
                return Found(path if is_path else name, path, files)
    if is_path and os.path.isdir(places[0]):
        raise UseError(f"В папке нет модулей и классов ({name})", f"Ждали {MANIFEST}, папки Модули и Классы или *.os")
    if is_path:
        raise UseError(f"Библиотека не найдена ({name})", f"Искали здесь: {os.path.abspath(places[0])}")
    raise UseError(f"Библиотека не найдена ({name})", _hint(name, folder))


def roots(folder: str) -> Iterator[str]:
    """Where libraries are looked up by name: near the file that uses them and above it, then for all scripts."""
    depth = os.path.abspath(folder).count(os.sep)
    for level in range(depth):
        # Relative paths stay so: they are shown in messages.
        above = os.path.normpath(os.path.join(folder, *[os.pardir] * level))
        yield from (os.path.join(above, each) for each in _NEAR)
    yield from (each for each in os.environ.get(VARIABLE, "").split(os.pathsep) if each)
    yield os.path.join(data_folder(), "lib")


def around(path: str) -> list[LibraryFile]:
    """The files of the library to which a file belongs; none when it stands alone."""
    folder = os.path.dirname(os.path.abspath(path))
    for _ in range(_DEPTH):
        if any(os.path.samefile(file.path, path) for file in _files(folder) if file.kind and os.path.exists(file.path)):
            return _files(folder)
        folder = os.path.dirname(folder)
    return []


def _hint(name: str, folder: str) -> str:
    from runtime.spelling import nearest

    if os.path.exists(os.path.join(folder, name)):
        return f'Рядом с файлом есть «{name}»: напишите #Использовать "{name}"'
    there = {each: None for root in roots(folder) for each in _names_in(root)}
    if near := nearest(name, there):
        return f"Возможно, вы имели в виду «{near}»?"
    near_by = " и ".join(os.path.join(os.path.abspath(folder), each) for each in _NEAR)
    elsewhere = [each for each in os.environ.get(VARIABLE, "").split(os.pathsep) if each]
    listed = ", ".join((*elsewhere, os.path.join(data_folder(), "lib")))
    return f"Искали в {near_by} (и в папках выше), в {listed}; другие папки называет переменная среды {VARIABLE}"


def _names_in(folder: str) -> list[str]:
    try:
        return [os.path.splitext(each)[0] for each in os.listdir(folder)]
    except OSError:
        return []


def _files(path: str) -> list[LibraryFile]:
    """The files of the library that stands at this path; none when no library does."""
    if os.path.isfile(path):
        require("read", path)
        name, extension = os.path.splitext(os.path.basename(path))
        return [LibraryFile("", name, path)] if extension in EXTENSIONS and name.isidentifier() else []
    if not os.path.isdir(path):
        return []
    require("read", path)
    if os.path.isfile(manifest := os.path.join(path, MANIFEST)):
        from interpreter.enterprise.libraries.manifest import read_manifest

        return read_manifest(manifest)
    for base in (path, os.path.join(path, "src")):
        folders = [(kind, each) for each in _entries(base) if (kind := _FOLDERS.get(each.casefold()))]
        found = [file for kind, each in folders for file in _scripts(kind, os.path.join(base, each))]
        if found:
            return found
    return list(_scripts("", path))


def _scripts(kind: str, folder: str) -> Iterator[LibraryFile]:
    for each in _entries(folder):
        name, extension = os.path.splitext(each)
        if extension.lower() in EXTENSIONS and name.isidentifier() and name not in _NO_MODULES:
            yield LibraryFile(kind, name, os.path.join(folder, each))


def _entries(folder: str) -> Iterable[str]:
    try:
        return sorted(os.listdir(folder))
    except OSError:
        return ()


def _plain(path: str) -> str:
    """A path as this system writes it: authors of libraries use either slash."""
    return os.path.expanduser(path.replace("\\", "/"))

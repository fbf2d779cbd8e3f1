"""lib.config: which files of a library are its modules and classes, and what they are called."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NoReturn
from xml.parsers import expat

from interpreter.enterprise.libraries.finding import LibraryFile, UseError

if TYPE_CHECKING:
    from collections.abc import Mapping

_KINDS = {"module": "module", "class": "class"}


def read_manifest(path: str) -> list[LibraryFile]:
    """The files that `<module name= file=/>` and `<class name= file=/>` name, in their order. Raises UseError."""
    folder = os.path.dirname(path)
    found: list[LibraryFile] = []

    def start(tag: str, attributes: Mapping[str, str]) -> None:
        kind = _KINDS.get(tag.rpartition(":")[2])
        if kind is None:
            return
        name, file = attributes.get("name", ""), attributes.get("file", "")
        if not name.isidentifier() or not file:
            _refuse(path, parser.CurrentLineNumber, f"у элемента {tag} нужны name и file")
        found.append(LibraryFile(kind, name, os.path.join(folder, os.path.normpath(file.replace("\\", "/")))))

    def doctype(*_: object) -> None:
        _refuse(path, parser.CurrentLineNumber, "объявление DOCTYPE здесь не допускается")

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.StartDoctypeDeclHandler = start, doctype
    try:
        with open(path, "rb") as file:
            parser.ParseFile(file)
    except expat.ExpatError as error:
        _refuse(path, error.lineno, "это не XML")
    except OSError as error:
        raise UseError(f"Не удалось прочитать файл {path}: {error.strerror or error}") from None
    if not found:
        raise UseError(f"Описание библиотеки не называет ни модулей, ни классов ({path})")
    return found


def _refuse(path: str, line: int, reason: str) -> NoReturn:
    raise UseError(f"Описание библиотеки не разобрано ({path}, строка {line}): {reason}")

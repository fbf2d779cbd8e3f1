"""Scripts read from files, with what can go wrong said in Russian."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from interpreter.source import Source, decode

if TYPE_CHECKING:
    from collections.abc import Iterator

SUFFIXES = (".1cs", ".os", ".bsl", ".sbsl", ".xbsl")
USAGE, REFUSED = 2, 65
"""Exit codes: the command makes no sense; the text of a script is not acceptable (EX_DATAERR)."""


class FileProblem(Exception):
    """A file cannot be had; the message is for the user, `code` is the exit code."""

    def __init__(self, message: str, code: int = USAGE) -> None:
        super().__init__(message)
        self.code = code


def read_script(path: str) -> Source:
    """The text of a script; raises FileProblem."""
    try:
        with open(path, "rb") as file:
            return Source(path, decode(file.read()))
    except FileNotFoundError as error:
        raise FileProblem(f"Файл не найден: {path}{_near(path)}") from error
    except IsADirectoryError as error:
        raise FileProblem(f"Это папка, а не файл: {path}") from error
    except PermissionError as error:
        raise FileProblem(f"Нет права читать файл: {path}") from error
    except UnicodeDecodeError as error:
        raise FileProblem(f"Файл не в кодировке UTF-8 или windows-1251: {path}", REFUSED) from error
    except OSError as error:
        raise FileProblem(f"Файл не читается: {path} ({error.strerror})") from error
    except ValueError as error:
        raise FileProblem(f"Недопустимое имя файла: {path!r}") from error


def scripts_below(path: str) -> Iterator[str]:
    """The path itself, or every script in that folder and below it, in order of names."""
    if not os.path.isdir(path):
        yield path
        return
    for folder, inner, names in os.walk(path):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        yield from (os.path.join(folder, name) for name in sorted(names) if name.endswith(SUFFIXES))


def _near(path: str) -> str:
    """A hint with a file of a similar name in the same folder."""
    from runtime.spelling import hint

    folder, name = os.path.split(path)
    try:
        names = [each for each in os.listdir(folder or ".") if each.endswith(SUFFIXES)]
    except OSError:
        return ""
    found = hint(name, names)
    return f"\n    {found}" if found else ""

"""Compiled texts kept between runs, in the user's cache folder.

An entry is found by a hash and believed only when it holds the very text, name and versions asked for; it also
remembers the compiler's own files, so that a changed compiler never runs old code. Entries are written to a temporary
file and renamed; what cannot be read or written is as if it were not there.
"""

from __future__ import annotations

import _imp
import marshal
import os
import sys

from interpreter.artifact import Artifact

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

VERSION = 2
"""Raised when entries change their form."""


class Cache:
    def __init__(self, folder: str) -> None:
        self.folder = folder

    def get(self, name: str, data: bytes, option: str) -> Artifact | None:
        """The artifact of a text (its bytes as read), or None. `option`: whatever else decides how it is compiled."""
        try:
            with open(self._path(name, data, option), "rb") as file:
                if os.name == "posix" and os.fstat(file.fileno()).st_uid != os.getuid():
                    return None
                entry = marshal.loads(file.read())
            key, compiler, values = entry
            if key != self._key(name, data, option) or not _unchanged(compiler):
                return None
            return Artifact.load(values)
        except (OSError, ValueError, EOFError, TypeError):
            return None

    def put(self, name: str, data: bytes, option: str, artifact: Artifact) -> None:
        path = self._path(name, data, option)
        temporary = f"{path}.{os.getpid()}"
        try:
            os.makedirs(self.folder, mode=0o700, exist_ok=True)
            content = marshal.dumps((self._key(name, data, option), _compiler_files(), artifact.dump()))
            descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with open(descriptor, "wb") as file:
                file.write(content)
            os.replace(temporary, path)
        except (OSError, ValueError):
            return

    def _key(self, name: str, data: bytes, option: str) -> tuple[Any, ...]:
        return VERSION, sys.version, name, option, data

    def _path(self, name: str, data: bytes, option: str) -> str:
        parts = "\0".join((str(VERSION), sys.version, name, option)).encode("utf-8", "surrogateescape")
        return os.path.join(self.folder, _imp.source_hash(VERSION, parts + b"\0" + data).hex())


def _compiler_files() -> tuple[tuple[str, int], ...]:
    """The interpreter's own files that have been loaded, with their times of change."""
    files = [
        getattr(module, "__file__", None) for name, module in sys.modules.items() if name.startswith("interpreter.")
    ]
    return tuple((file, os.stat(file).st_mtime_ns) for file in files if file)


def _unchanged(compiler: tuple[tuple[str, int], ...]) -> bool:
    return all(os.stat(file).st_mtime_ns == time for file, time in compiler)

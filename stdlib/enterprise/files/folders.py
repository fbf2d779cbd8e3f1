"""Folders, temporary files, deleting, copying, finding."""

from __future__ import annotations

import os

from runtime.enterprise.declare import function
from stdlib.enterprise.collections.array import Array
from stdlib.enterprise.files.disk import access
from stdlib.enterprise.files.file import File

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


@function("КаталогВременныхФайлов(): Строка", "TempFilesDir()")
def temp_files_dir() -> str:
    """Каталог временных файлов с разделителем на конце."""
    from tempfile import gettempdir

    return os.path.join(gettempdir(), "")


@function("ПолучитьИмяВременногоФайла([Расширение]): Строка", "GetTempFileName([Extension])")
def get_temp_file_name(extension: str = "tmp") -> str:
    """Имя файла, которого ещё нет; сам файл не создаётся."""
    from uuid import uuid4

    return f"{temp_files_dir()}v8_{uuid4().hex[:12]}.{extension.lstrip('.')}".rstrip(".")


@function("ТекущийКаталог(): Строка", "CurrentDirectory()")
def current_directory() -> str:
    """Каталог, от которого отсчитываются неполные имена файлов."""
    return os.getcwd()


@function("УстановитьТекущийКаталог(ИмяКаталога)", "SetCurrentDirectory(DirectoryName)")
def set_current_directory(path: str) -> None:
    """Меняет каталог, от которого отсчитываются неполные имена файлов (дополнение OneScript)."""
    with access("read", os.path.abspath(path)):
        os.chdir(path)


@function("ПолучитьРазделительПути(): Строка", "GetPathSeparator()")
def get_path_separator() -> str:
    """Символ, который разделяет каталоги в имени файла."""
    return os.sep


@function("ПолучитьРазделительПутиКлиента(): Строка", "GetClientPathSeparator()")
def get_client_path_separator() -> str:
    """То же, что ПолучитьРазделительПути(): клиент и сервер здесь – один компьютер."""
    return os.sep


@function("ПолучитьРазделительПутиСервера(): Строка", "GetServerPathSeparator()")
def get_server_path_separator() -> str:
    """То же, что ПолучитьРазделительПути(): клиент и сервер здесь – один компьютер."""
    return os.sep


@function("ПолучитьМаскуВсеФайлыКлиента(): Строка", "GetClientAllFilesMask()")
def get_client_all_files_mask() -> str:
    """То же, что ПолучитьМаскуВсеФайлы(): клиент и сервер здесь – один компьютер."""
    return "*"


@function("ПолучитьМаскуВсеФайлыСервера(): Строка", "GetServerAllFilesMask()")
def get_server_all_files_mask() -> str:
    """То же, что ПолучитьМаскуВсеФайлы(): клиент и сервер здесь – один компьютер."""
    return "*"


@function("ПолучитьМаскуВсеФайлы(): Строка", "GetAllFilesMask()")
def get_all_files_mask() -> str:
    """Маска, которой отвечают все файлы."""
    return "*"


@function("ОбъединитьПути(Путь, Части...): Строка", "CombinePath(Path, Parts...)")
def combine_path(path: str, *parts: str) -> str:
    """Путь из частей, между которыми стоит разделитель; полный путь начинает сначала (дополнение OneScript)."""
    return os.path.join(path, *parts)


@function("СоздатьКаталог(ИмяКаталога)", "CreateDirectory(DirectoryName)")
def create_directory(path: str) -> None:
    """Создаёт каталог вместе с недостающими каталогами над ним."""
    with access("write", os.path.abspath(path)):
        os.makedirs(path, exist_ok=True)


@function("УдалитьФайлы(Путь, [Маска])", "DeleteFiles(Path, [Mask])")
def delete_files(path: str, mask: str | None = None) -> None:
    """Удаляет файл или каталог со всем содержимым; с маской – то, что в каталоге ей отвечает."""
    with access("write", os.path.abspath(path)):
        if mask is None:
            _remove(path)
            return
        for found in _matching(path, mask, recursive=False):
            _remove(found)


def _remove(path: str) -> None:
    if os.path.isdir(path) and not os.path.islink(path):
        from shutil import rmtree

        rmtree(path)
    elif os.path.lexists(path):
        os.remove(path)


@function("КопироватьФайл(ИмяФайлаИсточника, ИмяФайлаПриемника)", "FileCopy(SourceFileName, TargetFileName)")
def file_copy(source: str, target: str) -> None:
    """Копирует файл; то, что было под новым именем, заменяется."""
    from shutil import copyfile

    # What is wrong with the source is told under its own name.
    with access("read", os.path.abspath(source)):
        os.stat(source)
        _refuse_folder(source)
        if not os.access(source, os.R_OK):
            raise PermissionError(source)
    with access("write", os.path.abspath(target)):
        copyfile(source, target)


@function("ПереместитьФайл(ИмяФайлаИсточника, ИмяФайлаПриемника)", "MoveFile(SourceFileName, TargetFileName)")
def move_file(source: str, target: str) -> None:
    """Переименовывает файл или переносит его в другой каталог."""
    from shutil import move

    with access("write", os.path.abspath(source)):
        os.stat(source)
    with access("write", os.path.abspath(target)):
        # Otherwise it would be moved into the folder.
        _refuse_folder(target)
        move(source, target)


def _refuse_folder(path: str) -> None:
    if os.path.isdir(path):
        raise IsADirectoryError(path)


@function(
    "НайтиФайлы(Путь, [Маска], [ИскатьВПодкаталогах]): Массив", "FindFiles(Path, [Mask], [SearchInSubdirectories])"
)
def find_files(path: str, mask: str | None = None, recursive: bool = False) -> Array:
    """Массив объектов Файл: файлы и каталоги, имена которых отвечают маске (* и ?)."""
    with access("read", os.path.abspath(path)):
        if mask is None:
            if os.path.exists(path):
                return Array.of([File(path)])
            path, mask = os.path.split(path)
        return Array.of(File(found) for found in _matching(path or ".", mask, recursive))


def _matching(folder: str, mask: str, recursive: bool) -> Iterator[str]:
    from fnmatch import fnmatchcase

    names = sorted(os.listdir(folder)) if os.path.isdir(folder) else []
    # As on the system the masks come from, *.* means every file, and a bracket only itself.
    wanted = "*" if mask in ("", "*.*") else mask.lower().replace("[", "[[]")
    for name in names:
        found = os.path.join(folder, name)
        if fnmatchcase(name.lower(), wanted):
            yield found
        if recursive and os.path.isdir(found) and not os.path.islink(found) and os.access(found, os.R_OK | os.X_OK):
            yield from _matching(found, mask, recursive)

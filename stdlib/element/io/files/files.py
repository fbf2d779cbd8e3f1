"""Файлы."""

from __future__ import annotations

import os

from runtime.element.declare import global_property, method, onec_type
from stdlib.element.io.files.file import File, path_of
from stdlib.element.io.permission import require, translating
from stdlib.element.singleton import Singleton


@onec_type("Файлы", "Files")
class Files(Singleton):
    """Действия с файлами и каталогами; доступны через свойство Файлы."""

    __slots__ = ()

    @method("ПолучитьДомашнийКаталогПользователя(): Файл", "GetUserHomeDirectory()")
    @method("ПолучитьДомашнийКаталог(): Файл", "GetHomeDirectory()")
    def get_user_home_directory(self) -> File:
        """Возвращает домашний каталог пользователя."""
        return File(os.path.expanduser("~"))

    @method("Удалить(Файл: Файл|Строка)", "Delete(File)")
    def delete(self, file: File | str) -> None:
        """Удаляет файл или пустой каталог."""
        path = path_of(file)
        require("write", path)
        with translating(path):
            if os.path.isdir(path) and not os.path.islink(path):
                os.rmdir(path)
            else:
                os.remove(path)

    @method("СоздатьКаталог(Файл: Файл|Строка): Файл", "CreateDirectory(File)")
    def create_directory(self, file: File | str) -> File:
        """Создаёт каталог со всеми родителями, если его ещё нет (уточнение реализации)."""
        path = path_of(file)
        require("write", path)
        with translating(path):
            os.makedirs(path, exist_ok=True)
        return File(path)

    @method("Копировать(Источник: Файл|Строка, Приемник: Файл|Строка)", "Copy(Source, Target)")
    def copy(self, source: File | str, target: File | str) -> None:
        """Копирует файл; существующий приёмник перезаписывается (уточнение реализации)."""
        from shutil import copyfile

        require("read", path_of(source))
        require("write", path_of(target))
        with translating(path_of(source)):
            copyfile(path_of(source), path_of(target))

    @method("Переместить(Источник: Файл|Строка, Приемник: Файл|Строка)", "Move(Source, Target)")
    def move(self, source: File | str, target: File | str) -> None:
        """Перемещает файл или каталог (уточнение реализации)."""
        from shutil import move

        require("write", path_of(source))
        require("write", path_of(target))
        with translating(path_of(source)):
            move(path_of(source), path_of(target))

    @method("Существует(Файл: Файл|Строка): Булево", "Exists(File)")
    def exists(self, file: File | str) -> bool:
        """Истина, если файл или каталог есть (член не подтверждён)."""
        return File(path_of(file)).exists()

    @method(
        'Найти(Каталог: Файл|Строка, Маска: Строка = "*", ИскатьВПодкаталогах: Булево = Ложь): Массив<Файл>',
        "Find(Directory, Mask, SearchSubdirectories)",
    )
    def find(self, folder: File | str, mask: str = "*", deep: bool = False) -> Array:
        """Возвращает файлы и каталоги, имена которых подходят под маску, по порядку путей (член не подтверждён).

        Звёздочка в маске – любые символы, вопросительный знак – один. По ссылкам на каталоги поиск не ходит.
        """
        from stdlib.element.collections.array import Array

        path = path_of(folder)
        require("read", path)
        with translating(path):
            return Array.of([File(found) for found in sorted(_matching(path, mask, deep))])

    @method("ПолучитьТекущийКаталог(): Файл", "GetCurrentDirectory()")
    def get_current_directory(self) -> File:
        """Возвращает текущий каталог (член не подтверждён)."""
        return File(os.getcwd())

    @method("ПолучитьКаталогВременныхФайлов(): Файл", "GetTemporaryDirectory()")
    def get_temporary_directory(self) -> File:
        """Возвращает каталог, в котором создают временные файлы (член не подтверждён)."""
        from tempfile import gettempdir

        return File(gettempdir())

    @method('СоздатьВременныйФайл(Расширение: Строка = "tmp"): Файл', "CreateTemporaryFile(Extension)")
    def create_temporary_file(self, extension: str = "tmp") -> File:
        """Создаёт пустой файл с новым именем, доступный только этому пользователю (член не подтверждён)."""
        from tempfile import gettempdir, mkstemp

        require("write", gettempdir())
        with translating(extension):
            handle, path = mkstemp("." + os.path.basename(extension).lstrip("."))
            os.close(handle)
            return File(path)

    @method("СоздатьВременныйКаталог(): Файл", "CreateTemporaryDirectory()")
    def create_temporary_directory(self) -> File:
        """Создаёт каталог с новым именем, доступный только этому пользователю (член не подтверждён)."""
        from tempfile import gettempdir, mkdtemp

        require("write", gettempdir())
        with translating(gettempdir()):
            return File(mkdtemp())


def _matching(folder: str, mask: str, deep: bool) -> Iterator[str]:
    from fnmatch import fnmatchcase

    # Only these two signs have a meaning in a mask.
    mask = mask.replace("[", "[[]")
    waiting = [folder]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if fnmatchcase(entry.name, mask):
                    yield entry.path
                if deep and entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)


TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from stdlib.element.collections.array import Array


_files = Files()


@global_property("Файлы", "Files", "Файлы")
def files() -> Files:
    """Действия с файлами и каталогами."""
    return _files

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


_files = Files()


@global_property("Файлы", "Files", "Файлы")
def files() -> Files:
    """Действия с файлами и каталогами."""
    return _files

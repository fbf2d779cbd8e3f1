"""Файл."""

from __future__ import annotations

import os

from runtime.enterprise.date import Date
from runtime.enterprise.declare import OnecObject, constructor, getter, method, onec_type
from stdlib.enterprise.asynchrony.declare import asynchronous
from stdlib.enterprise.dates.clock import EPOCH
from stdlib.enterprise.dates.time_zone import local_offset
from stdlib.enterprise.dates.zones import to_universal_time
from stdlib.enterprise.files.disk import access

_WRITABLE = 0o222
_HIDDEN = 2


@onec_type("Файл", "File")
class File(OnecObject):
    """Имя файла или каталога по частям и то, что о нём известно на диске."""

    __slots__ = ("_given",)

    @constructor("([ИмяФайла])", "([FileName])")
    def __init__(self, name: str = "") -> None:
        """Без имени файл именует ИнициализироватьАсинх или НачатьИнициализацию."""
        self._name(name)

    def _name(self, name: str) -> None:
        # A folder may be named with a separator at the end.
        self._given = name.rstrip("/" + os.sep) or name

    @asynchronous(
        "ИнициализироватьАсинх(ИмяФайла)",
        "InitializeAsync(FileName)",
        "НачатьИнициализацию(ИмяФайла)",
        "BeginInitialization(FileName)",
    )
    def initialize(self, name: str) -> File:
        """Называет файл, о котором идёт речь; результат – этот же объект."""
        self._name(name)
        return self

    @getter("Имя", "Name", "Строка")
    def name(self) -> str:
        """Имя с расширением, без пути."""
        return os.path.basename(self._given)

    @getter("ИмяБезРасширения", "BaseName", "Строка")
    def base_name(self) -> str:
        """Имя без пути и расширения."""
        return os.path.splitext(self.name())[0]

    @getter("Расширение", "Extension", "Строка")
    def extension(self) -> str:
        """Расширение с точкой; пустая строка, если его нет."""
        return os.path.splitext(self.name())[1]

    @getter("ПолноеИмя", "FullName", "Строка")
    def full_name(self) -> str:
        """Имя с полным путём."""
        return os.path.abspath(self._given) if self._given else ""

    @getter("Путь", "Path", "Строка")
    def path(self) -> str:
        """Путь к каталогу файла с разделителем на конце."""
        folder = os.path.dirname(self.full_name())
        return folder if folder.endswith(os.sep) or not folder else folder + os.sep

    @asynchronous("СуществуетАсинх", "ExistsAsync", "НачатьПроверкуСуществования", "BeginCheckingExistence")
    @method("Существует(): Булево", "Exists()")
    def exists(self) -> bool:
        """Истина, если файл или каталог есть на диске."""
        with access("read", self.full_name()):
            return os.path.exists(self._given)

    @asynchronous("ЭтоФайлАсинх", "IsFileAsync", "НачатьПроверкуЭтоФайл", "BeginCheckingIsFile")
    @method("ЭтоФайл(): Булево", "IsFile()")
    def is_file(self) -> bool:
        """Истина, если это файл."""
        with access("read", self.full_name()):
            os.stat(self._given)
            return os.path.isfile(self._given)

    @asynchronous("ЭтоКаталогАсинх", "IsDirectoryAsync", "НачатьПроверкуЭтоКаталог", "BeginCheckingIsDirectory")
    @method("ЭтоКаталог(): Булево", "IsDirectory()")
    def is_directory(self) -> bool:
        """Истина, если это каталог."""
        with access("read", self.full_name()):
            os.stat(self._given)
            return os.path.isdir(self._given)

    @asynchronous("РазмерАсинх", "SizeAsync", "НачатьПолучениеРазмера", "BeginGettingSize")
    @method("Размер(): Число", "Size()")
    def size(self) -> int:
        """Размер в байтах."""
        with access("read", self.full_name()):
            return os.path.getsize(self._given)

    def _moment(self) -> int:
        with access("read", self.full_name()):
            return int(os.path.getmtime(self._given))

    def _set_moment(self, moment: int) -> None:
        with access("write", self.full_name()):
            os.utime(self._given, (moment, moment))

    @asynchronous(
        "ПолучитьВремяИзмененияАсинх",
        "GetModificationTimeAsync",
        "НачатьПолучениеВремениИзменения",
        "BeginGettingModificationTime",
    )
    @method("ПолучитьВремяИзменения(): Дата", "GetModificationTime()")
    def get_modification_time(self) -> Date:
        """Местное время последнего изменения."""
        moment = self._moment()
        return Date.of_seconds(moment + EPOCH + local_offset(moment))

    @asynchronous(
        "ПолучитьУниверсальноеВремяИзмененияАсинх",
        "GetModificationUniversalTimeAsync",
        "НачатьПолучениеУниверсальногоВремениИзменения",
        "BeginGettingModificationUniversalTime",
    )
    @method("ПолучитьУниверсальноеВремяИзменения(): Дата", "GetModificationUniversalTime()")
    def get_modification_universal_time(self) -> Date:
        """Время последнего изменения по Гринвичу."""
        return Date.of_seconds(self._moment() + EPOCH)

    @asynchronous(
        "УстановитьВремяИзмененияАсинх",
        "SetModificationTimeAsync",
        "НачатьУстановкуВремениИзменения",
        "BeginSettingModificationTime",
        optional=True,
    )
    @method("УстановитьВремяИзменения(ВремяИзменения)", "SetModificationTime(ModificationTime)")
    def set_modification_time(self, time: Date) -> None:
        """Меняет время последнего изменения; время местное."""
        self._set_moment(to_universal_time(time).seconds - EPOCH)

    @asynchronous(
        "УстановитьУниверсальноеВремяИзмененияАсинх",
        "SetModificationUniversalTimeAsync",
        "НачатьУстановкуУниверсальногоВремениИзменения",
        "BeginSettingModificationUniversalTime",
        optional=True,
    )
    @method("УстановитьУниверсальноеВремяИзменения(ВремяИзменения)", "SetModificationUniversalTime(ModificationTime)")
    def set_modification_universal_time(self, time: Date) -> None:
        """Меняет время последнего изменения; время по Гринвичу."""
        self._set_moment(time.seconds - EPOCH)

    @asynchronous(
        "ПолучитьТолькоЧтениеАсинх", "GetReadOnlyAsync", "НачатьПолучениеТолькоЧтения", "BeginGettingReadOnly"
    )
    @method("ПолучитьТолькоЧтение(): Булево", "GetReadOnly()")
    def get_read_only(self) -> bool:
        """Истина, если писать в файл нельзя."""
        with access("read", self.full_name()):
            return not os.stat(self._given).st_mode & _WRITABLE

    @asynchronous(
        "УстановитьТолькоЧтениеАсинх",
        "SetReadOnlyAsync",
        "НачатьУстановкуТолькоЧтения",
        "BeginSettingReadOnly",
        optional=True,
    )
    @method("УстановитьТолькоЧтение(ТолькоЧтение)", "SetReadOnly(ReadOnly)")
    def set_read_only(self, read_only: bool) -> None:
        """Запрещает или разрешает писать в файл."""
        with access("write", self.full_name()):
            mode = os.stat(self._given).st_mode
            os.chmod(self._given, mode & ~_WRITABLE if read_only else mode | 0o200)

    @asynchronous("ПолучитьНевидимостьАсинх", "GetHiddenAsync", "НачатьПолучениеНевидимости", "BeginGettingHidden")
    @method("ПолучитьНевидимость(): Булево", "GetHidden()")
    def get_hidden(self) -> bool:
        """Истина, если файл скрыт: его имя начинается с точки или, в Windows, он так помечен."""
        with access("read", self.full_name()):
            attributes: int = getattr(os.stat(self._given), "st_file_attributes", 0)
            return bool(attributes & _HIDDEN) if os.name == "nt" else self.name().startswith(".")

    @asynchronous(
        "УстановитьНевидимостьАсинх",
        "SetHiddenAsync",
        "НачатьУстановкуНевидимости",
        "BeginSettingHidden",
        optional=True,
    )
    @method("УстановитьНевидимость(Невидимость)", "SetHidden(Hidden)")
    def set_hidden(self, hidden: bool) -> None:
        """Скрывает или показывает файл; там, где скрывает точка в начале имени, ничего не меняет."""
        with access("write", self.full_name()):
            os.stat(self._given)
            if os.name == "nt":
                _hide(self._given, hidden)


def _hide(path: str, hidden: bool) -> None:
    import ctypes

    before: int = getattr(os.stat(path), "st_file_attributes", 0)
    wanted = before | _HIDDEN if hidden else before & ~_HIDDEN
    windows = getattr(ctypes, "windll", None)
    if windows is not None and not windows.kernel32.SetFileAttributesW(path, wanted):
        raise PermissionError(path)

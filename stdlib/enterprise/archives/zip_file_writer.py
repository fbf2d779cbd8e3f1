"""ЗаписьZipФайла."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, constructor, method, onec_type
from runtime.errors import BadArgument, OnecError
from stdlib.enterprise.archives.file_names_encoding_in_zip_file import FileNamesEncodingInZipFile
from stdlib.enterprise.archives.packing import found, name_inside, pack
from stdlib.enterprise.archives.settings import Settings
from stdlib.enterprise.archives.zip_compression_level import ZIPCompressionLevel
from stdlib.enterprise.archives.zip_compression_method import ZIPCompressionMethod
from stdlib.enterprise.archives.zip_encryption_method import ZIPEncryptionMethod
from stdlib.enterprise.archives.zip_store_path_mode import ZIPStorePathMode
from stdlib.enterprise.archives.zip_sub_dir_processing_mode import ZIPSubDirProcessingMode
from stdlib.enterprise.binary.binary_data import BinaryData
from stdlib.enterprise.binary.stream import Stream
from stdlib.enterprise.files.disk import access

_IN_MEMORY, _CHUNK = 1 << 24, 1 << 16
_SETTINGS = "[Пароль], [Комментарий], [МетодСжатия], [УровеньСжатия], [МетодШифрования]"
_SETTINGS_EN = "[Password], [Comment], [CompressionMethod], [CompressionLevel], [EncryptionMethod]"
_WITH_NAMES, _WITH_NAMES_EN = f"{_SETTINGS}, [КодировкаИменФайлов]", f"{_SETTINGS_EN}, [FileNamesEncoding]"


@onec_type("ЗаписьZipФайла", "ZipFileWriter", presentation="Запись ZIP-файла")
class ZipFileWriter(OnecObject):
    """Составляет архив ZIP из файлов. Имена не из латиницы записываются в UTF-8, какой бы ни была кодировка."""

    __slots__ = ("_files", "_settings", "_target")

    @constructor(f"(Поток, {_SETTINGS})", f"(Stream, {_SETTINGS_EN})")
    @constructor(f"([ИмяФайла], {_WITH_NAMES})", f"([FileName], {_WITH_NAMES_EN})")
    def __init__(
        self,
        target: str | Stream | None = None,
        password: str | None = None,
        comment: str | None = None,
        method: ZIPCompressionMethod | None = None,
        level: ZIPCompressionLevel | None = None,
        encryption: ZIPEncryptionMethod | None = None,
        encoding: FileNamesEncodingInZipFile | None = None,
    ) -> None:
        """Без имени файла архив открывают методом Открыть или получают методом ПолучитьДвоичныеДанные."""
        self._files: dict[str, str] = {}
        self._target: str | Stream | None = None
        self._settings = Settings()
        if target is not None:
            self.open(target, password, comment, method, level, encryption, encoding)

    @method(f"Открыть(Поток, {_SETTINGS})", f"Open(Stream, {_SETTINGS_EN})")
    @method(f"Открыть(ИмяФайла, {_WITH_NAMES})", f"Open(FileName, {_WITH_NAMES_EN})")
    def open(
        self,
        target: str | Stream,
        password: str | None = None,
        comment: str | None = None,
        compression: ZIPCompressionMethod | None = None,
        level: ZIPCompressionLevel | None = None,
        encryption: ZIPEncryptionMethod | None = None,
        encoding: FileNamesEncodingInZipFile | None = None,
    ) -> None:
        """Начинает новый архив; файл или поток записывается методом Записать."""
        if isinstance(target, Stream) and not target.can_write():
            raise BadArgument(1, hint="Поток закрыт или открыт только для чтения")
        self._settings = Settings(password, comment, compression, level, encryption)
        self._target = target
        self._files.clear()

    @method("Добавить(ИмяФайла, [МетодСохраненияПутей], [РекурсивнаяОбработкаПодпапок])",
            "Add(FileName, [StorePathMode], [SubDirProcessingMode])")  # fmt: skip
    def add(
        self,
        path: str,
        paths: ZIPStorePathMode | None = None,
        folders: ZIPSubDirProcessingMode | None = None,
    ) -> None:
        """Добавляет файл, файлы по маске (* и ?) или файлы каталога. Относительные пути – от каталога в имени."""
        with access("read", path):
            for place, relative in found(path, recursive=folders is ZIPSubDirProcessingMode.recurse):
                name = name_inside(place, relative, paths)
                if self._files.setdefault(name, place) != place:
                    raise OnecError(
                        f"В архиве уже есть файл с именем '{name}'",
                        hint="Сохраняйте пути: РежимСохраненияПутейZIP.СохранятьОтносительныеПути",
                    )

    @method("Записать()", "Write()")
    def write(self) -> None:
        """Записывает архив; после этого можно открыть следующий."""
        target = self._target
        if target is None:
            raise OnecError("Архив не открыт", hint='Откройте его: Архив.Открыть("имя.zip")')
        if isinstance(target, Stream):
            self._write_stream(target)
        else:
            self._write_file(target)
        self._target = None
        self._files.clear()

    def _write_file(self, path: str) -> None:
        from os.path import realpath

        # A mask may have met the archive that stood here before.
        place = realpath(path)
        files = {name: each for name, each in self._files.items() if realpath(each) != place}
        with access("write", path), open(path, "wb") as file:
            pack(file, files, self._settings)

    def _write_stream(self, target: Stream) -> None:
        from tempfile import SpooledTemporaryFile

        # Zip goes back to what it has written, which not every stream can.
        with SpooledTemporaryFile(_IN_MEMORY) as file:
            pack(file, self._files, self._settings)
            file.seek(0)
            while data := file.read(_CHUNK):
                target.put(data)

    @method(f"ПолучитьДвоичныеДанные({_SETTINGS}): ДвоичныеДанные", f"GetBinaryData({_SETTINGS_EN})")
    def get_binary_data(
        self,
        password: str | None = None,
        comment: str | None = None,
        compression: ZIPCompressionMethod | None = None,
        level: ZIPCompressionLevel | None = None,
        encryption: ZIPEncryptionMethod | None = None,
    ) -> BinaryData:
        """Архив добавленных файлов двоичными данными."""
        return BinaryData(self._packed(Settings(password, comment, compression, level, encryption)))

    def _packed(self, settings: Settings) -> bytes:
        from io import BytesIO

        file = BytesIO()
        pack(file, self._files, settings)
        return file.getvalue()

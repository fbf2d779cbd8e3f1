"""ЧтениеZipФайла."""

from __future__ import annotations

import os

from runtime.enterprise.declare import OnecObject, constructor, getter, method, onec_type
from runtime.errors import BadArgument, OnecError
from stdlib.enterprise.archives.entry_names import target_of
from stdlib.enterprise.archives.opening import broken_archive, entry_failed, opened, passwords_of
from stdlib.enterprise.archives.zip_file_entries import ZipFileEntries
from stdlib.enterprise.archives.zip_file_entry import ZipFileEntry
from stdlib.enterprise.archives.zip_restore_file_paths_mode import ZIPRestoreFilePathsMode
from stdlib.enterprise.binary.stream import Stream
from stdlib.enterprise.files.disk import access

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import IO
    from zipfile import ZipFile

_CHUNK = 1 << 16


@onec_type("ЧтениеZipФайла", "ZipFileReader", presentation="Чтение ZIP-файла")
class ZipFileReader(OnecObject):
    """Читает архив ZIP. Элемент, имя которого вывело бы файл за пределы каталога, не извлекается."""

    __slots__ = ("_archive", "_entries", "_file", "_passwords")

    @constructor("(Поток, [Пароль])", "(Stream, [Password])")
    @constructor("([ИмяФайла], [Пароль])", "([FileName], [Password])")
    def __init__(self, source: str | Stream | None = None, password: str | None = None) -> None:
        """Без параметров архив открывают методом Открыть."""
        self._archive: ZipFile | None = None
        self._file: IO[bytes] | None = None
        if source is not None:
            self.open(source, password)

    @method("Открыть(Поток, [Пароль])", "Open(Stream, [Password])")
    @method("Открыть(ИмяФайла, [Пароль])", "Open(FileName, [Password])")
    def open(self, source: str | Stream, password: str | None = None) -> None:
        """Открывает архив из файла или потока; пароль проверяется при извлечении."""
        self.close()
        self._passwords = passwords_of(password)
        if isinstance(source, Stream):
            self._archive = opened(_whole(source))
        else:
            with access("read", source):
                self._file = open(source, "rb")  # noqa: SIM115 - closed by Закрыть
            try:
                self._archive = opened(self._file)
            except OnecError:
                self.close()
                raise
        self._entries = ZipFileEntries([ZipFileEntry(info) for info in self._archive.infolist()])

    @method("Закрыть()", "Close()")
    def close(self) -> None:
        """Закрывает архив; поток, из которого он читался, остаётся открытым."""
        if self._archive is not None:
            self._archive.close()
            self._archive = None
        if self._file is not None:
            self._file.close()
            self._file = None

    def __del__(self) -> None:
        file = getattr(self, "_file", None)
        if file is not None:
            file.close()

    def _opened(self) -> ZipFile:
        if self._archive is None:
            raise OnecError("Архив не открыт", hint='Откройте его: Архив.Открыть("имя.zip")')
        return self._archive

    @getter("Элементы", "Items", "ЭлементыZipФайла")
    def items(self) -> ZipFileEntries:
        """То, что есть в архиве."""
        self._opened()
        return self._entries

    @getter("Комментарий", "Comment", "Строка")
    def comment(self) -> str:
        """Комментарий архива."""
        data = self._opened().comment
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            return data.decode("cp866")

    @method("Извлечь(Элемент, Путь, [ВосстанавливатьКаталоги], [Пароль])", "Extract(Item, Path, [Restore], [Password])")
    def extract(
        self,
        entry: ZipFileEntry,
        folder: str,
        mode: ZIPRestoreFilePathsMode | None = None,
        password: str | None = None,
    ) -> None:
        """Извлекает элемент в каталог, заменяя прежний файл; каталоги, записанные в архиве, создаются."""
        archive = self._opened()
        if archive.NameToInfo.get(entry.info.filename) is not entry.info and entry not in self._entries:
            raise BadArgument(1, hint="Это элемент другого архива")
        target = target_of(entry.stored, folder, with_folders=_restores(mode))
        if target:
            self._extract(entry, target, passwords_of(password) if password else self._passwords)

    @method("ИзвлечьВсе(Путь, [ВосстанавливатьКаталоги])", "ExtractAll(Path, [Restore])")
    def extract_all(self, folder: str, mode: ZIPRestoreFilePathsMode | None = None) -> None:
        """Извлекает всё в каталог. Если имя хотя бы одного элемента ведёт за его пределы, не извлекается ничего."""
        self._opened()
        targets = [(entry, target_of(entry.stored, folder, with_folders=_restores(mode))) for entry in self._entries]
        for entry, target in targets:
            if target:
                self._extract(entry, target, self._passwords)

    def _extract(self, entry: ZipFileEntry, target: str, passwords: tuple[bytes | None, ...]) -> None:
        if entry.stored.endswith("/"):
            with access("write", target):
                os.makedirs(target, exist_ok=True)
            return
        from uuid import uuid4

        # Under another name until it is whole: a wrong password must not cost the file that was there.
        part = f"{target}.{uuid4().hex[:8]}.part"
        with access("write", target):
            os.makedirs(os.path.dirname(target) or ".", exist_ok=True)
            file = open(part, "xb")  # noqa: SIM115 - closed below, before a failed file is removed
        try:
            with file:
                self._copy_with_any(entry, file, passwords)
            with access("write", target):
                os.replace(part, target)
        except OnecError:
            os.remove(part)
            raise
        _set_time(target, entry)

    def _copy_with_any(self, entry: ZipFileEntry, target: IO[bytes], passwords: tuple[bytes | None, ...]) -> None:
        # The old encryption notices a wrong password only nearly always: what came out of it is thrown away.
        *others, last = passwords if entry.encrypted() else passwords[:1]
        for password in others:
            try:
                self._copy(entry, target, password)
            except OnecError:
                target.seek(0)
                target.truncate()
            else:
                return
        self._copy(entry, target, last)

    def _copy(self, entry: ZipFileEntry, target: IO[bytes], password: bytes | None) -> None:
        """Unpack by pieces: what an entry says of its size bounds what it may write."""
        try:
            source = self._opened().open(entry.info, pwd=password)
        except broken_archive() as error:
            raise entry_failed(entry.info, entry.stored, error, password) from error
        left = entry.info.file_size
        with source:
            while True:
                try:
                    data = source.read(_CHUNK)
                except broken_archive() as error:
                    raise entry_failed(entry.info, entry.stored, error, password) from error
                left -= len(data)
                if left < 0 or (not data and left):
                    raise entry_failed(entry.info, entry.stored, EOFError(), password)
                if not data:
                    return
                with access("write", target.name):
                    target.write(data)


def _restores(mode: ZIPRestoreFilePathsMode | None) -> bool:
    return mode is not ZIPRestoreFilePathsMode.dont_restore


def _whole(stream: Stream) -> IO[bytes]:
    if not stream.can_read():
        raise BadArgument(1, hint="Поток закрыт или открыт только для записи")
    if stream.can_seek():
        return stream.raw
    from io import BytesIO

    return BytesIO(stream.take())


def _set_time(path: str, entry: ZipFileEntry) -> None:
    from contextlib import suppress
    from time import mktime

    # What is no time, or a time before the epoch, is left out.
    with suppress(ValueError, OverflowError, OSError):
        moment = mktime((*entry.info.date_time, 0, 0, -1))
        os.utime(path, (moment, moment))

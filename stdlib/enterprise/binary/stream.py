"""Поток."""

from __future__ import annotations

from io import SEEK_END, SEEK_SET, BytesIO, UnsupportedOperation

from runtime.enterprise.declare import OnecObject, getter, method, onec_type
from runtime.errors import BadArgument, OnecError
from stdlib.enterprise.asynchrony.declare import asynchronous
from stdlib.enterprise.binary.binary_data_buffer import BinaryDataBuffer
from stdlib.enterprise.binary.position_in_stream import PositionInStream

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import IO, Any

_CHUNK = 1 << 16


class _Closed:
    """Stands for the file of a closed stream: every use of it is the script's mistake."""

    __slots__ = ()

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        raise OnecError("Поток закрыт")


_CLOSED: Any = _Closed()


@onec_type("Поток", "Stream")
class Stream(OnecObject):
    """Последовательность байтов, которую читают и записывают с текущей позиции."""

    __slots__ = ("_origin", "_readable", "_writable", "raw")
    raw: IO[bytes]
    _origin: Stream

    def _begin(self, raw: IO[bytes], *, readable: bool, writable: bool) -> None:
        self.raw, self._readable, self._writable = raw, readable, writable

    @classmethod
    def of(cls, source: bytes | IO[bytes]) -> Stream:
        """A stream that reads these bytes or this file."""
        made = Stream()
        made._begin(BytesIO(source) if isinstance(source, bytes) else source, readable=True, writable=False)
        return made

    @property
    def __onec_line__(self) -> Stream:
        """The stream with which this one shares its position."""
        return getattr(self, "_origin", self)

    def take(self, count: int = -1) -> bytes:
        """Up to `count` next bytes, all the rest without it; fewer only at the end."""
        if not self._readable:
            raise self._refusal()
        try:
            if count > _CHUNK:
                # Python would set aside as much memory as is asked for.
                return self._take_many(count)
            return self.raw.read(count)
        except (OSError, UnsupportedOperation) as error:
            raise self._failed(error) from error

    def _take_many(self, count: int) -> bytes:
        if self.raw.seekable():
            return self.raw.read(min(count, max(self.size() - self.raw.tell(), 0)))
        parts = []
        while count > 0 and (part := self.raw.read(min(count, _CHUNK))):
            parts.append(part)
            count -= len(part)
        return b"".join(parts)

    def put(self, data: bytes | memoryview) -> None:
        """Write at the current position."""
        if not self._writable:
            raise self._refusal()
        try:
            written = self.raw.write(data)
        except (OSError, UnsupportedOperation) as error:
            raise self._failed(error) from error
        if written != len(data):
            raise OnecError("Данные не помещаются в поток", hint="Поток над буфером не растёт")

    def _refusal(self) -> OnecError:
        if self.raw is _CLOSED:
            return OnecError("Поток закрыт")
        return OnecError("Поток открыт только для записи" if self._writable else "Поток открыт только для чтения")

    def _failed(self, error: Exception) -> OnecError:
        return OnecError(f"Ошибка работы с потоком: {getattr(error, 'strerror', None) or 'действие недоступно'}")

    @getter("ДоступнаЗапись", "CanWrite", "Булево")
    def can_write(self) -> bool:
        """Истина, если в поток можно писать."""
        return self._writable and self.raw is not _CLOSED

    @getter("ДоступноЧтение", "CanRead", "Булево")
    def can_read(self) -> bool:
        """Истина, если из потока можно читать."""
        return self._readable and self.raw is not _CLOSED

    @getter("ДоступноИзменениеПозиции", "CanSeek", "Булево")
    def can_seek(self) -> bool:
        """Истина, если текущую позицию можно менять."""
        return self.raw is not _CLOSED and self.raw.seekable()

    @asynchronous("ПрочитатьАсинх", "ReadAsync", "НачатьЧтение", "BeginRead")
    @method("Прочитать(Буфер, ПозицияВБуфере, Количество): Число", "Read(Buffer, PositionInBuffer, Count)")
    def read(self, buffer: BinaryDataBuffer, place: int, count: int) -> int:
        """Читает в буфер не больше этого количества байтов; сколько прочитано. В конце потока 0."""
        target = buffer.changeable(place, count, 2)
        data = self.take(count)
        target[: len(data)] = data
        return len(data)

    @asynchronous("ЗаписатьАсинх", "WriteAsync", "НачатьЗапись", "BeginWrite")
    @method("Записать(Буфер, ПозицияВБуфере, Количество)", "Write(Buffer, PositionInBuffer, Count)")
    def write(self, buffer: BinaryDataBuffer, place: int, count: int) -> None:
        """Записывает в поток часть буфера."""
        self.put(buffer.part(place, count, 2))

    @asynchronous("КопироватьВАсинх", "CopyToAsync", "НачатьКопированиеВ", "BeginCopyTo")
    @method("КопироватьВ(ЦелевойПоток, [Количество])", "CopyTo(TargetStream, [Count])")
    def copy_to(self, target: Stream, count: int | None = None) -> None:
        """Переносит байты от текущей позиции в другой поток; без количества – до конца."""
        copy_bytes(self, target, count)

    @asynchronous("ПерейтиАсинх", "SeekAsync", "НачатьПереход", "BeginSeek")
    @method("Перейти(Смещение, [НачальнаяПозиция]): Число", "Seek(Offset, [InitialPosition])")
    def seek(self, offset: int, start: PositionInStream | None = None) -> int:
        """Меняет текущую позицию; смещение отсчитывается от начала, конца или текущей позиции. Новая позиция."""
        try:
            base = 0
            if start is not None and start is not PositionInStream.begin:
                base = self.raw.tell() if start is PositionInStream.current else self.size()
            if base + offset < 0:
                raise BadArgument(1, hint="Позиция до начала потока")
            return self.raw.seek(base + offset, SEEK_SET)
        except (OSError, OverflowError) as error:
            raise self._failed(error) from error

    @method("ТекущаяПозиция(): Число", "CurrentPosition()")
    def current_position(self) -> int:
        """Сколько байтов от начала потока до текущей позиции."""
        try:
            return self.raw.tell()
        except OSError as error:
            raise self._failed(error) from error

    @asynchronous("РазмерАсинх", "SizeAsync", "НачатьПолучениеРазмера", "BeginGetSize", optional=True)
    @method("Размер(): Число", "Size()")
    def size(self) -> int:
        """Размер данных потока в байтах."""
        try:
            place = self.raw.tell()
            size = self.raw.seek(0, SEEK_END)
            self.raw.seek(place)
        except OSError as error:
            raise self._failed(error) from error
        return size

    @asynchronous("УстановитьРазмерАсинх", "SetSizeAsync", "НачатьУстановкуРазмера", "BeginSetSize")
    @method("УстановитьРазмер(Размер)", "SetSize(Size)")
    def set_size(self, size: int) -> None:
        """Обрезает поток или дополняет его нулями; позиция за концом переносится в конец."""
        if size < 0:
            raise BadArgument(1)
        if not self._writable:
            raise self._refusal()
        try:
            self._resize(size)
        except (OSError, OverflowError, MemoryError) as error:
            raise self._failed(error) from error

    def _resize(self, size: int) -> None:
        present, place = self.size(), self.raw.tell()
        if size > present:
            # A stream in memory does not grow by truncating.
            self.raw.seek(size - 1)
            self.raw.write(b"\0")
        else:
            self.raw.truncate(size)
        self.raw.seek(min(place, size))

    @asynchronous("СброситьБуферыАсинх", "FlushAsync", "НачатьСбросБуферов", "BeginFlush")
    @method("СброситьБуферы()", "Flush()")
    def flush(self) -> None:
        """Передаёт записанное из промежуточных буферов в файл."""
        try:
            self.raw.flush()
        except OSError as error:
            raise self._failed(error) from error

    @method("ПолучитьПотокТолькоДляЧтения(): Поток", "GetReadonlyStream()")
    def get_readonly_stream(self) -> Stream:
        """Поток для чтения тех же данных; позиция у потоков общая."""
        if not self._readable:
            raise self._refusal()
        made = Stream()
        made._begin(self.raw, readable=True, writable=False)
        # The file must live as long as this stream.
        made._origin = self
        return made

    @asynchronous("ЗакрытьАсинх", "CloseAsync", "НачатьЗакрытие", "BeginClose")
    @method("Закрыть()", "Close()")
    def close(self) -> None:
        """Дописывает данные и закрывает поток; закрытый закрывать можно."""
        raw, self.raw = self.raw, _CLOSED
        if raw is _CLOSED or hasattr(self, "_origin"):
            return
        try:
            raw.close()
        except OSError as error:
            raise self._failed(error) from error


def copy_bytes(source: Stream, target: Stream, count: int | None) -> int:
    """Move bytes from the current position of one stream to that of another; how many there were."""
    if count is not None and count < 0:
        raise BadArgument(2)
    done = 0
    while count is None or done < count:
        data = source.take(_CHUNK if count is None else min(_CHUNK, count - done))
        if not data:
            break
        target.put(data)
        done += len(data)
    return done


def leave_behind(stream: Stream, count: int) -> int:
    """Go forward by up to `count` bytes; how many there were."""
    if stream.can_seek():
        place, size = stream.current_position(), stream.size()
        return stream.seek(min(place + count, max(size, place))) - place
    done = 0
    while done < count and (data := stream.take(min(_CHUNK, count - done))):
        done += len(data)
    return done

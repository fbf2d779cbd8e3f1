"""БуферДвоичныхДанных."""

from __future__ import annotations

from runtime.enterprise.access import out_of_range, position
from runtime.enterprise.convert import to_whole
from runtime.enterprise.declare import OnecObject, constructor, field, getter, method, onec_type
from runtime.errors import BadArgument, OnecError
from stdlib.enterprise.binary.byte_order import ByteOrder, spelled
from stdlib.enterprise.collections.array import Array

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any


@onec_type("БуферДвоичныхДанных", "BinaryDataBuffer", presentation="Буфер двоичных данных")
class BinaryDataBuffer(OnecObject):
    """Байты в памяти, которые можно читать и менять по одному: Буфер[0] = 255. Размер постоянный."""

    __slots__ = ("_byte_order", "_read_only", "data")
    data: memoryview

    byte_order = field(
        "ПорядокБайтов", "ByteOrder", "ByteOrder", ByteOrder.little_endian,
        "Порядок байтов целых чисел, когда при чтении и записи он не назван.", type_="ПорядокБайтов",
    )  # fmt: skip

    @constructor("(Размер, [ПорядокБайтов])", "(Size, [ByteOrder])")
    def __init__(self, size: int, order: ByteOrder | None = None) -> None:
        """Все байты нового буфера равны нулю."""
        if size < 0:
            raise BadArgument(1)
        try:
            self.data = memoryview(bytearray(size))
        except (MemoryError, OverflowError):
            raise BadArgument(1, hint="Столько памяти нет") from None
        self._byte_order = order or ByteOrder.little_endian
        self._read_only = False

    @classmethod
    def of(cls, data: bytes | bytearray | memoryview, order: ByteOrder | None = None) -> BinaryDataBuffer:
        """A buffer over these bytes: a bytearray or a view is shared, bytes are copied."""
        made = cls(0, order)
        made.data = memoryview(bytearray(data) if isinstance(data, bytes) else data)
        return made

    def __len__(self) -> int:
        return len(self.data)

    def __iter__(self) -> Iterator[int]:
        return iter(self.data)

    def __getitem__(self, key: Any) -> int:
        if key.__class__ is int and key >= 0:
            try:
                return self.data[key]
            except IndexError:
                raise out_of_range(self, key) from None
        index = key if key.__class__ is int else position(key)
        if 0 <= index < len(self.data):
            return self.data[index]
        raise out_of_range(self, index)

    def __setitem__(self, key: Any, value: Any) -> None:
        index = key if key.__class__ is int else position(key)
        if not 0 <= index < len(self.data):
            raise out_of_range(self, index)
        byte = value if value.__class__ is int else to_whole(value)
        if not 0 <= byte <= 255:
            raise OnecError("Недопустимое значение байта", hint="Байт – целое число от 0 до 255")
        self._changing()[index] = byte

    @getter("Размер", "Size", "Число")
    def size(self) -> int:
        """Количество байтов."""
        return len(self.data)

    @getter("ТолькоЧтение", "ReadOnly", "Булево")
    def read_only(self) -> bool:
        """Истина, если менять байты нельзя."""
        return self._read_only

    @method("УстановитьТолькоЧтение()", "SetReadOnly()")
    def set_read_only(self) -> None:
        """Навсегда запрещает менять этот буфер."""
        self._read_only = True

    @method("Получить(Позиция): Число", "Get(Position)")
    def get(self, place: int) -> int:
        """Байт на этом месте; места считаются с нуля."""
        return self[place]

    @method("Установить(Позиция, Значение)", "Set(Position, Value)")
    def set(self, place: int, value: int) -> None:
        """Заменяет байт на этом месте."""
        if not 0 <= value <= 255:
            raise BadArgument(2, hint="Байт – целое число от 0 до 255")
        self[place] = value

    @method("Прочитать(Позиция, Количество): БуферДвоичныхДанных", "Read(Position, Count)")
    def read(self, place: int, count: int) -> BinaryDataBuffer:
        """Новый буфер с копией этих байтов."""
        return BinaryDataBuffer.of(bytes(self.part(place, count)), self._byte_order)

    @method("ПолучитьСрез(Позиция, [Количество]): БуферДвоичныхДанных", "GetSlice(Position, [Count])")
    def get_slice(self, place: int, count: int | None = None) -> BinaryDataBuffer:
        """Буфер, у которого с этим общая память: изменения видны в обоих. Без количества – до конца."""
        made = BinaryDataBuffer.of(self.part(place, count), self._byte_order)
        made._read_only = self._read_only
        return made

    @method("Скопировать(): БуферДвоичныхДанных", "Copy()")
    def copy(self) -> BinaryDataBuffer:
        """Новый буфер с теми же байтами."""
        return BinaryDataBuffer.of(bytes(self.data), self._byte_order)

    @method("Перевернуть(): БуферДвоичныхДанных", "Reverse()")
    def reverse(self) -> BinaryDataBuffer:
        """Новый буфер с теми же байтами в обратном порядке."""
        return BinaryDataBuffer.of(bytes(self.data[::-1]), self._byte_order)

    @method("Соединить(Буфер): БуферДвоичныхДанных", "Concat(Buffer)")
    def concat(self, other: BinaryDataBuffer) -> BinaryDataBuffer:
        """Новый буфер: байты этого, за ними байты другого."""
        return BinaryDataBuffer.of(b"".join((self.data, other.data)), self._byte_order)

    @method("Разделить(Разделители): Массив", "Split(Separators)")
    @method("Разделить(Разделитель): Массив", "Split(Separator)")
    def split(self, separators: BinaryDataBuffer | Array) -> Array:
        """Массив новых буферов: то, что между разделителями. Разделителей может быть несколько, тогда это массив."""
        from stdlib.enterprise.binary.markers import markers_of, pieces

        found = pieces(bytes(self.data), markers_of(separators, None, 1))
        return Array.of(BinaryDataBuffer.of(piece, self._byte_order) for piece in found)

    @method("Записать(Позиция, Байты, [Количество])", "Write(Position, Bytes, [Count])")
    def write(self, place: int, source: BinaryDataBuffer, count: int | None = None) -> None:
        """Записывает байты другого буфера, начиная с этого места; без количества – все."""
        target, given = self._both(place, source, count)
        target[:] = given

    @method("ЗаписатьПобитовоеИ(Позиция, Буфер, [Количество])", "WriteBitwiseAnd(Position, Buffer, [Count])")
    def write_bitwise_and(self, place: int, source: BinaryDataBuffer, count: int | None = None) -> None:
        """Соединяет байты с байтами другого буфера: остаются биты, которые есть в обоих."""
        self._combine(place, source, count, int.__and__)

    @method("ЗаписатьПобитовоеИли(Позиция, Буфер, [Количество])", "WriteBitwiseOr(Position, Buffer, [Count])")
    def write_bitwise_or(self, place: int, source: BinaryDataBuffer, count: int | None = None) -> None:
        """Соединяет байты с байтами другого буфера: биты, которые есть хотя бы в одном."""
        self._combine(place, source, count, int.__or__)

    @method("ЗаписатьПобитовоеИНе(Позиция, Буфер, [Количество])", "WriteBitwiseAndNot(Position, Buffer, [Count])")
    def write_bitwise_and_not(self, place: int, source: BinaryDataBuffer, count: int | None = None) -> None:
        """Снимает биты, которые есть в другом буфере."""
        self._combine(place, source, count, lambda mine, other: mine & ~other)

    @method(
        "ЗаписатьПобитовоеИсключительноеИли(Позиция, Буфер, [Количество])", "WriteBitwiseXor(Position, Buffer, [Count])"
    )
    def write_bitwise_xor(self, place: int, source: BinaryDataBuffer, count: int | None = None) -> None:
        """Соединяет байты с байтами другого буфера: биты, которые есть только в одном."""
        self._combine(place, source, count, int.__xor__)

    @method("Инвертировать([Позиция], [Количество])", "Invert([Position], [Count])")
    def invert(self, place: int = 0, count: int | None = None) -> None:
        """Меняет каждый бит на обратный."""
        target = self.part(place, count)
        self._changing()
        mask = (1 << 8 * len(target)) - 1
        target[:] = (int.from_bytes(target, "little") ^ mask).to_bytes(len(target), "little")

    @method("ПрочитатьЦелое16(Позиция, [ПорядокБайтов]): Число", "ReadInt16(Position, [ByteOrder])")
    def read_int16(self, place: int, order: ByteOrder | None = None) -> int:
        """Целое неотрицательное число из двух байтов."""
        return self._integer(place, 2, order)

    @method("ПрочитатьЦелое32(Позиция, [ПорядокБайтов]): Число", "ReadInt32(Position, [ByteOrder])")
    def read_int32(self, place: int, order: ByteOrder | None = None) -> int:
        """Целое неотрицательное число из четырёх байтов."""
        return self._integer(place, 4, order)

    @method("ПрочитатьЦелое64(Позиция, [ПорядокБайтов]): Число", "ReadInt64(Position, [ByteOrder])")
    def read_int64(self, place: int, order: ByteOrder | None = None) -> int:
        """Целое неотрицательное число из восьми байтов."""
        return self._integer(place, 8, order)

    @method("ЗаписатьЦелое16(Позиция, Значение, [ПорядокБайтов])", "WriteInt16(Position, Value, [ByteOrder])")
    def write_int16(self, place: int, value: int, order: ByteOrder | None = None) -> None:
        """Записывает целое число от 0 до 2^16 - 1 двумя байтами."""
        self._write_integer(place, 2, value, order)

    @method("ЗаписатьЦелое32(Позиция, Значение, [ПорядокБайтов])", "WriteInt32(Position, Value, [ByteOrder])")
    def write_int32(self, place: int, value: int, order: ByteOrder | None = None) -> None:
        """Записывает целое число от 0 до 2^32 - 1 четырьмя байтами."""
        self._write_integer(place, 4, value, order)

    @method("ЗаписатьЦелое64(Позиция, Значение, [ПорядокБайтов])", "WriteInt64(Position, Value, [ByteOrder])")
    def write_int64(self, place: int, value: int, order: ByteOrder | None = None) -> None:
        """Записывает целое число от 0 до 2^64 - 1 восемью байтами."""
        self._write_integer(place, 8, value, order)

    def part(self, place: int, count: int | None, number: int = 1) -> memoryview:
        """A view of `count` bytes; BadArgument with this number of the place's parameter when they are not there."""
        size = len(self.data)
        if not 0 <= place <= size:
            raise BadArgument(number, hint=f"В буфере {size} байт, места считаются с нуля")
        if count is None:
            return self.data[place:]
        if count < 0 or place + count > size:
            raise BadArgument(number + 1, hint=f"С места {place} до конца буфера {size - place} байт")
        return self.data[place : place + count]

    def changeable(self, place: int, count: int | None, number: int = 1) -> memoryview:
        """As `part`, of a buffer that may be changed."""
        self._changing()
        return self.part(place, count, number)

    def _changing(self) -> memoryview:
        if self._read_only:
            raise OnecError("Буфер двоичных данных доступен только для чтения")
        return self.data

    def _both(self, place: int, source: BinaryDataBuffer, count: int | None) -> tuple[memoryview, memoryview]:
        length = len(source.data) if count is None else count
        if not 0 <= length <= len(source.data):
            raise BadArgument(3, hint=f"В записываемом буфере {len(source.data)} байт")
        self._changing()
        if not 0 <= place <= len(self.data) - length:
            raise BadArgument(1, hint=f"{length} байт с места {place} не помещаются в {len(self.data)}")
        return self.data[place : place + length], source.data[:length]

    def _combine(self, place: int, source: BinaryDataBuffer, count: int | None, how: Callable[[int, int], int]) -> None:
        target, given = self._both(place, source, count)
        made = how(int.from_bytes(target, "little"), int.from_bytes(given, "little"))
        target[:] = made.to_bytes(len(target), "little")

    def _integer(self, place: int, size: int, order: ByteOrder | None) -> int:
        if not 0 <= place <= len(self.data) - size:
            raise BadArgument(1, hint=f"{size} байт с места {place} нет: размер буфера {len(self.data)}")
        return int.from_bytes(self.data[place : place + size], spelled(order or self._byte_order))

    def _write_integer(self, place: int, size: int, value: int, order: ByteOrder | None) -> None:
        self._changing()
        if not 0 <= place <= len(self.data) - size:
            raise BadArgument(1, hint=f"{size} байт с места {place} нет: размер буфера {len(self.data)}")
        self.data[place : place + size] = whole_bytes(value, size, order or self._byte_order, 2)


def whole_bytes(value: int, size: int, order: ByteOrder, number: int) -> bytes:
    """The bytes of a whole number; BadArgument with this number of the parameter when it takes more."""
    if not 0 <= value < 1 << 8 * size:
        raise BadArgument(number, hint=f"Целое число от 0 до 2^{8 * size} - 1")
    return value.to_bytes(size, spelled(order))

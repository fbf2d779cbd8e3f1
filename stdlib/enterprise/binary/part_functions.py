"""Splitting and joining: binary data, buffers, files."""

from __future__ import annotations

import os

from runtime.enterprise.convert import to_string
from runtime.enterprise.declare import function
from runtime.errors import BadArgument, OnecError
from stdlib.enterprise.binary.binary_data import BinaryData
from stdlib.enterprise.binary.binary_data_buffer import BinaryDataBuffer
from stdlib.enterprise.binary.byte_order import ByteOrder
from stdlib.enterprise.collections.array import Array
from stdlib.enterprise.files.disk import access

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import IO

_CHUNK = 1 << 20


@function("СоединитьДвоичныеДанные(МассивДвоичныхДанных): ДвоичныеДанные", "ConcatBinaryData(Array)")
def concat_binary_data(parts: Array) -> BinaryData:
    """Двоичные данные из частей, сложенных по порядку."""
    if not all(isinstance(part, BinaryData) for part in parts):
        raise BadArgument(1, "Несоответствие типов")
    return BinaryData(b"".join(part.data for part in parts))


@function("РазделитьДвоичныеДанные(ДвоичныеДанные, РазмерЧасти): Массив", "SplitBinaryData(BinaryData, PartSize)")
def split_binary_data(data: BinaryData, size: int) -> Array:
    """Массив частей не больше этого размера."""
    if size < 1:
        raise BadArgument(2)
    return Array.of(BinaryData(data.data[start : start + size]) for start in range(0, len(data.data), size))


@function(
    "СоединитьБуферыДвоичныхДанных(Части, [Разделитель], [ПорядокБайтов]): БуферДвоичныхДанных",
    "ConcatBinaryDataBuffers(Parts, [Separator], [ByteOrder])",
)
def concat_binary_data_buffers(
    parts: Array, separator: BinaryDataBuffer | None = None, order: ByteOrder | None = None
) -> BinaryDataBuffer:
    """Новый буфер из частей, сложенных по порядку; между ними – разделитель, если он есть."""
    if not all(isinstance(part, BinaryDataBuffer) for part in parts):
        raise BadArgument(1, "Несоответствие типов")
    between = b"" if separator is None else bytes(separator.data)
    return BinaryDataBuffer.of(between.join(part.data for part in parts), order)


@function("РазделитьФайл(ИмяФайла, РазмерЧасти, [Путь]): Массив", "SplitFile(FileName, PartSize, [Path])")
def split_file(path: str, size: int, folder: str | None = None) -> Array:
    """Делит файл на части не больше этого количества байтов: имя.001, имя.002… Массив имён частей."""
    if size < 1:
        raise BadArgument(2)
    base = path if not folder else os.path.join(folder, os.path.basename(path))
    names = Array()
    with access("read", path), open(path, "rb") as source:
        left = os.fstat(source.fileno()).st_size
        while left > 0 or not names:
            name = f"{base}.{len(names) + 1:03}"
            with access("write", name), open(name, "wb") as part:
                left -= _copy(source, part, size) or left
            names.append(name)
    return names


@function("ОбъединитьФайлы(ШаблонПоиска, ИмяРезультирующегоФайла)", "MergeFiles(SearchPattern, ResultFileName)")
@function("ОбъединитьФайлы(ИменаЧастей, ИмяРезультирующегоФайла)", "MergeFiles(PartNames, ResultFileName)")
def merge_files(parts: Array | str, path: str) -> None:
    """Складывает файл из частей: они названы массивом имён или шаблоном, тогда – по порядку имён."""
    names = [to_string(part) for part in parts] if isinstance(parts, Array) else _found(parts)
    if not names:
        raise OnecError(f"Файлы не обнаружены ({parts})" if isinstance(parts, str) else "Не названо ни одной части")
    if any(_same(name, path) for name in names):
        raise BadArgument(2, hint="Результат не может быть одной из частей")
    with access("write", path), open(path, "wb") as target:
        for name in names:
            with access("read", name), open(name, "rb") as source:
                _copy(source, target, None)


def _copy(source: IO[bytes], target: IO[bytes], size: int | None) -> int:
    done = 0
    while data := source.read(_CHUNK if size is None else min(_CHUNK, size - done)):
        target.write(data)
        done += len(data)
    return done


def _found(pattern: str) -> list[str]:
    from fnmatch import fnmatchcase

    folder, mask = os.path.split(pattern)
    with access("read", folder or os.getcwd()):
        names = sorted(os.listdir(folder or "."))
    return [os.path.join(folder, name) for name in names if fnmatchcase(name.lower(), mask.lower())]


def _same(name: str, other: str) -> bool:
    return os.path.realpath(name) == os.path.realpath(other)

"""What is written is read again: data, texts, Base64, hexadecimal, archives."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from runtime.dialect import bound
from runtime.host import Host, using
from stdlib.enterprise.archives.zip_encryption_method import ZIPEncryptionMethod
from stdlib.enterprise.archives.zip_file_reader import ZipFileReader
from stdlib.enterprise.archives.zip_file_writer import ZipFileWriter
from stdlib.enterprise.binary import base64_functions, hexadecimal_functions
from stdlib.enterprise.binary.binary_data import BinaryData
from stdlib.enterprise.binary.byte_order import ByteOrder
from stdlib.enterprise.binary.data_reader import DataReader
from stdlib.enterprise.binary.data_writer import DataWriter
from stdlib.enterprise.binary.memory_stream import MemoryStream
from stdlib.enterprise.binary.stream import Stream

# A lone half of a pair has no bytes; line ends are told apart below. A text may not begin with a byte order mark.
CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\r\n\ufeff")
TEXTS = st.text(CHARACTERS, max_size=20)
ENCODINGS = st.sampled_from(["utf-8", "utf-16-le", "utf-16-be"])
ORDERS = st.sampled_from([ByteOrder.big_endian, ByteOrder.little_endian])


class _Open(Host):
    def allows(self, what: str, detail: str) -> bool:
        return what in ("read", "write")


@given(st.lists(TEXTS, max_size=8), ENCODINGS, st.booleans())
def test_lines_are_read_as_written(lines: list[str], encoding: str, with_mark: bool) -> None:
    stream = MemoryStream()
    writer = DataWriter(stream, encoding, None, None, None, with_mark)
    for line in lines:
        writer.write_line(line)
    stream.seek(0)
    reader = DataReader(stream, encoding)
    assert [reader.read_line() for _ in lines] == lines
    assert reader.read_completed() or (with_mark and not lines)


@given(TEXTS, st.integers(0, 25), ENCODINGS)
def test_characters_are_counted_whatever_bytes_they_take(text: str, count: int, encoding: str) -> None:
    reader = DataReader(BinaryData(text.encode(encoding)), encoding)
    assert reader.read_chars(count) == text[:count]
    assert reader.read_chars() == text[count:]


@given(st.lists(st.integers(0, 2**16 - 1), max_size=10), ORDERS)
def test_numbers_are_read_as_written(numbers: list[int], order: ByteOrder) -> None:
    stream = MemoryStream()
    writer = DataWriter(stream, None, order)
    for number in numbers:
        writer.write_int16(number)
        writer.write_int32(number << 16)
        writer.write_int64(number << 48)
    stream.seek(0)
    reader = DataReader(stream, None, order)
    for number in numbers:
        assert (reader.read_int16(), reader.read_int32(), reader.read_int64()) == (number, number << 16, number << 48)
    assert reader.read_completed()


@given(st.binary(max_size=300))
def test_base64_and_hexadecimal_give_the_bytes_back(data: bytes) -> None:
    value = BinaryData(data)
    assert bound(base64_functions.base64_value)(bound(base64_functions.base64_string)(value)) == value
    digits = bound(hexadecimal_functions.get_hex_string_from_binary_data)(value)
    assert bound(hexadecimal_functions.get_binary_data_from_hex_string)(digits) == value


@settings(max_examples=20, deadline=None)
@given(st.binary(max_size=3000), st.sampled_from([None, "тайна"]), st.sampled_from(["zip20", "aes128", "aes256"]))
def test_archives_give_files_back(data: bytes, password: str | None, method: str) -> None:
    with tempfile.TemporaryDirectory() as folder, using(_Open()):
        (Path(folder) / "файл").write_bytes(data)
        writer = ZipFileWriter()
        writer.add(f"{folder}/файл")
        encryption = getattr(ZIPEncryptionMethod, method)
        packed = writer.get_binary_data(password, None, None, None, encryption).data
        ZipFileReader(Stream.of(packed), password).extract_all(f"{folder}/out")
        assert (Path(folder) / "out" / "файл").read_bytes() == data

"""Buffers, streams and markers: limits, hostile input, what programs cannot show."""

from __future__ import annotations

import io
import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from runtime.dialect import bound
from runtime.errors import OnecError
from runtime.host import Host, using
from stdlib.enterprise.binary import part_functions
from stdlib.enterprise.binary.binary_data import BinaryData
from stdlib.enterprise.binary.binary_data_buffer import BinaryDataBuffer
from stdlib.enterprise.binary.data_hashing import DataHashing
from stdlib.enterprise.binary.data_reader import DataReader
from stdlib.enterprise.binary.data_writer import DataWriter
from stdlib.enterprise.binary.file_access import FileAccess
from stdlib.enterprise.binary.file_open_mode import FileOpenMode
from stdlib.enterprise.binary.file_stream import FileStream
from stdlib.enterprise.binary.file_streams_manager import file_streams
from stdlib.enterprise.binary.hash_function import HashFunction
from stdlib.enterprise.binary.markers import Seeker, pieces
from stdlib.enterprise.binary.memory_stream import MemoryStream
from stdlib.enterprise.binary.snapshot import Snapshot
from stdlib.enterprise.binary.stream import Stream
from stdlib.enterprise.collections.array import Array


class _Open(Host):
    def allows(self, what: str, detail: str) -> bool:
        return what in ("read", "write")


@pytest.fixture(autouse=True)
def open_host() -> Iterator[None]:
    with using(_Open()):
        yield


def nearest(data: bytes, markers: list[bytes]) -> tuple[bytes, int, int]:
    """What the seeker must find: the text before, which marker, where reading goes on."""
    found = [(data.find(marker), index) for index, marker in enumerate(markers) if marker in data]
    if not found:
        return data, -1, len(data)
    at, index = min(found)
    return data[:at], index, at + len(markers[index])


@pytest.mark.parametrize("seed", range(30))
def test_the_seeker_finds_what_a_plain_search_finds(seed: int) -> None:
    chance = random.Random(seed)
    data = bytes(chance.choice(b"abc") for _ in range(chance.choice([10, 1023, 1024, 1025, 5000])))
    data = data.replace(b"abca", b"")
    markers = [b"abca", b"abcabc", b"cccccccc", b"bc" * 5][: chance.randint(1, 4)]
    place = chance.randint(0, len(data))
    data = data[:place] + chance.choice([b"", *markers]) + data[place:]
    file = io.BytesIO(data)
    assert (*Seeker(markers).read(file), file.tell()) == nearest(data, markers)


def test_of_two_markers_at_one_place_the_first_given_counts_even_between_chunks() -> None:
    for size in (5, 1023, 1024):
        data = b"-" * size + b"ab"
        assert Seeker([b"ab", b"a"]).read(io.BytesIO(data)) == (b"-" * size, 0)
        assert Seeker([b"a", b"ab"]).read(io.BytesIO(data)) == (b"-" * size, 1 - 1)


def test_markers_of_wide_characters_stand_at_even_places() -> None:
    text = "Ċ\u0a00\n"
    assert Seeker(["\n".encode("utf-16-le")], 2).read(io.BytesIO(text.encode("utf-16-le")))[0].decode(
        "utf-16-le"
    ) == text.rstrip("\n")


class _OneWay(io.RawIOBase):
    """A file that cannot go back."""

    def __init__(self, data: bytes) -> None:
        self._left = io.BytesIO(data)

    def readable(self) -> bool:
        return True

    def readinto(self, target: Any) -> int:
        return self._left.readinto(target)


def test_a_stream_that_cannot_go_back_is_read_no_further_than_the_marker() -> None:
    stream = Stream.of(io.BufferedReader(_OneWay(b"one;two;three")))
    reader = DataReader(stream)
    assert reader.read_to(";").data == b"one"
    assert reader.read_line(separator=";") == "two"
    assert reader.skip(2) == 2
    assert stream.take() == b"ree"
    with pytest.raises(OnecError, match="Ошибка работы с потоком"):
        stream.seek(0)


def test_a_closed_file_stream_writes_everything(tmp_path: Path) -> None:
    path = tmp_path / "а"
    stream = FileStream(str(path), FileOpenMode.create)
    stream.put(b"1" * 100_000)
    stream.set_size(5)
    assert (stream.current_position(), stream.size()) == (5, 5)
    stream.close()
    assert path.read_bytes() == b"11111"


def test_an_abandoned_stream_closes_its_file(tmp_path: Path) -> None:
    path = tmp_path / "а"
    FileStream(str(path), FileOpenMode.create).put(b"abc")
    assert path.read_bytes() == b"abc"
    reading = FileStream(str(path), FileOpenMode.open, FileAccess.read).get_readonly_stream()
    assert reading.take() == b"abc"
    name = file_streams().create_temp_file().file_name()
    assert not Path(name).exists()


def test_the_host_may_forbid_streams(tmp_path: Path) -> None:
    path = str(tmp_path / "а")
    (tmp_path / "б").write_bytes(b"")
    with using(Host()):
        for attempt in (
            lambda: FileStream(path, FileOpenMode.create, FileAccess.write),
            lambda: FileStream(str(tmp_path / "б"), FileOpenMode.open, FileAccess.read),
            lambda: file_streams().create_temp_file(),
            lambda: DataReader(str(tmp_path / "б")),
            lambda: DataWriter(path),
            lambda: DataHashing(HashFunction.md5).append_file(str(tmp_path / "б")),
            lambda: bound(part_functions.split_file)(str(tmp_path / "б"), 1),
            lambda: bound(part_functions.merge_files)(Array.of([str(tmp_path / "б")]), path),
        ):
            with pytest.raises(OnecError, match=r"Чтение файлов запрещено|Запись файлов запрещена"):
                attempt()
    assert [each.name for each in tmp_path.iterdir()] == ["б"]


def test_a_file_that_may_only_be_read_cannot_be_truncated(tmp_path: Path) -> None:
    class Reading(Host):
        def allows(self, what: str, detail: str) -> bool:
            return what == "read"

    path = tmp_path / "а"
    path.write_bytes(b"abc")
    with using(Reading()), pytest.raises(OnecError, match="Запись файлов запрещена"):
        FileStream(str(path), FileOpenMode.truncate)
    assert path.read_bytes() == b"abc"


def test_files_are_not_merged_into_a_part_of_themselves(tmp_path: Path) -> None:
    path = tmp_path / "а"
    path.write_bytes(b"abc")
    with pytest.raises(OnecError, match="Недопустимое значение параметра"):
        bound(part_functions.merge_files)(str(tmp_path / "*"), str(path))
    assert path.read_bytes() == b"abc"


def test_an_empty_file_has_one_part(tmp_path: Path) -> None:
    (tmp_path / "а").write_bytes(b"")
    assert list(bound(part_functions.split_file)(str(tmp_path / "а"), 10)) == [str(tmp_path / "а.001")]


def test_more_than_there_is_may_be_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "а"
    path.write_bytes(b"abc")
    for source in (str(path), BinaryData(b"abc"), Stream.of(io.BufferedReader(_OneWay(b"abc")))):
        assert DataReader(source).read(10**20).data == b"abc"
        assert DataReader(str(path)).read_chars(10**20) == "abc"
        assert DataReader(str(path)).skip(10**20) == 3
        assert DataReader(str(path)).copy_to(MemoryStream(), 10**20) == 3
    with pytest.raises(OnecError):
        MemoryStream().seek(10**30)
    with pytest.raises(OnecError):
        MemoryStream().set_size(10**18)


def test_a_buffer_of_impossible_size_is_an_error() -> None:
    with pytest.raises(OnecError, match="Недопустимое значение параметра"):
        BinaryDataBuffer(1 << 62)


def test_overlapping_parts_of_one_buffer_are_copied_whole() -> None:
    buffer = BinaryDataBuffer.of(b"abcdef")
    buffer.write(2, buffer.get_slice(0, 4))
    assert bytes(buffer.data) == b"ababcd"


def test_a_copy_of_a_stream_onto_itself_ends() -> None:
    stream = MemoryStream.holding(b"a" * 200_000)
    stream.copy_to(stream)
    assert stream.size() >= 200_000


def test_a_value_too_deep_to_be_stored_is_an_error() -> None:
    values = inner = Array()
    for _ in range(100_000):
        inner.append(Array())
        inner = inner[0]
    with pytest.raises(OnecError, match="не может быть помещено в хранилище"):
        Snapshot(values)


def test_a_value_that_holds_itself_is_stored() -> None:
    values = Array()
    values.append(values)
    again = Snapshot(values).value()
    assert again[0] is again and again is not values


@pytest.mark.parametrize(
    "work",
    [
        lambda n: Seeker([b"\r\n", b"\n"]).read(io.BytesIO(b"\r" * n)),
        lambda n: list(pieces(b"ab" * n, [b"a", b"b"])),
        lambda n: BinaryDataBuffer(n).invert(),
        lambda n: DataReader(BinaryData(b"\xff" * n)).read_chars(n),
        lambda n: _all_lines(b"x\n" * (n // 100)),
    ],
    ids=["markers never found", "pieces", "bits", "characters", "lines"],
)
def test_large_input_takes_linear_time(work: Any) -> None:
    def seconds(size: int) -> float:
        begin = time.process_time()
        work(size)
        return time.process_time() - begin

    seconds(10_000)
    # Twice linear, and a floor for a busy machine; quadratic work would take a hundred times as long.
    assert seconds(1_000_000) < max(25 * seconds(100_000), 2)


def _all_lines(data: bytes) -> int:
    reader = DataReader(BinaryData(data))
    count = 0
    while not reader.read_completed():
        reader.read_line()
        count += 1
    return count


def test_every_line_of_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "а"
    path.write_bytes(b"".join(b"%d\r\n" % number for number in range(5000)))
    reader = DataReader(str(path))
    lines = []
    while not reader.read_completed():
        lines.append(reader.read_line())
    reader.close()
    assert lines == [str(number) for number in range(5000)]

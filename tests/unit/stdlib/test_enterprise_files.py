"""Files, folders, binary data and texts, in a temporary folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from runtime.dialect import bound
from runtime.enterprise.date import Date
from runtime.enterprise.presentation import text_of
from runtime.errors import CallFailed, OnecError
from runtime.host import Host, using
from stdlib.enterprise.binary import base64_functions, hexadecimal_functions, part_functions
from stdlib.enterprise.binary import text_functions as binary
from stdlib.enterprise.binary.binary_data import BinaryData
from stdlib.enterprise.collections.array import Array
from stdlib.enterprise.files import folders
from stdlib.enterprise.files.file import File
from stdlib.enterprise.files.text_document import TextDocument
from stdlib.enterprise.files.text_encoding import TextEncoding
from stdlib.enterprise.files.text_reader import TextReader
from stdlib.enterprise.files.text_writer import TextWriter

MARK = b"\xef\xbb\xbf"


class _Open(Host):
    def allows(self, what: str, detail: str) -> bool:
        return what in ("read", "write")


@pytest.fixture(autouse=True)
def open_host() -> Iterator[None]:
    with using(_Open()):
        yield


def new(cls: type, *arguments: Any) -> Any:
    return getattr(cls, "новый()")(*arguments)


def call(obj: Any, name: str, *arguments: Any) -> Any:
    return getattr(obj, name + "()")(*arguments)


def test_a_file_name_is_taken_apart(tmp_path: Path) -> None:
    file = new(File, str(tmp_path / "отчет.за год.txt"))
    assert getattr(file, ".имя") == "отчет.за год.txt"
    assert getattr(file, ".имябезрасширения") == "отчет.за год"
    assert getattr(file, ".расширение") == ".txt"
    assert getattr(file, ".путь") == str(tmp_path) + os.sep
    assert getattr(file, ".fullname") == str(tmp_path / "отчет.за год.txt")


def test_a_folder_may_end_with_a_separator(tmp_path: Path) -> None:
    folder = new(File, str(tmp_path) + os.sep)
    assert getattr(folder, ".имя") == tmp_path.name
    assert call(folder, "этокаталог") is True


def test_what_the_disk_knows_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "а.txt"
    path.write_bytes(b"12345")
    file = new(File, str(path))
    assert [call(file, n) for n in ("существует", "этофайл", "этокаталог", "размер")] == [True, True, False, 5]
    call(file, "установитьуниверсальноевремяизменения", Date(2024, 1, 15, 10, 30))
    assert call(file, "получитьуниверсальноевремяизменения") == Date(2024, 1, 15, 10, 30)
    local = call(file, "получитьвремяизменения")
    call(file, "установитьвремяизменения", local)
    assert call(file, "getmodificationuniversaltime") == Date(2024, 1, 15, 10, 30)
    call(file, "установитьтолькочтение", True)
    assert call(file, "получитьтолькочтение") is True


def test_a_missing_file_is_an_error_with_its_path(tmp_path: Path) -> None:
    path = str(tmp_path / "нет.txt")
    file = new(File, path)
    assert call(file, "существует") is False
    with pytest.raises(CallFailed) as caught:
        call(file, "размер")
    assert path in caught.value.message
    with pytest.raises(OnecError, match="Файл не обнаружен"):
        new(BinaryData, path)


def test_the_host_may_forbid_files(tmp_path: Path) -> None:
    with using(Host()):
        for attempt in (
            lambda: new(BinaryData, str(tmp_path / "а")),
            lambda: call(new(File, str(tmp_path)), "существует"),
            lambda: new(TextWriter, str(tmp_path / "б")),
            lambda: bound(folders.create_directory)(str(tmp_path / "в")),
            lambda: bound(folders.find_files)(str(tmp_path), "*"),
            lambda: bound(folders.delete_files)(str(tmp_path)),
            lambda: bound(folders.file_copy)(str(tmp_path / "а"), str(tmp_path / "б")),
            lambda: bound(folders.move_file)(str(tmp_path / "а"), str(tmp_path / "б")),
        ):
            with pytest.raises(OnecError, match=r"Чтение файлов запрещено|Запись файлов запрещена"):
                attempt()
    assert list(tmp_path.iterdir()) == []


def test_folders_are_made_searched_and_deleted(tmp_path: Path) -> None:
    inner = tmp_path / "один" / "два"
    bound(folders.create_directory)(str(inner))
    for name in ("б.txt", "а.TXT", "в.csv"):
        (inner / name).write_text(name)
    find = bound(folders.find_files)
    assert [getattr(f, ".имя") for f in find(str(inner), "*.txt")] == ["а.TXT", "б.txt"]
    assert [getattr(f, ".имя") for f in find(str(tmp_path), "*.csv", True)] == ["в.csv"]
    assert len(find(str(inner), "*.*")) == 3
    assert len(find(str(inner / "*.txt"))) == 2
    bound(folders.delete_files)(str(inner), "*.txt")
    assert [p.name for p in inner.iterdir()] == ["в.csv"]
    bound(folders.delete_files)(str(tmp_path / "один"))
    assert list(tmp_path.iterdir()) == []


def test_files_are_copied_and_moved(tmp_path: Path) -> None:
    (tmp_path / "а").write_bytes(b"1")
    bound(folders.file_copy)(str(tmp_path / "а"), str(tmp_path / "б"))
    bound(folders.move_file)(str(tmp_path / "а"), str(tmp_path / "в"))
    assert sorted(p.name for p in tmp_path.iterdir()) == ["б", "в"]
    with pytest.raises(OnecError, match="Файл не обнаружен"):
        bound(folders.file_copy)(str(tmp_path / "а"), str(tmp_path / "г"))


def test_temporary_names_are_new() -> None:
    names = {bound(folders.get_temp_file_name)("eml") for _ in range(5)}
    assert len(names) == 5
    assert all(name.endswith(".eml") and not os.path.exists(name) for name in names)


def test_binary_data_goes_to_a_file_and_back(tmp_path: Path) -> None:
    path = str(tmp_path / "данные")
    data = bound(binary.get_binary_data_from_string)("Привет")
    call(data, "записать", path)
    again = new(BinaryData, path)
    assert again == data and call(again, "размер") == 12
    assert again != BinaryData(b"") and hash(again) == hash(data)


@pytest.mark.parametrize(
    ("encoding", "digits"),
    [
        (None, "d191"),
        (TextEncoding.ansi, "b8"),
        (TextEncoding.oem, "f1"),
        ("windows-1251", "b8"),
        ("koi8-r", "a3"),
        (TextEncoding.utf16, "5104"),
    ],
)
def test_texts_become_bytes_in_every_encoding(encoding: Any, digits: str) -> None:
    made = bound(binary.get_binary_data_from_string)("ё", encoding)
    assert made.data.hex() == digits
    assert bound(binary.get_string_from_binary_data)(made, encoding) == "ё"


def test_a_byte_order_mark_is_written_on_demand_and_skipped() -> None:
    made = bound(binary.get_binary_data_from_string)("а", None, True)
    assert made.data == MARK + "а".encode()
    assert bound(binary.get_string_from_binary_data)(made) == "а"


def test_an_unknown_encoding_is_an_error() -> None:
    for name in ("utf-99", "base64"):
        with pytest.raises(OnecError, match="Неизвестная кодировка"):
            bound(binary.get_binary_data_from_string)("а", name)


def test_data_becomes_base64_or_hexadecimal_and_back() -> None:
    data = BinaryData(bytes(range(60)))
    text = bound(base64_functions.base64_string)(data)
    assert [len(line) for line in text.split("\r\n")] == [76, 4]
    assert bound(base64_functions.base64_value)(text) == data
    assert bound(hexadecimal_functions.get_hex_string_from_binary_data)(BinaryData(b"\x0f\xa0")) == "0FA0"
    assert bound(hexadecimal_functions.get_binary_data_from_hex_string)("0F A0") == BinaryData(b"\x0f\xa0")
    assert text_of(BinaryData(b"\x0f\xa0")) == "0F A0"
    with pytest.raises(OnecError):
        bound(hexadecimal_functions.get_binary_data_from_hex_string)("щ")


def test_binary_data_is_split_and_joined() -> None:
    parts = bound(part_functions.split_binary_data)(BinaryData(b"abcde"), 2)
    assert [part.data for part in parts] == [b"ab", b"cd", b"e"]
    assert bound(part_functions.concat_binary_data)(parts) == BinaryData(b"abcde")
    with pytest.raises(OnecError, match="Несоответствие типов"):
        bound(part_functions.concat_binary_data)(Array.of([1]))


def test_a_text_is_written_with_a_mark_and_windows_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "а.txt"
    writer = new(TextWriter, str(path))
    call(writer, "записатьстроку", "один")
    call(writer, "записать", "два\nтри")
    call(writer, "закрыть")
    assert path.read_bytes() == MARK + "один\r\nдва\r\nтри".encode()


def test_a_text_is_appended_to(tmp_path: Path) -> None:
    path = tmp_path / "а.txt"
    for word in ("один", "два"):
        writer = new(TextWriter, str(path), TextEncoding.utf8, None, True)
        call(writer, "writeline", word)
        call(writer, "close")
    assert path.read_bytes() == MARK + "один\r\nдва\r\n".encode()


def test_writing_to_a_closed_text_is_an_error() -> None:
    with pytest.raises(OnecError, match="Файл не открыт"):
        call(new(TextWriter), "записать", "а")
    with pytest.raises(OnecError, match="Файл не открыт"):
        call(new(TextReader), "прочитатьстроку")


def test_a_text_is_read_by_lines_and_by_pieces(tmp_path: Path) -> None:
    path = tmp_path / "а.txt"
    path.write_bytes(MARK + "один\r\n\r\nтри".encode())
    reader = new(TextReader, str(path))
    assert [call(reader, "прочитатьстроку") for _ in range(4)] == ["один", "", "три", None]
    reader = new(TextReader, str(path))
    assert [call(reader, "прочитать", 2), call(reader, "прочитать"), call(reader, "read")] == ["од", "ин\n\nтри", None]


def test_a_text_in_another_encoding(tmp_path: Path) -> None:
    path = tmp_path / "а.txt"
    path.write_bytes("ё".encode("cp1251"))
    assert call(new(TextReader, str(path), "windows-1251"), "прочитать") == "ё"


def test_a_text_document_is_changed_by_lines(tmp_path: Path) -> None:
    document = new(TextDocument)
    for line in ("один", "три"):
        call(document, "добавитьстроку", line)
    call(document, "вставитьстроку", 2, "два")
    call(document, "заменитьстроку", 3, "3")
    call(document, "удалитьстроку", 10)
    assert (call(document, "получитьтекст"), call(document, "количествострок")) == ("один\nдва\n3", 3)
    assert [call(document, "получитьстроку", n) for n in (1, 4, 0)] == ["один", "", ""]
    path = tmp_path / "а.txt"
    call(document, "записать", str(path))
    assert path.read_bytes() == MARK + "один\r\nдва\r\n3".encode()
    again = new(TextDocument)
    call(again, "прочитать", str(path))
    assert call(again, "получитьтекст") == "один\nдва\n3"
    assert getattr(again, ".используемоеимяфайла") == str(path)


def _lines(reader: TextReader) -> list[str]:
    return list(iter(reader.read_line, None))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1251"])
def test_a_large_text_is_read_line_by_line(tmp_path: Path, encoding: str) -> None:
    path = str(tmp_path / "большой.txt")
    lines = [f"строка № {number}" for number in range(200_000)]
    Path(path).write_bytes("\r\n".join(lines).replace("№", "N").encode(encoding))
    reader = TextReader(path, encoding)
    assert _lines(reader) == [line.replace("№", "N") for line in lines]
    assert reader.read() is None


def test_a_line_of_many_pieces_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "строка.txt"
    path.write_text("я" * 9_000_000 + "\r\nхвост", newline="")
    reader = TextReader(str(path))
    line = reader.read_line()
    assert line is not None and len(line) == 9_000_000
    assert (reader.read(3), reader.read(), reader.read()) == ("хво", "ст", None)


def test_a_separator_cut_by_pieces_is_still_one(tmp_path: Path) -> None:
    from stdlib.enterprise.files.text_feed import PIECE

    path = tmp_path / "стык.txt"
    path.write_bytes(b"a" * (PIECE - 1) + b"\r\nb" + b"c" * PIECE + b"\r")
    reader = TextReader(str(path))
    assert [len(line) for line in _lines(reader)] == [PIECE - 1, PIECE + 2]


def test_a_large_text_that_is_not_read_to_its_end_is_closed(tmp_path: Path) -> None:
    path = tmp_path / "большой.txt"
    path.write_bytes(b"x\n" * 2_000_000)
    before = len(os.listdir("/proc/self/fd")) if os.path.exists("/proc/self/fd") else 0
    for how in ("close", "forget", "unread"):
        reader = TextReader(str(path))
        if how != "unread":
            assert reader.read_line() == "x"
        if how == "close":
            reader.close()
        del reader
    assert (len(os.listdir("/proc/self/fd")) if before else 0) == before


def test_a_pipe_gives_its_lines_as_they_come(tmp_path: Path) -> None:
    from threading import Event, Thread

    path = tmp_path / "труба"
    os.mkfifo(path)
    go_on = Event()

    def feed() -> None:
        with open(path, "wb", buffering=0) as pipe:
            pipe.write(b"one\ntw")
            go_on.wait(20)
            pipe.write(b"o\n")

    writer = Thread(target=feed)
    writer.start()
    reader = TextReader(str(path))
    assert reader.read_line() == "one"
    go_on.set()
    assert (reader.read_line(), reader.read_line()) == ("two", None)
    writer.join()

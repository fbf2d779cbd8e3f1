"""Archives: hostile names and sizes, damage, encryption read by another library."""

from __future__ import annotations

import io
import random
import struct
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from runtime.errors import OnecError
from runtime.host import Host, using
from stdlib.enterprise.archives.entry_names import target_of
from stdlib.enterprise.archives.zip_encryption_method import ZIPEncryptionMethod
from stdlib.enterprise.archives.zip_file_reader import ZipFileReader
from stdlib.enterprise.archives.zip_file_writer import ZipFileWriter
from stdlib.enterprise.archives.zip_store_path_mode import ZIPStorePathMode
from stdlib.enterprise.archives.zip_sub_dir_processing_mode import ZIPSubDirProcessingMode
from stdlib.enterprise.binary.stream import Stream


class _Open(Host):
    def allows(self, what: str, detail: str) -> bool:
        return what in ("read", "write")


@pytest.fixture(autouse=True)
def open_host() -> Iterator[None]:
    with using(_Open()):
        yield


def archive_of(files: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            # As it is: the library would tidy the name.
            info = zipfile.ZipInfo("x" * len(name.encode()))
            info.filename = name
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return file.getvalue()


def reader_of(data: bytes, password: str | None = None) -> ZipFileReader:
    return ZipFileReader(Stream.of(data), password)


def protected(path: Path, method: ZIPEncryptionMethod) -> bytes:
    writer = ZipFileWriter()
    writer.add(str(path))
    return writer.get_binary_data("тайна", None, None, None, method).data


@pytest.mark.parametrize(
    "name",
    ["../x", "/x", "a/../../x", "..\\x", "\\x", "C:\\x", "C:x", "a/..", "..", "//server/x", "a/./../../x"],
)
def test_a_name_that_leaves_the_folder_is_refused(name: str, tmp_path: Path) -> None:
    reader = reader_of(archive_of({name: b"evil", "good": b"good"}))
    folder = tmp_path / "folder"
    with pytest.raises(OnecError, match="выходит за пределы каталога"):
        reader.extract_all(str(folder))
    with pytest.raises(OnecError, match="выходит за пределы каталога"):
        reader.extract(reader.items()[0], str(folder))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "target"),
    [("a/b", "to/a/b"), ("./a//b", "to/a/b"), ("..a/b..", "to/..a/b.."), ("a/", "to/a"), ("", ""), ("./", "")],
)
def test_a_harmless_name_stays_in_the_folder(name: str, target: str) -> None:
    assert target_of(name, "to", with_folders=True) == target


def test_names_without_the_flag_of_utf8_are_of_the_russian_dos_or_utf8(tmp_path: Path) -> None:
    for encoding in ("cp866", "utf-8"):
        raw = "Отчёт.txt".encode(encoding)
        data = archive_of({"x" * len(raw): b"1"}).replace(b"x" * len(raw), raw)
        reader = reader_of(data)
        assert reader.items()[0].name() == "Отчёт.txt"
        reader.extract_all(str(tmp_path / encoding))
        assert (tmp_path / encoding / "Отчёт.txt").read_bytes() == b"1"


def test_control_characters_of_names_are_replaced(tmp_path: Path) -> None:
    reader = reader_of(archive_of({"a\nb": b"1"}))
    assert (reader.items()[0].name(), reader.items()[0].original_name()) == ("a_b", "a\nb")
    reader.extract_all(str(tmp_path))
    assert [each.name for each in tmp_path.iterdir()] == ["a_b"]


def test_an_entry_larger_than_it_says_is_not_extracted(tmp_path: Path) -> None:
    size = 50_000_000
    data = bytearray(archive_of({"bomb": bytes(size)}))
    honest, told = struct.pack("<L", size), struct.pack("<L", 1000)
    assert data.count(honest) == 2
    reader = reader_of(bytes(data).replace(honest, told))
    with pytest.raises(OnecError, match="повреждён"):
        reader.extract_all(str(tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_entry_leaves_no_file(tmp_path: Path) -> None:
    data = bytearray(archive_of({"a": bytes(random.Random(1).randbytes(1000))}))
    data[300] ^= 255
    with pytest.raises(OnecError, match="повреждён"):
        reader_of(bytes(data)).extract_all(str(tmp_path))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("seed", range(150))
def test_a_damaged_archive_is_an_error_of_the_script(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    data = bytearray(archive_of({"a.txt": b"abc" * 50, "папка/b": b"x", "c/": b""}))
    for _ in range(chance.choice([1, 3, 20])):
        data[chance.randrange(len(data))] = chance.randrange(256)
    folder = tmp_path / "inner" / "folder"
    try:
        reader = reader_of(bytes(data[: chance.choice([None, chance.randrange(len(data))])]))
        for entry in reader.items():
            assert entry.full_name() is not None and entry.modified() is not None
            assert entry.read_only() in (True, False)
        reader.extract_all(str(folder))
    except OnecError as error:
        assert error.message
    assert {each.name for each in tmp_path.iterdir()} <= {"inner"}
    assert not list(tmp_path.rglob("*.part"))


@pytest.mark.parametrize("method", [ZIPEncryptionMethod.zip20, ZIPEncryptionMethod.aes256])
def test_a_wrong_password_never_costs_the_file_that_was_there(method: ZIPEncryptionMethod, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old" * 100)
    data = protected(path, method)
    # Some wrong passwords are noticed only by what comes out.
    for number in range(30):
        with pytest.raises(OnecError, match="Неверный пароль"):
            reader_of(data, f"wrong {number}").extract_all(str(tmp_path))
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]
    assert path.read_bytes() == b"old" * 100


def test_the_old_encryption_is_read_by_the_standard_library(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    contents = random.Random(2).randbytes(5000)
    path.write_bytes(contents)
    with zipfile.ZipFile(io.BytesIO(protected(path, ZIPEncryptionMethod.zip20))) as archive:
        assert archive.read("a.txt", "тайна".encode()) == contents
        with pytest.raises(RuntimeError):
            archive.read("a.txt")


@pytest.mark.parametrize("encoding", ["utf-8", "cp866", "cp1251"])
def test_a_russian_password_may_be_in_the_encoding_of_another_program(encoding: str, tmp_path: Path) -> None:
    import pyzipper

    file = io.BytesIO()
    with pyzipper.AESZipFile(file, "w", encryption=pyzipper.WZ_AES) as archive:
        archive.setpassword("тайна".encode(encoding))
        archive.writestr("a", b"contents")
        archive.writestr("b", b"contents")
    reader_of(file.getvalue(), "тайна").extract_all(str(tmp_path))
    assert (tmp_path / "b").read_bytes() == b"contents"


def test_without_the_library_of_encryption_the_remedy_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"1")
    aes = protected(path, ZIPEncryptionMethod.aes128)
    monkeypatch.setitem(sys.modules, "pyzipper", None)
    for attempt in (lambda: protected(path, ZIPEncryptionMethod.zip20), lambda: reader_of(aes)):
        with pytest.raises(OnecError) as caught:
            attempt()
        assert 'pip install "1cs[zip]"' in caught.value.hint
    writer = ZipFileWriter()
    writer.add(str(path))
    assert reader_of(writer.get_binary_data().data).items().count() == 1


def test_the_host_may_forbid_archives(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"1")
    data = archive_of({"b.txt": b"1", "c/": b""})
    with using(Host()):
        writer = ZipFileWriter(str(tmp_path / "a.zip"))
        for attempt in (
            lambda: writer.add(str(path)),
            writer.write,
            lambda: ZipFileReader(str(path)),
            lambda: reader_of(data).extract_all(str(tmp_path / "out")),
        ):
            with pytest.raises(OnecError, match=r"Чтение файлов запрещено|Запись файлов запрещена"):
                attempt()
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]


def test_an_archive_is_not_packed_into_itself(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"1")
    for _ in range(2):
        writer = ZipFileWriter(str(tmp_path / "a.zip"))
        writer.add(str(tmp_path / "*"), ZIPStorePathMode.store_relative_path, ZIPSubDirProcessingMode.recurse)
        writer.write()
    reader = ZipFileReader(str(tmp_path / "a.zip"))
    assert [entry.name() for entry in reader.items()] == ["a.txt"]
    reader.close()


def test_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "loop").symlink_to(tmp_path)
    (tmp_path / "inner" / "a").write_bytes(b"1")
    writer = ZipFileWriter()
    writer.add(str(tmp_path), ZIPStorePathMode.store_relative_path, ZIPSubDirProcessingMode.recurse)
    names = [entry.stored for entry in reader_of(writer.get_binary_data().data).items()]
    assert names == [f"{tmp_path.name}/inner/a"]


def test_an_entry_of_another_archive_is_refused(tmp_path: Path) -> None:
    one, other = (reader_of(archive_of({"a": b"1"})) for _ in range(2))
    with pytest.raises(OnecError, match="Недопустимое значение параметра"):
        one.extract(other.items()[0], str(tmp_path))


def test_a_file_in_the_way_of_a_folder_is_an_error(tmp_path: Path) -> None:
    reader = reader_of(archive_of({"a": b"1", "a/b": b"2"}))
    with pytest.raises(OnecError, match="Ошибка доступа к файлу"):
        reader.extract_all(str(tmp_path))


def test_a_comment_of_the_russian_dos_is_read() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.comment = "Отчёт".encode("cp866")
    assert reader_of(file.getvalue()).comment() == "Отчёт"

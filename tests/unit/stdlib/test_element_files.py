"""Файл, streams, Консоль."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from runtime.dialect import bound
from runtime.element.exceptions import IllegalStateException
from runtime.element.members import call, member
from runtime.element.presentation import to_string
from runtime.host import Host, using
from stdlib.element.collections.array import Array
from stdlib.element.console import console
from stdlib.element.exceptions import FilePermissionException, InputOutputException
from stdlib.element.io.files.file import File
from stdlib.element.io.files.files import files
from stdlib.element.io.string_writable_stream import StringWritableStream
from stdlib.element.strings.encoding import Encoding

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Trusting(Host):
    """Allows everything and keeps what is written."""

    def __init__(self) -> None:
        self.output = ""

    def write(self, text: str) -> None:
        self.output += text

    def read_line(self, prompt: str = "") -> str | None:
        return "ответ на " + prompt if prompt else None

    def allows(self, what: str, detail: str) -> bool:
        return True


@pytest.fixture
def host() -> Iterator[Trusting]:
    with using(Trusting()) as trusting:
        assert isinstance(trusting, Trusting)
        yield trusting


def new(cls: Any, *arguments: Any) -> Any:
    return getattr(cls, "новый()")(*arguments)


def test_the_console_ends_each_text_with_a_line_break(host: Trusting) -> None:
    call(console(), "Записать", "раз")
    call(console(), "Write", Array.of([1]))
    assert host.output == "раз\n[1]\n"


def test_input_ends_with_undefined(host: Trusting) -> None:
    assert call(console(), "ПрочитатьСтроку", "имя") == "ответ на имя"
    assert call(console(), "ПрочитатьСтроку") is None


def test_what_is_written_can_be_read(host: Trusting, tmp_path: Path) -> None:
    file = new(File, str(tmp_path / "а.txt"))
    stream = call(file, "ОткрытьПотокЗаписи")
    call(call(stream, "Записать", "привет\n"), "Записать", b"!")
    call(stream, "Закрыть")
    call(stream, "Закрыть")
    reading = call(file, "ОткрытьПотокЧтения")
    assert call(reading, "ПрочитатьКакСтроку") == "привет\n!"
    call(reading, "Закрыть")
    assert call(file, "Размер") == 14


def test_text_is_written_in_an_encoding(host: Trusting, tmp_path: Path) -> None:
    file = new(File, "б.txt", str(tmp_path))
    stream = call(file, "ОткрытьПотокЗаписи")
    call(stream, "Записать", "да", Encoding.WINDOWS_1251)
    call(stream, "Закрыть")
    reading = call(file, "ОткрытьПотокЧтения")
    assert call(reading, "ПрочитатьКакБайты") == b"\xe4\xe0"
    call(reading, "Закрыть")
    with pytest.raises(IllegalStateException, match="Поток закрыт"):
        call(reading, "ПрочитатьКакБайты")


def test_a_path_is_made_of_names_and_taken_apart() -> None:
    file = new(File, "отчёт.tar.gz", Array.of(["а"]))
    assert to_string(file) == "отчёт.tar.gz/а"
    other = new(File, "отчёт.txt", new(File, "/tmp"))
    assert [member(other, name) for name in ("Путь", "Имя", "Расширение")] == ["/tmp/отчёт.txt", "отчёт.txt", "txt"]
    assert member(member(other, "Родитель"), "Путь") == "/tmp"
    assert member(new(File, "а"), "Родитель") is None


def test_files_come_and_go(host: Trusting, tmp_path: Path) -> None:
    folder = call(files(), "СоздатьКаталог", str(tmp_path / "к"))
    (tmp_path / "к" / "а.txt").write_text("x")
    source = call(folder, "ПолучитьФайлы").items[0]
    assert member(source, "Имя") == "а.txt"
    call(files(), "Копировать", source, str(tmp_path / "б.txt"))
    call(files(), "Переместить", source, str(tmp_path / "в.txt"))
    call(files(), "Удалить", folder)
    call(files(), "Удалить", str(tmp_path / "б.txt"))
    assert [path.name for path in tmp_path.iterdir()] == ["в.txt"]
    assert call(new(File, str(tmp_path)), "ЭтоКаталог") is True
    assert call(folder, "Существует") is False


def test_a_missing_file_is_an_input_output_exception(host: Trusting, tmp_path: Path) -> None:
    with pytest.raises(InputOutputException, match="Файл не найден"):
        call(new(File, str(tmp_path / "нет")), "ОткрытьПотокЧтения")


@pytest.mark.parametrize("name", ["ОткрытьПотокЧтения", "ОткрытьПотокЗаписи", "Существует"])
def test_a_host_may_refuse_files(name: str) -> None:
    with pytest.raises(FilePermissionException, match="запрещен"):
        call(new(File, "/tmp/x"), name)


def test_a_string_stream_mixes_bytes_and_text() -> None:
    stream = new(StringWritableStream)
    call(call(stream, "Записать", "а"), "Записать", b"b")
    call(stream, "Закрыть")
    assert call(stream, "ВСтроку") == to_string(stream) == "аb"


def test_the_home_directory_is_a_file() -> None:
    assert isinstance(call(bound(files)(), "ПолучитьДомашнийКаталогПользователя"), File)

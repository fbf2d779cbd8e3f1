import time
from pathlib import Path

import pytest

from runtime.errors import OnecError
from runtime.host import Host, using
from stdlib.enterprise.xml.characters import check_text
from stdlib.enterprise.xml.xml_reader import XMLReader
from stdlib.enterprise.xml.xml_writer import XMLWriter


class Files(Host):
    def allows(self, what: str, detail: str) -> bool:
        return what in ("read", "write")


@pytest.mark.parametrize("text", ["\x00", "\x1f", "\ud800", "\ufffe"], ids=ascii)
def test_characters_that_xml_cannot_write(text: str) -> None:
    with pytest.raises(OnecError, match=f"в позиции 2: 0x{ord(text):04X}"):
        check_text("a" + text)


def test_rare_characters_that_xml_can_write() -> None:
    assert check_text("\t\n\r\x7f\ue000\U0010ffff") == "\t\n\r\x7f\ue000\U0010ffff"


def test_a_prefix_redeclared_inside_is_not_used_for_the_outer_namespace() -> None:
    writer = XMLWriter()
    writer.indent = False
    writer.set_string()
    writer.write_start_element("a", "u1")
    writer.write_namespace_mapping("p", "u1")
    writer.write_start_element("b")
    writer.write_namespace_mapping("p", "u2")
    writer.write_start_element("c", "u1")
    for _ in range(3):
        writer.write_end_element()
    assert writer.close() == '<p:a xmlns:p="u1"><b xmlns:p="u2"><c xmlns="u1"/></b></p:a>'


def test_what_is_written_has_the_namespaces_asked_for() -> None:
    writer = XMLWriter()
    writer.set_string()
    writer.write_start_element("a", "u1")
    for uri in ("u2", "u1", "", "u2"):
        writer.write_start_element("b", uri)
        writer.write_attribute("c", "u2", "1")
        writer.write_attribute("d", "", "2")
    for _ in range(5):
        writer.write_end_element()
    reader = XMLReader()
    reader.set_string(writer.close())
    found = []
    while reader.read():
        if reader.attribute_count():
            found.append((reader.namespace_uri(), reader.attribute_value("c", "u2"), reader.attribute_value("d", "")))
    assert [each for each in found if each[1]] == [
        ("u2", "1", "2"),
        ("u1", "1", "2"),
        ("", "1", "2"),
        ("u2", "1", "2"),
    ]


def test_deep_namespaces_are_written_in_linear_time() -> None:
    start = time.process_time()
    writer = XMLWriter()
    writer.indent = False
    writer.set_string()
    for number in range(50_000):
        writer.write_start_element("a", f"u{number % 3}")
    for _ in range(50_000):
        writer.write_end_element()
    assert len(writer.close()) > 500_000
    assert time.process_time() - start < 5


def test_a_writer_that_is_forgotten_leaves_its_file_written(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    with using(Files()):
        writer = XMLWriter()
        writer.open_file(str(path), "UTF-8", False)
        writer.write_start_element("a")
        writer.write_text("b")
        del writer
    assert path.read_text("utf-8") == "<a>b"


def test_an_unknown_encoding_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text("old")
    with using(Files()), pytest.raises(OnecError, match="Неизвестная кодировка"):
        XMLWriter().open_file(str(path), "no-such")
    assert path.read_text() == "old"

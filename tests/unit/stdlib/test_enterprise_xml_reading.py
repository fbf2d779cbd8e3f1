import time
import tracemalloc
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from runtime.errors import OnecError
from runtime.host import Host, using
from stdlib.enterprise.xml.events import Events
from stdlib.enterprise.xml.node import Node
from stdlib.enterprise.xml.sources import ByteSource
from stdlib.enterprise.xml.xml_node_type import XMLNodeType
from stdlib.enterprise.xml.xml_reader import XMLReader


class Files(Host):
    def allows(self, what: str, detail: str) -> bool:
        return what in ("read", "write")


def reader_of(text: str) -> XMLReader:
    reader = XMLReader()
    reader.set_string(text)
    return reader


def count(text: str) -> int:
    reader = reader_of(text)
    number = 0
    while reader.read():
        number += 1
    return number


def pieces(data: bytes, size: int) -> Callable[[int], bytes]:
    rest = [data[start : start + size] for start in range(0, len(data), size)]
    return lambda wanted: rest.pop(0) if rest else b""


def nodes(read: Callable[[int], bytes], encoding: str | None = None) -> list[Node]:
    events = Events(read, encoding, cdata_as_text=False, preserve=False)
    found = []
    while (node := events.next()) is not None:
        found.append(node)
    return found


def told(found: list[Node]) -> list[tuple[object, str, str, str]]:
    return [(node.kind, node.name, node.value, node.uri) for node in found]


DOCUMENT = "<а xmlns='u' п='&lt;'>текст и<!--к--> ещё<![CDATA[ц]]><б/> </а>".encode()


@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_a_document_in_small_pieces_gives_the_same_nodes(size: int) -> None:
    assert told(nodes(pieces(DOCUMENT, size))) == told(nodes(pieces(DOCUMENT, 1000)))


@pytest.mark.parametrize("encoding", ["utf-16-le", "cp1251", "koi8-r", "shift_jis"])
def test_a_given_encoding_overrides_the_documents_own(encoding: str) -> None:
    data = "<?xml version='1.0' encoding='utf-8'?><a>Привет</a>".encode(encoding)
    source = ByteSource(pieces(data, 3), encoding)
    assert [node.value for node in nodes(source.read, source.encoding) if node.kind is XMLNodeType.text] == ["Привет"]


def test_a_utf16_document_with_its_mark_is_read_without_being_told() -> None:
    data = "<а>Привет</а>".encode("utf-16")
    assert [node.value for node in nodes(pieces(data, 5))] == ["", "Привет", ""]


def test_a_byte_order_mark_at_the_start_of_a_string_is_no_text() -> None:
    assert count("\ufeff<a/>") == 2


def peak_of_reading(path: Path, items: int) -> int:
    path.write_text("<r>" + "<item id='1'>some text</item>" * items + "</r>")
    reader = XMLReader()
    with using(Files()):
        tracemalloc.start()
        reader.open_file(str(path))
        while reader.read():
            pass
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    reader.close()
    return peak


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    small, big = peak_of_reading(tmp_path / "a.xml", 4_000), peak_of_reading(tmp_path / "b.xml", 16_000)
    assert big < small * 1.3


HOSTILE = {
    "a long attribute": '<a b="' + "x" * 5_000_000 + '"/>',
    "a long comment": "<a><!--" + "x" * 5_000_000 + "--></a>",
    "a tag that never ends": "<a " + " " * 5_000_000,
    "many attributes": "<a " + " ".join(f'a{i}="1"' for i in range(50_000)) + "/>",
    "many attributes with a prefix": '<a xmlns:p="u" ' + " ".join(f'p:a{i}="1"' for i in range(50_000)) + "/>",
    "deep elements": "<a>" * 100_000 + "</a>" * 100_000,
    "deep namespaces": "".join(f'<a xmlns:p{i}="u{i}">' for i in range(30_000)) + "</a>" * 30_000,
    "texts in crumbs": "<a>" + "x&amp;" * 300_000 + "</a>",
}


@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_documents_take_no_longer_than_they_are_long(what: str) -> None:
    start = time.process_time()
    with suppress(OnecError):
        count(HOSTILE[what])
    assert time.process_time() - start < 5


def bomb() -> str:
    entities = "".join(f'<!ENTITY x{i} "{f"&x{i - 1};" * 10}">' for i in range(1, 12))
    return f'<!DOCTYPE a [<!ENTITY x0 "xxxxxxxxxx">{entities}]><a>&x11;</a>'


@pytest.mark.parametrize(
    "text",
    [
        bomb(),
        '<!DOCTYPE a [<!ENTITY x "' + "x" * 100_000 + '">]><a>' + "&x;" * 100_000 + "</a>",
        f'{bomb().partition("]>")[0]}<!ATTLIST a b CDATA "&x11;">]><a/>',
    ],
    ids=["nested", "long", "in an attribute"],
)
def test_growing_entities_are_refused_quickly(text: str) -> None:
    start = time.process_time()
    with pytest.raises(OnecError, match="Слишком много подстановок"):
        count(text)
    assert time.process_time() - start < 5


def test_an_external_entity_in_an_attribute_is_an_error() -> None:
    with pytest.raises(OnecError, match="внешнюю сущность"):
        count('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a b="&x;"/>')


def test_an_external_document_type_is_never_fetched() -> None:
    assert count('<!DOCTYPE a SYSTEM "http://127.0.0.1:9/x.dtd"><a>&x;</a>') == 3


def test_an_external_parameter_entity_is_never_fetched() -> None:
    assert count('<!DOCTYPE a [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]><a/>') == 2


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [("<a>\n  <b>\n</a>", 3, 3), ("<a>привет&</a>", 1, 11), ("<a/>\n<b/>", 2, 1), ("<p:a/>", 1, 1)],
)
def test_errors_tell_line_and_column(text: str, line: int, column: int) -> None:
    with pytest.raises(OnecError) as caught:
        count(text)
    assert caught.value.message.startswith(f"Ошибка разбора XML: - [{line},{column}]\n")


def test_an_error_stays_an_error_however_often_one_reads() -> None:
    reader = reader_of("<a><b/><a>")
    for _ in range(4):
        reader.read()
    for _ in range(3):
        with pytest.raises(OnecError):
            reader.read()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<a xmlns:xml='u'/>", "Недопустимое объявление пространства имён"),
        ("<a xmlns:p=''/>", "Пустой URI"),
        ("<a:b:c xmlns:a='u'/>", "Недопустимое имя"),
        ("<a xmlns:p='u' xmlns:q='u' p:x='1' q:x='2'/>", "повторяется"),
        ("<a p:x='1'/>", "не связан"),
    ],
)
def test_namespaces_are_checked(text: str, reason: str) -> None:
    with pytest.raises(OnecError, match=reason):
        count(text)


def test_a_file_needs_permission(tmp_path: Path) -> None:
    with using(Host()), pytest.raises(OnecError, match="запрещено"):
        XMLReader().open_file(str(tmp_path / "a.xml"))

from hypothesis import given
from hypothesis import strategies as st

from runtime.errors import OnecError
from stdlib.enterprise.xml.dom.dom_builder import DOMBuilder
from stdlib.enterprise.xml.events import Events
from stdlib.enterprise.xml.xml_reader import XMLReader
from stdlib.enterprise.xml.xml_reader_settings import XMLReaderSettings
from stdlib.enterprise.xml.xml_writer import XMLWriter
from stdlib.enterprise.xml.xpath.expression import Context
from stdlib.enterprise.xml.xpath.parser import parse

CRUMBS = (
    "<а>", "</а>", "<б ", "в='1'", "/>", ">", "<!--", "-->", "<![CDATA[", "]]>", "<?п д?>", "&amp;", "&#0;", "&х;",
    "\n", "<!DOCTYPE а [", "<!ENTITY х 'у'>", "]>", "xmlns='u'", "xmlns:п='u'", "<п:а>", "</п:а>",
    "<?xml version='1.0'?>", '"', "<!ATTLIST а б CDATA 'в'>", "<!NOTATION н SYSTEM 'н'>", "xml:space='preserve'", " ",
    "\x01", "\ud800", "текст",
)  # fmt: skip
DOCUMENTS = st.lists(st.sampled_from(CRUMBS) | st.text(max_size=5), max_size=12).map("".join)
STEPS = (
    "//", "/", "*", "а", "@", "[", "]", "1", "..", ".", "text()", "position()", "last()", "(", ")", "|", "=", "<",
    "and", "ancestor::", "count(", "'т'", ",", "-", "+", "div", "string(", "п:а", "following::", "sum(", "0.5", "not(",
    " ",
)  # fmt: skip
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@given(DOCUMENTS, st.booleans())
def test_a_text_is_read_or_is_an_error_of_the_script(text: str, everything: bool) -> None:
    reader = XMLReader()
    shown = XMLReaderSettings(ignore_xml_declaration=False, ignore_document_type=False, ignore_whitespace=False)
    reader.set_string(text, shown if everything else None)
    try:
        while reader.read():
            assert reader.node_type() is not None
            reader.namespace_context()
            while reader.read_attribute():
                assert isinstance(reader.local_name() + reader.namespace_uri() + reader.value(), str)
    except OnecError as error:
        assert error.message.startswith("Ошибка разбора XML: - [")
    else:
        reader.set_string(text)
        assert DOMBuilder().read(reader).document_element() is not None


@given(st.binary(max_size=60), st.sampled_from(["", "<?xml version='1.0' encoding='{}'?><a>"]), st.text(max_size=8))
def test_bytes_are_read_or_are_an_error_of_the_script(data: bytes, start: str, encoding: str) -> None:
    rest = [start.format(encoding).encode("utf-8", "surrogatepass"), data]
    events = Events(lambda size: rest.pop(0) if rest else b"", None, cdata_as_text=False, preserve=False)
    try:
        found = 0
        while events.next() is not None:
            found += 1
        assert found >= 2
    except OnecError as error:
        assert error.message.startswith("Ошибка разбора XML: - [")


@given(st.lists(st.sampled_from(STEPS), max_size=10).map("".join))
def test_an_expression_is_evaluated_or_is_an_error_of_the_script(text: str) -> None:
    reader = XMLReader()
    reader.set_string("<а><а б='1'>т</а><п:а xmlns:п='u'>2</п:а></а>")
    document = DOMBuilder().read(reader)
    try:
        found = parse(text, {"п": "u"}.get).evaluate(Context(document))
        assert isinstance(found, list | str | float | bool)
    except OnecError as error:
        assert error.message.startswith("Ошибка в выражении XPath")


@given(TEXTS, TEXTS)
def test_what_is_written_is_read_again(text: str, value: str) -> None:
    writer = XMLWriter()
    writer.set_string()
    try:
        writer.write_start_element("а")
        writer.write_attribute("б", value)
        writer.write_text(text)
        writer.write_end_element()
    except OnecError as error:
        assert "недопустимый символ" in error.message
        return
    reader = XMLReader()
    reader.ignore_whitespace = False
    reader.set_string(writer.close())
    reader.read()
    assert reader.get_attribute("б") == value
    read = ""
    while reader.read() and reader.is_characters():
        read += reader.value()
    assert read == text

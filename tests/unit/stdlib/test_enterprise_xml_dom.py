import time

import pytest

from runtime.errors import OnecError
from stdlib.enterprise.xml.dom.dom_builder import DOMBuilder
from stdlib.enterprise.xml.dom.dom_document import DOMDocument
from stdlib.enterprise.xml.dom.dom_element import DOMElement
from stdlib.enterprise.xml.dom.dom_writer import DOMWriter
from stdlib.enterprise.xml.xml_reader import XMLReader
from stdlib.enterprise.xml.xml_writer import XMLWriter


def document_of(text: str) -> DOMDocument:
    reader = XMLReader()
    reader.set_string(text)
    return DOMBuilder().read(reader)


def root_of(document: DOMDocument) -> DOMElement:
    root = document.document_element()
    assert root is not None
    return root


def text_of(document: DOMDocument) -> str:
    writer = XMLWriter()
    writer.indent = False
    writer.set_string()
    DOMWriter().write(root_of(document), writer)
    return writer.close()


@pytest.mark.parametrize(
    "text",
    [
        '<a b="1">x<!--c--><?d e?><![CDATA[f]]><g/></a>',
        '<a xmlns="u" xmlns:p="v" p:b="1"><p:c xmlns=""/></a>',
        "<a>&lt;&amp;&gt;</a>",
        '<a xml:lang="ru" b="&#xA;&#x9;&quot;"/>',
    ],
)
def test_a_tree_is_written_as_it_was_read(text: str) -> None:
    document = document_of(text)
    assert text_of(document) == text
    copy = document.clone_node(True)
    assert isinstance(copy, DOMDocument)
    assert text_of(copy) == text
    assert copy.is_equal_node(document)
    assert all(node.home is copy for node in copy.walk())


def test_deep_trees_need_no_recursion() -> None:
    depth = 50_000
    document = document_of("<a>" * depth + "x" + "</a>" * depth)
    assert root_of(document).text() == "x"
    assert text_of(document) == "<a>" * depth + "x" + "</a>" * depth
    assert document.clone_node(True).is_equal_node(document)
    document.normalize_document()


def test_steps_and_changes_among_many_children_cost_the_same() -> None:
    document = DOMDocument("", "a")
    root = root_of(document)
    start = time.process_time()
    for number in range(50_000):
        root.append_child(document.create_element(f"b{number % 7}"))
    while root.count > 25_000:
        root.remove_child(root.child_nodes()[0])
    while root.count > 1:
        root.remove_child(root.child_nodes()[len(root.child_nodes()) - 1])
    assert time.process_time() - start < 5
    assert root.first is root.last


def test_access_by_number_is_not_quadratic() -> None:
    document = document_of("<a>" + "<b/>" * 20_000 + "</a>")
    nodes = root_of(document).child_nodes()
    start = time.process_time()
    assert all(nodes.item(number).qname == "b" for number in range(nodes.count()))
    assert time.process_time() - start < 5


def test_identifiers_are_found_by_a_table() -> None:
    document = document_of("<a>" + "".join(f"<b xml:id='i{n}'/>" for n in range(20_000)) + "</a>")
    start = time.process_time()
    for number in range(20_000):
        assert document.get_element_by_id(f"i{number}") is not None
        assert document.get_element_by_id("none") is None
    assert time.process_time() - start < 5


def test_an_identifier_that_changes_is_found_by_its_new_value() -> None:
    document = document_of("<a xml:id='old'/>")
    assert document.get_element_by_id("old") is root_of(document)
    root_of(document).set_attribute("xml:id", "new")
    assert document.get_element_by_id("old") is None
    assert document.get_element_by_id("new") is root_of(document)


def test_a_failed_replacement_leaves_the_tree_as_it_was() -> None:
    document = document_of("<a><b/><c/></a>")
    root = root_of(document)
    stranger = DOMDocument("", "x").create_element("y")
    assert root.first is not None
    with pytest.raises(OnecError):
        root.replace_child(stranger, root.first)
    assert text_of(document) == "<a><b/><c/></a>"


def test_replacing_a_node_by_its_neighbour_keeps_the_chain() -> None:
    document = document_of("<a><b/><c/><d/></a>")
    root = root_of(document)
    first, second = root.child_nodes()[0], root.child_nodes()[1]
    root.replace_child(second, first)
    assert text_of(document) == "<a><c/><d/></a>"
    assert [node.qname for node in root.children()] == ["c", "d"]
    assert root.last is not None and root.last.preceding is root.first


def test_an_attribute_under_another_prefix_replaces_the_one_of_the_same_name() -> None:
    root = root_of(document_of('<a xmlns:p="u" p:b="1"/>'))
    attribute = root.home.create_attribute("u", "q:b")
    replaced = root.set_attribute_node(attribute)
    assert replaced is not None and replaced.qname == "p:b"
    assert list(root.attributes) == ["xmlns:p", "q:b"]

from hypothesis import given
from hypothesis import strategies as st

from runtime.errors import OnecError
from stdlib.enterprise.xml.dom.dom_document import DOMDocument
from stdlib.enterprise.xml.dom.dom_node import DOMNode

NUMBERS = st.integers(0, 7)
ACTIONS = st.sampled_from(["append", "insert", "replace", "remove", "adopt", "text", "normalize", "clone"])


def nodes() -> tuple[DOMDocument, list[DOMNode]]:
    document = DOMDocument("", "r")
    root = document.document_element()
    assert root is not None
    other = DOMDocument("", "o").create_element("x")
    made = [document.create_element(name) for name in "abc"]
    return document, [root, *made, document.create_text_node("t"), document.create_document_fragment(), other, document]


def act(action: str, one: DOMNode, other: DOMNode, third: DOMNode) -> None:
    if action == "append":
        one.append_child(other)
    elif action == "insert":
        one.insert_before(other, third)
    elif action == "replace":
        one.replace_child(other, third)
    elif action == "remove":
        one.remove_child(other)
    elif action == "adopt":
        third.home.adopt_node(one)
    elif action == "text":
        one.set_text_content("text")
    elif action == "normalize":
        one.normalize()
    else:
        assert one.clone_node(True).is_equal_node(one)


def check(node: DOMNode, depth: int = 0) -> None:
    """The chain of children holds together in both directions; nothing is inside itself."""
    assert depth < 20
    children = list(node.children())
    assert len(children) == node.count
    assert [child.preceding for child in children] == [None, *children[:-1]][: len(children)]
    assert [child.following for child in children] == [*children[1:], None][: len(children)]
    assert node.first is (children[0] if children else None)
    assert node.last is (children[-1] if children else None)
    for child in children:
        assert child.parent is node
        assert child.home is node.home
        check(child, depth + 1)


@given(st.lists(st.tuples(ACTIONS, NUMBERS, NUMBERS, NUMBERS), max_size=30))
def test_whatever_is_done_to_a_tree_it_stays_one(steps: list[tuple[str, int, int, int]]) -> None:
    document, known = nodes()
    for action, one, other, third in steps:
        try:
            act(action, known[one], known[other], known[third])
        except OnecError as error:
            assert error.message
        for node in known:
            check(node)
    assert sum(1 for node in document.children() if node.kind is known[0].kind) <= 1

"""ТекстDOM."""

from __future__ import annotations

from runtime.enterprise.declare import getter, method, onec_type
from runtime.errors import OnecError
from stdlib.enterprise.xml.dom.character_data import CharacterData
from stdlib.enterprise.xml.dom.dom_container import DOMContainer
from stdlib.enterprise.xml.dom.dom_node_type import DOMNodeType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.enterprise.xml.dom.dom_node import DOMNode

_TEXTS = frozenset({DOMNodeType.text, DOMNodeType.cdata_section})


class AnyText(CharacterData):
    """Lends to texts and CDATA sections what only they have."""

    __slots__ = ()

    @method("РазделитьТекст(Смещение): ТекстDOM", "SplitText(Offset)")
    def split_text(self, start: int) -> DOMNode:
        """Делит узел на два; возвращает второй, который становится следующим."""
        if not 0 <= start <= len(self.content):
            raise OnecError("Смещение находится за границами текста")
        made = type(self)(self.home, self.content[start:])
        self.content = self.content[:start]
        if isinstance(self.parent, DOMContainer):
            self.parent.link(made, self.following)
        return made

    @getter("ВесьТекст", "WholeText", "Строка")
    def whole_text(self) -> str:
        """Текст этого узла вместе с соседними текстовыми."""
        return "".join(node.value() or "" for node in self._run())

    @method("ЗаменитьВесьТекст(Текст): ТекстDOM, Неопределено", "ReplaceWholeText(Text)")
    def replace_whole_text(self, text: str) -> DOMNode | None:
        """Заменяет текст этого узла и соседних текстовых; пустым текстом – удаляет их."""
        for node in self._run():
            if (node is not self or not text) and node.parent is not None:
                node.parent.take_out(node)
        self.assign(text)
        return self if text else None

    def _run(self) -> list[DOMNode]:
        """The texts that stand together with this one, in order."""
        first: DOMNode = self
        while first.preceding is not None and first.preceding.kind in _TEXTS:
            first = first.preceding
        found = []
        node: DOMNode | None = first
        while node is not None and node.kind in _TEXTS:
            found.append(node)
            node = node.following
        return found

    @getter("ЭтоПробелыСодержимогоЭлемента", "IsElementContentWhitespace", "Булево")
    def is_element_content_whitespace(self) -> bool:
        """Состоит ли текст из одних пробельных символов."""
        return not self.content.strip(" \t\r\n")


@onec_type("ТекстDOM", "DOMText", presentation="Текст DOM")
class DOMText(AnyText):
    """Текст внутри элемента."""

    __slots__ = ()

    kind = DOMNodeType.text
    qname = "#text"
